import type { Label } from '#kernel/label';
import type { Field } from '#fields/field';
import type { Action, Clock, Playbook, RoutingRule, Stage } from '../playbook.ts';
import { insertStage, removeStage, type StageBetween } from './edit-stages.ts';

/** A part of a definition that changes; `null` takes an optional part away. */
export type Change<Whole> = { readonly [Key in keyof Whole]?: Whole[Key] | null };

/** Which form a field stands in: the report's, or that of an action. */
export type FormOf = 'report' | { readonly action: string };

/** One thing that somebody changes in a playbook. Each is plain data, so that a page can undo it. */
export type DesignEdit =
  | { readonly edit: 'about'; readonly name?: Label; readonly summary?: Label; readonly title?: string }
  | { readonly edit: 'stage'; readonly id: string; readonly change: Change<Pick<Stage, 'name' | 'shown' | 'owner'>> }
  | ({ readonly edit: 'insert-stage' } & StageBetween)
  /** What led there leads to `to` from now on. */
  | { readonly edit: 'remove-stage'; readonly id: string; readonly to: string }
  | { readonly edit: 'action'; readonly id: string; readonly change: Change<Omit<Action, 'id'>> }
  | { readonly edit: 'add-action'; readonly action: Action }
  | { readonly edit: 'remove-action'; readonly id: string }
  | { readonly edit: 'field'; readonly of: FormOf; readonly id: string; readonly change: Change<Omit<Field, 'id'>> }
  | { readonly edit: 'add-field'; readonly of: FormOf; readonly field: Field }
  | { readonly edit: 'remove-field'; readonly of: FormOf; readonly id: string }
  | { readonly edit: 'move-field'; readonly of: FormOf; readonly id: string; readonly by: 1 | -1 }
  | { readonly edit: 'clock'; readonly id: string; readonly change: Change<Omit<Clock, 'id'>> }
  | { readonly edit: 'add-clock'; readonly clock: Clock }
  | { readonly edit: 'remove-clock'; readonly id: string }
  | { readonly edit: 'routing'; readonly rules: readonly RoutingRule[] };

/** The playbook after an edit; one that names what is not there changes nothing. */
export const applyEdit = (playbook: Playbook, edit: DesignEdit): Playbook => {
  switch (edit.edit) {
    case 'about': {
      const { edit: _edit, ...parts } = edit;
      return { ...playbook, ...parts };
    }
    case 'stage':
      return { ...playbook, stages: changed(playbook.stages, edit.id, edit.change) };
    case 'insert-stage':
      return insertStage(playbook, edit);
    case 'remove-stage':
      return removeStage(playbook, edit.id, edit.to);
    case 'action':
      return { ...playbook, actions: changed(playbook.actions, edit.id, edit.change) };
    case 'add-action':
      return { ...playbook, actions: [...playbook.actions, edit.action] };
    case 'remove-action':
      return withoutAction(playbook, edit.id);
    case 'field':
      return onForm(playbook, edit.of, (fields) => changed(fields, edit.id, edit.change));
    case 'add-field':
      return onForm(playbook, edit.of, (fields) => [...fields, edit.field]);
    case 'remove-field':
      return withoutField(playbook, edit.of, edit.id);
    case 'move-field':
      return onForm(playbook, edit.of, (fields) => moved(fields, edit.id, edit.by));
    case 'clock':
      return { ...playbook, clocks: changed(playbook.clocks, edit.id, edit.change) };
    case 'add-clock':
      return { ...playbook, clocks: [...playbook.clocks, edit.clock] };
    case 'remove-clock':
      return { ...playbook, clocks: playbook.clocks.filter((clock) => clock.id !== edit.id) };
    case 'routing':
      return { ...playbook, routing: edit.rules };
  }
};

/** An id that nobody has yet: `note`, `note-2` … */
export const freshId = (wanted: string, taken: readonly { readonly id: string }[]): string => {
  const used = new Set(taken.map((one) => one.id));
  let id = wanted;
  for (let number = 2; used.has(id); number += 1) id = `${wanted}-${number}`;
  return id;
};

const merge = <Whole extends object>(whole: Whole, change: Change<Whole>): Whole =>
  Object.fromEntries(
    Object.entries({ ...whole, ...change }).filter(([, value]) => value !== null && value !== undefined),
  ) as Whole;

const changed = <One extends { readonly id: string }>(
  all: readonly One[],
  id: string,
  change: Change<Omit<One, 'id'>>,
): readonly One[] => all.map((one) => (one.id === id ? merge<One>(one, change as Change<One>) : one));

const moved = (fields: readonly Field[], id: string, by: 1 | -1): readonly Field[] => {
  const at = fields.findIndex((field) => field.id === id);
  const [one, other] = [fields[at], fields[at + by]];
  if (!one || !other) return fields;
  return fields.map((field) => (field === one ? other : field === other ? one : field));
};

const onForm = (playbook: Playbook, of: FormOf, work: (fields: readonly Field[]) => readonly Field[]): Playbook =>
  of === 'report'
    ? { ...playbook, fields: work(playbook.fields) }
    : {
        ...playbook,
        actions: playbook.actions.map((action) => {
          if (action.id !== of.action) return action;
          const { form = [], ...rest } = action;
          const next = work(form);
          return next.length > 0 ? { ...rest, form: next } : rest;
        }),
      };

/** What the action said of the field goes with it. */
const withoutField = (playbook: Playbook, of: FormOf, id: string): Playbook => {
  const left = onForm(playbook, of, (fields) => fields.filter((field) => field.id !== id));
  if (of === 'report') return left;
  const named = (['assigns', 'answers', 'rates'] as const).filter(
    (part) => left.actions.find((action) => action.id === of.action)?.[part] === id,
  );
  return {
    ...left,
    actions: changed(left.actions, of.action, Object.fromEntries(named.map((part) => [part, null]))),
  };
};

const withoutAction = (playbook: Playbook, id: string): Playbook => ({
  ...playbook,
  actions: playbook.actions
    .filter((action) => action.id !== id)
    .map((action) => {
      if (!action.notBy?.includes(id)) return action;
      const notBy = action.notBy.filter((one) => one !== id);
      return merge<Action>(action, { notBy: notBy.length > 0 ? notBy : null });
    }),
  clocks: playbook.clocks.map((clock) => (clock.whenOver === id ? merge<Clock>(clock, { whenOver: null }) : clock)),
});
