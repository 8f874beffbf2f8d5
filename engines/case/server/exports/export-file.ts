import type { Id } from '#kernel/ids';
import { chinaDate, type Instant } from '#kernel/instant';
import { label, type Locale } from '#kernel/label';
import type { CaseQuery, CaseRow } from '#engines/case/contract';
import type { Job } from '#platform/contract';
import { clearText } from '#fields';
import { DomainError } from '#kernel/domain-error';
import type { Json } from '#fields/field';
import type { JobProgress, JobResult, Parts, Session } from '#platform/server/parts';
import type { CaseLists, ListedCase } from '../case-lists.ts';
import { caseSettings } from '../case-settings.ts';
import type { CaseStore } from '../case-store.ts';
import { personalFieldsOf, type Views } from '../case-view.ts';
import type { Contact, ContactSeal } from '../contact-seal.ts';
import type { Definitions } from '../definitions.ts';
import type { Reader, WorkingPost } from '../readers.ts';
import { type Cell, MOST_ROWS, sheetType, writeSheet } from '../sheet/write-sheet.ts';
import { exportMark, signatureOf } from './export-mark.ts';

const KIND = 'case.export';
const PAGE = 1_000;

/** What is taken out, with the rights of whoever asked. */
export interface ExportRights {
  readonly query: CaseQuery;
  readonly reader: Reader;
  readonly posts: readonly WorkingPost[];
}

/** Everything that the making of a file needs to know. */
export interface ExportOrder extends ExportRights {
  readonly mark: string;
  readonly person: Id;
  readonly name: string;
  readonly locale: Locale;
  readonly now: Instant;
  /** With personal values in clear: only ever after somebody else has approved it. */
  readonly clear: boolean;
}

const timingNames = {
  'in-time': label('按时', 'In time'),
  overtime: label('超时', 'Overtime'),
  unknown: label('未知', 'Unknown'),
} as const;
const statusNames = { open: label('办理中', 'Open'), closed: label('已办结', 'Closed') } as const;

interface ExportColumn {
  readonly title: { readonly zh: string; readonly en: string };
  readonly width: number;
  readonly cell: (row: CaseRow, locale: Locale) => Cell;
}

/** Names of the personal columns of an approved export. */
const personalColumns = [
  { title: label('诉求人', 'Reported by'), width: 12 },
  { title: label('联系电话', 'Phone'), width: 16 },
  { title: label('其他个人信息', 'Other personal values'), width: 32 },
];

const moment = (at: Instant | null): Cell => (at === null ? null : { at });

const cardNames = {
  notice: label('督办提醒', 'Reminder'),
  yellow: label('黄牌', 'Yellow card'),
  red: label('红牌', 'Red card'),
} as const;
const yes = label('是', 'Yes');

const columns: readonly ExportColumn[] = [
  { title: label('受理编号', 'Number'), width: 20, cell: (row) => row.number },
  { title: label('标题', 'Title'), width: 32, cell: (row) => row.title },
  { title: label('类别', 'Category'), width: 14, cell: (row, locale) => row.categoryName[locale] },
  { title: label('区域', 'Territory'), width: 32, cell: (row) => row.place.name },
  { title: label('地点', 'Place'), width: 24, cell: (row) => row.place.text },
  { title: label('状态', 'Status'), width: 10, cell: (row, locale) => statusNames[row.status][locale] },
  { title: label('环节', 'Stage'), width: 14, cell: (row, locale) => row.stageName[locale] },
  { title: label('承办单位', 'Body in charge'), width: 24, cell: (row) => row.assignee },
  { title: label('上报时间', 'Reported'), width: 17, cell: (row) => moment(row.reportedAt) },
  { title: label('到期时间', 'Due'), width: 17, cell: (row) => moment(row.dueAt) },
  { title: label('办结时间', 'Closed'), width: 17, cell: (row) => moment(row.closedAt) },
  { title: label('时效', 'Timing'), width: 10, cell: (row, locale) => row.timing && timingNames[row.timing][locale] },
  { title: label('满意度（1–5）', 'Rating (1–5)'), width: 12, cell: (row) => row.rating },
  { title: label('附议数', 'Me too'), width: 8, cell: (row) => row.meToo },
  { title: label('挂账复核日期', 'On hold until'), width: 14, cell: (row) => row.held },
  { title: label('督办', 'Card'), width: 10, cell: (row, locale) => row.card && cardNames[row.card][locale] },
  { title: label('延期', 'Extended'), width: 8, cell: (row, locale) => (row.extended ? yes[locale] : null) },
];

/** What of the parts of the engine an export is made of. */
interface ExportRooms {
  readonly lists: CaseLists;
  readonly store: CaseStore;
  readonly views: Views;
  readonly seal: ContactSeal;
}

