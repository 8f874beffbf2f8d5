import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  Document,
  DocumentGridType,
  type FileChild,
  Footer,
  HeightRule,
  ImageRun,
  type ISectionOptions,
  LineRuleType,
  Packer,
  PageNumber,
  PageReference,
  Paragraph,
  Table,
  TableBorders,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { estimatePageNumbersWith, layoutDocument } from 'docx/layout';
import type { Instant } from '#kernel/instant';
import {
  contentsWords,
  type DocumentLayout,
  type DocumentTree,
  type Drawn,
  type DocumentSection,
} from '#engines/case/model';
import {
  cellStyle,
  headIndent,
  linePitch,
  mm,
  pageBreak,
  pairsTable,
  rowsTable,
  runOptions,
  textRuns,
  types,
} from './word-parts.ts';

export const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A picture as it goes into the file: at most as wide as half the page. */
export interface Picture {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
}

/** Margins in millimetres: GB/T 9704-2012 5.2.1 for a letter (天头 37, 订口 28; 版心 156 × 225). */
const margins: Readonly<Record<DocumentLayout, { top: number; right: number; bottom: number; left: number }>> = {
  letter: { top: 37, right: 26, bottom: 35, left: 28 },
  form: { top: 25, right: 20, bottom: 22, left: 25 },
};
const page = { width: 210, height: 297 } as const;

const measureOf = (layout: DocumentLayout): number => mm(page.width - margins[layout].left - margins[layout].right);

/** A name that Word takes for a bookmark. */
const bookmarkOf = (section: string): string => `s_${section.replace(/\W/g, '_')}`.slice(0, 40);

/** The document as a file of Word or WPS. */
export const documentWord = (
  tree: DocumentTree,
  pictures: ReadonlyMap<string, Picture>,
  made: { readonly by: string; readonly at: Instant },
): Promise<Buffer> => {
  return Packer.toBuffer(fileOf(tree, pictures, made.by));
};

/** On which page each section begins, by the same measures and lines as the file. */
export const pagesOf = (tree: DocumentTree): ReadonlyMap<string, number> => {
  const { pages } = layoutDocument(fileOf(tree, new Map(), ''), { guess: true });
  return new Map(
    tree.sections.flatMap((section, index): [string, number][] => {
      const number = Number(pages.find((page) => page.section === index)?.pageNumber);
      return isUnnumbered(section, tree) || !Number.isInteger(number) ? [] : [[section.id, number]];
    }),
  );
};

const fileOf = (tree: DocumentTree, pictures: ReadonlyMap<string, Picture>, by: string): Document => {
  const parts = tree.sections.filter((section) => !isUnnumbered(section, tree));
  return new Document({
    title: tree.title,
    creator: by,
    ...(tree.mark !== null && { description: tree.mark }),
    // Page numbers of the contents stand in the file; Word counts them again when its fields are updated.
    pageNumbers: estimatePageNumbersWith({ guess: true }),
    styles: {
      // Where a font of the standard is missing, signs are drawn as the mainland writes them.
      default: {
        document: { run: { ...runOptions(types.form.body), language: { value: 'en-US', eastAsia: 'zh-CN' } } },
      },
      paragraphStyles: [cellStyle('letter'), cellStyle('form')],
    },
    sections: tree.sections.map((section) => sectionOf(section, tree, pictures, section.id === parts[0]?.id)),
  });
};

const isUnnumbered = (section: DocumentSection, tree: DocumentTree): boolean =>
  section.cover === true || (section.id === 'contents' && tree.sections.length > 1);

const sectionOf = (
  section: DocumentSection,
  tree: DocumentTree,
  pictures: ReadonlyMap<string, Picture>,
  first: boolean,
): ISectionOptions => {
  const { layout } = section;
  const { top, right, bottom, left } = margins[layout];
  return {
    properties: {
      page: {
        size: { width: mm(page.width), height: mm(page.height) },
        margin: {
          top: mm(top),
          right: mm(right),
          bottom: mm(bottom),
          left: mm(left),
          header: mm(15),
          footer: mm(bottom - 14),
        },
        ...(first && { pageNumbers: { start: 1 } }),
      },
      grid: { type: DocumentGridType.LINES, linePitch: linePitch[layout] },
    },
    footers: { default: footerOf(section, tree) },
    children: section.blocks.flatMap((block, index) => blockOf(block, section, tree, pictures, index)),
  };
};

