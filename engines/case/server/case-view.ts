import type { Id } from '#kernel/ids';
import type { Instant } from '#kernel/instant';
import { label, type Locale } from '#kernel/label';
import { maskNumbers } from '#kernel/personal-text';
import { fieldMask, fieldText, maskedName, referencesIn } from '#fields';
import type { Field, Json } from '#fields/field';
import type { CaseRow, CaseView, TimelineEntry } from '#engines/case/contract';
import {
  type Actor,
  availableActions,
  type CaseEvent,
  type ClosedCase,
  findAction,
  findStage,
  nextDeadline,
  type OpenCase,
  type Playbook,
  proposedBodyKind,
} from '#engines/case/model';
import { pathToCode } from '#engines/territory/model';
import type { ListedCase } from './case-lists.ts';
import type { StoredCase } from './case-store.ts';
import { isExtended } from './case-write.ts';
import type { SeenCase } from './readers.ts';
import { sensitivities } from '#kernel/sensitivity';
import type { Contact } from './contact-seal.ts';
import type { Definitions } from './definitions.ts';
import { namedContext, namesOfCodes } from './named-context.ts';
import { arrivalView } from './arrival-view.ts';
import { onBehalfFields } from './on-behalf.ts';
import {
  byText,
  cardView,
  clocksView,
  desksView,
  eventName,
  eventNotes,
  holdView,
  ownersLabel,
  tasksOffered,
  tasksView,
} from './parts-view.ts';
import { givenKey, withGivenValues } from './given-values.ts';
import { withOwnWords } from './own-words.ts';
import type { CasePorts } from './ports.ts';
import { isForMe, isMine } from './mine.ts';
import type { RelatedCases } from './related.ts';
import { remembered } from './remembered.ts';
import { saidIn, stageAfter, tasksIn } from './told-events.ts';

/** What a row of a list shows, however it was read. */
export type RowSource = Omit<ListedCase, 'channel' | 'waits_for' | 'owner_role'>;

export const rowSourceOf = ({ district, state, sensitivity }: SeenCase): RowSource => {
  const closed = state.status === 'closed' ? state : null;
  const { warnAt, dueAt } = nextDeadline(state);
  return {
    district,
    id: state.id,
    number: state.number,
    title: state.title,
    playbook: state.playbook,
    playbook_version: state.playbookVersion,
    category: state.category,
    stage: state.stage,
    status: state.status,
    path: state.place.path,
    place: state.place.text,
    lng: state.place.point?.lng ?? null,
    lat: state.place.point?.lat ?? null,
    assignee: state.assignee?.body ?? null,
    reported_at: state.reportedAt,
    warn_at: closed ? null : warnAt,
    due_at: closed ? null : dueAt,
    closed_at: closed?.closedAt ?? null,
    timing: closed?.timing ?? null,
    rating: state.rating,
    sensitivity,
    me_too: state.meToo,
    parent: state.parent?.id ?? null,
    handler: state.handler?.post ?? null,
    held_until: state.held?.review ?? null,
    card: state.card?.level ?? null,
    extended: isExtended(state),
    pending: state.pending !== undefined,
  };
};

const cardLevels = ['notice', 'yellow', 'red'] as const;

/** 无 · 绿 · 黄 · 红: none when closed or without a deadline, yellow from the warning on, red when it is over. */
export const lightOf = (row: Pick<RowSource, 'status' | 'warn_at' | 'due_at'>, now: Instant): CaseRow['light'] => {
  if (row.status === 'closed' || !row.due_at) return 'none';
  if (row.due_at <= now) return 'red';
  return row.warn_at && row.warn_at <= now ? 'yellow' : 'green';
};

export interface RowNames {
  readonly places: ReadonlyMap<string, string>;
  readonly bodies: ReadonlyMap<Id, string>;
}

