import { DomainError } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import { chinaDate, plusMillis } from '#kernel/instant';
import type { Parts } from '#platform/server/parts';
import { withReceipt } from '#platform/server/receipts';
import { districtOfPath, inScope } from '#engines/territory/model';
import type { ActivationCode, PersonView } from '#engines/organisation/contract';
import { normaliseAccount } from '#engines/organisation/model';
import type { PasswordRules } from '../accounts/password-rules.ts';
import { hashPassword } from '../accounts/password.ts';
import { endSessionsOf, stampPerson } from '../accounts/session-store.ts';
import type { Sessions } from '../accounts/sessions.ts';
import type { Asking, Reach } from '../reach.ts';
import type { OrganisationSql, OrganisationTransaction } from '../tables.ts';
import type { Activation } from './activation.ts';
import type { Appointments } from './appointments.ts';
import { disablePerson as writeDisabled, insertAccount, insertPerson, noPassword } from './people-store.ts';
import type { PeopleView } from './people-view.ts';
import { normalisePhone, type Phones } from './phones.ts';

/** A starting password that nobody used for so long opens nothing any more. */
const startingFor = 7 * 86_400_000;

interface NewStaff {
  readonly id: Id;
  readonly name: string;
  readonly phone?: string | undefined;
  readonly account: string;
  readonly password?: string | undefined;
}

