import { chinaDate, chinaMinuteOfDay, type Instant } from '#kernel/instant';
import type { Label, Locale } from '#kernel/label';
import { fieldMask, fieldText, getFieldType, maskedName } from '#fields';
import type { Field, FieldContext, Json } from '#fields/field';
import type { ActionTaken, CaseEvent } from '../events.ts';
import { findCategory, reportScope, reportVariables } from '../expressions.ts';
import { outcomeNames } from '../outcome.ts';
import type { Playbook } from '../playbook.ts';
import type { ClosedCase, OpenCase } from '../state.ts';
import { findAction, findStage } from '../who-may.ts';

/**
 * What FEEL of documents may speak of: `data`, `category`, `place`, `reporter`, `channel` as in playbooks, and
 *
 * - `text`: values of the report as people read them, by field id; personal ones masked, or in clear where that is allowed
 * - `rows`: of fields that hold rows, lists of entries with every column as text: `rows.parties[1].name`
 * - `last`: by action, as it was last taken: `last.record.text.result`, `.form.result` (raw), `.rows.…`, `.on`, `.at`, `.by`,
 *   `.title`, `.body`. A `-` in the id of an action is written `_`
 * - `actions`: all that were taken, the oldest first, each with `id`, `name` and what `last` has; `actions[item.id = "record"]`
 * - `matter`: `number`, `title`, `playbook`, `stage` (name), `reportedOn`, `reportedAt`, `dueOn`, `closedOn`, `assignee`,
 *   `handler`, `rating`, `round`, `outcome`, `closed` (true, false), `pictures` (how many)
 * - `asked`: `name` and `phone` of whoever asked, masked unless allowed
 * - `answer`, `stage` (id), `number` (of the document), `issuedOn`, `issuer` (`name`, `title`, `body`)
 * - in lists: `row`, the present entry, and `n`, its place from 1
 *
 * Days read `2026年11月22日`; in English `2026-11-22`.
 */
export const documentVariables = [
  ...reportVariables,
  'text',
  'rows',
  'last',
  'actions',
  'matter',
  'asked',
  'answer',
  'stage',
  'number',
  'issuedOn',
  'issuer',
  'row',
  'n',
] as const;

export type DocumentScope = Readonly<Record<string, unknown>>;

/** A matter, with what is personal of it. */
export interface DocumentMatter {
  readonly playbook: Playbook;
  readonly state: OpenCase | ClosedCase;
  readonly events: readonly CaseEvent[];
  readonly contact?: {
    readonly name: string | null;
    readonly phone: string | null;
    readonly personal: Readonly<Record<string, unknown>>;
  };
}

/** What a document needs beside the matter. */
export interface DocumentContext {
  /** With the names that values refer to. */
  readonly fields: FieldContext;
  readonly locale: Locale;
  /** The day of issue. */
  readonly now: Instant;
  /** Names from street down: 青石街道 · 槐荫社区. */
  readonly placeName: string;
  /** Names of bodies that steps were done for. */
  readonly bodies: ReadonlyMap<string, string>;
  /** Whom it is made for. */
  readonly audience: 'staff' | 'reporter';
  /** 文号; null as long as it has none. */
  readonly number: string | null;
  readonly issuer: { readonly name: string; readonly title: string; readonly body: string } | null;
  /** Names of `clear` that are printed in clear; all others are masked. */
  readonly clear: ReadonlySet<string>;
  readonly mark: string | null;
}

/** `2026年11月22日`. */
export const dayText = (moment: Instant, locale: Locale): string => {
  const day = chinaDate(moment);
  const [year, month, date] = day.split('-').map(Number);
  return locale === 'zh' ? `${year}年${month}月${date}日` : day;
};

/** `2026年11月22日 14:05`. */
export const momentText = (moment: Instant, locale: Locale): string => {
  const minutes = Math.floor(chinaMinuteOfDay(moment));
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${dayText(moment, locale)} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
};

const maybeDay = (moment: Instant | null | undefined, locale: Locale): string | null =>
  moment ? dayText(moment, locale) : null;

/** Fields of a form with their values: those of the history, and personal ones that lie apart. */
export const valuesOf = (
  fields: readonly Field[],
  open: Readonly<Record<string, unknown>>,
  matter: DocumentMatter,
): readonly { readonly field: Field; readonly value: Json }[] =>
  fields.flatMap((field) => {
    const value = field.privacy ? matter.contact?.personal[field.id] : open[field.id];
    return value === undefined || value === null ? [] : [{ field, value: value as Json }];
  });

export const shownText = (field: Field, value: Json, context: DocumentContext): string => {
  const text = fieldText(field, value, context.fields, context.locale);
  if (!field.privacy) return text;
  const mask = fieldMask(field, value, context.fields, context.locale);
  if (!context.clear.has(field.id)) return mask;
  // Some types print masked always (phone): in clear the value itself is the text.
  const isTyped = typeof value === 'string' && !getFieldType(field.type).refersTo;
  return isTyped && text === mask ? value : text;
};

