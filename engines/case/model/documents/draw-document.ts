import type { Locale } from '#kernel/label';
import type { DocumentTree, Drawn, Runs } from './tree.ts';

/**
 * Makes an element: text of HTML on the server, an element of React on a page. Classes are those of
 * `engines/case/web/documents/document.css`.
 */
export type MakeElement<Node> = (
  tag: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly (Node | string)[],
) => Node;

export interface Drawing<Node> {
  readonly make: MakeElement<Node>;
  /** Address of a picture; undefined: it is left out. */
  readonly picture: (file: string) => string | undefined;
  /** On which page a section begins; absent while nobody knows. */
  readonly pageOf?: (section: string) => number | undefined;
}

/** A document as elements: one `article` for each section. The same for the print page, the phone and the saved file. */
export const drawDocument = <Node>(tree: DocumentTree, drawing: Drawing<Node>): readonly Node[] => {
  const parts = tree.sections.filter((section) => !section.cover && section.id !== 'contents');
  return tree.sections.map((section) => {
    const names = [
      'doc-sheet',
      `doc-${section.layout}`,
      section.cover || (section.id === 'contents' && tree.sections.length > 1) ? 'doc-unnumbered' : '',
      section.id === parts[0]?.id ? 'doc-first' : '',
    ];
    const foot = tree.mark === null ? [] : [drawing.make('p', { class: 'doc-mark' }, [tree.mark])];
    return drawing.make(
      'article',
      {
        class: names.filter(Boolean).join(' '),
        'data-section': section.id,
        lang: tree.locale,
        'aria-label': section.title || tree.title,
      },
      [...section.blocks.map((block) => drawBlock(block, tree.locale, drawing)), ...foot],
    );
  });
};

const drawRuns = <Node>(runs: Runs, { make }: Drawing<Node>): readonly (Node | string)[] =>
  runs.map((run) => (run.blank ? make('span', { class: 'doc-blank' }, ['　　　　　　']) : run.text));

const numberOf = <Node>(order: number, { make }: Drawing<Node>): Node =>
  make('td', { class: 'doc-order' }, [String(order)]);

/** Pairs in rows of one or two; a wide one has a row to itself. */
export const pairRows = <Pair extends { readonly wide?: true }>(
  pairs: readonly Pair[],
  columns: 1 | 2,
): readonly (readonly Pair[])[] => {
  const rows: Pair[][] = [];
  for (const pair of pairs) {
    const last = rows.at(-1);
    if (columns === 2 && !pair.wide && last?.length === 1 && !last[0]?.wide) last.push(pair);
    else rows.push([pair]);
  }
  return rows;
};

const drawBlock = <Node>(block: Drawn, locale: Locale, drawing: Drawing<Node>): Node => {
  const { make, picture, pageOf } = drawing;
  const runs = (given: Runs): readonly (Node | string)[] => drawRuns(given, drawing);
  switch (block.kind) {
    case 'title':
      return make('h2', { class: 'doc-title' }, runs(block.runs));
    case 'number':
      return make('p', { class: 'doc-number' }, [block.text]);
    case 'heading':
      return make(`h${block.level + 2}`, { class: `doc-heading doc-heading-${block.level}` }, runs(block.runs));
    case 'paragraph':
      return make('p', { class: `doc-text doc-${block.align}${block.indent ? ' doc-indent' : ''}` }, runs(block.runs));
    case 'pairs':
      return make('table', { class: `doc-pairs doc-pairs-${block.columns}` }, [
        make(
          'tbody',
          {},
          pairRows(block.pairs, block.columns).map((row) =>
            make(
              'tr',
              {},
              row.flatMap(({ name, value }) => [
                make('th', { scope: 'row' }, [name]),
                make('td', block.columns === 2 && row.length === 1 ? { colspan: '3' } : {}, runs(value)),
              ]),
            ),
          ),
        ),
      ]);
    case 'table':
      return make('table', { class: 'doc-table' }, [
        make(
          'colgroup',
          {},
          block.columns.map(({ width }) =>
            make('col', { class: `doc-w${Math.min(9, Math.max(1, Math.round(width)))}` }, []),
          ),
        ),
        make('thead', {}, [
          make(
            'tr',
            {},
            block.columns.map(({ name }) => make('th', { scope: 'col' }, [name])),
          ),
        ]),
        make(
          'tbody',
          {},
          block.rows.map((row) =>
            make(
              'tr',
              {},
              row.map((cell) => make('td', {}, runs(cell))),
            ),
          ),
        ),
      ]);
    case 'list':
      return make(
        block.numbered ? 'ol' : 'ul',
        { class: 'doc-list' },
        block.items.map((item) => make('li', {}, runs(item))),
      );
    case 'signatures':
      return make(
        'ul',
        { class: 'doc-signatures' },
        block.lines.map((line) => make('li', {}, [...runs(line), make('span', { class: 'doc-sign' }, [' '])])),
      );
    case 'seal':
      return make('p', { class: 'doc-seal' }, runs(block.runs));
    case 'date':
      return make('p', { class: 'doc-date' }, runs(block.runs));
    case 'lines':
      return make(
        'div',
        { class: 'doc-lines' },
        Array.from({ length: block.count }, () => make('p', {}, ['　'])),
      );
    case 'photos':
      return make(
        'ul',
        { class: 'doc-photos' },
        block.photos.flatMap(({ file, caption }) => {
          const src = picture(file);
          return src === undefined
            ? []
            : [make('li', {}, [make('img', { src, alt: '' }, []), make('span', { class: 'doc-caption' }, [caption])])];
        }),
      );
    case 'page-break':
      return make('div', { class: 'doc-break' }, []);
    case 'contents':
      return make('table', { class: 'doc-table doc-contents' }, [
        make('thead', {}, [
          make(
            'tr',
            {},
            contentsWords[locale].columns.map((name) => make('th', { scope: 'col' }, [name])),
          ),
        ]),
        make(
          'tbody',
          {},
          block.rows.map(({ title, section: id }, index) =>
            make('tr', {}, [
              numberOf(index + 1, drawing),
              make('td', {}, [title]),
              make('td', { class: 'doc-order' }, [id === null ? '' : String(pageOf?.(id) ?? '')]),
              make('td', {}, [id === null ? contentsWords[locale].missing : '']),
            ]),
          ),
        ),
      ]);
  }
};

export const contentsWords = {
  zh: { columns: ['序号', '文书名称', '页号', '备注'], missing: '缺' },
  en: { columns: ['No.', 'Document', 'Page', 'Remarks'], missing: 'missing' },
} as const;
