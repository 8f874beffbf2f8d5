import { DomainError } from '#kernel/domain-error';
import { decodeText } from './text-encoding.ts';

/** A row of a sheet: column → cell as written. */
export type SheetRow = Readonly<Record<string, string>>;

/** A cell longer than this is not a cell but a file with an open quote. */
const longestCell = 1_000_000;

/**
 * Records of a CSV text (RFC 4180): quoted cells with commas, line ends and doubled quotes; lines end
 * with CRLF, LF or CR. One pass, no line is held longer than its record. Own code, because it is short
 * and the npm readers bring Node streams, options and types that this one place does not need.
 */
export async function* readRecords(pieces: AsyncIterable<string>): AsyncGenerator<readonly string[]> {
  let record: string[] = [];
  let cell = '';
  let quoted = false;
  let closed = false;
  let afterReturn = false;
  const endCell = (): void => {
    record.push(cell);
    cell = '';
    closed = false;
  };
  for await (const piece of pieces) {
    let from = 0;
    for (let at = 0; at < piece.length; at += 1) {
      const mark = piece.charCodeAt(at);
      const wasReturn = afterReturn;
      afterReturn = false;
      if (quoted) {
        if (mark !== 34) continue;
        cell += piece.slice(from, at);
        quoted = false;
        closed = true;
        from = at + 1;
      } else if (mark === 34) {
        // Only a quote right behind a closing one stands for itself.
        if (closed && from === at) cell += '"';
        else cell += piece.slice(from, at);
        quoted = true;
        closed = false;
        from = at + 1;
      } else if (mark === 44) {
        cell += piece.slice(from, at);
        endCell();
        from = at + 1;
      } else if (mark === 10 && wasReturn) {
        from = at + 1;
      } else if (mark === 10 || mark === 13) {
        cell += piece.slice(from, at);
        endCell();
        yield record;
        record = [];
        from = at + 1;
        afterReturn = mark === 13;
      }
    }
    cell += piece.slice(from);
    if (cell.length > longestCell) throw new DomainError('import.quote-open');
  }
  if (quoted) throw new DomainError('import.quote-open');
  if (cell !== '' || record.length > 0 || closed) {
    endCell();
    yield record;
  }
}

export interface CsvSheet {
  readonly columns: readonly string[];
  readonly rows: AsyncIterable<SheetRow>;
}

const isBlank = (record: readonly string[]): boolean => record.every((cell) => cell.trim() === '');

/** A sheet with headers in its first line, read as it streams. Blank lines are passed over. */
export const openCsv = async (bytes: AsyncIterable<Uint8Array>): Promise<CsvSheet> => {
  const records = readRecords(decodeText(bytes));
  const first = await records.next();
  if (first.done || isBlank(first.value)) throw new DomainError('import.file-empty');
  const columns = first.value.map((name) => name.trim());
  async function* rows(): AsyncGenerator<SheetRow> {
    for await (const record of records) {
      if (isBlank(record)) continue;
      yield Object.fromEntries(columns.map((name, index) => [name, record[index] ?? '']));
    }
  }
  return { columns, rows: rows() };
};
