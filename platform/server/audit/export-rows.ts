import { Readable } from 'node:stream';
import type { AuditFilters } from '#platform/contract/audit-routes';
import type { NameOfAction } from '#platform/contract/audit-actions';
import type { Files, JobProgress, JobResult, Sql } from '#platform/server/parts';
import { csvCell } from '#platform/server/spreadsheets';
import { entriesOf, findRows, type NamesOfPersons } from './search.ts';

const pageSize = 2_000;
const heads = [
  '时间',
  '人员',
  '代谁办理',
  '地址',
  '终端',
  '追踪号',
  '动作',
  '动作代码',
  '对象',
  '结果',
  '理由',
  '详情',
  '行编号',
  '区划',
];

const chinaTime = (at: string): string =>
  new Date(Date.parse(at) + 8 * 3_600_000).toISOString().replace('T', ' ').replace('Z', ' +08:00');

export interface ExportRequest {
  readonly districts: readonly string[];
  readonly filters: AuditFilters;
  /** Nothing that is written after it was asked for. */
  readonly until: string;
  readonly id: string;
}

/** Writes the rows that match into a file, page by page. */
export const exportRows = async (
  parts: { readonly sql: Sql; readonly files: Pick<Files, 'write'> },
  { namesOfPersons, nameOfAction }: { readonly namesOfPersons: NamesOfPersons; readonly nameOfAction?: NameOfAction },
  { districts, filters, until, id }: ExportRequest,
  progress: JobProgress,
): Promise<JobResult> => {
  let count = 0;
  const lines = async function* (): AsyncGenerator<string> {
    yield `\ufeff${heads.join(',')}\r\n`;
    for (let after: string | undefined; ; ) {
      const to = filters.to !== undefined && filters.to < until ? filters.to : until;
      const rows = await findRows(parts.sql, districts, { ...filters, to }, { after, size: pageSize });
      for (const row of await entriesOf(rows, namesOfPersons, nameOfAction)) {
        const { person, action, actionName } = row;
        const texts = [
          chinaTime(row.at),
          person ? `${person.name}（${person.id}）` : '',
          row.onBehalfOf ?? '',
          row.address ?? '',
          row.agent ?? '',
          row.trace ?? '',
          actionName.zh,
          action,
          row.object,
          row.result === 'done' ? '完成' : '拒绝',
          row.reason ?? '',
          JSON.stringify(row.detail),
          row.id,
          row.district,
        ];
        yield `${texts.map(csvCell).join(',')}\r\n`;
      }
      count += rows.length;
      await progress.report(count);
      const last = rows.at(-1);
      if (!last || rows.length < pageSize) break;
      after = last.id;
    }
    yield `# 导出编号 ${id}，共 ${count} 行\r\n`;
  };
  const name = `审计日志-${until.slice(0, 10)}-${id.slice(-8)}.csv`;
  const stored = await parts.files.write(name, 'text/csv', Readable.from(lines()));
  return { file: { id: stored.id, name }, result: { rows: count } };
};
