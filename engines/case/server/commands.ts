import { DomainError, isRefusal } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import { maskedName } from '#fields';
import type { Instant } from '#kernel/instant';
import {
  type Actor,
  type CaseCommand,
  labelRank,
  type CaseEvent,
  decide,
  actionOn,
  type DecideContext,
  fold,
  GRANT,
  noCase,
  personalIn,
  splitAuthored,
  type Playbook,
  REFUSE,
} from '#engines/case/model';
import type { Parts } from '#platform/server/parts';
import type { ApplicantBook } from './applicant/keep-applicants.ts';
import { refusalOfSleeper } from './awake.ts';
import { bodyNamesFor, type CaseContextMaker, handlersFor } from './case-context.ts';
import type { CaseStore, FoundCase, StoredCase } from './case-store.ts';
import { isUniqueViolation } from './case-store.ts';
import { writeOf } from './case-write.ts';
import type { Contact, ContactSeal } from './contact-seal.ts';
import { withGiven } from './given-values.ts';
import type { Definitions } from './definitions.ts';
import type { Grounds } from './grounds.ts';
import { keyedFingerprint } from './keyed-fingerprint.ts';
import type { CasePorts } from './ports.ts';
import { hmacOf } from './query-code.ts';
import { createTurns } from './in-turn.ts';
import { mayKnow, type OpenlyKnown, isOpenlyKnown, type Reader, type SeenCase, see, seenByProof } from './readers.ts';
import type { SlotBook } from './slots/slot-book.ts';
import type { ActionInput, Origin, ReportInput, ReportReceipt } from './use-cases.ts';

/** A command on a matter that is there. */
export interface OnCase {
  readonly districts: readonly string[];
  readonly caseId: Id;
  readonly id: Id;
  readonly actor: Actor;
  /** Who may know of it; absent for callers who have proved that they reported it, and for programs. */
  readonly reader?: Reader;
  /** Posts that may act on the matter once it is known; the actor as it is when absent. */
  readonly actorOn?: (stored: StoredCase) => Actor;
  /** What may be done by whoever stands beside it, without a right to read. */
  readonly openly?: OpenlyKnown;
  /** Everything that makes a repeat the same command. */
  readonly said: unknown;
  readonly expectedVersion?: number;
  /** Two at once are both right: taken in turn and tried again instead of refused. */
  readonly repeatable?: true;
  readonly now?: Instant;
  readonly origin?: Origin;
  readonly command: (stored: StoredCase) => Promise<CaseCommand> | CaseCommand;
}

const decisionNames: Readonly<Record<string, string>> = { [GRANT]: 'case.ask-granted', [REFUSE]: 'case.ask-refused' };

/** Against other processes only. */
const MOST_TRIES = 12;

/** Who acted last, for the one who came too late. */
const lastActor = (events: readonly CaseEvent[]): string => {
  const by = events.at(-1)?.by;
  if (!by || by.kind === 'system') return '系统';
  return by.kind === 'reporter' ? '诉求人' : [by.title, by.name].filter(Boolean).join(' ');
};