/** `— 3 —` in 4号 and, below, which copy it is. */
const footerOf = (section: DocumentSection, tree: DocumentTree): Footer => {
  const type = { ...types.form.body, size: section.layout === 'letter' ? 14 : 12 };
  const number = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ ...runOptions(type), children: ['— ', PageNumber.CURRENT, ' —'] })],
  });
  const mark = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ ...runOptions({ ...type, size: 8 }), text: tree.mark ?? '', color: '666666' })],
  });
  const children = [...(isUnnumbered(section, tree) ? [] : [number]), ...(tree.mark === null ? [] : [mark])];
  // A footer without a paragraph is none that Word opens.
  return new Footer({ children: children.length > 0 ? children : [new Paragraph({ children: [] })] });
};

/** Kinds whose frame would touch the line above. */
const closing: ReadonlySet<string> = new Set(['signatures', 'seal', 'date']);
const drawsTable: ReadonlySet<string> = new Set(['pairs', 'table', 'contents']);

const blockOf = (
  block: Drawn,
  section: DocumentSection,
  tree: DocumentTree,
  pictures: ReadonlyMap<string, Picture>,
  index: number,
): readonly FileChild[] => {
  const { layout } = section;
  const type = types[layout];
  const whole = measureOf(layout);
  const next = section.blocks[index + 1]?.kind ?? '';
  // Who signs never stands on a page of its own.
  const keepNext = closing.has(next);
  const spacing = {
    line: linePitch[layout],
    lineRule: LineRuleType.EXACT,
    ...(drawsTable.has(next) && { after: 80 }),
  };
  switch (block.kind) {
    case 'title': {
      const runs = textRuns(block.runs, type.title);
      const children = index === 0 ? [new Bookmark({ id: bookmarkOf(section.id), children: runs })] : runs;
      return [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          spacing: { before: section.cover ? mm(40) : 0, after: 240 },
          children,
        }),
      ];
    }
    case 'number':
      return [
        new Paragraph({
          alignment: layout === 'letter' ? AlignmentType.CENTER : AlignmentType.RIGHT,
          spacing: { after: 200 },
          children: textRuns([{ text: block.text }], type.body),
        }),
      ];
    case 'heading':
      return [
        new Paragraph({
          spacing,
          keepNext: true,
          ...(layout === 'letter' && { indent: headIndent(layout) }),
          children: textRuns(block.runs, type[`h${block.level}`]),
        }),
      ];
    case 'paragraph':
      return [
        new Paragraph({
          spacing,
          keepNext,
          alignment: { left: AlignmentType.BOTH, centre: AlignmentType.CENTER, right: AlignmentType.RIGHT }[
            block.align
          ],
          ...(block.indent && { indent: headIndent(layout) }),
          children: textRuns(block.runs, type.body),
        }),
      ];
    case 'pairs':
      return [pairsTable(block.pairs, block.columns, layout, whole), gap()];
    case 'table':
      return [
        rowsTable(
          block.columns,
          block.rows.map((row) => row.map((runs) => ({ runs }))),
          layout,
          whole,
        ),
        gap(),
      ];
    case 'list':
      return block.items.map(
        (item, at) =>
          new Paragraph({
            spacing,
            indent: { left: 480, hanging: 480 },
            children: textRuns([{ text: block.numbered ? `${at + 1}. ` : '· ' }, ...item], type.body),
          }),
      );
    case 'signatures':
      return block.lines.map(
        (line, at) =>
          new Paragraph({
            spacing: { ...spacing, before: 160 },
            keepNext: keepNext || at < block.lines.length - 1,
            children: textRuns([...line, { text: '', blank: true }], type.body),
          }),
      );
    case 'seal':
    case 'date':
      return [
        new Paragraph({
          alignment: AlignmentType.RIGHT,
          indent: { right: 1280 },
          keepLines: true,
          keepNext,
          spacing: { ...spacing, ...(block.kind === 'seal' && { before: linePitch[layout] }) },
          children: textRuns(block.runs, type.body),
        }),
      ];
    case 'lines':
      return Array.from(
        { length: block.count },
        () =>
          new Paragraph({
            spacing: { line: mm(11), lineRule: LineRuleType.EXACT },
            border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: '000000' } },
            children: [],
          }),
      );
    case 'photos':
      return [photosTable(block.photos, pictures, layout, whole), gap()];
    case 'page-break':
      return [pageBreak()];
    case 'contents':
      return [contentsOf(block, tree, layout, whole)];
  }
};

