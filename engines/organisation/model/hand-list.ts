import type { Id } from '#kernel/ids';
import type { DateText, Instant } from '#kernel/instant';

/** What goes from hand to hand when a person is transferred (移交清单, S077). */
export interface HandList {
  readonly transfer: Id;
  readonly person: { readonly id: Id; readonly name: string };
  readonly from: { readonly post: Id; readonly title: string; readonly body: string };
  readonly to: { readonly post: Id; readonly title: string; readonly body: string };
  readonly effectiveOn: DateText;
  readonly frozenAt: Instant;
  readonly items: readonly HandItem[];
}

export interface HandItem {
  /** `case` open matters of the post, `line` A- and B-roles, `shift` duties ahead, `cover` people stood in for. */
  readonly kind: 'case' | 'line' | 'shift' | 'cover';
  readonly id: string;
  readonly text: string;
}

/**
 * The list as one text that always comes out alike: what is hashed and what both sign. A field of the list that
 * holds a line break cannot pass for two.
 */
export const handListText = (list: HandList): string =>
  [
    ['list', list.transfer, list.effectiveOn, list.frozenAt],
    ['person', list.person.id, list.person.name],
    ['from', list.from.post, list.from.title, list.from.body],
    ['to', list.to.post, list.to.title, list.to.body],
    ...list.items.map((item) => [item.kind, item.id, item.text]),
  ]
    .map((line) => JSON.stringify(line))
    .join('\n');

/** What a signature covers: the hash of the list, who signs as what, when. */
export const signedText = (hash: string, side: 'giver' | 'receiver', person: Id, at: Instant): string =>
  JSON.stringify(['transfer', hash, side, person, at]);