/** Reports and steps: decided by the pure rules, written in one statement, told to live screens after the commit. */
export const createCommands = (
  parts: Parts,
  ports: CasePorts,
  definitions: Definitions,
  store: CaseStore,
  contextOf: CaseContextMaker,
  seal: ContactSeal,
  grounds: Grounds,
  slots: Pick<SlotBook, 'around'>,
  applicants: ApplicantBook,
  /** Something follows from what was just committed. */
  onEffects: () => void,
) => {
  const reportCase = async (input: ReportInput): Promise<ReportReceipt> => {
    await definitions.ready();
    const { district, id, actor, values } = input;
    const playbook = definitions.getPlaybook(input.playbook, district, input.now);
    const context = await contextOf(actor, input.now ?? parts.clock());
    const [placeName = ''] = [...(await ports.namesOf([input.place.path])).values()];
    const events =
      (await refusalOfSleeper(parts, playbook)) ??
      decide(playbook, noCase, { ...input, type: 'report', placeName }, context);
    if (isRefusal(events)) {
      const known = await repeatOf(input);
      if (known) return known;
      throw events;
    }
    const [reported] = events;
    if (reported?.type !== 'CaseReported') throw new Error('a report reports');
    const shown = playbook.stages.find((stage) => stage.id === reported.stage)?.shown ?? playbook.name;
    const answer: ReportReceipt = { id, number: reported.number, receivedAt: reported.at, shown };
    const fingerprint = await fingerprintOf(input);
    const contact = withNotice(contactOf(playbook, values, input.contact, context), input.notice);
    const ground = await grounds.groundOf(labelRank(playbook, input.category, context.fields), playbook);
    const write = writeOf(district, noCase, events, parts.newId, ground, {
      commandId: id,
      receipt: { id, fingerprint, answer },
      sealed: contact && (await seal.seal(district, id, contact)),
      ...(input.queryCode && { queryCodeHmac: await hmacOf(ports, reported.number, input.queryCode) }),
      onBehalfOf: input.contact?.name ? maskedName(input.contact.name) : null,
      ...(input.origin && { origin: input.origin }),
    });
    const step = { district, caseId: id, playbook, events, after: write.state, sensitivity: write.sensitivity };
    const written = await applicants
      .around({ district, caseId: id, playbook, personal: contact?.personal }, (outer) =>
        slots.around(step, (trx) => store.write([write], trx), outer),
      )
      .catch((error: unknown) => {
        if (isUniqueViolation(error)) return new Set<Id>();
        throw error;
      });
    if (written.size > 0) {
      const { state, sensitivity } = write;
      const stored = {
        district,
        state,
        events,
        sensitivity,
        grantedTo: [],
        sealed: write.sealed ?? null,
        related: false,
      };
      store.recent.keep(stored);
      grounds.tell(write);
      if (write.effects.length > 0) onEffects();
      return answer;
    }
    const known = await repeatOf(input);
    if (!known) throw new DomainError('request.id-reused', {}, { field: 'id' });
    return known;
  };

  const fingerprintOf = ({ now: _now, origin: _origin, said, actor, ...content }: ReportInput): Promise<string> =>
    keyedFingerprint(parts, ['report', personOf(actor), said ?? content]);

  /** The answer that this very report was given before; what was right when it came is not refused when it comes again. */
  const repeatOf = async (input: ReportInput): Promise<ReportReceipt | undefined> => {
    const receipt = await store.findReceipt(input.district, input.id);
    return receipt?.fingerprint === (await fingerprintOf(input)) ? (receipt.answer as ReportReceipt) : undefined;
  };

  const inTurn = createTurns();

  /** @returns the matter as it stood after the command, also when this was a repeat of it */
  const perform = async (on: OnCase): Promise<SeenCase> => {
    await definitions.ready();
    return on.repeatable ? inTurn(on.caseId, () => performNow(on)) : performNow(on);
  };

  const performNow = async (on: OnCase): Promise<SeenCase> => {
    const fingerprint = await keyedFingerprint(parts, on.said);
    const quick = await performFromMemory(on, fingerprint);
    if (quick) return quick;
    const asked = { reader: on.reader, command: on.id };
    for (let tries = 1; ; tries += 1) {
      const found = await store.findCase(on.districts, on.caseId, asked);
      const { stored } = found;
      if (found.receipt) return repeated(found, fingerprint);
      if (!stored || !isKnown(stored, on)) throw new DomainError('request.not-found');
      // Whoever came too late is told who was first, unless both are right.
      if (tries > 1 && !on.repeatable) throw changed(stored);
      const events = await decideOn(stored, on);
      if (events.length === 0) return seenByProof(stored);
      const after = await writeStep(stored, events, on, fingerprint);
      if (after) return seenByProof(after);
      if (tries >= MOST_TRIES) throw changed(stored);
    }
  };

  /** A step on a matter that is at hand: done when it may be and nobody came between, else left to be looked up. */
  const performFromMemory = async (on: OnCase, fingerprint: string): Promise<SeenCase | undefined> => {
    const stored = store.recent.find(on.caseId);
    if (!stored || !on.reader || !on.districts.includes(stored.district) || !see(on.reader, stored)) return undefined;
    if (on.expectedVersion !== undefined && on.expectedVersion !== stored.state.version) return undefined;
    const after = await stepOn(stored, on, fingerprint).catch((error: unknown) => {
      if (isRefusal(error)) return undefined;
      throw error;
    });
    if (!after) store.recent.forget(on.caseId);
    return after && seenByProof(after);
  };

  const stepOn = async (stored: StoredCase, on: OnCase, fingerprint: string): Promise<StoredCase | undefined> => {
    const events = await ask(stored, on);
    return isRefusal(events) || events.length === 0 ? undefined : writeStep(stored, events, on, fingerprint);
  };

  const ask = async (stored: StoredCase, on: OnCase): Promise<readonly CaseEvent[] | DomainError> => {
    const { state, district } = stored;
    const playbook = definitions.playbookOf(state);
    const actor = on.actorOn?.(stored) ?? on.actor;
    const context = await contextOf(actor, on.now ?? parts.clock());
    const command = await on.command(stored);
    const bodyName = await bodyNamesFor(ports, district, playbook, command, state);
    const at = { playbook, state, district };
    const handlerAt = await handlersFor(ports, store.countInHands, at, command, context);
    return decide(playbook, state, command, { ...context, bodyName, ...(handlerAt && { handlerAt }) });
  };

  const decideOn = async (stored: StoredCase, on: OnCase): Promise<readonly CaseEvent[]> => {
    const events = await ask(stored, on);
    const late = on.expectedVersion !== undefined && on.expectedVersion !== stored.state.version;
    if (isRefusal(events)) {
      if (on.reader && !see(on.reader, stored) && !isOpen(stored, on)) throw new DomainError('request.not-found');
      if (late) throw changed(stored);
      if (['action.not-yours', 'action.same-person'].includes(events.code)) {
        await auditRefusal(stored, on, await on.command(stored));
      }
      throw events;
    }
    if (late) throw changed(stored);
    return events;
  };

  const writeStep = async (
    stored: StoredCase,
    events: readonly CaseEvent[],
    on: OnCase,
    fingerprint: string,
  ): Promise<StoredCase | undefined> => {
    const { district, state } = stored;
    const sealed = await sealedAfter(stored, on);
    const ground = await grounds.groundOf(stored.sensitivity, definitions.playbookOf(state));
    const write = writeOf(district, state, events, parts.newId, ground, {
      commandId: on.id,
      receipt: { id: on.id, fingerprint, answer: { version: state.version + events.length } },
      sealed,
      ...(on.origin && { origin: on.origin }),
    });
    const step = {
      district,
      caseId: state.id,
      playbook: definitions.playbookOf(state),
      events,
      after: write.state,
      sensitivity: write.sensitivity,
    };
    const written = await slots
      .around(step, (trx) => store.write([write], trx))
      .catch((error: unknown) => {
        if (isUniqueViolation(error)) return new Set<Id>();
        throw error;
      });
    if (written.size === 0) return undefined;
    const after = { ...stored, state: write.state, events: [...stored.events, ...events] };
    store.recent.keep(sealed === undefined ? after : { ...after, sealed });
    grounds.tell(write, stored);
    if (write.effects.length > 0) onEffects();
    return after;
  };

  /** Contact data with the personal values that a step's form asked for. */
  const sealedAfter = async (stored: StoredCase, on: OnCase): Promise<string | undefined> => {
    const command = await on.command(stored);
    if (command.type !== 'act') return undefined;
    const { district, state } = stored;
    const form = actionOn(definitions.playbookOf(state), state, command.action)?.form ?? [];
    const personal = personalIn(form, command.form, definitions.fields);
    if (isRefusal(personal) || Object.keys(personal).length === 0) return undefined;
    const known = stored.sealed === null ? noContact : await seal.open(district, state.id, stored.sealed);
    const { shared, authored } = splitAuthored(form, personal);
    const person = personOf(on.actor);
    const own = person === null ? [] : authored.map((one) => ({ ...one, seq: state.version + 1, person }));
    return seal.seal(district, state.id, {
      ...withGiven(known, shared, { playbook: definitions.playbookOf(state), state, events: stored.events }),
      ...((known.authored || own.length > 0) && { authored: [...(known.authored ?? []), ...own] }),
    });
  };

  const auditRefusal = (stored: StoredCase, on: OnCase, command: CaseCommand): Promise<void> =>
    parts.audit.write(parts.sql, {
      district: stored.district,
      person: personOf(on.actor),
      address: on.origin?.address ?? null,
      action:
        command.type === 'act' ? (decisionNames[command.action] ?? `case.${command.action}`) : `case.${command.type}`,
      object: `case:${stored.state.id}`,
      result: 'refused',
    });

  const takeAction = (input: ActionInput): Promise<SeenCase> => {
    const { district, caseId, actor } = input;
    return perform({ ...input, ...actOn(actor, caseId, input), districts: [district] });
  };

  return { reportCase, perform, takeAction };
};

