import { DomainError, isRefusal } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import { chinaDate } from '#kernel/instant';
import type { Label } from '#kernel/label';
import type { Sensitivity } from '#kernel/sensitivity';
import type { Parts } from '#platform/server/parts';
import { withReceipt } from '#platform/server/receipts';
import { defaultLevels, districtOfPath } from '#engines/territory/model';
import type { RoleProposalView, RoleView } from '#engines/organisation/contract';
import {
  copyOverlay,
  differenceOf,
  dutyOf,
  editOverlay,
  type OrganisationKnown,
  type Permission,
  type Role,
  type RoleOverlay,
  refuseRole,
  rolesInForce,
  type SessionLimits,
  usualSession,
} from '#engines/organisation/model';
import type { Asking, Reach } from '../reach.ts';
import type { OrganisationSql, OrganisationTransaction } from '../tables.ts';
import { writeAdministeringRoles } from './keep-apart.ts';
import type { RoleBook } from './role-book.ts';

export interface ProposedRole {
  readonly id: Id;
  readonly role: string;
  readonly copy?: { readonly id: string; readonly name: Label } | undefined;
  readonly add?: readonly string[] | undefined;
  readonly remove?: readonly string[] | undefined;
  readonly session?: SessionLimits | undefined;
  readonly clearance?: Sensitivity | undefined;
  readonly retire?: true | undefined;
  readonly reason: string;
}

const mostShown = 100;
const namesShown = 12;

