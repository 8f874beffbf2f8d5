import { isRefusal } from '#kernel/domain-error';
import type { Definition } from '#kernel/pack';
import { bodyOf } from '../tasks.ts';
import { decide } from '../decide.ts';
import type { CaseEvent } from '../events.ts';
import { evolve, noCase } from '../evolve.ts';
import { attemptsOf, type ExampleContext, type PlaybookExample } from '../example.ts';
import type { Playbook } from '../playbook.ts';
import type { CaseState } from '../state.ts';
import { findAction } from '../who-may.ts';
import type { CaseDocument } from './document.ts';
import type { DocumentContext, DocumentMatter } from './document-scope.ts';
import { isOffered, renderDocument } from './render-document.ts';
import type { Drawn, Runs } from './tree.ts';

/** What a document says of a matter, as data: a definition of a pack (section `documentExamples`), run as a test. */
export interface DocumentExample extends Definition {
  readonly document: string;
  /** Id of the example of a playbook whose matter it is made of. */
  readonly after: string;
  /** False: it is not offered there. */
  readonly offered?: false;
  /** Texts that it holds, with personal values in clear as far as it names them. */
  readonly says?: readonly string[];
  readonly lacks?: readonly string[];
  /** Obligatory parts of a dossier that are named as missing. */
  readonly missing?: readonly string[];
}

export interface DocumentExampleContext extends ExampleContext {
  readonly documents: readonly CaseDocument[];
}

/** @returns what differs, in words; empty when all holds */
export const runDocumentExample = (
  example: DocumentExample,
  { playbook, course }: { readonly playbook: Playbook; readonly course: PlaybookExample },
  context: DocumentExampleContext,
): readonly string[] => {
  const document = context.documents.find((one) => one.id === example.document);
  if (!document) return [`there is no document ${example.document}`];
  const matter = matterOf(playbook, course, context);
  if (typeof matter === 'string') return [matter];
  const around = contextFor(document, matter, context);
  const offered = isOffered(document, matter, around);
  if (example.offered === false) return offered ? ['it is offered'] : [];
  if (!offered) return ['it is not offered'];
  const bound = new Map(context.documents.map((one) => [one.id, { document: one, number: one.number ? '1' : null }]));
  const tree = renderDocument(document, matter, around, bound);
  const text = tree.sections.flatMap(({ blocks }) => blocks.map(textOf)).join('\n');
  return [
    ...(example.says ?? []).filter((one) => !text.includes(one)).map((one) => `it does not say ${one}`),
    ...(example.lacks ?? []).filter((one) => text.includes(one)).map((one) => `it says ${one}`),
    ...(example.missing && JSON.stringify(example.missing) !== JSON.stringify(tree.missing)
      ? [`missing: ${tree.missing.join(', ')}, expected ${example.missing.join(', ')}`]
      : []),
  ];
};

const matterOf = (
  playbook: Playbook,
  course: PlaybookExample,
  context: DocumentExampleContext,
): DocumentMatter | string => {
  let state: CaseState = noCase;
  const events: CaseEvent[] = [];
  const personal: Record<string, unknown> = {};
  for (const { at, actor, command } of attemptsOf(course)) {
    const bodyName = (body: string): string => body;
    const decided = decide(playbook, state, command, { ...context, now: at, actor, bodyName });
    if (isRefusal(decided)) return `${course.id} is refused: ${decided.code}`;
    for (const event of decided) state = evolve(state, event);
    events.push(...decided);
    const fields = command.type === 'act' ? (findAction(playbook, command.action)?.form ?? []) : playbook.fields;
    const values = command.type === 'act' ? command.form : command.type === 'report' ? command.values : {};
    for (const field of fields) if (field.privacy && field.id in values) personal[field.id] = values[field.id];
  }
  return state.status === 'none'
    ? `${course.id} reports nothing`
    : { playbook, state, events, contact: { name: '王小明', phone: '13800000000', personal } };
};

const contextFor = (
  document: CaseDocument,
  { state, events }: DocumentMatter,
  { fields }: DocumentExampleContext,
): DocumentContext => {
  const last = events.at(-1)?.at ?? state.reportedAt;
  const bodies = events.flatMap(({ by }) => (by.body ? [[by.body, by.body] as const] : []));
  return {
    // A body of an example has no name but its id.
    fields: { ...fields, bodyName: (id) => bodyOf(id) ?? id, personName: (id) => id },
    locale: 'zh',
    now: last,
    placeName: '青石街道 · 槐荫社区',
    bodies: new Map(bodies),
    audience: 'staff',
    number: document.number ? '1' : null,
    issuer: { name: '陈静', title: '网格员', body: '槐荫社区居民委员会' },
    clear: new Set(document.clear ?? []),
    mark: null,
  };
};

const words = (runs: Runs): string => runs.map((run) => run.text).join('');

const textOf = (block: Drawn): string => {
  switch (block.kind) {
    case 'number':
      return block.text;
    case 'pairs':
      return block.pairs.map(({ name, value }) => `${name}：${words(value)}`).join('\n');
    case 'table':
      return block.rows.map((row) => row.map(words).join(' ')).join('\n');
    case 'list':
      return block.items.map(words).join('\n');
    case 'signatures':
      return block.lines.map(words).join('\n');
    case 'contents':
      return block.rows.map(({ title }) => title).join('\n');
    case 'photos':
      return block.photos.map(({ caption }) => caption).join('\n');
    case 'lines':
    case 'page-break':
      return '';
    default:
      return words(block.runs);
  }
};
