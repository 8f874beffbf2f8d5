import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type { Aside, SheetRow } from '#engines/exchange/model';
import { csvCell } from '#platform/server/spreadsheets';

const line = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`;

/**
 * The rows and values that an import left out, as CSV that opens in Excel: why, which column, what stood
 * there, and the row as it was, so that it can be mended and sent again.
 */
export class AsideSheet {
  readonly #to: Writable;
  readonly #columns: readonly string[];
  #lines = 0;

  constructor(to: Writable, columns: readonly string[]) {
    this.#to = to;
    this.#columns = columns;
    to.write(`\ufeff${line(['处理', '原因', '列', '原值', ...columns])}`);
  }

  get lines(): number {
    return this.#lines;
  }

  async write(aside: Aside, row: SheetRow): Promise<void> {
    this.#lines += 1;
    const done = aside.whole ? '整行未接收' : '已接收，该值留空';
    const value = aside.column === null ? '' : (row[aside.column] ?? '');
    const text = line([
      done,
      aside.reason.zh,
      aside.column ?? '',
      value,
      ...this.#columns.map((name) => row[name] ?? ''),
    ]);
    if (!this.#to.write(text)) await once(this.#to, 'drain');
  }
}
