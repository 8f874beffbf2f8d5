import { execFile } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { DomainError } from '#kernel/domain-error';
import { readRecords } from './read-csv.ts';
import type { XlsxLimits } from './read-xlsx.ts';
import { decodeText } from './text-encoding.ts';

export interface SheetLimits extends XlsxLimits {
  /** Of the file as it comes. */
  readonly bytes: number;
}

/** Of a sheet that people fill in by hand. */
export const sheetLimits: SheetLimits = { bytes: 10_000_000, part: 60_000_000, rows: 5_001, columns: 80, cell: 5_000 };

export interface ReadSheet {
  /** As they stand in the first line of more than one cell. */
  readonly headers: readonly string[];
  /** Cells by the place of their column; `line` is the number of the row as Excel shows it. */
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

const program = path.join(import.meta.dirname, 'sheet-child.ts');
const mostMillis = 20_000;
const heapMegabytes = 384;

const gather = async (body: AsyncIterable<Uint8Array>, most: number): Promise<Buffer> => {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of body) {
    size += piece.length;
    if (size > most) throw new DomainError('sheet.too-large', { megabytes: Math.floor(most / 1_000_000) });
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
};

/** Has a workbook read by a process of its own, with little memory and time, which is killed when it needs more. */
const xlsxRows = (bytes: Buffer, limits: SheetLimits): Promise<readonly (readonly string[])[]> =>
  new Promise((resolve, reject) => {
    const child = execFile(
      process.execPath,
      [
        `--max-old-space-size=${heapMegabytes}`,
        '--disable-warning=ExperimentalWarning',
        program,
        JSON.stringify(limits),
      ],
      { timeout: mostMillis, killSignal: 'SIGKILL', maxBuffer: 64_000_000, env: {} },
      (error, said) => {
        const answer = error ? {} : (JSON.parse(said) as { rows?: readonly (readonly string[])[]; refused?: string });
        if (answer.rows) resolve(answer.rows);
        else if (answer.refused === 'rows') reject(new DomainError('sheet.too-many-rows', { rows: limits.rows - 1 }));
        else if (answer.refused === 'columns')
          reject(new DomainError('sheet.too-many-columns', { columns: limits.columns }));
        else reject(new DomainError('import.file-unreadable', { detail: answer.refused ?? 'xlsx' }));
      },
    );
    // A child that is killed closes its end first.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(bytes);
  });

const csvRows = async (bytes: Buffer, limits: SheetLimits): Promise<readonly (readonly string[])[]> => {
  const rows: (readonly string[])[] = [];
  for await (const record of readRecords(decodeText(piecesOf(bytes)))) {
    if (record.length > limits.columns) throw new DomainError('sheet.too-many-columns', { columns: limits.columns });
    rows.push(record);
    if (rows.length > limits.rows) throw new DomainError('sheet.too-many-rows', { rows: limits.rows - 1 });
  }
  return rows;
};

async function* piecesOf(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** A title above the table stands alone in its line. */
const isHead = (cells: readonly string[]): boolean => cells.filter((cell) => cell.trim() !== '').length > 1;

const isEmpty = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/**
 * The first sheet of an xlsx workbook, or a CSV file, with its headers.
 * @throws import.file-unreadable, import.file-empty, import.quote-open, sheet.too-large, sheet.too-many-rows, sheet.too-many-columns
 */
export const readSheet = async (
  body: AsyncIterable<Uint8Array>,
  limits: SheetLimits = sheetLimits,
): Promise<ReadSheet> => {
  const bytes = await gather(body, limits.bytes);
  const isZip = bytes.length > 3 && bytes.readUInt32LE(0) === 0x04034b50;
  const all = isZip ? await xlsxRows(bytes, limits) : await csvRows(bytes, limits);
  const first = all.some(isHead) ? all.findIndex(isHead) : all.findIndex((cells) => !isEmpty(cells));
  const headers = all[first]?.map((cell) => cell.replace(/\s+/g, ' ').trim());
  if (!headers) throw new DomainError('import.file-empty');
  while (headers.length > 0 && headers.at(-1) === '') headers.pop();
  const rows = all
    .slice(first + 1)
    .flatMap((cells, index) =>
      isEmpty(cells) ? [] : [{ line: first + index + 2, cells: headers.map((_, at) => (cells[at] ?? '').trim()) }],
    );
  return { headers, rows };
};
