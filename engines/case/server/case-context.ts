import type { Id } from '#kernel/ids';
import type { Instant } from '#kernel/instant';
import {
  type Actor,
  assignTo,
  bodiesIn,
  bodyOf,
  type CaseCommand,
  type CaseCore,
  chooseHandler,
  type DecideContext,
  findAction,
  GRANT,
  type Playbook,
  type TaskSource,
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

/** Bodies that a step names: who gets the work, the tasks, a copy; of what is granted too. */
export const bodiesOf = (
  playbook: Playbook,
  state: Pick<CaseCore, 'data' | 'pending'> | undefined,
  said: { readonly action: string; readonly form: Readonly<Record<string, unknown>> },
): readonly Id[] => {
  const granted = said.action === GRANT ? state?.pending : undefined;
  const action = findAction(playbook, granted?.action ?? said.action);
  if (!action) return [];
  const form = { ...granted?.form, ...said.form };
  const valueOf = (field: string): unknown => form[field] ?? state?.data[field];
  const ids = new Set<Id>(action.assigns === undefined ? [] : bodiesIn(form[action.assigns]));
  for (const move of action.does ?? []) {
    if (move.move === 'cc') for (const body of bodiesIn(form[move.bodies])) ids.add(body);
    if (move.move !== 'give-tasks') continue;
    if (move.lead !== undefined) for (const body of bodiesIn(valueOf(move.lead))) ids.add(body);
    for (const body of move.from === undefined ? [] : taskBodies(valueOf(move.from), move.columns)) ids.add(body);
  }
  return [...ids];
};

const taskBodies = (value: unknown, columns: TaskSource['columns']): readonly Id[] => {
  if (!columns) return bodiesIn(value);
  const { body } = columns;
  if (body === undefined || !Array.isArray(value)) return [];
  return (value as readonly unknown[]).flatMap((row) =>
    typeof row === 'object' && row !== null ? bodiesIn((row as Readonly<Record<string, unknown>>)[body]) : [],
  );
};

type BodyNames = (body: Id) => string | undefined;

/** Names of bodies, asked for once each; no round trip when none is named. */
export const createBodyNames = (ports: Pick<CasePorts, 'namesOfBodies'>, district: string) => {
  const known = new Map<Id, string | undefined>();
  return async (ids: readonly Id[]): Promise<BodyNames> => {
    const missing = ids.filter((id) => !known.has(id));
    if (missing.length > 0) {
      const names = await ports.namesOfBodies(district, missing);
      for (const id of missing) known.set(id, names.get(id));
    }
    return (id) => known.get(id);
  };
};

/** Names of the bodies that a command speaks of, looked up before it is decided. */
export const bodyNamesFor = (
  ports: CasePorts,
  district: string,
  playbook: Playbook,
  command: CaseCommand,
  state?: Pick<CaseCore, 'data' | 'pending'>,
): Promise<BodyNames> =>
  createBodyNames(ports, district)(command.type === 'act' ? bodiesOf(playbook, state, command) : []);

/**
 * Which post of a body gets the work, by the district's rule; asked for only when the step names a body and the rule of
 * its kind of matter wants a post.
 */
export const handlersFor = async (
  ports: Pick<CasePorts, 'postsOfBody'>,
  countInHands: (district: string, posts: readonly Id[]) => Promise<ReadonlyMap<Id, number>>,
  { playbook, state, district }: { readonly playbook: Playbook; readonly state: CaseCore; readonly district: string },
  command: CaseCommand,
  { fields }: Pick<DecideContext, 'fields'>,
): Promise<DecideContext['handlerAt']> => {
  if (command.type !== 'act') return undefined;
  const asked = findAction(playbook, command.action === GRANT ? (state.pending?.action ?? '') : command.action);
  const form = command.action === GRANT ? { ...state.pending?.form, ...command.form } : command.form;
  const body = asked?.assigns === undefined ? undefined : bodyOf(form[asked.assigns]);
  const assign = body === undefined ? 'body' : assignTo(playbook, state, fields);
  if (body === undefined || assign === 'body') return undefined;
  const about = { path: state.place.path, category: state.category };
  const posts = await ports.postsOfBody(district, body, about);
  const loads = await countInHands(
    district,
    posts.map((one) => one.post),
  );
  const candidates = posts.map((one) => ({ ...one, load: loads.get(one.post) ?? 0 }));
  const handler = chooseHandler(assign, candidates);
  return (asked) => (asked === body ? handler : undefined);
};
