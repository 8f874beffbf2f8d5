import type { Id } from '#kernel/ids';
import { chinaDate, type Instant } from '#kernel/instant';
import { label, type Locale } from '#kernel/label';
import type { CaseQuery, CaseRow } from '#engines/case/contract';
import type { Job } from '#platform/contract';
import type { JobProgress, JobResult, Parts, Session, SessionPost } from '#platform/server/parts';
import type { CaseLists } from './case-lists.ts';
import type { Views } from './case-view.ts';
import type { Definitions } from './definitions.ts';
import type { Reader } from './readers.ts';
import { type Cell, MOST_ROWS, sheetType, writeSheet } from './sheet/write-sheet.ts';

const KIND = 'case.export';
const PAGE = 1_000;

interface ExportPayload {
  readonly query: CaseQuery;
  readonly reader: Reader;
  readonly posts: readonly SessionPost[];
  readonly name: string;
  readonly locale: Locale;
  readonly now: Instant;
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

const moment = (at: Instant | null): Cell => (at === null ? null : { at });

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
];

/** Excel of a list, as a job: the rows are read page by page along the list's own order and streamed into the file. */
export const createExports = (parts: Parts, definitions: Definitions, lists: CaseLists, views: Views) => {
  const run = async (payload: ExportPayload, progress: JobProgress): Promise<JobResult> => {
    await definitions.ready();
    const { query, reader, posts, locale, now } = payload;
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
        for (const row of page.rows) {
          const view = views.rowView(row, names, now, false);
          yield columns.map((column) => column.cell(view, locale));
        }
        done += page.rows.length;
        await progress.report(done, total);
        after = page.next ?? undefined;
      } while (after !== undefined && done < MOST_ROWS);
    };
    const title = { zh: '事项清单', en: 'Matters' }[locale];
    const name = `${title} ${chinaDate(now)}.xlsx`;
    const body = writeSheet({
      name: title,
      footer: `${payload.name} ${chinaDate(now)}`,
      columns: columns.map((column) => ({ title: column.title[locale], width: column.width })),
      rows: rows(),
    });
    const file = await parts.files.write(name, sheetType, body);
    await progress.report(done, done);
    return { file: { id: file.id, name }, result: { rows: done } };
  };
  parts.jobs.define<ExportPayload>(KIND, run);

  const startExport = async (
    query: CaseQuery,
    session: Session,
    reader: Reader,
    more: { readonly locale: Locale; readonly address: string },
  ): Promise<Job> => {
    const id: Id = parts.newId();
    const district = reader.districts[0] ?? '';
    const { after: _after, size: _size, ...filters } = query;
    const payload: ExportPayload = {
      query: filters,
      reader,
      posts: session.posts,
      name: session.name,
      locale: more.locale,
      now: parts.clock(),
    };
    await parts.sql.transaction().execute(async (transaction) => {
      await parts.jobs.start(transaction, { id, kind: KIND, district, person: session.person, payload });
      await parts.audit.write(transaction, {
        district,
        person: session.person,
        address: more.address,
        action: KIND,
        object: `job:${id}`,
        result: 'done',
        detail: { query: JSON.stringify(filters).slice(0, 500) },
      });
    });
    return { id, kind: KIND, state: 'waiting', done: 0, total: null, file: null, result: null, message: null };
  };

  return { startExport };
};