/** What anybody beside the matter may know of it is enough for this command. */
const isOpen = (stored: StoredCase, { openly }: OnCase): boolean =>
  openly !== undefined && isOpenlyKnown(openly, stored);

/** Whoever neither reads it, nor has a post that may act on it, is told nothing of it: neither stage nor refusal. */
const isKnown = (stored: StoredCase, on: OnCase): boolean => {
  if (isOpen(stored, on)) return true;
  if (!on.reader) return on.openly === undefined;
  if (see(on.reader, stored)) return true;
  const actor = on.actorOn?.(stored) ?? on.actor;
  const matter = { sensitivity: stored.sensitivity, playbook: stored.state.playbook };
  return actor.kind === 'staff' && actor.posts.length > 0 && mayKnow(on.reader.labels, matter);
};

export type Commands = ReturnType<typeof createCommands>;

export const personOf = (actor: Actor): Id | null => (actor.kind === 'system' ? null : actor.person);

const changed = (stored: StoredCase): DomainError => new DomainError('case.changed', { who: lastActor(stored.events) });

/** The answer to a repeat: the matter as it stood after the first. */
const repeated = ({ stored, receipt }: FoundCase, fingerprint: string): SeenCase => {
  const version = (receipt?.answer as { version?: number } | undefined)?.version;
  if (!stored || receipt?.fingerprint !== fingerprint || version === undefined) {
    throw new DomainError('request.id-reused', {}, { field: 'id' });
  }
  const events = stored.events.slice(0, version);
  const state = fold(events);
  if (state.status === 'none') throw new RangeError('a receipt without its events');
  return seenByProof({ ...stored, state, events });
};