export const createViews = (ports: CasePorts, definitions: Definitions) => {
  const answerersAt = remembered((district: string, body: string, path: string, category: string) =>
    ports.postsOfBody(district, body || null, { path, category }),
  );

  /** Names for any number of rows: one question for places, one for the bodies of each district. */
  const namesFor = async (rows: readonly RowSource[]): Promise<RowNames> => {
    const bodies = new Map<Id, string>();
    for (const district of new Set(rows.map((row) => row.district))) {
      const ids = rows.flatMap((row) => (row.district === district && row.assignee ? [row.assignee] : []));
      if (ids.length === 0) continue;
      for (const [id, name] of await ports.namesOfBodies(district, [...new Set(ids)])) bodies.set(id, name);
    }
    return { places: await ports.namesOf([...new Set(rows.map((row) => row.path))]), bodies };
  };

  const rowView = (row: RowSource, names: RowNames, now: Instant, mine: boolean, forMe = false): CaseRow => {
    const playbook = definitions.playbookOf({ playbook: row.playbook, playbookVersion: row.playbook_version });
    return {
      id: row.id,
      number: row.number,
      title: maskNumbers(row.title),
      playbook: row.playbook,
      category: row.category,
      categoryName: definitions.categoryName(playbook, row.category),
      stage: row.stage,
      stageName: findStage(playbook, row.stage)?.name ?? label(row.stage, row.stage),
      status: row.status,
      place: {
        code: pathToCode(row.path),
        name: names.places.get(row.path) ?? '',
        text: maskNumbers(row.place),
        point: row.lng === null || row.lat === null ? null : { lng: row.lng, lat: row.lat },
      },
      assignee: (row.assignee && names.bodies.get(row.assignee)) ?? null,
      reportedAt: row.reported_at,
      dueAt: row.due_at,
      closedAt: row.closed_at,
      timing: row.timing,
      light: lightOf(row, now),
      rating: row.rating,
      sensitivity: sensitivities[row.sensitivity] ?? 'key-persons',
      meToo: row.me_too,
      mine,
      forMe,
      held: row.held_until,
      card: cardLevels.find((level) => level === row.card) ?? null,
      extended: row.extended ?? false,
      pending: row.pending ?? false,
      child: row.parent !== null,
    };
  };

  const valuesView = (
    fields: readonly Field[],
    values: Readonly<Record<string, unknown>>,
    locale: Locale,
    bodies: ReadonlyMap<Id, string> = new Map(),
  ) => {
    const nameOf = (id: string): string | undefined => bodies.get(id);
    const context = { ...definitions.fields, bodyName: nameOf, territoryName: nameOf };
    return fields.flatMap((field) => {
      const value = values[field.id];
      if (value === undefined) return [];
      const names = Object.fromEntries(
        referencesIn([field], values).flatMap(({ id }) => {
          const name = bodies.get(id);
          return name === undefined ? [] : [[id, name] as const];
        }),
      );
      const text = fieldText(field, value as Json, context, locale);
      return [{ field, value, text, ...(Object.keys(names).length > 0 && { names }) }];
    });
  };

  /** Personal values as their types mask them; in clear they are only ever shown one by one (`reveal.ts`). */
  const personalView = (fields: readonly Field[], contact: Contact | undefined, locale: Locale) =>
    fields.flatMap((field) => {
      const value = contact?.personal[field.id];
      if (value === undefined || value === null) return [];
      return [{ field, value: null, text: fieldMask(field, value as Json, definitions.fields, locale) }];
    });

  const offersView = async (district: string, playbook: Playbook, state: OpenCase | ClosedCase, actor: Actor) => {
    const actions = availableActions(playbook, state, actor);
    const kind = actions.some((action) => action.assigns !== undefined)
      ? proposedBodyKind(playbook, state, definitions.fields)
      : undefined;
    const body = kind === undefined ? undefined : await ports.findBody(district, kind, state.place.path);
    // Nobody passes work on to whoever has it; a matter that came back may well go there again.
    const holder = state.status === 'open' && 'assignee' in state.owner ? state.assignee?.body : undefined;
    return actions.map((action) => ({
      id: action.id,
      name: action.name,
      tone: action.tone ?? ('normal' as const),
      form: [...(action.form ?? [])],
      proposed:
        action.assigns !== undefined && body && body.id !== holder
          ? { [action.assigns]: { id: body.id, name: body.name } }
          : {},
      ...(action.assigns !== undefined && { assigns: action.assigns }),
      batch: action.batch ?? false,
      asks: action.needs !== undefined,
      ...tasksOffered(action, state, actor),
    }));
  };

  const timelineView = (
    playbook: Playbook,
    events: readonly CaseEvent[],
    bodies: ReadonlyMap<Id, string>,
    locale: Locale,
  ): TimelineEntry[] => {
    let stage = '';
    const known = new Set<string>();
    return events.map((event) => {
      stage = stageAfter(event) ?? stage;
      const said = saidIn(playbook, event);
      const entry = {
        at: event.at,
        name: eventName(playbook, event) ?? label('', ''),
        shown: findStage(playbook, stage)?.shown ?? label(stage, stage),
        by: event.by.name,
        body: (event.by.body && bodies.get(event.by.body)) ?? null,
        values: said ? valuesView(said.fields, said.form, locale, bodies) : [],
        notes: eventNotes(event, known),
      };
      for (const task of tasksIn(event)) known.add(task.id);
      return entry;
    });
  };

  const bodiesIn = async ({ district, state, events }: StoredCase): Promise<ReadonlyMap<Id, string>> => {
    const ids = new Set<Id>();
    const codes = new Set<string>();
    const playbook = definitions.playbookOf(state);
    const addBodies = (fields: readonly Field[], values: Readonly<Record<string, unknown>>): void => {
      for (const { kind, id } of referencesIn(fields, values)) {
        if (kind === 'body') ids.add(id);
        if (kind === 'territory') codes.add(id);
      }
    };
    for (const event of events) {
      if (event.by.body) ids.add(event.by.body);
      if (event.type === 'ActionTaken' && event.assignee) ids.add(event.assignee.body);
      const said = saidIn(playbook, event);
      if (said) addBodies(said.fields, said.form);
    }
    addBodies(playbook.fields, state.data);
    if (state.assignee) ids.add(state.assignee.body);
    return new Map([
      ...(ids.size === 0 ? [] : await ports.namesOfBodies(district, [...ids])),
      ...(codes.size === 0 ? [] : await namesOfCodes(ports, [...codes])),
    ]);
  };

  const pendingView = (
    playbook: Playbook,
    { pending }: OpenCase | ClosedCase,
    locale: Locale,
    bodies: ReadonlyMap<Id, string>,
  ): CaseView['pending'] => {
    if (!pending) return null;
    const { action, at, by, form, who } = pending;
    const asked = findAction(playbook, action);
    return {
      action,
      name: asked?.name ?? label(action, action),
      at,
      by: byText(by),
      values: valuesView(asked?.form ?? [], form, locale, bodies),
      who: ownersLabel(who, definitions),
    };
  };

  /** Who answers for the line of the matter: at the body in charge, before there is one at the place (S089). */
  const answerersOf = async ({ district, state }: StoredCase): Promise<CaseView['answerers']> => {
    if (state.status === 'closed') return [];
    const found = await answerersAt(district, state.assignee?.body ?? '', state.place.path, state.category);
    return found
      .filter((one) => one.slot !== null)
      .sort((one, other) => ((one.slot ?? '') < (other.slot ?? '') ? -1 : 1))
      .map(({ title, name }) => ({ title, name }));
  };

  const caseView = async (
    stored: SeenCase,
    more: {
      readonly actor: Actor;
      readonly now: Instant;
      readonly locale: Locale;
      readonly contact?: Contact | undefined;
      readonly duplicateOf?: CaseRow | null;
      readonly related: RelatedCases;
    },
  ): Promise<CaseView> => {
    const { district, state, events } = stored;
    const { actor, now, locale, contact, related } = more;
    const playbook = definitions.playbookOf(state);
    const bodies = await bodiesIn(stored);
    const names = { places: await ports.namesOf([state.place.path]), bodies };
    const calendar = await ports.calendar();
    return {
      row: rowView(rowSourceOf(stored), names, now, isMine(state, actor, playbook), isForMe(state, actor)),
      playbookName: playbook.name,
      reporter: await reporterView(ports, district, state, contact, locale),
      values: [
        ...valuesView(playbook.fields, state.data, locale, bodies),
        ...personalView(personalFieldsOf(playbook), contact, locale),
        ...arrivalView(definitions, { channel: state.channel, contact, locale }),
      ],
      masked: maskedIn(playbook, contact),
      clocks: clocksView(playbook, state, calendar),
      timeline: withOwnWords(
        withGivenValues(
          timelineView(playbook, events, bodies, locale),
          { fields: personalFieldsOf(playbook), contact },
          (field, value) => ({
            field,
            value: null,
            text: fieldMask(field, value as Json, definitions.fields, locale),
          }),
        ),
        { playbook, contact, actor },
        (fields, values) => valuesView(fields, values, locale),
      ),
      answer: state.answer,
      duplicateOf: more.duplicateOf ?? null,
      ...related,
      availableActions: await offersView(district, playbook, state, actor),
      version: state.version,
      tasks: tasksView(state, actor, now),
      card: cardView(state),
      held: holdView(state, now),
      pending: pendingView(playbook, state, locale, bodies),
      cc: (state.cc ?? []).map((one) => one.name),
      exempt: state.exempt ?? null,
      handler: state.handler ? { title: state.handler.title, name: state.handler.name } : null,
      answerers: await answerersOf(stored),
      ...desksView(playbook, events, calendar, now, definitions),
    };
  };

  /** For the words of personal values, where somebody may read them in clear. */
  const namedIn = (district: string, fields: readonly Field[], values: Readonly<Record<string, unknown>>) =>
    namedContext(ports, definitions.fields, district, fields, values);

  return { namesFor, rowView, caseView, offersView, bodiesIn, namedIn };
};

