import { createHash } from 'node:crypto';
import { sql as raw } from 'kysely';
import { DomainError, isRefusal } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import { label } from '#kernel/label';
import { getFieldType } from '#fields';
import type { SheetOrder, SheetPreview, SheetReading } from '#engines/case/contract';
import {
  type Actor,
  type CellFault,
  createRowReader,
  decide,
  type DecideContext,
  faultsOf,
  foldedCell,
  guessTargets,
  type MatterRow,
  noCase,
  type Playbook,
  type Reporter,
  type SheetTarget,
  sheetTargets,
} from '#engines/case/model';
import { codeToPath, inScope } from '#engines/territory/model';
import type { JobProgress, JobResult, Parts, Session } from '#platform/server/parts';
import { type ReadSheet, readSheet } from '#platform/server/spreadsheets';
import type { CaseContextMaker } from '../case-context.ts';
import type { CaseStore } from '../case-store.ts';
import type { Commands } from '../commands.ts';
import type { Definitions } from '../definitions.ts';
import { keyedFingerprint } from '../keyed-fingerprint.ts';
import { onBehalfFields } from '../on-behalf.ts';
import type { CasePorts } from '../ports.ts';
import { type BookCell, writeWorkbook } from './workbook.ts';

export const sheetImportKind = 'case.import-sheet';
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const MOST_FAULTS = 200;
const CHANNEL = 'sheet';
/** By which names a place may stand in a sheet, from the top. */
const namedLevels = ['street', 'community', 'grid'] as const;

/** Who imports: what his posts reach, as it was when he asked. */
export interface Importing {
  readonly district: string;
  readonly scopes: readonly string[];
  readonly actor: Extract<Actor, { kind: 'staff' }>;
}

export interface SheetPayload {
  readonly order: SheetOrder;
  readonly by: Importing;
}

interface CheckedRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly row?: MatterRow;
  readonly faults: readonly CellFault[];
  /** Keyed: it may speak of a telephone. */
  readonly fingerprint?: string;
  /** A matter already, or the same as a row before. */
  readonly known: boolean;
}

interface Rooms {
  readonly definitions: Definitions;
  readonly store: CaseStore;
  readonly commands: Commands;
  readonly contextOf: CaseContextMaker;
}