/** Columns of a field that holds rows, by its own declaration; undefined for any other. */
export const columnsOf = (field: Field): readonly Field[] | undefined => {
  const columns = field.options?.['columns'];
  const isField = (one: unknown): boolean => typeof one === 'object' && one !== null && 'id' in one && 'type' in one;
  return Array.isArray(columns) && columns.length > 0 && columns.every(isField)
    ? (columns as unknown as readonly Field[])
    : undefined;
};

/** Entries of a field of rows, every column as text. */
export const rowTexts = (
  field: Field,
  value: Json,
  context: DocumentContext,
): readonly Readonly<Record<string, string>>[] => {
  const columns = columnsOf(field);
  if (!columns || !Array.isArray(value)) return [];
  return (value as readonly Json[]).map((row) => {
    const entry = (typeof row === 'object' && row !== null ? row : {}) as Readonly<Record<string, Json>>;
    return Object.fromEntries(
      columns.flatMap((column) => {
        const cell = entry[column.id];
        if (cell === undefined || cell === null) return [];
        // The whole field declares what is personal of its columns.
        const text = shownText(
          { ...column, id: field.id, ...(field.privacy && { privacy: field.privacy }) },
          cell,
          context,
        );
        return [[column.id, text]];
      }),
    );
  });
};

const hash = /^[0-9a-f]{64}$/;

/** A value that names pictures: hashes of files. */
export const isPictures = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string' && hash.test(one));

const countPictures = ({ state, events }: DocumentMatter): number =>
  [state.data, ...events.filter(isTaken).map(({ form }) => form)]
    .flatMap((values) => Object.values(values))
    .flatMap((value) => (isPictures(value) ? value : [])).length;

const formOf = (
  fields: readonly Field[],
  open: Readonly<Record<string, unknown>>,
  matter: DocumentMatter,
  context: DocumentContext,
) => {
  const values = valuesOf(fields, open, matter);
  return {
    text: Object.fromEntries(values.map(({ field, value }) => [field.id, shownText(field, value, context)])),
    rows: Object.fromEntries(
      values.flatMap(({ field, value }) => (columnsOf(field) ? [[field.id, rowTexts(field, value, context)]] : [])),
    ),
  };
};

/** Id of an action as FEEL can speak it. */
export const spokenId = (id: string): string => id.replaceAll('-', '_');

export const isTaken = (event: CaseEvent): event is ActionTaken => event.type === 'ActionTaken';

const takenScope = (event: ActionTaken, matter: DocumentMatter, context: DocumentContext) => {
  const action = findAction(matter.playbook, event.action);
  return {
    id: event.action,
    name: action?.name[context.locale] ?? event.action,
    form: event.form,
    ...formOf(action?.form ?? [], event.form, matter, context),
    on: dayText(event.at, context.locale),
    at: momentText(event.at, context.locale),
    by: event.by.name,
    title: event.by.title,
    body: (event.by.body && context.bodies.get(event.by.body)) ?? null,
  };
};

/** Everything that a document's FEEL may speak of. */
export const documentScope = (matter: DocumentMatter, context: DocumentContext): DocumentScope => {
  const { playbook, state, events, contact } = matter;
  const { locale, clear } = context;
  const taken = events.filter(isTaken).map((event) => takenScope(event, matter, context));
  const main = playbook.clocks.find((clock) => clock.main);
  const due = main && state.clocks[main.id]?.dueAt;
  // One that ended along with another has none of its own.
  const names: Readonly<Record<string, Label>> = outcomeNames;
  const outcome = state.status === 'closed' ? names[state.outcome] : undefined;
  const name = contact?.name ?? null;
  const phoneField = { id: 'phone', type: 'phone', name: { zh: '', en: '' } };
  const phone = contact?.phone ?? null;
  return {
    ...reportScope(state, findCategory(playbook, state.category, context.fields), context.placeName),
    ...formOf(playbook.fields, state.data, matter, context),
    last: Object.fromEntries(taken.map((one) => [spokenId(one.id), one])),
    actions: taken,
    matter: {
      number: state.number,
      title: state.title,
      playbook: playbook.name[locale],
      stage: findStage(playbook, state.stage)?.name[locale] ?? state.stage,
      shown: findStage(playbook, state.stage)?.shown[locale] ?? state.stage,
      reportedOn: dayText(state.reportedAt, locale),
      reportedAt: momentText(state.reportedAt, locale),
      dueOn: maybeDay(due, locale),
      closedOn: state.status === 'closed' ? maybeDay(state.closedAt, locale) : null,
      closed: state.status === 'closed',
      assignee: state.assignee?.name ?? null,
      handler: state.handler?.name ?? null,
      rating: state.rating,
      pictures: countPictures(matter),
      round: state.round,
      outcome: outcome?.[locale] ?? null,
    },
    asked: {
      name: name && (clear.has('reporter.name') ? name : maskedName(name)),
      phone: phone && (clear.has('reporter.phone') ? phone : fieldMask(phoneField, phone, context.fields, locale)),
    },
    answer: state.answer,
    stage: state.stage,
    number: context.number,
    issuedOn: dayText(context.now, locale),
    issuer: context.issuer,
    row: null,
    n: null,
  };
};
