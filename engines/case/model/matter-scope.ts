import type { Json } from '#fields/field';
import type { CaseCore } from './state.ts';
import { isOpenTask } from './tasks.ts';

/** What FEEL texts see as `matter`: how a matter stands beside its stage. */
export const matterScope = (state: CaseCore): { readonly [key: string]: Json } => {
  const tasks = state.tasks ?? [];
  const count = (kind: string): number => tasks.filter((one) => one.state === kind).length;
  return {
    reportedAt: state.reportedAt,
    round: state.round,
    hops: hopsOf(state),
    held: state.held !== undefined,
    exempt: state.exempt !== undefined,
    card: state.card?.level ?? 'none',
    rating: state.rating,
    tasks: {
      all: tasks.length,
      open: tasks.filter(isOpenTask).length,
      taken: count('taken'),
      done: count('done'),
      refused: count('refused'),
      rated: tasks.filter((one) => one.rating !== undefined).length,
    },
  };
};

/** How often the matter was passed on since it was last dispatched (S673: at most twice, then the dispatcher rules). */
const hopsOf = (state: Pick<CaseCore, 'taken'>): number => {
  let hops = 0;
  for (const { counts } of state.taken) {
    if (counts === 'dispatch') hops = 0;
    else if (counts === 'transfer') hops += 1;
  }
  return hops;
};
