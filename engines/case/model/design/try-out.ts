import { type DomainError, isRefusal } from '#kernel/domain-error';
import { type Id, uuidv7 } from '#kernel/ids';
import { type Instant, plusMillis } from '#kernel/instant';
import { type Label, label } from '#kernel/label';
import { addLimit, type WorkingCalendar } from '#kernel/working-calendar';
import { getFieldType } from '#fields';
import type { Field, FieldContext, Json } from '#fields/field';
import type { Actor } from '../actor.ts';
import type { CaseCommand } from '../command.ts';
import { decide } from '../decide.ts';
import type { CaseEvent } from '../events.ts';
import { evolve, noCase } from '../evolve.ts';
import type { Action, Owner, Playbook } from '../playbook.ts';
import type { CaseState, RunningClock } from '../state.ts';
import { availableActions } from '../who-may.ts';

/** A matter that is played through to see what a playbook does. The rules are those of the server; nothing is kept. */
export interface Trial {
  readonly playbook: Playbook;
  readonly state: CaseState;
  readonly events: readonly CaseEvent[];
  readonly now: Instant;
}

export interface TrialContext {
  readonly calendar: WorkingCalendar;
  readonly fields: FieldContext;
  readonly roleName: (role: string) => Label;
}

/** Somebody made up, one for each who may act, and a colleague of each: some steps want another person. */
export interface TrialActor {
  readonly key: string;
  readonly name: Label;
  readonly actor: Actor;
}

const made = (number: number): Id => uuidv7(1_790_000_000_000 + number, [7, 7, 7, 7, 7, 7, 7, 7, 7, number % 256]);
const path = '99.01.01.001.001.g01.';
const district = '99.01.01.';

/** Bodies that a trial can send work to. */
export const trialBodies: readonly { readonly id: Id; readonly name: string }[] = [
  { id: made(1), name: '示例单位甲' },
  { id: made(2), name: '示例单位乙' },
  { id: made(3), name: '示例单位丙' },
];
const bodyName = (id: Id): string | undefined => trialBodies.find((body) => body.id === id)?.name;

export const trialFields = (fields: FieldContext): FieldContext => ({ ...fields, bodyName });

const ownersOf = (playbook: Playbook): readonly Owner[] => [
  ...playbook.stages.flatMap((stage) => stage.owner ?? []),
  ...playbook.actions.flatMap((action) => [...action.who, ...(action.needs?.who ?? [])]),
];

/** Everybody who can have a part in the playbook. */
export const trialActors = (playbook: Playbook, roleName: TrialContext['roleName']): readonly TrialActor[] => {
  const roles = [...new Set(ownersOf(playbook).flatMap((owner) => ('role' in owner ? [owner.role] : [])))];
  const post = (number: number, role: string, body: Id, scope: string) => ({ id: made(number), role, body, scope });
  const staff = (number: number, key: string, name: Label, role: string, body: Id): TrialActor => ({
    key,
    name,
    actor: { kind: 'staff', person: made(number), name: name.zh, posts: [post(number + 100, role, body, district)] },
  });
  const two = label('（另一人）', ' (a colleague)');
  return [
    { key: 'reporter', name: label('诉求人', 'Whoever asked'), actor: { kind: 'reporter', person: null } },
    ...roles.flatMap((role, index) => {
      const name = roleName(role);
      const street = made(90);
      return [
        staff(10 + 2 * index, `role ${role}`, name, role, street),
        staff(11 + 2 * index, `role ${role} 2`, label(name.zh + two.zh, name.en + two.en), role, street),
      ];
    }),
    ...trialBodies.flatMap(({ id, name }, index) => [
      staff(60 + 2 * index, `body ${id}`, label(name, name), 'trial-body', id),
    ]),
    {
      key: 'system',
      name: label('系统（到期自动）', 'The system (when time is over)'),
      actor: { kind: 'system', name: '系统' },
    },
  ];
};

