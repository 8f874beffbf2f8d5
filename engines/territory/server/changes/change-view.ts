import { sql as raw } from 'kysely';
import type { ChangeBody, ChangePreview as PreviewView, ChangeView } from '#engines/territory/contract';
import { type Change, codeToPath, pathsIn, pathToCode, type Shape, type TerritoryPath } from '#engines/territory/model';
import type { Sql } from '#platform/server/parts';
import { readBoundary } from '../shape-columns.ts';
import type { StoredChange } from './change-store.ts';
import type { ChangePreview } from './changes.ts';
import { problemText } from './sentences.ts';

/** A change as it came, with boundaries checked and in WGS-84. @throws territory.boundary-invalid */
export const changeOf = (body: ChangeBody): Change => {
  if (body.kind === 'rename') {
    const { officialName, ...rest } = body;
    return officialName === undefined ? rest : { ...rest, officialName };
  }
  if (body.kind === 'move') {
    const { step, ...rest } = body;
    return step === undefined ? rest : { ...rest, step };
  }
  if (body.kind === 'merge') {
    const { into } = body;
    if ('code' in into)
      return {
        ...body,
        into: into.name === undefined ? { code: into.code } : { code: into.code, name: into.name },
      };
    const { kind, ...rest } = into;
    return { ...body, into: kind === undefined ? rest : { ...rest, kind } };
  }
  if (body.kind !== 'split') return body;
  const { posts, parts, ...rest } = body;
  return {
    ...rest,
    ...(posts && { posts }),
    parts: parts.map(({ step, kind, boundary, name, children }) => ({
      name,
      children,
      ...(step !== undefined && { step }),
      ...(kind !== undefined && { kind }),
      ...(boundary && { boundary: readBoundary(boundary.geometry, boundary.datum) }),
    })),
  };
};

export const changeView = (change: StoredChange): ChangeView => ({
  id: change.id,
  kind: change.kind,
  title: change.title,
  on: change.on_day,
  basis: change.basis,
  state: change.state,
  change: change.plan,
  madeAt: change.made_at,
  decidedBy: change.decided_name,
  appliedAt: change.applied_at,
  moved: (change.moved ?? []).map(({ what, name, count }) => ({ what, name, count })),
  problems: (change.problem ?? []).map(({ code, name }) =>
    problemText({ code: code as Parameters<typeof problemText>[0]['code'], stops: true, name }),
  ),
  version: change.version,
});

/** Boundaries before and after, as one map shows both. */
const shapesOf = async (
  sql: Sql,
  change: Change,
  preview: ChangePreview,
  nameOf: (path: TerritoryPath) => string,
): Promise<object> => {
  const paths = change.kind === 'split' ? [codeToPath(change.code)] : pathsIn(change);
  const { rows } = await raw<{ path: string; name: string; boundary: Shape }>`select path, name, boundary from territory
    where path = any(${paths}::text[]) and boundary is not null`.execute(sql);
  const feature = (when: 'old' | 'new', path: TerritoryPath, name: string, geometry: Shape) => ({
    type: 'Feature',
    id: `${when} ${pathToCode(path)}`,
    properties: { when, code: pathToCode(path), name },
    geometry,
  });
  return {
    type: 'FeatureCollection',
    features: [
      ...rows.map((row) => feature('old', row.path, row.name, row.boundary)),
      ...[...preview.boundaries.set].flatMap(([path, shape]) =>
        shape ? [feature('new', path, nameOf(path), shape)] : [],
      ),
    ],
  };
};

export const previewView = async (
  sql: Sql,
  change: Change,
  preview: ChangePreview,
  posts: PreviewView['posts'],
): Promise<PreviewView> => {
  const { plan, boundaries } = preview;
  const paths = [
    ...plan.ended.map((one) => one.path),
    ...boundaries.set.keys(),
    ...boundaries.findings.flatMap((one) => one.paths),
    ...boundaries.buildings.flatMap((one) => [one.building, ...one.areas]),
  ];
  // Buildings may have another path afterwards; their names are found under the old one.
  const before = new Map(preview.carried.map(({ from, to }) => [to, from]));
  const asked = [...new Set(paths.map((path) => before.get(path) ?? path))];
  const { rows } = await raw<{ path: string; name: string }>`select path, name from territory
    where path = any(${asked}::text[])`.execute(sql);
  const names = new Map(rows.map((row) => [row.path, row.name]));
  const given = new Map([...plan.added, ...plan.renamed].map((one) => [one.path, one.name]));
  const nameOf = (path: TerritoryPath): string =>
    given.get(path) ?? names.get(before.get(path) ?? path) ?? pathToCode(path);
  const named = (path: TerritoryPath) => ({ code: pathToCode(path), name: nameOf(path) });
  return {
    title: preview.title,
    moved: preview.moved.map(({ what, name, count }) => ({ what, name, count })),
    codes: preview.carried.map(({ from, to }) => ({ from: pathToCode(from), to: pathToCode(to) })),
    codesInAll: preview.carriedCount,
    added: plan.added.map(({ path, name }) => ({ code: pathToCode(path), name })),
    ended: plan.ended.map(({ path }) => ({ code: pathToCode(path), name: names.get(path) ?? '' })),
    problems: plan.problems.map((one) => ({ code: one.code, stops: one.stops, text: problemText(one) })),
    posts: [...posts],
    boundaries: {
      shapes: await shapesOf(sql, change, preview, nameOf),
      needed: boundaries.needed.map(named),
      findings: [
        ...boundaries.findings.map(({ kind, paths: where, areaSquareMetres }) => ({
          kind,
          names: where.map(nameOf),
          areaSquareMetres,
        })),
        ...boundaries.buildings.map(({ kind, building, areas }) => ({
          kind,
          names: [building, ...areas].map(nameOf),
          areaSquareMetres: null,
        })),
      ],
    },
  };
};
