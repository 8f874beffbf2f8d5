import { sql as raw } from 'kysely';
import { DomainError } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import { chinaDate } from '#kernel/instant';
import type { Parts } from '#platform/server/parts';
import { districtOfPath } from '#engines/territory/model';
import type { ActivationCode } from '#engines/organisation/contract';
import type { OrganisationPorts } from '../ports.ts';
import type { Asking, Reach } from '../reach.ts';
import { insertPost } from '../structure/structure-store.ts';
import type { OrganisationSql, OrganisationTransaction } from '../tables.ts';
import type { Activation, WhenActivated } from './activation.ts';
import type { AppointmentsView } from './appointment-view.ts';
import type { Appointments } from './appointments.ts';
import type { createFirstAdministrator } from './first-administrator.ts';
import type { ManagePeople } from './manage-people.ts';

interface Given {
  readonly id: Id;
  readonly name: string;
  readonly account: string;
  readonly phone?: string | undefined;
}

/**
 * The first security administrator has nobody who could grant him: the system administrator appoints him, and the
 * appointment takes effect when its owner sets a password that nobody else knows. Later ones need the second person.
 */
export const createFirstSecurity = (
  parts: Parts,
  ports: Pick<OrganisationPorts, 'roles' | 'bodyKinds'>,
  { managed, audit }: Reach,
  view: AppointmentsView,
  { ensureOffice }: ReturnType<typeof createFirstAdministrator>,
  people: Pick<ManagePeople, 'addWithin'>,
  activation: Activation,
  appointments: Appointments,
) => {
  const sql: OrganisationSql = parts.sql;

  /** Two at once come one after the other. @throws grant.first-exists */
  const assertNever = async (trx: OrganisationTransaction): Promise<void> => {
    await raw`select pg_advisory_xact_lock(hashtext('first security administrator'))`.execute(trx);
    if ((await view.countAdministrators(trx)).everSecurity) throw new DomainError('grant.first-exists');
  };

  const appoint = (by: Asking, given: Given): Promise<ActivationCode> =>
    sql.transaction().execute(async (trx) => {
      await assertNever(trx);
      const [home] = managed(by.session);
      const role = ports.roles().find((one) => one.administers === 'security' && !one.retired);
      const kind = ports.bodyKinds.find((one) => one.administers) ?? ports.bodyKinds[0];
      if (home === undefined) throw new DomainError('permission.denied');
      if (!role || !kind) throw new DomainError('organisation.unknown', {}, { field: 'role' });
      const district = districtOfPath(home);
      await withdrawEarlier(trx, by, given.id);
      const again = await trx
        .selectFrom('activation')
        .innerJoin('account', (on) =>
          on.onRef('account.district', '=', 'activation.district').onRef('account.person', '=', 'activation.person'),
        )
        .select(['account.name', 'activation.appointment'])
        .where('activation.district', '=', district)
        .where('activation.person', '=', given.id)
        .executeTakeFirst();
      if (again?.appointment)
        // The code was lost, or the answer never came: another one for the same person.
        return activation.issue(trx, {
          district,
          person: given.id,
          account: again.name,
          appointment: again.appointment,
        });
      const known = await trx.selectFrom('person').select('id').where('id', '=', given.id).executeTakeFirst();
      if (known) throw new DomainError('request.id-reused', {}, { field: 'id' });
      const { account } = await people.addWithin(trx, home, given, null);
      const post = parts.newId();
      const body = await ensureOffice(trx, district, home, kind.id);
      await insertPost(trx, { district, id: post, body, title: role.name.zh, role: role.id, scope: home });
      const appointment = parts.newId();
      await trx
        .insertInto('appointment')
        .values({
          district,
          id: appointment,
          post,
          person: given.id,
          from_day: chinaDate(parts.clock()),
          to_day: null,
          state: 'proposed',
          proposed_by: by.session.person,
          proposed_at: parts.clock(),
          reason: '首任安全管理员',
        })
        .execute();
      await audit(trx, by, {
        district,
        action: 'grant.first-security',
        object: `person:${given.id}`,
        detail: { appointment, role: role.id },
      });
      return activation.issue(trx, { district, person: given.id, account, appointment });
    });

  /** An earlier appointment that nobody activated gives way to another person's. */
  const withdrawEarlier = async (trx: OrganisationTransaction, by: Asking, but: Id): Promise<void> => {
    const earlier = await trx
      .deleteFrom('activation')
      .where('appointment', 'is not', null)
      .where('person', '<>', but)
      .returning('appointment')
      .execute();
    for (const { appointment } of earlier)
      await trx
        .updateTable('appointment')
        .set({ state: 'withdrawn', ended_by: by.session.person, ended_at: parts.clock() })
        .where('id', '=', appointment)
        .where('state', '=', 'proposed')
        .execute();
  };

  /** Makes the appointment effective. Should somebody else have become the first meanwhile, it waits for his decision. */
  const whenActivated: WhenActivated = async (trx, { district, appointment }) => {
    await raw`select pg_advisory_xact_lock(hashtext('first security administrator'))`.execute(trx);
    if ((await view.countAdministrators(trx)).everSecurity) return;
    const row = await trx
      .selectFrom('appointment')
      .innerJoin('post', (on) =>
        on.onRef('post.district', '=', 'appointment.district').onRef('post.id', '=', 'appointment.post'),
      )
      .selectAll('appointment')
      .select(['post.role', 'post.scope', 'post.abolished_on'])
      .where('appointment.district', '=', district)
      .where('appointment.id', '=', appointment)
      .where('appointment.state', '=', 'proposed')
      .forUpdate('appointment')
      .executeTakeFirst();
    if (!row) return;
    await appointments.grantWithin(trx, row);
    await trx
      .updateTable('appointment')
      .set({ state: 'granted', decided_at: parts.clock(), decision: '首任安全管理员由本人激活' })
      .where('district', '=', district)
      .where('id', '=', appointment)
      .execute();
    await parts.audit.write(trx, {
      district,
      person: row.person,
      action: 'grant.grant',
      object: `appointment:${appointment}`,
      result: 'done',
      detail: { post: row.post, person: row.person, role: row.role, first: true },
    });
  };

  return { appoint, whenActivated };
};
