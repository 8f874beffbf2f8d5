import type { Id } from '#kernel/ids';
import type { Instant } from '#kernel/instant';
import {
  type Actor,
  bodyOf,
  type CaseCommand,
  type DecideContext,
  findAction,
  type Playbook,
} from '#engines/case/model';
import type { Definitions } from './definitions.ts';
import type { CasePorts } from './ports.ts';

export type CaseContextMaker = (actor: Actor, now: Instant) => Promise<DecideContext>;

/** What the pure rules need from outside: the calendar in force, code lists, names of roles. */
export const createContext =
  (ports: CasePorts, definitions: Definitions): CaseContextMaker =>
  async (actor, now) => ({
    now,
    actor,
    calendar: await ports.calendar(),
    fields: { ...definitions.fields, now },
    roleName: definitions.roleName,
  });

/** The body that a step's form names, if it names one. */
export const bodyIn = (playbook: Playbook, action: string, form: Readonly<Record<string, unknown>>): Id | undefined => {
  const field = findAction(playbook, action)?.assigns;
  return field === undefined ? undefined : bodyOf(form[field]);
};

/** Names of the bodies that a command speaks of, looked up before it is decided. */
export const bodyNamesFor = async (
  ports: CasePorts,
  district: string,
  playbook: Playbook,
  command: CaseCommand,
): Promise<(body: Id) => string | undefined> => {
  const body = command.type === 'act' ? bodyIn(playbook, command.action, command.form) : undefined;
  if (body === undefined) return () => undefined;
  const names = await ports.namesOfBodies(district, [body]);
  return (id) => names.get(id);
};
