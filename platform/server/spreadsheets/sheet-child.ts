import process from 'node:process';
import { readXlsx, SheetRefused, type XlsxLimits } from './read-xlsx.ts';

/** A program of its own: a workbook comes in, its rows go out as JSON, or the word for why not. */

const [limits = '{}'] = process.argv.slice(2);
const pieces: Buffer[] = [];
for await (const piece of process.stdin as AsyncIterable<Buffer>) pieces.push(piece);
let said: string;
try {
  said = JSON.stringify({ rows: readXlsx(Buffer.concat(pieces), JSON.parse(limits) as XlsxLimits) });
} catch (error) {
  said = JSON.stringify({ refused: error instanceof SheetRefused ? error.message : 'unreadable' });
}
process.stdout.write(said);
