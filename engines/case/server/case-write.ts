import type { Fact } from '#kernel/fact';
import type { Id } from '#kernel/ids';
import type { Instant } from '#kernel/instant';
import { type CaseEvent, type CaseState, evolve, factsOf, nextDeadline } from '#engines/case/model';
import type { Origin } from './use-cases.ts';

/** All rows that follow from the events of one matter; the store writes them in one statement. */
export interface CaseWrite {
  readonly district: string;
  readonly id: Id;
  /** Version that must stand in the table; 0 for a new matter. */
  readonly expected: number;
  readonly state: Exclude<CaseState, { status: 'none' }>;
  readonly events: readonly { readonly id: Id; readonly seq: number; readonly event: CaseEvent }[];
  readonly facts: readonly (Fact & { readonly id: Id })[];
  readonly audits: readonly WriteAudit[];
  /** Bodies that got the work. */
  readonly grants: readonly Id[];
  readonly receipt?: { readonly id: Id; readonly fingerprint: string; readonly answer: unknown };
  /** Sealed contact data (`contact-seal.ts`). */
  readonly sealed?: string;
  readonly queryCodeHmac?: string;
}

export interface WriteAudit {
  readonly id: Id;
  readonly at: string;
  readonly person: Id | null;
  readonly address: string | null;
  readonly onBehalfOf: string | null;
  readonly action: string;
}

const auditName = (event: CaseEvent): string => {
  switch (event.type) {
    case 'CaseReported':
      return 'case.report';
    case 'CaseImported':
      return 'case.import';
    case 'ActionTaken':
      return `case.${event.action}`;
    case 'MeTooAdded':
      return 'case.me-too';
    case 'CaseLinked':
      return 'case.link';
    case 'CaseUnlinked':
      return 'case.unlink';
    case 'WorkHandedOver':
      return 'case.hand-over';
  }
};

/** One event, one audit row; facts and reading rights follow from the states before and after. */
export const writeOf = (
  district: string,
  before: CaseState,
  events: readonly CaseEvent[],
  newId: () => Id,
  more: {
    /** The first event's id is the command's. */
    readonly commandId?: Id;
    readonly receipt?: CaseWrite['receipt'];
    readonly sealed?: string | undefined;
    readonly queryCodeHmac?: string;
    readonly onBehalfOf?: string | null;
    readonly origin?: Origin;
    /** When the audit row is of another time than the event: a past matter is imported now. */
    readonly auditAt?: Instant;
  } = {},
): CaseWrite => {
  let state = before;
  const rows: { id: Id; seq: number; event: CaseEvent }[] = [];
  const facts: (Fact & { id: Id })[] = [];
  const audits: WriteAudit[] = [];
  const grants = new Set<Id>();
  for (const [index, event] of events.entries()) {
    const after = evolve(state, event);
    if (after.status === 'none') throw new RangeError('an event leaves a matter');
    rows.push({ id: index === 0 && more.commandId ? more.commandId : newId(), seq: after.version, event });
    for (const fact of factsOf(event, state, after)) facts.push({ ...fact, id: newId() });
    audits.push({
      id: newId(),
      at: more.auditAt ?? event.at,
      person: event.by.person,
      address: more.origin?.address ?? null,
      onBehalfOf: more.onBehalfOf ?? null,
      action: auditName(event),
    });
    if (after.assignee && after.assignee.body !== (state.status === 'none' ? undefined : state.assignee?.body)) {
      grants.add(after.assignee.body);
    }
    state = after;
  }
  if (state.status === 'none') throw new RangeError('nothing to write');
  return {
    district,
    id: state.id,
    expected: before.status === 'none' ? 0 : before.version,
    state,
    events: rows,
    facts,
    audits,
    grants: [...grants],
    ...(more.receipt && { receipt: more.receipt }),
    ...(more.sealed && { sealed: more.sealed }),
    ...(more.queryCodeHmac && { queryCodeHmac: more.queryCodeHmac }),
  };
};

/** The row of `case_file`: what lists, inboxes and lights look at, and the fold itself. */
export const rowOf = ({ district, expected, state, queryCodeHmac }: CaseWrite): Readonly<Record<string, unknown>> => {
  const { warnAt, dueAt } = nextDeadline(state);
  const owner = state.status === 'open' ? state.owner : null;
  const closed = state.status === 'closed' ? state : null;
  const moving = {
    district,
    id: state.id,
    expected,
    stage: state.stage,
    status: state.status,
    waits_for: owner && ('role' in owner ? 'role' : 'assignee' in owner ? 'assignee' : 'reporter'),
    owner_role: owner && 'role' in owner ? owner.role : null,
    assignee: state.assignee?.body ?? null,
    warn_at: closed ? null : warnAt,
    due_at: closed ? null : dueAt,
    closed_at: closed?.closedAt ?? null,
    timing: closed?.timing ?? null,
    rating: state.rating,
    me_too: state.meToo,
    duplicate_of: state.duplicateOf,
    version: state.version,
    state,
  };
  if (expected > 0) return moving;
  return {
    ...moving,
    number: state.number,
    playbook: state.playbook,
    playbook_version: state.playbookVersion,
    path: state.place.path,
    place: state.place.text,
    lng: state.place.point?.lng ?? null,
    lat: state.place.point?.lat ?? null,
    category: state.category,
    category_class: state.categoryClass,
    title: state.title,
    channel: state.channel,
    reporter_kind: state.reporter.kind,
    reporter_person: state.reporter.person,
    entered_by: state.reporter.enteredBy,
    reported_at: state.reportedAt,
    query_code_hmac: queryCodeHmac ?? null,
    import_source: state.imported?.source ?? null,
    external_id: state.imported?.externalId ?? null,
  };
};
