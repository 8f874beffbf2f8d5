import { type DomainError, refuse } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import type { DateText } from '#kernel/instant';

/** What happens to a body on a day (机构变更): it gets another name, goes into another body, or ends. */
export interface BodyChange {
  readonly kind: 'rename' | 'merge' | 'abolish';
  readonly body: Id;
  readonly on: DateText;
  readonly name?: string | undefined;
  /** Who takes posts, duties and open work; a merged body always has one. */
  readonly successor?: Id | undefined;
}

/** What is known of a body when a change is decided, and again when its day comes. */
export interface BodyAtChange {
  readonly id: Id;
  readonly name: string;
  readonly abolishedOn: DateText | null;
  readonly successor: Id | null;
  /** A change that was decided and has not come yet. */
  readonly ahead: { readonly kind: BodyChange['kind']; readonly on: DateText } | null;
}

export interface LeftBehind {
  readonly openCases: number;
  /** Posts that stand. */
  readonly posts: number;
  /** Bodies that answer to it alone. */
  readonly orphans: number;
}

/** Whether a change may be decided; applied later, it is asked again. */
export const problemOfChange = (
  change: BodyChange,
  body: BodyAtChange,
  successor: BodyAtChange | undefined,
  left: LeftBehind,
  today: DateText,
): DomainError | undefined => {
  if (body.abolishedOn !== null) return refuse('body.gone', { name: body.name });
  if (body.ahead) return refuse('body.change-ahead', { name: body.name, date: body.ahead.on });
  if (change.on < today) return refuse('body.day-past', {}, { field: 'on' });
  if (change.kind === 'rename') {
    const name = change.name?.trim();
    if (!name || name === body.name) return refuse('body.same-name', { name: body.name }, { field: 'name' });
    return undefined;
  }
  if (change.successor === undefined) {
    if (change.kind === 'merge') return refuse('body.successor-missing', { name: body.name }, { field: 'successor' });
    if (left.openCases + left.posts + left.orphans === 0) return undefined;
    return refuse(
      'body.work-left',
      { name: body.name, cases: left.openCases, posts: left.posts },
      { field: 'successor' },
    );
  }
  if (!successor || successor.id === body.id) return refuse('organisation.unknown', {}, { field: 'successor' });
  const ends = successor.ahead && successor.ahead.kind !== 'rename' && successor.ahead.on <= change.on;
  if (successor.abolishedOn !== null || ends)
    return refuse('body.successor-gone', { name: successor.name }, { field: 'successor' });
  return undefined;
};

/** Who carries the work of a body on today: itself, or the last of its successors; undefined where nobody does. */
export const carriesOn = (
  find: (id: Id) => Pick<BodyAtChange, 'abolishedOn' | 'successor'> | undefined,
  id: Id,
): Id | undefined => {
  const met = new Set<Id>();
  for (let at: Id | null = id; at !== null && !met.has(at); ) {
    met.add(at);
    const body = find(at);
    if (!body) return undefined;
    if (body.abolishedOn === null) return at;
    at = body.successor;
  }
  return undefined;
};

/** Lines of superiors (双重领导): to its territory, and along its business. */
export const superiorLines = ['territorial', 'vertical'] as const;
export type SuperiorLine = (typeof superiorLines)[number];

/** Would a body come to stand above itself? Each line is asked along all lines: a circle of mixed lines is one too. */
export const makesCircle = (superiorsOf: (id: Id) => readonly Id[], body: Id, superior: Id): boolean => {
  const seen = new Set<Id>();
  const rest = [superior];
  for (let at = rest.pop(); at !== undefined; at = rest.pop()) {
    if (at === body) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    rest.push(...superiorsOf(at));
  }
  return false;
};
