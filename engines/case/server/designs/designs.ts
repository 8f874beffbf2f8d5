import { DomainError } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import { chinaDate, type Instant, plusMillis } from '#kernel/instant';
import { type Label, label } from '#kernel/label';
import type { DesignGround, DesignRow, DesignView, DesignProposalView, PublicationView } from '#engines/case/contract';
import {
  checkDesign,
  type DesignContext,
  differences,
  ownVersion,
  type Playbook,
  shapeProblems,
} from '#engines/case/model';
import { districtPath, inScope } from '#engines/territory/model';
import type { Parts, Session, SqlOrTransaction } from '#platform/server/parts';
import { withReceipt } from '#platform/server/receipts';
import type { Definitions } from '../definitions.ts';
import type { CasePorts } from '../ports.ts';
import { type DesignRecord, designStore, type PublicationRecord } from './design-store.ts';
import { basedOn, isDay, nextVersion, proposalView, saidOf, viewOfPublication } from './design-views.ts';
import { type ProposalRecord, proposalStore } from './proposal-store.ts';
import { startsAfter } from './publications.ts';
import { slotPlansIn } from './slot-plans-in.ts';

/** Playbooks that a district designs itself: drafts, publications from a day on, withdrawals. */
export const createDesigns = (
  parts: Parts,
  ports: Pick<CasePorts, 'definitions' | 'calendar' | 'slots'>,
  definitions: Definitions,
) => {
  const { sql } = parts;

  /** Districts whose playbooks the session may design: those that a post with the permission covers whole. */
  const districtsOf = (session: Session): readonly string[] => [
    ...new Set(
      session.posts
        .filter((post) => post.permissions.has('playbook.design') && inScope(districtPath(post.district), post.scope))
        .map((post) => post.district),
    ),
  ];
  const districtOf = (session: Session): string => {
    const [district] = districtsOf(session);
    if (district === undefined) throw new DomainError('permission.denied');
    return district;
  };

  const contextOf = (district: string, playbook: string): DesignContext => {
    const { roles, bodyKinds, templates, levels } = ports.definitions;
    return {
      district,
      packed: definitions.playbooks.find((one) => one.id === playbook),
      roles: new Set(roles.map((role) => role.id)),
      fields: definitions.fields,
      playbooks: new Map(definitions.playbooksIn(district).map((one) => [one.id, one])),
      ...(bodyKinds && { bodyKinds: new Set(bodyKinds.map((kind) => kind.id)) }),
      ...(templates && { templates: new Set(templates) }),
      levels: new Set(levels),
    };
  };
  /** Plans of bookable times that a design may name: those of packs, and the district's own. */
  const slotPlansOf = (trx: SqlOrTransaction, district: string): Promise<ReadonlySet<string>> =>
    slotPlansIn(trx, district, ports.slots?.plans ?? []);
  const roleLabel = (role: string): Label => definitions.roleName(role) ?? label(role, role);

  /** What a draft would replace today; without it what it was copied from. */
  const baseOf = (row: Pick<DesignRecord, 'district' | 'playbook'>): Playbook | undefined =>
    definitions.playbooksIn(row.district).find((one) => one.id === row.playbook);

  const rowOf = (record: DesignRecord): DesignRow => ({
    id: record.id,
    district: record.district,
    playbook: record.playbook,
    name: record.definition.name,
    basedOn: basedOn(record),
    author: record.author_name,
    changedBy: record.changed_by_name,
    changedAt: record.changed_at,
    revision: record.revision,
  });
  const viewOf = (record: DesignRecord): DesignView => ({
    row: rowOf(record),
    definition: record.definition,
    base: baseOf(record) ?? null,
  });

  const publicationView = (record: PublicationRecord, now: Instant): PublicationView =>
    viewOfPublication(record, now, definitions.publications());

  const audit = (
    trx: SqlOrTransaction,
    session: Session,
    district: string,
    action: string,
    playbook: string,
    more: { readonly reason?: string; readonly detail?: Readonly<Record<string, string | number>> } = {},
  ): Promise<void> =>
    parts.audit.write(trx, {
      district,
      person: session.person,
      action,
      object: `playbook:${playbook}`,
      result: 'done',
      ...more,
    });

  const get = async (trx: SqlOrTransaction, session: Session, id: Id, lock = false): Promise<DesignRecord> => {
    const record = await designStore.find(trx, districtsOf(session), id, lock);
    if (!record) throw new DomainError('request.not-found');
    return record;
  };

  /** A draft may be wrong in many ways, but it is a playbook. */
  const readable = (definition: unknown): Playbook => {
    const [problem] = shapeProblems(definition);
    if (problem) throw new DomainError('design.unreadable', { detail: problem.message });
    return definition as Playbook;
  };

  const assertUnchanged = (record: DesignRecord, revision: number): void => {
    if (record.revision !== revision) throw new DomainError('design.changed', { who: record.changed_by_name });
  };

  const ground = async (session: Session): Promise<DesignGround> => {
    await definitions.ready();
    const district = districtOf(session);
    const { roles, bodyKinds = [], templates = [], levels } = ports.definitions;
    return {
      district,
      roles: roles.map(({ id, name }) => ({ id, name })),
      bodyKinds: bodyKinds.map(({ id, name }) => ({ id, name })),
      templates: [...templates],
      levels: [...levels],
      playbooks: [...definitions.playbooksIn(district)],
      slotPlans: [...(await slotPlansOf(sql, district))],
      codeLists: [...definitions.codeLists],
      calendar: await ports.calendar(),
    };
  };

  const start = async (
    session: Session,
    given: { readonly id: Id; readonly definition: unknown; readonly basedOn: DesignRow['basedOn'] },
  ): Promise<DesignView> => {
    await definitions.ready();
    const district = districtOf(session);
    const definition = readable(given.definition);
    const command = { district, id: given.id, said: { operation: 'startDesign', person: session.person, given } };
    return withReceipt(sql, command, async (trx) => {
      const row = {
        district,
        id: given.id,
        playbook: definition.id,
        based_on: given.basedOn?.playbook ?? null,
        based_on_version: given.basedOn?.version ?? null,
        definition,
      };
      await designStore.insert(trx, row, session, parts.clock());
      await audit(trx, session, district, 'playbook.start-design', definition.id, { detail: { design: given.id } });
      return viewOf(await get(trx, session, given.id));
    });
  };

  const save = (session: Session, id: Id, given: { readonly revision: number; readonly definition: unknown }) =>
    sql.transaction().execute(async (trx) => {
      const record = await get(trx, session, id, true);
      assertUnchanged(record, given.revision);
      const definition = readable(given.definition);
      await designStore.save(trx, record, definition, session, parts.clock());
      await audit(trx, session, record.district, 'playbook.save-design', definition.id, {
        detail: { design: id, revision: record.revision + 1 },
      });
      return rowOf(await get(trx, session, id));
    });

  const drop = (session: Session, id: Id): Promise<void> =>
    sql.transaction().execute(async (trx) => {
      const record = await get(trx, session, id, true);
      await designStore.drop(trx, record);
      await audit(trx, session, record.district, 'playbook.drop-design', record.playbook, { detail: { design: id } });
    });

  /** What a definition changes against what is in force, or will be. @throws when the checker or the district's rules refuse it */
  const changesOf = async (
    trx: SqlOrTransaction,
    row: Pick<DesignRecord, 'district' | 'playbook' | 'definition'>,
    published: readonly PublicationRecord[],
  ): Promise<readonly Label[]> => {
    const slotPlans = await slotPlansOf(trx, row.district);
    const problems = checkDesign(row.definition, { ...contextOf(row.district, row.playbook), slotPlans });
    const [first] = problems;
    if (first) throw new DomainError('design.problems', { count: problems.length, first: first.message });
    const before = published.find((one) => one.ends_at === null)?.definition ?? baseOf(row);
    const changes = before ? differences(before, row.definition, roleLabel) : [label('新建流程', 'A new playbook')];
    if (changes.length === 0) throw new DomainError('design.unchanged');
    return changes;
  };

  /** Nobody publishes alone: what one proposes another decides. The draft is frozen as it is. */
  const propose = async (
    session: Session,
    design: Id,
    given: { readonly id: Id; readonly revision: number; readonly from: string },
  ): Promise<DesignProposalView> => {
    await definitions.ready();
    const district = districtOf(session);
    const said = { operation: 'proposeDesign', person: session.person, design, given };
    return withReceipt(sql, { district, id: given.id, said }, async (trx) => {
      const record = await get(trx, session, design, true);
      assertUnchanged(record, given.revision);
      const now = parts.clock();
      if (!isDay(given.from) || given.from < chinaDate(now))
        throw new DomainError('design.day-past', {}, { field: 'from' });
      await designStore.lockVersions(trx, record.district, record.playbook);
      const open = await proposalStore.findOpen(trx, record.district, record.playbook);
      if (open) throw new DomainError('design.proposed-already', { who: open.proposed_by_name });
      const published = await designStore.publications(trx, [record.district], { playbook: record.playbook });
      const changes = await changesOf(trx, record, published);
      const row = {
        district: record.district,
        id: given.id,
        design,
        revision: record.revision,
        playbook: record.playbook,
        based_on: record.based_on,
        based_on_version: record.based_on_version,
        definition: record.definition,
        from_day: given.from,
        changes,
        proposed_at: now,
      };
      await proposalStore.insert(trx, row, session);
      await audit(trx, session, record.district, 'playbook.propose', record.playbook, {
        detail: { proposal: given.id, from: given.from, changes: changes.length, summary: saidOf(changes) },
      });
      return proposalView(await getProposal(trx, session, given.id), session);
    });
  };

  const getProposal = async (trx: SqlOrTransaction, session: Session, id: Id, lock = false) => {
    const record = await proposalStore.find(trx, districtsOf(session), id, lock);
    if (!record) throw new DomainError('request.not-found');
    return record;
  };

  /** The version that an approved proposal becomes; its day has come already when the decision was long in coming. */
  const publish = async (
    trx: SqlOrTransaction,
    record: ProposalRecord,
    now: Instant,
  ): Promise<{ readonly version: number; readonly changes: readonly Label[]; readonly from: string }> => {
    await designStore.lockVersions(trx, record.district, record.playbook);
    const published = await designStore.publications(trx, [record.district], { playbook: record.playbook });
    const changes = await changesOf(trx, record, published);
    const version = nextVersion(published, record.district);
    const today = chinaDate(now);
    const from = record.from_day < today ? today : record.from_day;
    const midnight = new Date(`${from}T00:00:00.000+08:00`).toISOString();
    const soonest = plusMillis(now, startsAfter);
    await designStore.insertPublication(
      trx,
      {
        district: record.district,
        playbook: record.playbook,
        version,
        from_day: from,
        in_force_at: midnight > soonest ? midnight : soonest,
        based_on: record.based_on,
        based_on_version: record.based_on_version,
        changes,
        published_at: now,
        definition: { ...record.definition, version },
      },
      { person: record.proposed_by, name: record.proposed_by_name },
    );
    return { version, changes, from };
  };

  /** Another person than the one who proposed it lets it come into force, or says why not. */
  const decide = async (
    session: Session,
    id: Id,
    given: { readonly id: Id; readonly approve: boolean; readonly reason?: string | undefined },
  ): Promise<DesignProposalView> => {
    await definitions.ready();
    const district = districtOf(session);
    const said = { operation: 'decideDesign', person: session.person, proposal: id, given };
    const view = await withReceipt(sql, { district, id: given.id, said }, async (trx) => {
      const record = await getProposal(trx, session, id, true);
      if (record.state !== 'proposed') throw new DomainError('design.decided', { who: record.decided_by_name ?? '' });
      if (record.proposed_by === session.person) throw new DomainError('design.same-person');
      const reason = given.reason?.trim() ?? '';
      if (!given.approve && reason === '') throw new DomainError('field.required', {}, { field: 'reason' });
      const at = parts.clock();
      const about = { ...(reason && { reason }) };
      if (given.approve) {
        const made = await publish(trx, record, at);
        await designStore.dropUnchanged(trx, record);
        await proposalStore.decide(trx, record, session, {
          state: 'approved',
          at,
          reason: reason || null,
          version: made.version,
        });
        await audit(trx, session, record.district, 'playbook.publish', record.playbook, {
          ...about,
          detail: {
            proposal: record.id,
            proposer: record.proposed_by_name,
            version: made.version,
            from: made.from,
            changes: made.changes.length,
            summary: saidOf(made.changes),
          },
        });
      } else {
        await proposalStore.decide(trx, record, session, { state: 'refused', at, reason, version: null });
        await audit(trx, session, record.district, 'playbook.refuse', record.playbook, {
          ...about,
          detail: { proposal: record.id, proposer: record.proposed_by_name },
        });
      }
      return proposalView(await getProposal(trx, session, id), session);
    });
    if (view.state === 'approved') await definitions.tellPublished(view.district, view.playbook);
    return view;
  };

  const withdraw = async (
    session: Session,
    which: { readonly playbook: string; readonly version: number },
    given: { readonly id: Id; readonly reason: string },
  ): Promise<PublicationView> => {
    await definitions.ready();
    const district = ownVersion(which.version)?.district ?? '';
    if (!districtsOf(session).includes(district)) throw new DomainError('request.not-found');
    const command = {
      district,
      id: given.id,
      said: { operation: 'withdrawPublication', person: session.person, which, given },
    };
    const view = await withReceipt(sql, command, async (trx) => {
      const [record] = await designStore.publications(trx, [district], which);
      if (!record) throw new DomainError('request.not-found');
      const now = parts.clock();
      const done = await designStore.withdraw(trx, record, session, given.reason, plusMillis(now, startsAfter));
      if (!done) throw new DomainError('design.withdrawn');
      await audit(trx, session, district, 'playbook.withdraw', which.playbook, {
        reason: given.reason,
        detail: { version: which.version },
      });
      const [after] = await designStore.publications(trx, [district], which);
      return publicationView(after ?? record, now);
    });
    await definitions.tellPublished(district, which.playbook);
    return view;
  };

  return {
    ground,
    list: async (session: Session): Promise<DesignRow[]> =>
      (await designStore.list(sql, districtsOf(session))).map(rowOf),
    find: async (session: Session, id: Id): Promise<DesignView> => {
      await definitions.ready();
      return viewOf(await get(sql, session, id));
    },
    start,
    save,
    drop,
    propose,
    proposals: async (session: Session): Promise<DesignProposalView[]> =>
      (await proposalStore.list(sql, districtsOf(session))).map((one) => proposalView(one, session)),
    decide,
    publications: async (session: Session): Promise<PublicationView[]> => {
      await definitions.ready();
      const now = parts.clock();
      return (await designStore.publications(sql, districtsOf(session))).map((one) => publicationView(one, now));
    },
    withdraw,
  };
};

export type Designs = ReturnType<typeof createDesigns>;
