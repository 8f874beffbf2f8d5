import type { Writable } from 'node:stream';
import { DomainError } from '#kernel/domain-error';
import type { Label } from '#kernel/label';
import {
  type Aside,
  columnsOf,
  type ImportMap,
  isMissing,
  PairCensus,
  type PastMatter,
  readRow,
  type SheetRow,
  unitNames,
} from '#engines/exchange/model';
import { openCsv } from '#platform/server/spreadsheets';
import { AsideSheet } from './aside-sheet.ts';
import { openDivisions } from './divisions.ts';
import { pastCaseId } from './past-ids.ts';
import type { ExchangePorts, PastCase } from './ports.ts';

export interface ImportOptions {
  readonly map: ImportMap;
  /** Opens the file; it is read twice, first to learn which code bears which name. */
  readonly open: () => Promise<AsyncIterable<Uint8Array>>;
  /** Null: nothing is written, the report says what an import would do. */
  readonly write: { readonly by: string; readonly aside: () => Promise<Writable> } | null;
  readonly progress?: (done: number, total: number) => Promise<void>;
  /** First rows as read, for a preview. */
  readonly sample?: SheetRow[];
}

/** What an import did, or would do; the contract's `ImportReport` but for where the sheet lies. */
export interface ImportOutcome {
  readonly rowsIn: number;
  readonly taken: number;
  readonly known: number;
  readonly setAside: number;
  readonly reasons: readonly { readonly reason: Label; readonly rows: number; readonly whole: boolean }[];
  readonly bodiesMade: number;
  readonly placesMatched: number;
  readonly divisionsPlanted: number;
  /** Lines of the sheet of what was left out; without any it is not opened. */
  readonly asideLines: number;
}

const chunkSize = 1000;
const sampleSize = 20;

const unmatched: Aside = {
  kind: 'place-unmatched',
  reason: { zh: '地点名称在行政区划中找不到', en: 'The names of the place are not in the official divisions' },
  whole: true,
  column: null,
};
const uncategorised: Aside = {
  kind: 'category-unknown',
  reason: { zh: '事项类型缺失或不在分类表中', en: 'The type is missing or not in the list' },
  whole: true,
  column: null,
};
const twice: Aside = {
  kind: 'key-twice',
  reason: {
    zh: '唯一编号在文件中重复，只接收第一行',
    en: 'The number stands twice in the file; the first row was taken',
  },
  whole: true,
  column: null,
};

/** First reading: which names stand beside which codes, and how many rows there are. */
const takeCensus = async (options: ImportOptions) => {
  const { map } = options;
  const censuses = new Map(map.pairs.map((pair) => [pair.id, new PairCensus(pair)]));
  const sheet = await openCsv(await options.open());
  const missing = columnsOf(map).filter((column) => !sheet.columns.includes(column));
  if (missing.length > 0) throw new DomainError('import.columns-missing', { columns: missing.join('、'), map: map.id });
  let rows = 0;
  for await (const row of sheet.rows) {
    rows += 1;
    for (const pair of map.pairs)
      if (!isMissing(map, row[pair.code]))
        censuses.get(pair.id)?.add((row[pair.code] ?? '').trim(), (row[pair.text] ?? '').trim());
  }
  return { censuses, rows, columns: sheet.columns };
};

/** Counts reasons as they come, and hands each to the sheet. */
class Asides {
  readonly #counts = new Map<string, { reason: Label; rows: number; whole: boolean }>();
  readonly #open: (() => Promise<AsideSheet>) | null;
  #sheet: AsideSheet | undefined;
  rows = 0;

  constructor(open: (() => Promise<AsideSheet>) | null) {
    this.#open = open;
  }

