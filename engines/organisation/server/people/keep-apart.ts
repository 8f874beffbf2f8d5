import { DomainError } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import { chinaDate } from '#kernel/instant';
import type { Parts } from '#platform/server/parts';
import { dutyOf, goesWith, type Role } from '#engines/organisation/model';
import type { OrganisationPorts } from '../ports.ts';
import type { OrganisationTransaction } from '../tables.ts';

interface DatabaseError {
  readonly constraint?: string;
}

/** The database's own refusal (a trigger) in the words of this house: no race gets past it. */
export const asKeptApart = async <Answer>(name: string, work: () => Promise<Answer>): Promise<Answer> => {
  try {
    return await work();
  } catch (error) {
    if ((error as DatabaseError | null)?.constraint === 'holder_keeps_apart')
      throw new DomainError('organisation.kept-apart', { name });
    throw error;
  }
};

/**
 * System, security and audit administrators are kept apart from each other and from all business
 * (security 21, GB/T 22239-2019 8.1.4.2 d): asked when a post is proposed, granted, or taken over in somebody's place.
 */
export const createKeepApart = (parts: Pick<Parts, 'clock'>, ports: Pick<OrganisationPorts, 'roles'>) => {
  const dutyOfRole = (id: string) => dutyOf(ports.roles().find((role) => role.id === id) ?? {});

  return {
    /**
     * Counts what is held now or later, and what is proposed and not decided.
     * @throws organisation.kept-apart
     */
    assertApart: async (
      sql: OrganisationTransaction,
      who: { readonly district: string; readonly person: Id; readonly name: string },
      role: string,
      but: { readonly appointment?: Id } = {},
    ): Promise<void> => {
      const today = chinaDate(parts.clock());
      const held = await sql
        .selectFrom('holding')
        .innerJoin('post', (on) =>
          on.onRef('post.district', '=', 'holding.district').onRef('post.id', '=', 'holding.post'),
        )
        .select('post.role')
        .where('holding.district', '=', who.district)
        .where('holding.person', '=', who.person)
        .where('post.abolished_on', 'is', null)
        .where((make) => make.or([make('holding.to_day', 'is', null), make('holding.to_day', '>', today)]))
        .execute();
      let waiting = sql
        .selectFrom('appointment')
        .innerJoin('post', (on) =>
          on.onRef('post.district', '=', 'appointment.district').onRef('post.id', '=', 'appointment.post'),
        )
        .select('post.role')
        .where('appointment.district', '=', who.district)
        .where('appointment.person', '=', who.person)
        .where('appointment.state', '=', 'proposed');
      if (but.appointment !== undefined) waiting = waiting.where('appointment.id', '<>', but.appointment);
      const duties = [...held, ...(await waiting.execute())].map((row) => dutyOfRole(row.role));
      if (!goesWith(duties, dutyOfRole(role)))
        throw new DomainError('organisation.kept-apart', { name: who.name }, { field: 'person' });
    },
  };
};

export type KeepApart = ReturnType<typeof createKeepApart>;

/** The database has to know which roles administer, to keep their holders apart by itself. */
export const writeAdministeringRoles = async (sql: OrganisationTransaction, roles: readonly Role[]): Promise<void> => {
  const rows = roles.flatMap(({ id, administers }) => (administers ? [{ role: id, administers }] : []));
  if (rows.length === 0) return;
  // What no pack declares any more stays: its holders of the past remain what they were.
  await sql
    .insertInto('administering_role')
    .values(rows)
    .onConflict((on) => on.column('role').doUpdateSet((make) => ({ administers: make.ref('excluded.administers') })))
    .execute();
};
