import type { FieldContext } from '#fields/field';
import { findCategory, holds, reportScope } from './expressions.ts';
import type { Playbook } from './playbook.ts';
import type { CaseCore } from './state.ts';

/** Kind of body that the duty list (事项清单 → 责任部门) proposes; undefined leaves it to the dispatcher. */
export const proposedBodyKind = (playbook: Playbook, state: CaseCore, fields: FieldContext): string | undefined => {
  const scope = reportScope(state, findCategory(playbook, state.category, fields));
  return playbook.routing.find((rule) => holds(rule.when, scope))?.bodyKind;
};