/** Changes of roles take two people (security 22): one proposes, another decides, and every version stays. */
export const createRoleProposals = (
  parts: Parts,
  permissions: readonly Permission[],
  { audit }: Pick<Reach, 'audit'>,
  book: RoleBook,
) => {
  const sql: OrganisationSql = parts.sql;
  const known: OrganisationKnown = {
    levels: defaultLevels.map((level) => level.id),
    permissions: new Map(permissions.map(({ id, duties }) => [id, duties])),
  };
  /** Roles belong to the installation; the audit row to the district of whoever asks. */
  const districtOf = ({ session }: Asking): string => {
    const [post] = session.posts;
    return post ? districtOfPath(post.scope) : '000000';
  };

  const findRole = (id: string): Role | undefined => book.roles().find((role) => role.id === id);

  /** People who hold a post of a role today. */
  const holdersOf = async (trx: OrganisationSql, role: string): Promise<{ count: number; names: string[] }> => {
    const day = chinaDate(parts.clock());
    const rows = await trx
      .selectFrom('holding')
      .innerJoin('post', (on) =>
        on.onRef('post.district', '=', 'holding.district').onRef('post.id', '=', 'holding.post'),
      )
      .innerJoin('person', (on) =>
        on.onRef('person.district', '=', 'holding.district').onRef('person.id', '=', 'holding.person'),
      )
      .select(['person.id', 'person.name'])
      .distinct()
      .where('post.role', '=', role)
      .where('post.abolished_on', 'is', null)
      .where('person.disabled_at', 'is', null)
      .where('holding.from_day', '<=', day)
      .where((make) => make.or([make('holding.to_day', 'is', null), make('holding.to_day', '>', day)]))
      .orderBy('person.name')
      .execute();
    return { count: rows.length, names: rows.slice(0, namesShown).map((row) => row.name) };
  };

  /** What an edit would make of a role, or why it may not. */
  const become = (given: ProposedRole): { id: string; overlay: RoleOverlay; before: Role | null; after: Role } => {
    const { role, copy, add = [], remove = [] } = given;
    const current = findRole(role);
    if (!current || current.retired) throw new DomainError('organisation.unknown', {}, { field: 'role' });
    const edit = {
      add,
      remove,
      ...(given.session ? { session: given.session } : {}),
      ...(given.clearance ? { clearance: given.clearance } : {}),
      ...(given.retire ? { retire: true as const } : {}),
    };
    if (copy && (findRole(copy.id) || given.retire))
      throw new DomainError('organisation.unknown', {}, { field: 'copy' });
    const id = copy?.id ?? role;
    const overlay = copy
      ? copyOverlay(book.packed, role, book.overlays(), { ...edit, copy })
      : editOverlay(book.packed, role, book.overlays().get(role), edit);
    const all = rolesInForce(book.packed, new Map(book.overlays()).set(id, overlay));
    const after = all.find((one) => one.id === id);
    if (!after) throw new DomainError('organisation.unknown', {}, { field: 'role' });
    const before = copy ? null : current;
    const refusal = refuseRole(known, all, before ?? undefined, after);
    if (refusal) throw refusal;
    return { id, overlay, before, after };
  };

  interface ProposalRow {
    readonly id: Id;
    readonly role: string;
    readonly overlay: RoleOverlay;
    readonly before: Role | null;
    readonly after: Role;
    readonly state: RoleProposalView['state'];
    readonly reason: string;
    readonly proposed_by: Id;
    readonly proposed_at: string;
    readonly decided_by: Id | null;
    readonly decided_at: string | null;
    readonly decision: string | null;
  }

  const show = async (by: Asking, rows: readonly ProposalRow[], trx: OrganisationSql): Promise<RoleProposalView[]> => {
    const ids = [...new Set(rows.flatMap((row) => [row.proposed_by, row.decided_by]))].filter((id) => id !== null);
    const people = ids.length
      ? await trx.selectFrom('person').select(['id', 'name']).where('id', 'in', ids).execute()
      : [];
    const named = (id: Id) => ({ id, name: people.find((one) => one.id === id)?.name ?? '' });
    const me = by.session.person;
    const holders = new Map<string, { count: number; names: string[] }>();
    for (const role of new Set(rows.map((row) => row.role))) holders.set(role, await holdersOf(trx, role));
    return rows.map((row) => {
      const { before, after, overlay } = row;
      const difference = differenceOf(before ?? undefined, after);
      const sessionOf = (role: Role): SessionLimits => role.session ?? usualSession;
      return {
        id: row.id,
        role: row.role,
        name: after.name,
        kind: overlay.retired ? 'retire' : before ? 'change' : 'copy',
        copyOf: before ? null : (overlay.copyOf ?? null),
        added: [...difference.added],
        removed: [...difference.removed],
        session: difference.session ? { before: before && sessionOf(before), after: sessionOf(after) } : null,
        clearance: difference.clearance
          ? { before: before && (before.clearance ?? 'internal'), after: after.clearance ?? 'internal' }
          : null,
        holders: holders.get(row.role) ?? { count: 0, names: [] },
        state: row.state,
        reason: row.reason,
        proposedBy: named(row.proposed_by),
        proposedAt: row.proposed_at,
        decidedBy: row.decided_by && named(row.decided_by),
        decidedAt: row.decided_at,
        decision: row.decision,
        mayDecide: row.state === 'proposed' && row.proposed_by !== me && by.session.permissions.has('role.decide'),
        mine: row.proposed_by === me,
      };
    });
  };

  const shown = async (by: Asking, id: Id, trx: OrganisationTransaction): Promise<RoleProposalView> => {
    const row = await trx.selectFrom('role_proposal').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    const [view] = await show(by, [row], trx);
    if (!view) throw new DomainError('request.not-found');
    return view;
  };

  const propose = async (by: Asking, given: ProposedRole): Promise<RoleProposalView> => {
    await book.open();
    const { id: role, overlay, before, after } = become(given);
    const command = {
      district: districtOf(by),
      id: given.id,
      said: { operation: 'proposeRole', person: by.session.person, given },
    };
    return withReceipt(parts.sql, command, async (trx: OrganisationTransaction) => {
      await assertNotHeld(trx, after);
      const made = await trx
        .insertInto('role_proposal')
        .values({
          id: given.id,
          role,
          base: book.versionOf(role),
          overlay: JSON.stringify(overlay),
          before: JSON.stringify(before),
          after: JSON.stringify(after),
          state: 'proposed',
          proposed_by: by.session.person,
          proposed_at: parts.clock(),
          reason: given.reason,
        })
        .onConflict((on) => on.doNothing())
        .returning('id')
        .executeTakeFirst();
      if (!made) throw new DomainError('role.already-proposed');
      await audit(trx, by, {
        district: districtOf(by),
        action: 'role.propose',
        object: `role:${role}`,
        reason: given.reason,
        detail: { proposal: given.id },
      });
      return shown(by, given.id, trx);
    });
  };

  /** @throws role.held while somebody holds a post of a role that is to be retired */
  const assertNotHeld = async (trx: OrganisationSql, after: Role): Promise<void> => {
    if (!after.retired) return;
    const { count } = await holdersOf(trx, after.id);
    if (count > 0) throw new DomainError('role.held', { count, name: after.name });
  };

  /** The proposal, locked, while it waits. */
  const lock = async (trx: OrganisationTransaction, id: Id) => {
    const row = await trx.selectFrom('role_proposal').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
    if (!row) throw new DomainError('request.not-found');
    if (row.state !== 'proposed') throw new DomainError('grant.decided');
    return row;
  };

  const withdraw = (by: Asking, id: Id): Promise<RoleProposalView> =>
    sql.transaction().execute(async (trx) => {
      const row = await lock(trx, id);
      if (row.proposed_by !== by.session.person) throw new DomainError('request.not-found');
      await trx
        .updateTable('role_proposal')
        .set({ state: 'withdrawn', decided_at: parts.clock() })
        .where('id', '=', id)
        .execute();
      await audit(trx, by, {
        district: districtOf(by),
        action: 'role.withdraw',
        object: `role:${row.role}`,
        detail: { proposal: id },
      });
      return shown(by, id, trx);
    });

  const decide = async (
    by: Asking,
    given: { readonly id: Id; readonly decision: 'granted' | 'refused'; readonly reason: string },
  ): Promise<RoleProposalView> => {
    await book.open();
    const { role, answer } = await sql.transaction().execute(async (trx) => {
      const row = await lock(trx, given.id);
      if (row.proposed_by === by.session.person) throw new DomainError('grant.own');
      if (given.decision === 'granted') await apply(trx, row);
      await trx
        .updateTable('role_proposal')
        .set({
          state: given.decision,
          decided_by: by.session.person,
          decided_at: parts.clock(),
          decision: given.reason,
        })
        .where('id', '=', given.id)
        .execute();
      await audit(trx, by, {
        district: districtOf(by),
        action: given.decision === 'granted' ? 'role.grant' : 'role.refuse',
        object: `role:${row.role}`,
        reason: given.reason,
        detail: { proposal: given.id },
      });
      return { role: row.role, answer: await shown(by, given.id, trx) };
    });
    if (given.decision === 'granted') await book.tellChanged(role);
    return answer;
  };

  /** What was right when it was proposed is asked again: a pack may be newer, another change may have come first. */
  const apply = async (
    trx: OrganisationTransaction,
    row: { readonly id: Id; readonly role: string; readonly base: number; readonly overlay: RoleOverlay },
  ): Promise<void> => {
    if (book.versionOf(row.role) !== row.base) throw new DomainError('role.changed-meanwhile');
    const all = rolesInForce(book.packed, new Map(book.overlays()).set(row.role, row.overlay));
    const after = all.find((one) => one.id === row.role);
    if (!after) throw new DomainError('role.changed-meanwhile');
    const refusal = refuseRole(known, all, findRole(row.role), after);
    if (isRefusal(refusal)) throw refusal;
    await assertNotHeld(trx, after);
    await writeAdministeringRoles(trx, [after]);
    await book.write(trx, { role: row.role, version: row.base + 1, overlay: row.overlay, proposal: row.id });
  };

  const listRoles = async (): Promise<RoleView[]> => {
    const day = chinaDate(parts.clock());
    const rows = await sql
      .selectFrom('holding')
      .innerJoin('post', (on) =>
        on.onRef('post.district', '=', 'holding.district').onRef('post.id', '=', 'holding.post'),
      )
      .select((make) => ['post.role', make.fn.count<number>('holding.person').distinct().as('holders')])
      .where('post.abolished_on', 'is', null)
      .where('holding.from_day', '<=', day)
      .where((make) => make.or([make('holding.to_day', 'is', null), make('holding.to_day', '>', day)]))
      .groupBy('post.role')
      .execute();
    return book.roles().map((role) => ({
      id: role.id,
      name: role.name,
      level: role.level,
      duty: dutyOf(role),
      permissions: [...role.permissions],
      reads: role.reads ?? 'range',
      clearance: role.clearance ?? 'internal',
      session: { ...(role.session ?? usualSession) },
      retired: role.retired === true,
      version: book.versionOf(role.id),
      copyOf: book.overlays().get(role.id)?.copyOf ?? null,
      holders: rows.find((row) => row.role === role.id)?.holders ?? 0,
    }));
  };

  return {
    propose,
    withdraw,
    decide,
    listRoles,
    listProposals: async (by: Asking): Promise<RoleProposalView[]> => {
      const rows = await sql
        .selectFrom('role_proposal')
        .selectAll()
        .orderBy((make) => make('state', '<>', 'proposed'))
        .orderBy('proposed_at', 'desc')
        .limit(mostShown)
        .execute();
      return show(by, rows, sql);
    },
    listPermissions: () => permissions.map(({ duties, ...rest }) => ({ ...rest, duties: [...duties] })),
    /** The roles in force, as a pack would declare them. */
    exportRoles: (): string => `${JSON.stringify({ roles: book.roles() }, null, 2)}\n`,
  };
};

export type RoleProposals = ReturnType<typeof createRoleProposals>;
