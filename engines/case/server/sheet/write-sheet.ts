import { Readable } from 'node:stream';
import { type Instant, millisOf } from '#kernel/instant';
import { looksLikeFormula } from '#platform/server/spreadsheets';
import { zipStream } from './zip-stream.ts';

/** A cell: text, number, moment (shown as China time) or nothing. */
export type Cell = string | number | { readonly at: Instant } | null;

export interface Column {
  readonly title: string;
  /** In characters. */
  readonly width: number;
}

export interface Sheet {
  readonly name: string;
  readonly columns: readonly Column[];
  /** Printed at the foot of every page: who took the sheet out, and when. */
  readonly footer: string;
  /** Id of the export: printed at the head of every page, in a line below the rows, and in a hidden column. */
  readonly mark?: string;
  readonly rows: AsyncIterable<readonly Cell[]>;
}

export const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Excel holds 1,048,576 rows, the heading one of them. */
export const MOST_ROWS = 1_000_000;

const LONGEST = 32_767;
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Styles, by their place in `styles.xml`. */
const style = { heading: 1, moment: 2, quoted: 3 } as const;

const escape = (text: string): string =>
  text
    // Signs that XML does not allow.
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      '',
    )
    .replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);

const textCell = (text: string, styled: number | null): string => {
  const s = styled ?? (looksLikeFormula(text) ? style.quoted : null);
  // A typed string is never computed; the quote prefix keeps it one when somebody edits the cell.
  return `<c${s === null ? '' : ` s="${s}"`} t="inlineStr"><is><t xml:space="preserve">${escape(text.slice(0, LONGEST))}</t></is></c>`;
};

/** Days since 1899-12-30 in China time, as Excel counts. */
const serial = (moment: Instant): number => (millisOf(moment) + 8 * 3_600_000) / 86_400_000 + 25_569;

const cellXml = (cell: Cell): string => {
  if (cell === null || cell === '') return '<c/>';
  if (typeof cell === 'string') return textCell(cell, null);
  if (typeof cell === 'number') return `<c><v>${cell}</v></c>`;
  return `<c s="${style.moment}"><v>${serial(cell.at)}</v></c>`;
};

const sheetXml = async function* ({ columns, footer, mark, rows }: Sheet): AsyncGenerator<string> {
  yield `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`;
  const widths = columns.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  const beside = columns.length + 1;
  const hidden = mark ? `<col min="${beside}" max="${beside}" width="1" hidden="1" customWidth="1"/>` : '';
  const heading = columns.map(({ title }) => textCell(title, style.heading)).join('');
  yield `<cols>${widths.join('')}${hidden}</cols><sheetData><row>${heading}${mark ? textCell(mark, null) : ''}</row>`;
  let text = '';
  for await (const row of rows) {
    text += `<row>${row.map(cellXml).join('')}</row>`;
    if (text.length > 65_536) {
      yield text;
      text = '';
    }
  }
  if (mark) text += `<row/><row>${textCell(mark, null)}${textCell(footer, null)}</row>`;
  yield `${text}</sheetData><printOptions gridLines="1"/><pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/><headerFooter>${mark ? `<oddHeader>&amp;R${escape(mark)}</oddHeader>` : ''}<oddFooter>&amp;L${escape(footer.replaceAll('&', '&&'))}&amp;R&amp;P / &amp;N</oddFooter></headerFooter></worksheet>`;
};

const fixed = (name: string): readonly { readonly name: string; readonly text: readonly string[] }[] => [
  {
    name: '[Content_Types].xml',
    text: [
      `${head}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetType}.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`,
    ],
  },
  {
    name: '_rels/.rels',
    text: [
      `${head}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
  },
  {
    name: 'xl/workbook.xml',
    text: [
      `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="${escape(name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
  },
  {
    name: 'xl/_rels/workbook.xml.rels',
    text: [
      `${head}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    ],
  },
  {
    name: 'xl/styles.xml',
    text: [
      `${head}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="49" quotePrefix="1" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ],
  },
];

/** An xlsx workbook of one sheet, streamed: memory does not grow with the rows. */
export const writeSheet = (sheet: Sheet): Readable =>
  Readable.from(zipStream([...fixed(sheet.name), { name: 'xl/worksheets/sheet1.xml', text: sheetXml(sheet) }]));