/** A step as a command, with all that makes a repeat the same; one about no task is said as it always was. */
export const actOn = (
  actor: Actor,
  caseId: Id,
  { action, form, task, expectedVersion }: Pick<ActionInput, 'action' | 'form' | 'task' | 'expectedVersion'>,
): Pick<OnCase, 'said' | 'command' | 'expectedVersion'> => ({
  said: ['act', personOf(actor), caseId, action, form, expectedVersion ?? null, ...(task === undefined ? [] : [task])],
  command: () => ({ type: 'act', action, form, ...(task !== undefined && { task }) }),
  ...(expectedVersion !== undefined && { expectedVersion }),
});

const noContact: Contact = { name: null, phone: null, personal: {} };

const withNotice = (contact: Contact | undefined, notice: string | undefined): Contact | undefined =>
  contact && notice !== undefined ? { ...contact, notice } : contact;

/** What is personal, by the form's own declaration, and whom somebody wrote for. */
export const contactOf = (
  form: Pick<Playbook, 'fields'>,
  values: Readonly<Record<string, unknown>>,
  who: ReportInput['contact'],
  { fields }: Pick<DecideContext, 'fields'>,
): Contact | undefined => {
  const personal = personalIn(form.fields, values, fields);
  if (isRefusal(personal)) throw personal;
  if (!who && Object.keys(personal).length === 0) return undefined;
  return { name: who?.name ?? null, phone: who?.phone ?? null, personal, ...(who?.sheet && { sheet: who.sheet }) };
};