/** Matters from sheets: columns mapped and remembered, cells checked by the playbook's own rules, rows taken once. */
export const createMatterSheets = (
  parts: Parts,
  ports: CasePorts,
  { definitions, store, commands, contextOf }: Rooms,
) => {
  const openSheet = async (file: string): Promise<ReadSheet> => {
    const stored = await parts.files.open(file);
    if (!stored) throw new DomainError('import.file-unreadable', { detail: file.slice(0, 8) });
    return readSheet(stored.body as AsyncIterable<Uint8Array>);
  };

  const targetsOf = (playbook: Playbook): readonly SheetTarget[] => sheetTargets(playbook, definitions.fields);

  const shapeOf = (headers: readonly string[]): string =>
    createHash('sha256')
      .update(JSON.stringify(headers.map(foldedCell)))
      .digest('hex')
      .slice(0, 32);

  const findColumns = async (
    district: string,
    playbook: string,
    shape: string,
  ): Promise<readonly string[] | undefined> =>
    (
      await raw<{ columns: string[] }>`
        select columns from case_sheet_columns
        where district = ${district} and playbook = ${playbook} and shape = ${shape}`.execute(parts.sql)
    ).rows[0]?.columns;

  const read = async (file: string, playbookId: string, { district }: Importing): Promise<SheetReading> => {
    await definitions.ready();
    const playbook = definitions.getPlaybook(playbookId, district);
    const { headers, rows } = await openSheet(file);
    const targets = targetsOf(playbook);
    const remembered = await findColumns(district, playbook.id, shapeOf(headers));
    const known = new Set(targets.map(({ id }) => id));
    const columns =
      remembered?.map((id) => (known.has(id) ? id : '')) ?? guessTargets(headers, targets).map((id) => id ?? '');
    return {
      headers: [...headers],
      targets: targets.map(({ id, name, required }) => ({ id, name, required })),
      columns: [...columns],
      remembered: remembered !== undefined,
      rows: rows.length,
      sample: rows.slice(0, 5).map(({ cells }) => [...cells]),
    };
  };

  /** Places in reach, by every way to write them; null where two places are called so. */
  const placesIn = async ({ scopes }: Importing): Promise<(text: string) => string | null | undefined> => {
    const paths = new Set<string>();
    const reached = scopes.flatMap((scope) => namedLevels.map((level) => ports.placesAtLevel(scope, level)));
    for (const place of (await Promise.all(reached)).flat()) paths.add(place.path);
    const names = await ports.namesOf([...paths]);
    const found = new Map<string, string | null>();
    const put = (text: string, path: string): void => {
      const key = foldedCell(text);
      found.set(key, found.has(key) && found.get(key) !== path ? null : path);
    };
    for (const path of paths) {
      const steps = (names.get(path) ?? '').split(' · ');
      const last = steps.at(-1);
      put(path.replaceAll('.', ''), path);
      if (!last) continue;
      for (const text of new Set([last, steps.join(''), steps.join('·'), steps.slice(-2).join('')])) put(text, path);
    }
    return (text) => found.get(foldedCell(text));
  };

  const reporterOf = (row: MatterRow, person: Id): Reporter =>
    row.name === null
      ? { kind: 'staff', person, enteredBy: null }
      : { kind: 'resident', person: null, enteredBy: person };

  /** What the playbook says no to, before anything is written. */
  const refusalOf = (playbook: Playbook, row: MatterRow, { actor }: Importing, context: DecideContext) => {
    const { category, path, placeText, values } = row;
    const decided = decide(
      playbook,
      noCase,
      {
        type: 'report',
        id: parts.newId(),
        category,
        place: { path, point: null, text: placeText },
        placeName: '',
        values,
        reporter: reporterOf(row, actor.person),
        channel: CHANNEL,
      },
      context,
    );
    return isRefusal(decided) ? decided : undefined;
  };

  const knownAmong = async (
    district: string,
    playbook: string,
    prints: readonly string[],
  ): Promise<ReadonlyMap<string, Id>> => {
    const { rows } = await raw<{ fingerprint: string; case_id: Id }>`
      select fingerprint, case_id from case_sheet_row
      where district = ${district} and playbook = ${playbook} and fingerprint = any(${[...prints]}::text[])`.execute(
      parts.sql,
    );
    return new Map(rows.map((row) => [row.fingerprint, row.case_id]));
  };

  const check = async (order: SheetOrder, by: Importing) => {
    await definitions.ready();
    const playbook = definitions.getPlaybook(order.playbook, by.district);
    const sheet = await openSheet(order.file);
    const context = await contextOf(by.actor, parts.clock());
    const path = order.place === undefined ? undefined : codeToPath(order.place);
    if (path !== undefined && !by.scopes.some((scope) => inScope(path, scope)))
      throw new DomainError('case.place-unknown');
    const readRow = createRowReader({
      playbook,
      context: definitions.fields,
      findPlace: await placesIn(by),
      checkPhone: (cell) => getFieldType('phone').check(cell, onBehalfFields.phone, definitions.fields),
      defaults: { category: order.category, path },
    });
    const fields = new Set(playbook.fields.map((field) => field.id));
    const checked: CheckedRow[] = [];
    const seen = new Set<string>();
    for (const { line, cells } of sheet.rows) {
      const byTarget = new Map(
        order.columns.flatMap((target, at) => (target ? [[target, cells[at] ?? ''] as const] : [])),
      );
      const found = readRow(byTarget);
      if ('faults' in found) {
        checked.push({ line, cells, faults: found.faults, known: false });
        continue;
      }
      const refusal = refusalOf(playbook, found.row, by, context);
      if (refusal) {
        checked.push({ line, cells, faults: faultsOf(refusal, fields), known: false });
        continue;
      }
      const fingerprint = await keyedFingerprint(parts, ['sheet', playbook.id, found.row]);
      checked.push({ line, cells, row: found.row, faults: [], fingerprint, known: seen.has(fingerprint) });
      seen.add(fingerprint);
    }
    const known = await knownAmong(by.district, playbook.id, [...seen]);
    return { playbook, sheet, known, rows: checked };
  };

  const columnOf = (order: SheetOrder, target: string | null): number | null => {
    const at = target === null ? -1 : order.columns.indexOf(target);
    return at < 0 ? null : at;
  };

  const preview = async (order: SheetOrder, by: Importing): Promise<SheetPreview> => {
    const { rows, known } = await check(order, by);
    const isKnown = (row: CheckedRow): boolean =>
      row.known || (row.fingerprint !== undefined && known.has(row.fingerprint));
    const good = rows.filter((row) => row.row);
    return {
      rows: rows.length,
      good: good.filter((row) => !isKnown(row)).length,
      known: good.filter(isKnown).length,
      bad: rows.length - good.length,
      faults: rows
        .flatMap(({ line, faults }) =>
          faults.map(({ target, reason }) => ({ line, column: columnOf(order, target), reason })),
        )
        .slice(0, MOST_FAULTS),
    };
  };

  const remember = async (
    order: SheetOrder,
    headers: readonly string[],
    { district, actor }: Importing,
  ): Promise<void> => {
    await raw`
      insert into case_sheet_columns (district, playbook, shape, columns, said_at, said_by)
      values (${district}, ${order.playbook}, ${shapeOf(headers)}, ${JSON.stringify(order.columns)}::jsonb,
        ${parts.clock()}::timestamptz, ${actor.person}::uuid)
      on conflict (district, playbook, shape) do update
        set columns = excluded.columns, said_at = excluded.said_at, said_by = excluded.said_by`.execute(parts.sql);
  };

  /** The id under which a row is or becomes a matter; who comes second gets the first one's. */
  const claimRow = async (district: string, playbook: string, fingerprint: string): Promise<Id> => {
    const { rows } = await raw<{ case_id: Id }>`
      insert into case_sheet_row (district, playbook, fingerprint, case_id, taken_at)
      values (${district}, ${playbook}, ${fingerprint}, ${parts.newId()}::uuid, ${parts.clock()}::timestamptz)
      on conflict (district, playbook, fingerprint) do update set playbook = excluded.playbook
      returning case_id`.execute(parts.sql);
    const id = rows[0]?.case_id;
    if (id === undefined) throw new Error('a row of a sheet was not kept');
    return id;
  };

  /** @returns whether a matter was made; false: it was there */
  const takeRow = async (playbook: Playbook, { row, fingerprint }: CheckedRow, by: Importing): Promise<boolean> => {
    if (!row || fingerprint === undefined) return false;
    const { district, actor } = by;
    const id = await claimRow(district, playbook.id, fingerprint);
    if ((await store.findCase([district], id)).stored) return false;
    await commands.reportCase({
      district,
      id,
      playbook: playbook.id,
      category: row.category,
      place: { path: row.path, point: null, text: row.placeText },
      values: row.values,
      channel: CHANNEL,
      reporter: reporterOf(row, actor.person),
      actor,
      ...(row.name !== null && { contact: { name: row.name, phone: row.phone } }),
      said: ['sheet', fingerprint],
    });
    return true;
  };

  /** The rows that were not taken, in the sheet as it was, their bad cells marked. */
  const returnSheet = (order: SheetOrder, sheet: ReadSheet, rows: readonly CheckedRow[], file: string) => {
    const columns = [
      ...sheet.headers.map((title) => ({ title, width: 18 })),
      { title: '未导入原因', width: 48, required: true },
    ];
    const body = rows.map(({ cells, faults }): readonly BookCell[] => {
      const bad = new Set(faults.map(({ target }) => columnOf(order, target)));
      const reasons = faults.map(({ target, reason }) => {
        const at = columnOf(order, target);
        return at === null ? reason.zh : `${sheet.headers[at]}：${reason.zh}`;
      });
      return [...cells.map((text, at) => ({ text, bad: bad.has(at) })), { text: reasons.join('；'), bad: true }];
    });
    return parts.files.write(file, sheetType, writeWorkbook({ name: '未导入的行', columns, rows: body }));
  };

  const run = async ({ order, by }: SheetPayload, progress: JobProgress): Promise<JobResult> => {
    const { playbook, sheet, rows } = await check(order, by);
    await remember(order, sheet.headers, by);
    const outcome = { rows: rows.length, taken: 0, known: 0, bad: 0 };
    const bad: CheckedRow[] = [];
    for (const [index, row] of rows.entries()) {
      if (!row.row) bad.push(row);
      else {
        try {
          if (await takeRow(playbook, row, by)) outcome.taken += 1;
          else outcome.known += 1;
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
          bad.push({ ...row, faults: faultsOf(error, new Set(playbook.fields.map((field) => field.id))) });
        }
      }
      if (index % 50 === 0) await progress.report(index, rows.length);
    }
    outcome.bad = bad.length;
    await progress.report(rows.length, rows.length);
    await parts.audit.write(parts.sql, {
      district: by.district,
      person: by.actor.person,
      action: sheetImportKind,
      object: `playbook:${playbook.id}`,
      result: 'done',
      detail: outcome,
    });
    const name = `${playbook.name.zh}-未导入的行.xlsx`;
    const file = bad.length > 0 ? await returnSheet(order, sheet, bad, name) : undefined;
    return {
      ...(file && { file: { id: file.id, name } }),
      result: outcome,
      message: label(
        `读入 ${outcome.rows} 行：新建 ${outcome.taken} 件，已有 ${outcome.known} 件，未导入 ${outcome.bad} 行`,
        `${outcome.rows} rows read: ${outcome.taken} new matters, ${outcome.known} known already, ${outcome.bad} not taken`,
      ),
    };
  };
  parts.jobs.define<SheetPayload>(sheetImportKind, run);

  const template = (playbookId: string, district: string) => {
    const playbook = definitions.getPlaybook(playbookId, district);
    const targets = targetsOf(playbook);
    const columns = targets.map(({ name, required, choices }) => ({
      title: name.zh,
      width: Math.max(12, name.zh.length * 2 + 4),
      required,
      choices: choices.slice(0, 1_000),
      hint: [required ? '必填' : '选填', choices.length > 0 ? '请从列表中选择' : ''].filter(Boolean).join('，'),
    }));
    const example = targets.map(({ example: text, id }) => ({ text: id === 'place' ? '（示例行，请删除）' : text }));
    return {
      type: sheetType,
      name: `${playbook.name.zh}-导入模板.xlsx`,
      body: writeWorkbook({ name: playbook.name.zh, columns, rows: [example] }),
    };
  };

  return { read, preview, template };
};

export type MatterSheets = ReturnType<typeof createMatterSheets>;

/** What somebody's posts reach when he imports: those that may report. */
export const importingOf = (session: Session, actor: Actor): Importing => {
  const posts = session.posts.filter((post) => post.permissions.has('case.report'));
  const district = posts[0]?.district;
  if (district === undefined || actor.kind !== 'staff') throw new DomainError('permission.denied');
  return { district, scopes: posts.filter((post) => post.district === district).map((post) => post.scope), actor };
};