/** Excel of a list: the rows are read page by page along the list's own order and streamed into the file. */
export const createExports = (parts: Parts, definitions: Definitions, { lists, store, views, seal }: ExportRooms) => {
  const personalCells = async (rows: readonly ListedCase[], locale: Locale): Promise<ReadonlyMap<Id, Cell[]>> => {
    const cells = new Map<Id, Cell[]>();
    for (const [id, { district, sealed }] of await store.findContacts(rows)) {
      const row = rows.find((one) => one.id === id);
      if (row) cells.set(id, await contactCells(row, await seal.open(district, id, sealed), locale));
    }
    return cells;
  };

  const contactCells = async (row: ListedCase, contact: Contact, locale: Locale): Promise<Cell[]> => {
    const playbook = definitions.playbookOf({ playbook: row.playbook, playbookVersion: row.playbook_version });
    const fields = personalFieldsOf(playbook);
    const names = await views.namedIn(row.district, fields, contact.personal);
    const others = fields.flatMap((field) => {
      const value = contact.personal[field.id];
      if (value === undefined || value === null) return [];
      return [`${field.name[locale]}：${clearText(field, value as Json, names, locale)}`];
    });
    return [contact.name, contact.phone, others.join('；')];
  };

  const makeFile = async (
    order: ExportOrder,
    progress: JobProgress,
  ): Promise<{ id: string; name: string; rows: number }> => {
    await definitions.ready();
    const { query, reader, posts, locale, now, mark, clear } = order;
    const total = Math.min(await lists.countAll(query, reader, posts, now), MOST_ROWS);
    let done = 0;
    const rows = async function* (): AsyncGenerator<readonly Cell[]> {
      let after: string | undefined;
      do {
        const page = await lists.listCases(
          { ...query, size: PAGE, ...(after !== undefined && { after }) },
          reader,
          posts,
          now,
          { counted: total },
        );
        const names = await views.namesFor(page.rows);
        const personal = clear ? await personalCells(page.rows, locale) : new Map<Id, Cell[]>();
        for (const row of page.rows) {
          const view = views.rowView(row, names, now, false);
          yield [...columns.map((column) => column.cell(view, locale)), ...(personal.get(row.id) ?? [])];
        }
        done += page.rows.length;
        await progress.report(done, total);
        after = page.next ?? undefined;
      } while (after !== undefined && done < MOST_ROWS);
    };
    const title = { zh: '事项清单', en: 'Matters' }[locale];
    const name = `${title} ${chinaDate(now)}.xlsx`;
    const all = [...columns, ...(clear ? personalColumns : [])];
    const body = writeSheet({
      name: title,
      footer: `${signatureOf(order.name, order.person)} ${chinaMoment(parts.clock())}`,
      mark,
      columns: all.map((column) => ({ title: column.title[locale], width: column.width })),
      rows: rows(),
    });
    const file = await parts.files.write(name, sheetType, body);
    await progress.report(done, done);
    return { id: file.id, name, rows: done };
  };

  parts.jobs.define<ExportOrder>(KIND, async (order, progress): Promise<JobResult> => {
    const { id, name, rows } = await makeFile(order, progress);
    return { file: { id, name }, result: { rows, mark: order.mark } };
  });

  const limitNow = (): Promise<number> =>
    parts.settings.get(caseSettings.exportLimit, caseSettings.otherwise.exportLimit);

  /** @throws export.needs-approval above the limit */
  const startExport = async (
    { query, reader, posts }: ExportRights,
    { session, locale, address }: { readonly session: Session; readonly locale: Locale; readonly address: string },
  ): Promise<Job> => {
    const id: Id = parts.newId();
    const now = parts.clock();
    const district = reader.districts[0] ?? '';
    const filters = filtersOnly(query);
    const [rows, limit] = [await lists.countAll(filters, reader, posts, now), await limitNow()];
    if (rows > limit) throw new DomainError('export.needs-approval', { rows, limit });
    const order: ExportOrder = {
      query: filters,
      reader,
      posts,
      mark: exportMark(id, now),
      person: session.person,
      name: session.name,
      locale,
      now,
      clear: false,
    };
    await parts.sql.transaction().execute(async (transaction) => {
      await parts.jobs.start(transaction, { id, kind: KIND, district, person: session.person, payload: order });
      await parts.audit.write(transaction, {
        district,
        person: session.person,
        address,
        action: KIND,
        object: `job:${id}`,
        result: 'done',
        detail: { query: queryText(filters), rows, mark: order.mark },
      });
    });
    return { id, kind: KIND, state: 'waiting', done: 0, total: null, file: null, result: null, message: null };
  };

  return { startExport, makeFile, countAll: lists.countAll };
};

export type Exports = ReturnType<typeof createExports>;

/** What is filtered by; where a page begins and how long it is matters to screens alone. */
export const filtersOnly = ({ after: _after, size: _size, ...filters }: CaseQuery): CaseQuery => filters;

/** A filter as an audit row keeps it; words that somebody searched for may name a person, and are not kept. */
export const queryText = ({ words, ...filters }: CaseQuery): string =>
  JSON.stringify({ ...filters, ...(words && { words: '***' }) }).slice(0, 500);

/** `2026-11-22 14:05`, China time. */
const chinaMoment = (at: Instant): string =>
  new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
