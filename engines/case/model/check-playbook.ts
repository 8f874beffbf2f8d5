import type { Label } from '#kernel/label';
import type { FieldContext } from '#fields/field';
import { checkDefinitions } from './check-definitions.ts';
import { checkWays } from './check-ways.ts';
import type { Playbook } from './playbook.ts';

/** What is wrong in a playbook, and where. A pack with one stops the server. */
export interface PlaybookProblem {
  readonly playbook: string;
  readonly code: PlaybookProblemCode;
  /** `stage verify`, `action dispatch`, `clock main`, `field photos` … */
  readonly where: string;
  readonly message: Label;
  /** Actions that lead there from the report. */
  readonly path?: readonly string[];
}

export type PlaybookProblemCode =
  | 'unknown-stage'
  | 'unknown-role'
  | 'unknown-field'
  | 'unknown-list'
  | 'unknown-action'
  | 'unknown-body-kind'
  | 'twice-declared'
  | 'stage-without-owner'
  | 'stage-unreachable'
  | 'stage-without-way-out'
  | 'owner-cannot-act'
  | 'action-for-nobody'
  | 'action-never-possible'
  | 'end-without-answer'
  | 'never-answered'
  | 'deadline-unknown'
  | 'form-wrong'
  | 'sensitivity-wrong'
  | 'expression-wrong'
  | 'move-wrong'
  | 'effect-unknown'
  | 'effect-awaits'
  | 'batch-books'
  | 'outcome-wrong';

/** What a playbook refers to and does not hold itself. */
export interface CheckContext {
  readonly roles: ReadonlySet<string>;
  /** Left out: kinds of bodies are not checked. */
  readonly bodyKinds?: ReadonlySet<string>;
  readonly fields: FieldContext;
  /** Effects whose engines stand; left out: all that the engine itself runs. */
  readonly effects?: ReadonlySet<string>;
  /** Ids of notice templates, of playbooks, of territory levels; left out: not checked. */
  readonly templates?: ReadonlySet<string>;
  readonly playbooks?: ReadonlyMap<string, Pick<Playbook, 'id' | 'reporters' | 'fields'>>;
  readonly levels?: ReadonlySet<string>;
}

/**
 * Everything that is wrong: what it names must exist, its forms and expressions must be right, and in
 * every situation that it can get into somebody can act and the one who asked gets an answer in the end.
 */
export const checkPlaybook = (playbook: Playbook, context: CheckContext): readonly PlaybookProblem[] => {
  const named = checkDefinitions(playbook, context);
  // Ways are looked at when all names are right: otherwise each slip is told many times.
  const lost = named.some((problem) => problem.code === 'unknown-stage' || problem.code === 'twice-declared');
  return lost ? named : [...named, ...checkWays(playbook)];
};