/** Changes of persons; each is bounded by the scopes and roles of whoever asks. */
export const createManagePeople = (
  parts: Parts,
  { managed, assertManages, assertGrants, audit }: Reach,
  view: PeopleView,
  rules: Pick<PasswordRules, 'assertGood'>,
  phones: Phones,
  activation: Activation,
  appointments: Appointments,
  sessions: Sessions,
) => {
  const sql: OrganisationSql = parts.sql;

  const shown = async (scopes: readonly string[], id: Id, trx?: OrganisationSql): Promise<PersonView> => {
    const [row] = await view.listPeople(scopes, { id }, trx);
    if (!row) throw new DomainError('request.not-found');
    return row;
  };

  /** Every holding of a person from today on. */
  const holdingsOf = (trx: OrganisationSql, district: string, person: Id) =>
    trx
      .selectFrom('holder')
      .innerJoin('post', (on) => on.onRef('post.district', '=', 'holder.district').onRef('post.id', '=', 'holder.post'))
      .select(['holder.post', 'holder.from_day', 'holder.to_day', 'post.role', 'post.scope'])
      .where('holder.district', '=', district)
      .where('holder.person', '=', person)
      .where('post.abolished_on', 'is', null)
      .where((make) =>
        make.or([make('holder.to_day', 'is', null), make('holder.to_day', '>', chinaDate(parts.clock()))]),
      )
      .execute();

  /** Somebody within the range, locked. Who holds a post outside my range or beyond my role is not mine to change. */
  const lockMine = async (trx: OrganisationTransaction, by: Asking, id: Id) => {
    await shown(managed(by.session), id, trx);
    const person = await trx
      .selectFrom('person')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const held = await holdingsOf(trx, person.district, id);
    for (const post of held) {
      await assertManages(by.session, post.scope);
      assertGrants(by.session, post.role, post.scope);
    }
    if (held.length === 0) await assertManages(by.session, person.home);
    return { person, held };
  };

  const account = (trx: OrganisationSql, district: string, person: Id) =>
    trx
      .selectFrom('account')
      .selectAll()
      .where('district', '=', district)
      .where('person', '=', person)
      .executeTakeFirst();

  const addWithin = async (trx: OrganisationTransaction, home: string, person: NewStaff, password: string | null) => {
    const { id } = person;
    const district = districtOfPath(home);
    const phone = person.phone === undefined ? null : normalisePhone(person.phone);
    if (phone !== null) await phones.assertFree(trx, phone, id);
    const kept = await phones.keep(district, id, phone);
    await asPhoneTaken(() => insertPerson(trx, { district, id, name: person.name.trim(), home, ...kept }));
    const now = parts.clock();
    const row = {
      name: normaliseAccount(person.account),
      district,
      person: id,
      used_at: now,
      ...(password === null
        ? { password: noPassword }
        : { password, must_change: true, starting_until: plusMillis(now, startingFor) }),
    };
    if (!(await insertAccount(trx, row)))
      throw new DomainError('organisation.account-taken', { account: row.name }, { field: 'account' });
    return { district, account: row.name };
  };

  const addPerson = async (by: Asking, person: NewStaff): Promise<PersonView> => {
    const [home] = managed(by.session);
    if (home === undefined) throw new DomainError('permission.denied');
    if (person.password !== undefined) await rules.assertGood(person.password, { ...person, places: [home] });
    const district = districtOfPath(home);
    const password = person.password === undefined ? null : await hashPassword(person.password);
    // The receipt keeps a plain hash of what was said, so the password and the phone stay out of it.
    const { password: _, phone, ...said } = person;
    const command = {
      district,
      id: person.id,
      said: {
        operation: 'addPerson',
        person: by.session.person,
        said,
        phone: phone === undefined ? null : await parts.seals.blind('receipt.phone', phone),
      },
    };
    return withReceipt(parts.sql, command, async (trx: OrganisationTransaction) => {
      await addWithin(trx, home, person, password);
      await audit(trx, by, { district, action: 'organisation.add-person', object: `person:${person.id}` });
      return shown([home], person.id, trx);
    });
  };

  /** Name and phone, nothing else; both decide about nobody's rights. */
  const editPerson = async (
    by: Asking,
    id: Id,
    given: { readonly name?: string | undefined; readonly phone?: string | null | undefined },
  ): Promise<PersonView> => {
    const { district, view: answer } = await sql.transaction().execute(async (trx) => {
      const { person } = await lockMine(trx, by, id);
      if (given.name !== undefined)
        await trx
          .updateTable('person')
          .set({ name: given.name.trim() })
          .where('district', '=', person.district)
          .where('id', '=', id)
          .execute();
      if (given.phone !== undefined) {
        const phone = given.phone === null ? null : normalisePhone(given.phone);
        if (phone !== null && person.disabled_at === null) await phones.assertFree(trx, phone, id);
        const kept = await phones.keep(person.district, id, phone);
        await asPhoneTaken(() =>
          trx
            .updateTable('person')
            .set({ ...kept, phone: null })
            .where('district', '=', person.district)
            .where('id', '=', id)
            .execute(),
        );
      }
      await stampPerson(trx, person.district, id);
      await audit(trx, by, {
        district: person.district,
        action: 'organisation.edit-person',
        object: `person:${id}`,
        detail: { name: given.name !== undefined, phone: given.phone !== undefined },
      });
      return { district: person.district, view: await shown(managed(by.session), id, trx) };
    });
    sessions.tellChanged(district, id);
    return answer;
  };

  /** A code for an account whose owner has never set a password: the first one, or a new one for one that was lost. */
  const issueActivation = (by: Asking, id: Id): Promise<ActivationCode> =>
    sql.transaction().execute(async (trx) => {
      const { person } = await lockMine(trx, by, id);
      const its = await account(trx, person.district, id);
      if (!its || person.disabled_at !== null) throw new DomainError('request.not-found');
      if (!activation.isUntouched(its)) throw new DomainError('activation.not-needed');
      await audit(trx, by, {
        district: person.district,
        action: 'account.issue-activation',
        object: `person:${id}`,
      });
      return activation.issue(trx, { district: person.district, person: id, account: its.name });
    });

  /** Sessions and holdings of the person end at once, in every server process. A repeat changes nothing. */
  const disablePerson = async (by: Asking, id: Id, reason: string): Promise<PersonView> => {
    if (id === by.session.person) throw new DomainError('organisation.not-yourself');
    const { district, view: answer } = await sql.transaction().execute(async (trx) => {
      const { person, held } = await lockMine(trx, by, id);
      const { district: its } = person;
      const now = parts.clock();
      for (const { post } of held) await appointments.endWithin(trx, by, { district: its, post, person: id, reason });
      await trx
        .updateTable('appointment')
        .set({ state: 'withdrawn', ended_by: by.session.person, ended_at: now, ending: reason })
        .where('district', '=', its)
        .where('person', '=', id)
        .where('state', '=', 'proposed')
        .execute();
      await trx.deleteFrom('activation').where('district', '=', its).where('person', '=', id).execute();
      await writeDisabled(trx, its, id, now);
      await endSessionsOf(trx, its, id, now);
      await audit(trx, by, {
        district: its,
        action: 'organisation.disable-person',
        object: `person:${id}`,
        reason,
        detail: { posts: held.length },
      });
      return { district: its, view: await shown([person.home, ...managed(by.session)], id, trx) };
    });
    sessions.tellChanged(district, id);
    return answer;
  };

  /** Signing in works again; whatever the person held has to be proposed and granted anew. */
  const enablePerson = async (by: Asking, id: Id, reason: string): Promise<PersonView> => {
    const { district, view: answer } = await sql.transaction().execute(async (trx) => {
      const { person } = await lockMine(trx, by, id);
      await assertManages(by.session, person.home);
      const phone = await phones.open(person);
      if (phone !== null) await phones.assertFree(trx, phone, id);
      await asPhoneTaken(() =>
        trx
          .updateTable('person')
          .set({ disabled_at: null })
          .where('district', '=', person.district)
          .where('id', '=', id)
          .execute(),
      );
      await stampPerson(trx, person.district, id);
      await trx
        .updateTable('account')
        .set({ suspended_at: null, used_at: parts.clock() })
        .where('district', '=', person.district)
        .where('person', '=', id)
        .execute();
      await audit(trx, by, {
        district: person.district,
        action: 'organisation.enable-person',
        object: `person:${id}`,
        reason,
      });
      return { district: person.district, view: await shown(managed(by.session), id, trx) };
    });
    sessions.tellChanged(district, id);
    return answer;
  };

  /** Whether somebody is within what the asker manages; others do not exist. */
  const assertSees = async (by: Asking, id: Id): Promise<void> => {
    const person = await sql.selectFrom('person').select('home').where('id', '=', id).executeTakeFirst();
    const scopes = managed(by.session);
    if (person && scopes.some((scope) => inScope(person.home, scope))) return;
    await shown(scopes, id);
  };

  return {
    addPerson,
    addWithin,
    editPerson,
    issueActivation,
    disablePerson,
    enablePerson,
    seeLeaving: async (by: Asking, id: Id) => {
      await assertSees(by, id);
      return view.seeLeaving(id);
    },
  };
};

interface DatabaseError {
  readonly constraint?: string;
}

/** Two at once with one number: the database refuses the second. */
const asPhoneTaken = async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
  try {
    return await work();
  } catch (error) {
    if ((error as DatabaseError | null)?.constraint === 'person_by_phone')
      throw new DomainError('organisation.phone-taken', {}, { field: 'phone' });
    throw error;
  }
};

export type ManagePeople = ReturnType<typeof createManagePeople>;
