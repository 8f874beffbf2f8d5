import {
  AlignmentType,
  BorderStyle,
  type IRunOptions,
  PageBreak,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { type DocumentLayout, pairRows, type Runs } from '#engines/case/model';

/** Millimetres as twentieths of a point, the measure of Word. */
export const mm = (length: number): number => Math.round((length * 1440) / 25.4);

/** Points as halves, the measure of sizes of type in Word. */
const points = (size: number): number => Math.round(size * 2);

const eastern = (eastAsia: string) => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  eastAsia,
  cs: 'Times New Roman',
});

interface Type {
  readonly font: string;
  readonly size: number;
  readonly bold?: true;
  /** Twentieths of a point between signs. */
  readonly spacing?: number;
}

/** Type by layout: `letter` as GB/T 9704-2012 7.3 says (title 2号小标宋, body 3号仿宋, headings 黑体, 楷体, 仿宋). */
export const types: Readonly<
  Record<DocumentLayout, Readonly<Record<'body' | 'title' | 'h1' | 'h2' | 'h3' | 'table', Type>>>
> = {
  letter: {
    // 28 signs of 3号 in 156 mm: each a little narrower than its size. Said of the signs, not of the page's grid, which other
    // programs than Word take for cells that no sign of this size fits into.
    body: { font: '仿宋_GB2312', size: 16, spacing: -5 },
    title: { font: '方正小标宋简体', size: 22 },
    h1: { font: '黑体', size: 16 },
    h2: { font: '楷体_GB2312', size: 16 },
    h3: { font: '仿宋_GB2312', size: 16, bold: true },
    table: { font: '仿宋_GB2312', size: 14 },
  },
  form: {
    body: { font: '宋体', size: 12 },
    title: { font: '方正小标宋简体', size: 18 },
    h1: { font: '黑体', size: 12 },
    h2: { font: '楷体_GB2312', size: 12 },
    h3: { font: '宋体', size: 12, bold: true },
    table: { font: '宋体', size: 12 },
  },
};

/** Exact height of a line: 225 mm in 22 lines for a letter. */
export const linePitch: Readonly<Record<DocumentLayout, number>> = { letter: 579, form: 400 };

export const runOptions = ({ font, size, bold, spacing }: Type): IRunOptions => ({
  font: eastern(font),
  size: points(size),
  ...(bold && { bold }),
  ...(spacing !== undefined && { characterSpacing: spacing }),
});

/** Two signs at the head of a paragraph; Word counts in signs, others in points. */
export const headIndent = (layout: DocumentLayout) => ({
  firstLineChars: 200,
  firstLine: types[layout].body.size * 2 * 20,
});

/** Style of what stands in cells: a page number that Word fills in takes its type from there. */
export const cellStyle = (layout: DocumentLayout) => ({
  id: `cell-${layout}`,
  name: `cell ${layout}`,
  run: runOptions(types[layout].table),
});

/** A text with its line ends; a blank is a line to write on. */
export const textRuns = (runs: Runs, type: Type, blanks = true): ParagraphChild[] =>
  runs.flatMap((run) => {
    if (run.blank) return blanks ? [new TextRun({ ...runOptions(type), text: '　　　　　　', underline: {} })] : [];
    return run.text
      .split('\n')
      .map((line, index) => new TextRun({ ...runOptions(type), text: line, ...(index > 0 && { break: 1 }) }));
  });

const thin = { style: BorderStyle.SINGLE, size: 6, color: '000000' };
const borders = { top: thin, bottom: thin, left: thin, right: thin, insideHorizontal: thin, insideVertical: thin };

interface Cell {
  readonly runs: Runs;
  readonly head?: boolean;
  readonly span?: number;
  readonly centre?: boolean;
  readonly children?: ParagraphChild[];
}

const cellOf = (cell: Cell, width: number, layout: DocumentLayout): TableCell => {
  const type = cell.head ? { ...types[layout].table, font: types[layout].h1.font } : types[layout].table;
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: mm(1), bottom: mm(1), left: mm(1.8), right: mm(1.8) },
    ...(cell.span !== undefined && { columnSpan: cell.span }),
    children: [
      new Paragraph({
        style: cellStyle(layout).id,
        alignment: cell.head || cell.centre ? AlignmentType.CENTER : AlignmentType.LEFT,
        children: cell.children ?? textRuns(cell.runs, type, false),
      }),
    ],
  });
};

/** @param widths of the columns, in twentieths of a point */
const tableOf = (
  widths: readonly number[],
  rows: readonly { readonly cells: readonly Cell[]; readonly head?: boolean }[],
  layout: DocumentLayout,
): Table =>
  new Table({
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths: [...widths],
    borders,
    rows: rows.map(({ cells, head }) => {
      let at = 0;
      const made = cells.map((cell) => {
        const span = cell.span ?? 1;
        const width = widths.slice(at, at + span).reduce((sum, one) => sum + one, 0);
        at += span;
        return cellOf(cell, width, layout);
      });
      return new TableRow({ children: made, cantSplit: true, ...(head && { tableHeader: true }) });
    }),
  });

export const pairsTable = (
  pairs: readonly { readonly name: string; readonly value: Runs; readonly wide?: true }[],
  columns: 1 | 2,
  layout: DocumentLayout,
  whole: number,
): Table => {
  const name = Math.round(whole * (columns === 2 ? 0.18 : 0.26));
  const widths =
    columns === 2 ? [name, whole / 2 - name, name, whole / 2 - name].map(Math.round) : [name, whole - name];
  const rows = pairRows(pairs, columns).map((row) => ({
    cells: row.flatMap((pair): Cell[] => [
      { runs: [{ text: pair.name }], head: true },
      { runs: pair.value, ...(columns === 2 && row.length === 1 && { span: 3 }) },
    ]),
  }));
  return tableOf(widths, rows, layout);
};

export const rowsTable = (
  columns: readonly { readonly name: string; readonly width: number }[],
  rows: readonly (readonly Cell[])[],
  layout: DocumentLayout,
  whole: number,
): Table => {
  const shares = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => Math.round((whole * width) / shares));
  const head = { cells: columns.map(({ name }): Cell => ({ runs: [{ text: name }], head: true })), head: true };
  return tableOf(widths, [head, ...rows.map((cells) => ({ cells }))], layout);
};

export const pageBreak = (): Paragraph => new Paragraph({ children: [new PageBreak()] });