  async add(asides: readonly Aside[], row: SheetRow): Promise<void> {
    if (asides.some((one) => one.whole)) this.rows += 1;
    for (const aside of asides) {
      const count = this.#counts.get(aside.kind) ?? { reason: aside.reason, rows: 0, whole: aside.whole };
      count.rows += 1;
      this.#counts.set(aside.kind, count);
      if (!this.#open) continue;
      this.#sheet ??= await this.#open();
      await this.#sheet.write(aside, row);
    }
  }

  get reasons() {
    return [...this.#counts.values()];
  }
  get lines(): number {
    return this.#sheet?.lines ?? 0;
  }
}

/** Imports a sheet of past matters in chunks, or says what an import would do. Of a row no more than its number is kept. */
export const runImport = async (options: ImportOptions, ports: ExchangePorts): Promise<ImportOutcome> => {
  const { map, write } = options;
  const { censuses, rows: total, columns } = await takeCensus(options);
  const divisions = await openDivisions(map, ports, write !== null);
  const names = unitNames(censuses.get(map.body?.pair ?? '') ?? new PairCensus(noPair), (name) => isMissing(map, name));
  const bodies = await findBodies(map, names, ports, write !== null);
  const titles = new Map((ports.codeList(map.category.list)?.items ?? []).map((item) => [item.code, item.name.zh]));
  const asides = new Asides(write && (async () => new AsideSheet(await write.aside(), columns)));

  const outcome = { rowsIn: 0, taken: 0, known: 0 };
  const seen = new Set<string>();
  let chunk: { readonly past: PastCase; readonly row: SheetRow }[] = [];
  const flush = async (): Promise<void> => {
    const done = write
      ? await ports.takePastCases(
          chunk.map((one) => one.past),
          write.by,
        )
      : await asKnown(
          map,
          chunk.map((one) => one.past),
          ports,
        );
    outcome.taken += done.added;
    outcome.known += done.known;
    for (const refusal of done.refused) {
      const row = chunk.find((one) => one.past.imported.externalId === refusal.externalId)?.row ?? {};
      await asides.add(
        [{ kind: `refused:${refusal.reason.zh}`, reason: refusal.reason, whole: true, column: map.key }],
        row,
      );
    }
    chunk = [];
    await options.progress?.(outcome.rowsIn, total);
  };
  const take = async (matter: PastMatter, values: readonly Aside[], row: SheetRow): Promise<void> => {
    const path = divisions.match(matter.place);
    const title = matter.category === null ? undefined : titles.get(matter.category);
    if (path === null) return asides.add([unmatched], row);
    if (matter.category === null || title === undefined) return asides.add([uncategorised], row);
    if (seen.has(matter.key)) return asides.add([twice], row);
    seen.add(matter.key);
    await asides.add(values, row);
    const body = matter.body === null ? undefined : bodies.ids.get(matter.body);
    const name = matter.body === null ? undefined : names.get(matter.body);
    chunk.push({
      row,
      past: {
        district: map.district,
        id: pastCaseId(map.source, matter.key, matter.reportedAt),
        playbook: map.playbook,
        imported: { source: map.source, externalId: matter.key },
        reportedAt: matter.reportedAt,
        category: matter.category,
        title,
        place: { path, point: null, text: '' },
        values: matter.values,
        channel: 'import',
        stage: map.stage,
        assignee: body !== undefined && name !== undefined ? { body, name } : null,
        answer: null,
        rating: null,
        closedAt: null,
        outcome: map.outcome,
        timing: matter.timing,
      },
    });
    if (chunk.length >= chunkSize) await flush();
  };

  for await (const row of (await openCsv(await options.open())).rows) {
    outcome.rowsIn += 1;
    if (options.sample && options.sample.length < sampleSize) options.sample.push(row);
    const reading = readRow(map, censuses, row);
    if (reading.kind === 'aside') await asides.add(reading.asides, row);
    else await take(reading.matter, reading.asides, row);
  }
  if (chunk.length > 0) await flush();
  return {
    ...outcome,
    setAside: asides.rows,
    reasons: asides.reasons,
    bodiesMade: bodies.made,
    placesMatched: divisions.matched(),
    divisionsPlanted: divisions.planted,
    asideLines: asides.lines,
  };
};

const noPair = {
  id: '',
  name: { zh: '', en: '' },
  code: '',
  text: '',
  identity: 'code',
  contradiction: 'value',
} as const;

const findBodies = async (
  map: ImportMap,
  names: ReadonlyMap<string, string>,
  ports: ExchangePorts,
  make: boolean,
): Promise<{ readonly ids: ReadonlyMap<string, string>; readonly made: number }> => {
  const rule = map.body;
  if (!rule || names.size === 0) return { ids: new Map(), made: 0 };
  const codes = [...names.keys()];
  const territory =
    (await ports.listDivisions(map.district)).find((one) => one.level === map.place.levels[0]?.level)?.path ?? '';
  const wanted = codes.map((code) => ({ name: names.get(code) ?? '', kind: rule.kind, territory }));
  if (!make) return { ids: new Map(), made: await ports.countMissingBodies(map.district, wanted) };
  const { ids, made } = await ports.ensureBodies(map.district, wanted);
  return { ids: new Map(codes.map((code, index) => [code, ids[index] ?? ''])), made };
};

const asKnown = async (map: ImportMap, chunk: readonly PastCase[], ports: ExchangePorts) => {
  const keys = chunk.map((one) => one.imported.externalId);
  const known = await ports.knownPastCases(map.district, map.source, keys);
  return { added: keys.length - known.size, known: known.size, refused: [] };
};
