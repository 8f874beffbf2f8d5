import { label } from '#kernel/label';
import { type CaseDocument, type Dossier, isDossier, type Must, type Part } from './document.ts';
import { type DocumentContext, type DocumentMatter, documentScope, type DocumentScope } from './document-scope.ts';
import { runOf, runsOf, valueOf, wordsOf } from './fill-text.ts';
import { type Filling, holdsIn, renderBlocks } from './render-blocks.ts';
import type { ContentsRow, DocumentTree, Drawn, Section } from './tree.ts';

/** Whether a matter is of a kind that the document is for. */
export const isFor = ({ playbooks }: Pick<CaseDocument, 'playbooks'>, playbook: string): boolean =>
  playbooks === 'all' || playbooks.includes(playbook);

/** Documents for matters of a playbook; one that stands in the place of a general one hides it. */
export const documentsFor = (documents: readonly CaseDocument[], playbook: string): readonly CaseDocument[] => {
  const all = documents.filter((document) => isFor(document, playbook));
  const hidden = new Set(all.flatMap(({ insteadOf }) => (insteadOf === undefined ? [] : [insteadOf])));
  return all.filter(({ id }) => !hidden.has(id));
};

export const isOffered = (document: CaseDocument, matter: DocumentMatter, context: DocumentContext): boolean =>
  isFor(document, matter.playbook.id) && holdsIn(document.when, documentScope(matter, context));

/** How many are made: 1 unless the document says more. */
export const copiesOf = ({ copies }: CaseDocument, scope: DocumentScope): number => {
  const value = copies === undefined ? 1 : valueOf(copies, scope);
  return typeof value === 'number' && value >= 1 ? Math.min(99, Math.floor(value)) : 1;
};

/** What the parts of a dossier are looked up in, with the number each has. */
export interface Bound {
  readonly document: CaseDocument;
  readonly number: string | null;
}

const words = {
  contents: label('卷内目录', 'Contents'),
  behind: label('（原件附后）', '(the original follows)'),
} as const;

const head = (document: CaseDocument, filling: Filling): readonly Drawn[] => {
  const { context, scope } = filling;
  const title: Drawn = { kind: 'title', runs: runsOf(document.title ?? document.name, scope, context.locale) };
  return document.number && context.number ? [title, { kind: 'number', text: context.number }] : [title];
};

const sectionOf = (document: CaseDocument, filling: Filling): Section => ({
  id: document.id,
  title: document.name[filling.context.locale],
  layout: document.layout,
  blocks: [...head(document, filling), ...renderBlocks(document.blocks ?? [], filling)],
});

/**
 * Fills a document in. Nothing is looked up: what it says comes from the matter and the context alone.
 * @param parts of a dossier, by id, with the number each has; parts that are not there are left out, and named when they
 * have to be there
 */
export const renderDocument = (
  document: CaseDocument,
  matter: DocumentMatter,
  context: DocumentContext,
  parts: ReadonlyMap<string, Bound> = new Map(),
): DocumentTree => {
  const filling: Filling = { matter, context, scope: documentScope(matter, context) };
  const title = wordsOf(runsOf(document.title ?? document.name, filling.scope, context.locale));
  const { locale, mark } = context;
  if (!isDossier(document)) {
    return { title, locale, sections: [sectionOf(document, filling)], missing: [], mark };
  }
  const { sections, rows, missing } = bind(document, filling, parts);
  const contents: Section = {
    id: 'contents',
    title: words.contents[locale],
    layout: 'form',
    blocks: [
      { kind: 'title', runs: runOf(words.contents[locale]) },
      { kind: 'contents', rows },
    ],
  };
  const cover: Section = {
    id: document.id,
    title,
    layout: document.layout,
    cover: true,
    blocks: [...head(document, filling), ...renderBlocks(document.cover, filling)],
  };
  const back: readonly Section[] = document.back
    ? [{ id: 'back', title: '', layout: document.layout, cover: true, blocks: renderBlocks(document.back, filling) }]
    : [];
  return { title, locale, sections: [cover, contents, ...sections, ...back], missing, mark };
};

interface BoundParts {
  readonly sections: readonly Section[];
  readonly rows: readonly ContentsRow[];
  readonly missing: readonly string[];
}

const bind = (dossier: Dossier, filling: Filling, bound: ReadonlyMap<string, Bound>): BoundParts => {
  const sections: Section[] = [];
  const rows: ContentsRow[] = [];
  const missing: string[] = [];
  for (const [index, part] of dossier.parts.entries()) {
    const made = 'document' in part ? documentPart(part.document, filling, bound) : paperPart(part, index, filling);
    if (made?.section) {
      sections.push(made.section);
      rows.push({ title: made.title, section: made.section.id });
    } else if (made && isNeeded(part.must, filling)) {
      missing.push(made.title);
      rows.push({ title: made.title, section: null });
    }
  }
  return { sections, rows, missing };
};

const isNeeded = (must: Must | undefined, { scope }: Filling): boolean =>
  must === true || (must !== undefined && holdsIn(must, scope));

const documentPart = (id: string, filling: Filling, bound: ReadonlyMap<string, Bound>) => {
  const found = bound.get(id);
  if (!found) return undefined;
  const { document, number } = found;
  const title = document.name[filling.context.locale];
  if (!holdsIn(document.when, filling.scope)) return { title, section: undefined };
  const context = { ...filling.context, number };
  return { title, section: sectionOf(document, { ...filling, context, scope: { ...filling.scope, number } }) };
};

const paperPart = (part: Exclude<Part, { document: string }>, index: number, { context, scope }: Filling) => {
  const title = part.name[context.locale];
  if (!holdsIn(part.there, scope)) return { title, section: undefined };
  const section: Section = {
    id: `paper-${index + 1}`,
    title,
    layout: 'form',
    blocks: [
      { kind: 'title', runs: runOf(title) },
      { kind: 'paragraph', runs: runOf(words.behind[context.locale]), align: 'centre', indent: false },
    ],
  };
  return { title, section };
};
