import { Readable } from 'node:stream';
import { looksLikeFormula } from '#platform/server/spreadsheets';
import { zipStream } from '../sheet/zip-stream.ts';

/** A small workbook for people to fill in or mend; large exports are streamed by `../sheet/write-sheet.ts`. */
export interface Workbook {
  readonly name: string;
  readonly columns: readonly BookColumn[];
  readonly rows: readonly (readonly BookCell[])[];
}

export interface BookColumn {
  readonly title: string;
  /** In characters. */
  readonly width: number;
  readonly required?: boolean;
  /** What may be chosen in its cells. */
  readonly choices?: readonly string[];
  /** Shown when somebody enters a cell. */
  readonly hint?: string;
}

export interface BookCell {
  readonly text: string;
  /** Not right: on a coloured ground. */
  readonly bad?: boolean;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** Cells that may be filled in from a list, below the heading. */
const FILLABLE = 2_000;
/** Styles, by their place in `styles.xml`: text, heading, heading of what is needed, bad cell. */
const style = { text: 1, heading: 2, needed: 3, bad: 4 } as const;

const escape = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);

/** `0` → A, `27` → AB. */
const letters = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26);

const cellXml = (text: string, styled: number): string =>
  text === ''
    ? `<c s="${styled}"/>`
    : `<c s="${styled}" t="inlineStr"><is><t xml:space="preserve">${escape(text.slice(0, 32_000))}</t></is></c>`;

/** A typed text is never computed; what looks like a formula keeps its quote when somebody edits the cell. */
const styleOf = ({ text, bad }: BookCell): number => (bad ? style.bad : looksLikeFormula(text) ? 5 : style.text);

const sheetXml = ({ columns, rows }: Workbook): string => {
  const widths = columns.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" style="1" customWidth="1"/>`,
  );
  const heading = columns
    .map(({ title, required }) => cellXml(title, required ? style.needed : style.heading))
    .join('');
  const body = rows
    .map((row) => `<row>${row.map((cell) => cellXml(cell.text, styleOf(cell))).join('')}</row>`)
    .join('');
  const listed = columns.flatMap(({ choices = [] }, at) => (choices.length > 0 ? [at] : []));
  const validations = columns.flatMap(({ choices = [], hint = '' }, at) => {
    if (choices.length === 0 && hint === '') return [];
    const range = `${letters(at)}2:${letters(at)}${FILLABLE}`;
    const place = listed.indexOf(at);
    const list = `<formula1>选项!$${letters(place)}$1:$${letters(place)}$${choices.length}</formula1>`;
    const said = hint === '' ? '' : ` showInputMessage="1" prompt="${escape(hint.slice(0, 250))}"`;
    return [
      choices.length > 0
        ? `<dataValidation type="list" allowBlank="1" errorStyle="warning"${said} showErrorMessage="1" sqref="${range}">${list}</dataValidation>`
        : `<dataValidation allowBlank="1"${said} sqref="${range}"/>`,
    ];
  });
  const checks =
    validations.length > 0
      ? `<dataValidations count="${validations.length}">${validations.join('')}</dataValidations>`
      : '';
  return `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData><row>${heading}</row>${body}</sheetData>${checks}<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`;
};

/** A hidden sheet with the lists to choose from: a list in the rule itself may not be longer than 255 signs. */
const choicesXml = (columns: readonly BookColumn[]): string => {
  const lists = columns.flatMap(({ choices = [] }) => (choices.length > 0 ? [choices] : []));
  const longest = Math.max(0, ...lists.map((list) => list.length));
  const rows = Array.from(
    { length: longest },
    (_, row) => `<row>${lists.map((list) => cellXml(list[row] ?? '', style.text)).join('')}</row>`,
  );
  return `${head}<worksheet xmlns="${main}"><sheetData>${rows.join('')}</sheetData></worksheet>`;
};

const parts = (book: Workbook) => [
  {
    name: '[Content_Types].xml',
    text: `${head}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${spreadsheet}.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="${spreadsheet}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/></Types>`,
  },
  {
    name: '_rels/.rels',
    text: `${head}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  },
  {
    name: 'xl/workbook.xml',
    text: `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="${escape(book.name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31))}" sheetId="1" r:id="rId1"/><sheet name="选项" sheetId="2" state="hidden" r:id="rId2"/></sheets></workbook>`,
  },
  {
    name: 'xl/_rels/workbook.xml.rels',
    text: `${head}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
  },
  {
    name: 'xl/styles.xml',
    text: `${head}<styleSheet xmlns="${main}"><fonts count="3"><font><sz val="11"/></font><font><b/><sz val="11"/></font><font><b/><sz val="11"/><color rgb="FFC0362C"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFBD9D3"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="6"><xf/><xf numFmtId="49" applyNumberFormat="1"/><xf fontId="1" applyFont="1"/><xf fontId="2" applyFont="1"/><xf numFmtId="49" fillId="2" applyFill="1" applyNumberFormat="1"/><xf numFmtId="49" quotePrefix="1" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  },
  { name: 'xl/worksheets/sheet1.xml', text: sheetXml(book) },
  { name: 'xl/worksheets/sheet2.xml', text: choicesXml(book.columns) },
];

export const writeWorkbook = (book: Workbook): Readable =>
  Readable.from(zipStream(parts(book).map(({ name, text }) => ({ name, text: [text] }))));
