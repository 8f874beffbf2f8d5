import { isRefusal } from '#kernel/domain-error';
import type { Instant } from '#kernel/instant';
import type { Id } from '#kernel/ids';
import type { WorkingCalendar } from '#kernel/working-calendar';
import type { CodeList, FieldContext } from '#fields/field';
import {
  type Actor,
  type CaseCommand,
  type CaseEvent,
  type CaseState,
  decide,
  evolve,
  noCase,
  type Playbook,
} from '#engines/case/model';

/** How one matter went, with all that its decisions were made from: the world may change, this does not. */
export interface RecordedHistory {
  /** What the course shows, in a sentence. */
  readonly about: string;
  /** The definition as it was. */
  readonly playbook: Playbook;
  /** The code lists that it asks, as they were: of categories only those that this matter met. */
  readonly codeLists: readonly CodeList[];
  /** Working time as it was known. */
  readonly calendar: WorkingCalendar;
  readonly steps: readonly RecordedStep[];
  /** The matter in the end: the fold of all events. */
  readonly state: CaseState;
}

export interface Attempt {
  readonly at: Instant;
  readonly actor: Actor;
  readonly command: CaseCommand;
  /** Names of the bodies that the command speaks of; one that is missing gets no work. */
  readonly bodies?: Readonly<Record<Id, string>>;
}

export interface RecordedStep extends Attempt {
  readonly events: readonly CaseEvent[];
  /** Code of the refusal; then nothing happened. */
  readonly refused?: string;
}

export type DecidedFrom = Pick<RecordedHistory, 'playbook' | 'codeLists' | 'calendar'>;

const fieldsOf = (codeLists: readonly CodeList[]): FieldContext => {
  const lists = new Map(codeLists.map((list) => [list.id, list]));
  return { codeList: (id) => lists.get(id) };
};

/** Decides attempt after attempt, each on what the ones before it brought about. */
export const decideAgain = (
  { playbook, codeLists, calendar }: DecidedFrom,
  attempts: readonly Attempt[],
): Pick<RecordedHistory, 'steps' | 'state'> => {
  const fields = fieldsOf(codeLists);
  let state: CaseState = noCase;
  const steps = attempts.map(({ at, actor, command, bodies }): RecordedStep => {
    const context = { now: at, actor, calendar, fields, bodyName: (body: Id) => bodies?.[body] };
    const decided = decide(playbook, state, command, context);
    const attempt = { at, actor, command, ...(bodies && { bodies }) };
    if (isRefusal(decided)) return { ...attempt, events: [], refused: decided.code };
    for (const event of decided) state = evolve(state, event);
    return { ...attempt, events: decided };
  });
  return { steps, state };
};
