import { sql as raw } from 'kysely';
import { DomainError, isRefusal } from '#kernel/domain-error';
import type { Label } from '#kernel/label';
import { type Datum, districtOfPath, findPathOfCode, type TerritoryPath } from '#engines/territory/model';
import type { SqlOrTransaction } from '#platform/server/parts';
import { isWithin, type Reach } from './reach.ts';
import { readBoundary, shapeColumns } from './shape-columns.ts';
import { findStored, updateNode } from './territory-store.ts';

/** Properties in which map programs write the code of an area, first that fits wins. */
const codeProperties = [
  'code',
  'adcode',
  'CODE',
  'ADCODE',
  'dm',
  'DM',
  'xzqdm',
  'XZQDM',
  'zldwdm',
  'ZLDWDM',
  'id',
  'ID',
];

export interface BoundaryImport {
  readonly set: number;
  readonly unchanged: number;
  /** Features without a known code, outside the reach, or with a wrong shape; the number counts from 1. */
  readonly refused: readonly { readonly number: number; readonly code: string | null; readonly why: string }[];
}

interface Feature {
  readonly properties?: Readonly<Record<string, unknown>> | null;
  readonly id?: unknown;
  readonly geometry?: unknown;
}

const featuresOf = (geojson: unknown): readonly Feature[] => {
  const { type, features } = (geojson ?? {}) as { readonly type?: unknown; readonly features?: unknown };
  if (type === 'Feature') return [geojson as Feature];
  if (type === 'FeatureCollection' && Array.isArray(features)) return features as Feature[];
  throw new DomainError('import.file-unreadable', { detail: '不是 GeoJSON 的 FeatureCollection' });
};

const findCode = (feature: Feature): string | null => {
  const candidates = [...codeProperties.map((property) => feature.properties?.[property]), feature.id];
  for (const candidate of candidates) {
    // Official codes are often filled up with zeros: 440310000000 is the district.
    const code = String(candidate ?? '')
      .trim()
      .replace(/^(?:([0-9]{6})0{6}|([0-9]{9})000)$/, '$1$2');
    if (findPathOfCode(code) !== undefined) return code;
  }
  return null;
};

/**
 * Sets the boundaries of nodes from GeoJSON, each feature matched by its code. Right features are
 * taken, wrong ones are named with the reason; an equal boundary is not written again.
 * @returns also the paths whose boundary changed
 */
export const importBoundaries = async (
  sql: SqlOrTransaction,
  reach: Reach,
  file: { readonly geojson: unknown; readonly datum: Datum },
  progress: (done: number, total: number) => Promise<void> = async () => undefined,
): Promise<BoundaryImport & { readonly paths: readonly TerritoryPath[] }> => {
  const features = featuresOf(file.geojson);
  const refused: { number: number; code: string | null; why: string }[] = [];
  const paths: TerritoryPath[] = [];
  let unchanged = 0;
  for (const [index, feature] of features.entries()) {
    if (index % 100 === 0) await progress(index, features.length);
    const code = findCode(feature);
    const refuseWith = (why: string) => void refused.push({ number: index + 1, code, why });
    if (code === null) {
      refuseWith('没有区划代码属性');
      continue;
    }
    const path = findPathOfCode(code) ?? '';
    const node = isWithin(reach, path) ? await findStored(sql, path) : undefined;
    if (!node) {
      refuseWith('没有这个编码的区域，或不在您的管辖范围内');
      continue;
    }
    try {
      const columns = shapeColumns(readBoundary(feature.geometry, file.datum));
      const same = await raw`select 1 from territory
        where district = ${districtOfPath(path)} and path = ${path} and boundary = ${columns.boundary}::jsonb`.execute(
        sql,
      );
      if (same.rows.length > 0) unchanged += 1;
      else {
        await updateNode(sql, path, columns);
        paths.push(path);
      }
    } catch (error) {
      if (!isRefusal(error)) throw error;
      refuseWith(String(error.values['detail'] ?? error.code));
    }
  }
  await progress(features.length, features.length);
  return { set: paths.length, unchanged, refused, paths };
};

export const importSummary = ({ set, unchanged, refused }: BoundaryImport): Label => ({
  zh: `写入边界 ${set} 个，未变化 ${unchanged} 个，未采用 ${refused.length} 个。`,
  en: `${set} boundaries set, ${unchanged} unchanged, ${refused.length} not taken.`,
});
