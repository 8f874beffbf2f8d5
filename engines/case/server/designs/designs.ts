import { DomainError } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import { chinaDate, type Instant, plusMillis } from '#kernel/instant';
import { type Label, label } from '#kernel/label';
import type { DesignGround, DesignRow, DesignView, PublicationView } from '#engines/case/contract';
import {
  checkDesign,
  type DesignContext,
  differences,
  districtVersion,
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
import { publishedAt, startsAfter } from './publications.ts';

/** What an audit row holds of the changes, in characters. */
const mostSaid = 1800;

/** Playbooks that a district designs itself: drafts, publications from a day on, withdrawals. */
export const createDesigns = (
  parts: Parts,
  ports: Pick<CasePorts, 'definitions' | 'calendar'>,
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

  const publicationView = (record: PublicationRecord, now: Instant): PublicationView => ({
    district: record.district,
    playbook: record.playbook,
    name: record.definition.name,
    version: record.version,
    from: record.from_day,
    inForceAt: record.in_force_at,
    endsAt: record.ends_at,
    state: stateOf(record, now),
    basedOn: basedOn(record),
    changes: [...record.changes],
    publishedBy: record.published_by_name,
    publishedAt: record.published_at,
    withdrawnReason: record.withdrawn_reason,
    definition: record.definition,
  });
  const stateOf = (record: PublicationRecord, now: Instant): PublicationView['state'] => {
    if (record.ends_at !== null) return 'withdrawn';
    if (record.in_force_at > now) return 'coming';
    const current = publishedAt(definitions.publications(), record.district, record.playbook, now);
    return current === undefined || current.version === record.version ? 'in-force' : 'replaced';
  };

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

  /** The number after the last that the district gave this playbook. */
  const nextVersion = (published: readonly PublicationRecord[], district: string): number => {
    const last = Math.max(0, ...published.map((one) => ownVersion(one.version)?.number ?? 0));
    if (last >= 999) throw new DomainError('design.versions-used');
    return districtVersion(district, last + 1);
  };

  const publish = async (
    session: Session,
    design: Id,
    given: { readonly id: Id; readonly revision: number; readonly from: string },
  ): Promise<PublicationView> => {
    await definitions.ready();
    const district = districtOf(session);
    const command = {
      district,
      id: given.id,
      said: { operation: 'publishDesign', person: session.person, design, given },
    };
    const { view, playbook } = await withReceipt(sql, command, async (trx) => {
      const record = await get(trx, session, design, true);
      assertUnchanged(record, given.revision);
      const now = parts.clock();
      if (!isDay(given.from) || given.from < chinaDate(now))
        throw new DomainError('design.day-past', {}, { field: 'from' });
      const problems = checkDesign(record.definition, contextOf(record.district, record.playbook));
      const [first] = problems;
      if (first) throw new DomainError('design.problems', { count: problems.length, first: first.message });
      await designStore.lockVersions(trx, record.district, record.playbook);
      const published = await designStore.publications(trx, [record.district], { playbook: record.playbook });
      const before = published.find((one) => one.ends_at === null)?.definition ?? baseOf(record);
      const changes = before
        ? differences(before, record.definition, roleLabel)
        : [label('新建流程', 'A new playbook')];
      if (changes.length === 0) throw new DomainError('design.unchanged');
      const version = nextVersion(published, record.district);
      const midnight = new Date(`${given.from}T00:00:00.000+08:00`).toISOString();
      const soonest = plusMillis(now, startsAfter);
      await designStore.insertPublication(
        trx,
        {
          district: record.district,
          playbook: record.playbook,
          version,
          from_day: given.from,
          in_force_at: midnight > soonest ? midnight : soonest,
          based_on: record.based_on,
          based_on_version: record.based_on_version,
          changes,
          published_at: now,
          definition: { ...record.definition, version },
        },
        session,
      );
      await designStore.drop(trx, record);
      await audit(trx, session, record.district, 'playbook.publish', record.playbook, {
        detail: {
          version,
          from: given.from,
          changes: changes.length,
          summary: changes
            .map((one) => one.zh)
            .join('；')
            .slice(0, mostSaid),
        },
      });
      const [made] = await designStore.publications(trx, [record.district], { playbook: record.playbook, version });
      if (!made) throw new Error('what was published is not there');
      return { view: publicationView(made, now), playbook: record.playbook };
    });
    await definitions.tellPublished(view.district, playbook);
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
    publish,
    publications: async (session: Session): Promise<PublicationView[]> => {
      await definitions.ready();
      const now = parts.clock();
      return (await designStore.publications(sql, districtsOf(session))).map((one) => publicationView(one, now));
    },
    withdraw,
  };
};

export type Designs = ReturnType<typeof createDesigns>;

const basedOn = (record: {
  readonly based_on: string | null;
  readonly based_on_version: number | null;
}): DesignRow['basedOn'] =>
  record.based_on === null || record.based_on_version === null
    ? null
    : { playbook: record.based_on, version: record.based_on_version };

const isDay = (day: string): boolean => {
  const time = Date.parse(`${day}T00:00:00.000Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(day);
};
