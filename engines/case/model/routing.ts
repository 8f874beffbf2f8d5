import type { FieldContext } from '#fields/field';
import { findCategory, holds, reportScope } from './expressions.ts';
import type { AssignTo, Playbook, RoutingRule } from './playbook.ts';
import type { CaseCore, Handler } from './state.ts';

const ruleFor = (playbook: Playbook, state: CaseCore, fields: FieldContext): RoutingRule | undefined => {
  const scope = reportScope(state, findCategory(playbook, state.category, fields));
  return playbook.routing.find((rule) => holds(rule.when, scope));
};

/** Kind of body that the duty list (事项清单 → 责任部门) proposes; undefined leaves it to the dispatcher. */
export const proposedBodyKind = (playbook: Playbook, state: CaseCore, fields: FieldContext): string | undefined =>
  ruleFor(playbook, state, fields)?.bodyKind;

/** Which post of the body that gets the work is to have it. */
export const assignTo = (playbook: Playbook, state: CaseCore, fields: FieldContext): AssignTo =>
  playbook.routing.some((rule) => rule.assign) ? (ruleFor(playbook, state, fields)?.assign ?? 'body') : 'body';

/** A post of the body that gets the work, as it stands at that moment. */
export interface Candidate extends Handler {
  /** Its part in the line of business that the category belongs to. */
  readonly slot: 'A' | 'B' | null;
  /** Whoever holds it is on leave, or nobody holds it. */
  readonly away: boolean;
  readonly onDuty: boolean;
  /** Open matters in its hands. */
  readonly load: number;
}

/**
 * The post that gets the work; undefined leaves it to all of the body. A before B, least load next, then by id, so that
 * two servers choose alike.
 */
export const chooseHandler = (assign: AssignTo, candidates: readonly Candidate[]): Handler | undefined => {
  const there = candidates.filter((one) => !one.away);
  const fits: Readonly<Record<AssignTo, (one: Candidate) => boolean>> = {
    body: () => false,
    answerer: (one) => one.slot !== null,
    'least-load': () => true,
    'on-duty': (one) => one.onDuty,
  };
  const rank = (one: Candidate): string =>
    [assign === 'answerer' ? one.slot : '', String(one.load).padStart(9, '0'), one.post].join(' ');
  const [best] = there.filter(fits[assign]).sort((one, other) => (rank(one) < rank(other) ? -1 : 1));
  return best && { post: best.post, title: best.title, person: best.person, name: best.name };
};