export type Views = ReturnType<typeof createViews>;

/** Fields of a playbook that hold personal values, of the report and of every step. */
export const personalFieldsOf = (playbook: Playbook): readonly Field[] => [
  ...new Map(
    [...playbook.fields, ...playbook.actions.flatMap((action) => action.form ?? [])]
      .filter((field) => field.privacy)
      .map((field) => [field.id, field] as const),
  ).values(),
];

/** What of a matter stands masked in its view, by the names under which `reveal` shows it. */
const maskedIn = (playbook: Playbook, contact: Contact | undefined): string[] => [
  ...(contact?.name ? ['reporter.name'] : []),
  ...(contact?.phone ? ['reporter.phone'] : []),
  ...personalFieldsOf(playbook)
    .filter((field) => contact?.personal[field.id] !== undefined)
    .map((field) => field.id),
  ...(contact?.given ?? []).map(givenKey),
];

const reporterView = async (
  ports: CasePorts,
  district: string,
  { reporter }: OpenCase | ClosedCase,
  contact: Contact | undefined,
  locale: Locale,
): Promise<CaseView['reporter']> => {
  const ids = [reporter.person, reporter.enteredBy].filter((id) => id !== null);
  const persons: ReadonlyMap<Id, string> = ids.length > 0 ? await ports.namesOfPersons(district, ids) : new Map();
  const phone = contact?.phone ?? null;
  return {
    kind: reporter.kind,
    name: (contact?.name && maskedName(contact.name)) ?? (reporter.person && persons.get(reporter.person)) ?? null,
    phone: phone && fieldMask(onBehalfFields.phone, phone, { codeList: () => undefined }, locale),
    enteredBy: (reporter.enteredBy && persons.get(reporter.enteredBy)) ?? null,
  };
};
