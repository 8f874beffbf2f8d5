import type { Id } from '#kernel/ids';
import type { CaseEvent, CaseState, ClosedCase, EffectOrder, OpenCase } from '#engines/case/model';
import { derivedId } from './derived-id.ts';

/** What is to be done after a commit; the `work` of a row of `case_effect`. */
export type EffectWork =
  | { readonly do: 'notice'; readonly order: Extract<EffectOrder, { effect: 'notice.send' }> }
  | { readonly do: 'open'; readonly order: Extract<EffectOrder, { effect: 'case.open' }> }
  /** The matter that does a task has ended: its parent is told. */
  | { readonly do: 'end-task'; readonly parent: Id; readonly words: string; readonly refused: boolean }
  /** The matter that does a task was opened again: its parent waits for it once more. */
  | { readonly do: 'reopen-task'; readonly parent: Id }
  /** It was closed: those that repeat it are closed along. */
  | { readonly do: 'close-repeats'; readonly answer: string }
  /** It was said to repeat another, which may be closed already. */
  | { readonly do: 'follow'; readonly of: Id }
  /** Closed along with another: residents who follow it are told. */
  | { readonly do: 'tell-followers'; readonly answer: string }
  /** It was answered: whoever asked hears it, and who has the same trouble. */
  | { readonly do: 'tell-answer'; readonly answer: string };

export interface EffectRow {
  readonly id: Id;
  readonly work: EffectWork;
  /** They are run in this order. */
  readonly number: number;
  /** Only when others repeat the matter, or somebody waits for its answer; the statement looks. */
  readonly when: 'repeated' | 'awaited' | null;
}

/** What follows from an event in other rooms and other matters. */
export const effectRowsOf = (
  event: CaseEvent,
  before: CaseState,
  after: OpenCase | ClosedCase,
): readonly EffectRow[] => {
  const works: (EffectWork & { readonly when?: 'repeated' | 'awaited' })[] = [];
  if ('effects' in event)
    for (const order of event.effects ?? [])
      works.push(order.effect === 'notice.send' ? { do: 'notice', order } : { do: 'open', order });
  if (event.type === 'CaseLinked') works.push({ do: 'follow', of: event.of });
  if (event.type === 'ActionTaken' && event.answer !== undefined && event.by.kind !== 'reporter')
    works.push({ do: 'tell-answer', answer: event.answer, when: 'awaited' });
  const closes = after.status === 'closed' && before.status === 'open';
  if (closes) {
    const words = after.answer ?? '';
    const refused = after.outcome === 'declined' || after.outcome === 'withdrawn';
    if (after.parent) works.push({ do: 'end-task', parent: after.parent.id, words, refused });
    if (event.type === 'ClosedAlong') works.push({ do: 'tell-followers', answer: words });
    else if (after.answer) works.push({ do: 'close-repeats', answer: after.answer, when: 'repeated' });
  }
  if (before.status === 'closed' && after.status === 'open' && after.parent)
    works.push({ do: 'reopen-task', parent: after.parent.id });
  return works.map(({ when = null, ...work }, index) => ({
    id: derivedId('effect', after.id, String(after.version), String(index)),
    work,
    number: index,
    when,
  }));
};
