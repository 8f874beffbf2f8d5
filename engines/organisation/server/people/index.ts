import type { Id } from '#kernel/ids';
import type { Parts } from '#platform/server/parts';
import type { PasswordRules } from '../accounts/password-rules.ts';
import type { Sessions } from '../accounts/sessions.ts';
import type { OrganisationPorts } from '../ports.ts';
import type { Reach } from '../reach.ts';
import type { Directory } from '../structure/directory.ts';
import type { Establishment } from '../structure/establishment.ts';
import type { OrganisationSql } from '../tables.ts';
import { createActivation } from './activation.ts';
import { createAppointmentView } from './appointment-view.ts';
import { createAppointments } from './appointments.ts';
import { createFirstAdministrator } from './first-administrator.ts';
import { createFirstSecurity } from './first-security.ts';
import type { Holdings } from './holdings.ts';
import { createKeepApart, writeAdministeringRoles } from './keep-apart.ts';
import { createLending } from './lend-post.ts';
import { createManagePeople } from './manage-people.ts';
import { createPeopleView } from './people-view.ts';
import type { Phones } from './phones.ts';
import type { RoleBook } from './role-book.ts';
import { createRoleProposals } from './role-proposals.ts';

export interface PeopleNeeds {
  readonly reach: Reach;
  readonly rules: Pick<PasswordRules, 'assertGood'>;
  readonly sessions: Sessions;
  readonly directory: Directory;
  readonly holdings: Holdings;
  readonly phones: Phones;
  readonly book: RoleBook;
  readonly establishment: Pick<Establishment, 'assertPlace'>;
}

/** Persons, who holds what by whose decision, roles, and how it all begins. */
export const createPeopleRoom = (parts: Parts, ports: OrganisationPorts, needs: PeopleNeeds) => {
  const { reach, rules, sessions, directory, holdings, phones, book, establishment } = needs;
  const view = createPeopleView(parts, ports, phones);
  const appointmentsView = createAppointmentView(parts, ports);
  const keepApart = createKeepApart(parts, ports);
  const activation = createActivation(parts, rules, phones);
  const appointments = createAppointments(parts, reach, appointmentsView, holdings, keepApart, sessions, establishment);
  const people = createManagePeople(parts, reach, view, rules, phones, activation, appointments, sessions);
  const firstAdministrator = createFirstAdministrator(parts, ports, rules, holdings, directory);
  const firstSecurity = createFirstSecurity(
    parts,
    ports,
    reach,
    appointmentsView,
    firstAdministrator,
    people,
    activation,
    appointments,
  );
  parts.jobs.every('37 2 * * *', 'organisation-holdings-checked', async () => {
    const altered = await holdings.checkAll();
    if (altered > 0) parts.log.error({ altered }, 'holdings were altered outside of Lifang');
  });
  parts.jobs.every('5 16 * * *', 'organisation-appointments-ended', async () => void (await appointments.endExpired()));
  parts.jobs.every('47 * * * *', 'organisation-phones-sealed', async () => void (await phones.sealOld()));

  let prepared: Promise<void> | undefined;
  const prepare = async (): Promise<void> => {
    await book.open();
    const sql: OrganisationSql = parts.sql;
    await sql.transaction().execute((trx) => writeAdministeringRoles(trx, book.roles()));
    await holdings.sealOld();
    await phones.sealOld();
  };

  return {
    view,
    appointmentsView,
    people,
    activation,
    appointments,
    firstAdministrator,
    firstSecurity,
    keepApart,
    roleProposals: createRoleProposals(parts, ports.permissions, reach, book),
    lendPost: createLending(parts, holdings, sessions),
    tellChanged: (district: string, person: Id): void => sessions.tellChanged(district, person),
    /** Before anybody is served or planted: roles are read, the database knows which administer, old rows are sealed. */
    prepare: (): Promise<void> => {
      prepared ??= prepare().catch((error: unknown) => {
        prepared = undefined;
        throw error;
      });
      return prepared;
    },
  };
};

export type PeopleRoom = ReturnType<typeof createPeopleRoom>;