/** Tables that touch would become one. */
const gap = (): Paragraph => new Paragraph({ spacing: { line: 160, lineRule: LineRuleType.EXACT }, children: [] });

/** Two in a row, each row as high as the next, whatever the pictures are: so pages can be counted without them. */
const photosTable = (
  photos: Extract<Drawn, { kind: 'photos' }>['photos'],
  pictures: ReadonlyMap<string, Picture>,
  layout: DocumentLayout,
  whole: number,
): Table => {
  const type = { ...types[layout].body, size: 10.5 };
  const half = Math.round(whole / 2);
  const cell = (photo: (typeof photos)[number] | undefined): TableCell => {
    const picture = photo && pictures.get(photo.file);
    const children = [
      ...(picture && photo ? [imageOf(picture, photo.caption, half)] : []),
      ...(photo ? [new TextRun({ ...runOptions(type), text: photo.caption, ...(picture && { break: 1 }) })] : []),
    ];
    return new TableCell({
      width: { size: half, type: WidthType.DXA },
      verticalAlign: VerticalAlign.BOTTOM,
      children: [new Paragraph({ alignment: AlignmentType.CENTER, children })],
    });
  };
  const rows = Array.from(
    { length: Math.ceil(photos.length / 2) },
    (_, row) =>
      new TableRow({
        cantSplit: true,
        height: { value: mm(photoHeight + 9), rule: HeightRule.EXACT },
        children: [cell(photos[row * 2]), cell(photos[row * 2 + 1])],
      }),
  );
  return new Table({
    width: { size: half * 2, type: WidthType.DXA },
    columnWidths: [half, half],
    borders: TableBorders.NONE,
    rows,
  });
};

/** Millimetres; the print page has the same. */
const photoHeight = 72;

const imageOf = ({ bytes, width, height }: Picture, caption: string, room: number): ImageRun => {
  // Pixels of Word: 96 an inch.
  const most = { width: (room / 1440) * 96 - 12, height: (photoHeight / 25.4) * 96 };
  const scale = Math.min(most.width / width, most.height / height);
  const transformation = { width: Math.round(width * scale), height: Math.round(height * scale) };
  return new ImageRun({
    type: 'jpg',
    data: bytes,
    transformation,
    altText: { name: caption, title: caption, description: caption },
  });
};

const contentsOf = (
  { rows }: Extract<Drawn, { kind: 'contents' }>,
  tree: DocumentTree,
  layout: DocumentLayout,
  whole: number,
) => {
  const words = contentsWords[tree.locale];
  const widths = [1.2, 7, 1.6, 2];
  return rowsTable(
    words.columns.map((name, at) => ({ name, width: widths[at] ?? 1 })),
    rows.map(({ title, section }, at) => [
      { runs: [{ text: String(at + 1) }], centre: true },
      { runs: [{ text: title }] },
      { runs: [], centre: true, children: section === null ? [] : [new PageReference(bookmarkOf(section))] },
      { runs: section === null ? [{ text: words.missing }] : [] },
    ]),
    layout,
    whole,
  );
};