/** What everybody may do now; those who may do nothing are left out, and a colleague who may no more than the first. */
export const trialOffers = (
  trial: Trial,
  actors: readonly TrialActor[],
): readonly { readonly by: TrialActor; readonly actions: readonly Action[] }[] =>
  actors
    .map((by) => ({ by, actions: availableActions(trial.playbook, trial.state, by.actor) }))
    .filter(({ actions }) => actions.length > 0)
    .filter(({ by, actions }, _at, all) => {
      const first = all.find((one) => `${one.by.key} 2` === by.key);
      return !first || actions.some((action) => !first.actions.includes(action));
    });

const decided = (
  trial: Trial,
  command: CaseCommand,
  actor: Actor,
  { calendar, fields, roleName }: TrialContext,
): Trial | DomainError => {
  const events = decide(trial.playbook, trial.state, command, {
    now: trial.now,
    actor,
    calendar,
    fields: trialFields(fields),
    bodyName,
    roleName,
  });
  if (isRefusal(events)) return events;
  return { ...trial, state: events.reduce(evolve, trial.state), events: [...trial.events, ...events] };
};

/** A sample matter is reported: by a resident where one may, else by staff, else by the system. */
export const startTrial = (
  playbook: Playbook,
  given: { readonly category: string; readonly values: Readonly<Record<string, unknown>>; readonly now: Instant },
  context: TrialContext,
): Trial | DomainError => {
  const [staff] = trialActors(playbook, context.roleName).filter(({ actor }) => actor.kind === 'staff');
  const kind = (['resident', 'staff', 'system'] as const).find((one) => playbook.reporters.includes(one)) ?? 'system';
  const actor: Actor =
    kind === 'resident'
      ? { kind: 'reporter', person: null }
      : kind === 'staff' && staff
        ? staff.actor
        : { kind: 'system', name: '系统' };
  const person = actor.kind === 'staff' ? actor.person : null;
  return decided(
    { playbook, state: noCase, events: [], now: given.now },
    {
      type: 'report',
      id: made(99),
      category: given.category,
      values: given.values,
      place: { path, point: null, text: '3 号楼' },
      placeName: '示例街道 · 示例社区',
      channel: kind === 'resident' ? 'qr' : kind === 'staff' ? 'app' : 'system',
      reporter: { kind: kind === 'resident' ? 'anonymous' : kind, person, enteredBy: null },
    },
    actor,
    context,
  );
};

/** A step by somebody. @param task which of several tasks it is about */
export const takeTrialStep = (
  trial: Trial,
  by: TrialActor,
  step: { readonly action: string; readonly form: Readonly<Record<string, unknown>>; readonly task?: string },
  context: TrialContext,
): Trial | DomainError => decided(trial, { type: 'act', ...step }, by.actor, context);

export const passTime = (trial: Trial, hours: number): Trial => ({
  ...trial,
  now: plusMillis(trial.now, hours * 3_600_000),
});

/** How a clock of the trial is counted, line by line; empty when it has no due time. */
export const trialArithmetic = (clock: RunningClock, calendar: WorkingCalendar): readonly Label[] => {
  const deadline = clock.limit && addLimit(calendar, clock.startedAt, clock.limit);
  return deadline && !isRefusal(deadline) ? deadline.arithmetic : [];
};

/** Values that a form accepts, for what it demands and for what `also` names; bodies are those of the trial. */
export const sampleValues = (
  fields: readonly Field[],
  context: FieldContext,
  also: readonly (string | undefined)[] = [],
): Readonly<Record<string, Json>> =>
  Object.fromEntries(
    fields
      .filter((field) => field.required || also.includes(field.id))
      .map((field, index) => [field.id, withTrialBodies(field, context, (index * 0.37) % 1)]),
  );

const withTrialBodies = (field: Field, context: FieldContext, chance: number): Json => {
  const type = getFieldType(field.type);
  const value = type.sample(field, context, chance);
  const named = (type.refersTo?.(value, field) ?? []).filter((one) => one.kind === 'body');
  const text = named.reduce(
    (json, one, index) => json.replaceAll(one.id, trialBodies[index % trialBodies.length]?.id ?? one.id),
    JSON.stringify(value),
  );
  return JSON.parse(text) as Json;
};
