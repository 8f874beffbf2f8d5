import type { Updateable } from 'kysely';
import { DomainError } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import { chinaDate, type DateText } from '#kernel/instant';
import type { Parts } from '#platform/server/parts';
import { withReceipt } from '#platform/server/receipts';
import { inScope } from '#engines/territory/model';
import type { AppointmentView } from '#engines/organisation/contract';
import { endSessionsOf } from '../accounts/session-store.ts';
import type { Sessions } from '../accounts/sessions.ts';
import type { Asking, Reach } from '../reach.ts';
import { scopesWith } from '../scope-sql.ts';
import type { Establishment } from '../structure/establishment.ts';
import type { OrganisationSql, OrganisationTables, OrganisationTransaction } from '../tables.ts';
import type { AppointmentsView } from './appointment-view.ts';
import type { Holdings } from './holdings.ts';
import { asKeptApart, type KeepApart } from './keep-apart.ts';

interface Proposed {
  readonly id: Id;
  readonly post: Id;
  readonly person: Id;
  readonly from: DateText;
  readonly to?: DateText | undefined;
  readonly reason?: string | undefined;
}

/** Who holds which post: proposed, decided by another person, ended (security 21, 22). */
export const createAppointments = (
  parts: Parts,
  { managed, assertGrants, getPost, audit }: Reach,
  view: AppointmentsView,
  holdings: Holdings,
  { assertApart }: KeepApart,
  sessions: Sessions,
  { assertPlace }: Pick<Establishment, 'assertPlace'>,
) => {
  const sql: OrganisationSql = parts.sql;
  const today = (): DateText => chinaDate(parts.clock());
  const deciding = (by: Asking): readonly string[] => scopesWith(by.session, 'grant.decide');

  /** Locks the person: proposals and decisions about one person come one after the other. */
  const lockPerson = (trx: OrganisationTransaction, district: string, id: Id) =>
    trx
      .selectFrom('person')
      .select(['name', 'home', 'disabled_at'])
      .where('district', '=', district)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();

  const shown = async (trx: OrganisationTransaction, by: Asking, scope: string, id: Id): Promise<AppointmentView> => {
    const [row] = await view.list(by.session.person, [scope], { id }, trx);
    if (!row) throw new DomainError('request.not-found');
    return row;
  };

  /** Whoever decides or proposed looks at his list again. */
  const tell = (district: string, scope: string, id: Id): void =>
    parts.live.tell({ topic: 'grant', district, path: scope, id });

  /** Sessions end at once, so that nobody goes on with what he had (security 13). */
  const endSessions = (trx: OrganisationTransaction, district: string, person: Id) =>
    endSessionsOf(trx, district, person, parts.clock());

  const holds = async (trx: OrganisationTransaction, district: string, post: Id, person: Id, from: DateText) =>
    (await trx
      .selectFrom('holder')
      .select('post')
      .where('district', '=', district)
      .where('post', '=', post)
      .where('person', '=', person)
      .where((make) => make.or([make('to_day', 'is', null), make('to_day', '>', from)]))
      .executeTakeFirst()) !== undefined;

  const propose = async (by: Asking, given: Proposed): Promise<AppointmentView> => {
    if (given.person === by.session.person) throw new DomainError('organisation.not-yourself');
    if (given.to !== undefined && given.to <= given.from)
      throw new DomainError('field.invalid', { name: 'to', detail: `> ${given.from}` }, { field: 'to' });
    const post = await getPost(sql, by.session, given.post);
    if (post.abolished_on !== null) throw new DomainError('organisation.unknown', {}, { field: 'post' });
    assertGrants(by.session, post.role, post.scope);
    const { district } = post;
    const command = { district, id: given.id, said: { operation: 'proposeHolder', person: by.session.person, given } };
    const answer = await withReceipt(parts.sql, command, async (trx: OrganisationTransaction) => {
      const person = await lockPerson(trx, district, given.person);
      if (!person || !(await reachesPerson(trx, by, district, given.person, person.home)))
        throw new DomainError('organisation.unknown', {}, { field: 'person' });
      const { name } = person;
      if (person.disabled_at !== null) throw new DomainError('organisation.person-disabled', { name });
      if (await holds(trx, district, post.id, given.person, given.from))
        throw new DomainError('organisation.already-holds', { name });
      await assertApart(trx, { district, person: given.person, name }, post.role);
      const made = await trx
        .insertInto('appointment')
        .values({
          district,
          id: given.id,
          post: post.id,
          person: given.person,
          from_day: given.from,
          to_day: given.to ?? null,
          state: 'proposed',
          proposed_by: by.session.person,
          proposed_at: parts.clock(),
          reason: given.reason ?? null,
        })
        .onConflict((on) => on.doNothing())
        .returning('id')
        .executeTakeFirst();
      if (!made) throw new DomainError('organisation.already-proposed', { name });
      await audit(trx, by, {
        district,
        action: 'grant.propose',
        object: `appointment:${given.id}`,
        reason: given.reason ?? null,
        detail: { post: post.id, person: given.person, role: post.role, from: given.from, to: given.to ?? null },
      });
      return shown(trx, by, post.scope, given.id);
    });
    tell(district, post.scope, given.id);
    return answer;
  };

  /** A person is within reach who is kept at home in the range or holds a post there. */
  const reachesPerson = async (
    trx: OrganisationTransaction,
    by: Asking,
    district: string,
    person: Id,
    home: string,
  ): Promise<boolean> => {
    const scopes = managed(by.session);
    const inside = (path: string): boolean => scopes.some((scope) => inScope(path, scope));
    if (inside(home)) return true;
    const posts = await trx
      .selectFrom('holding')
      .innerJoin('post', (on) =>
        on.onRef('post.district', '=', 'holding.district').onRef('post.id', '=', 'holding.post'),
      )
      .select('post.scope')
      .where('holding.district', '=', district)
      .where('holding.person', '=', person)
      .execute();
    return posts.some((post) => inside(post.scope));
  };

  /** The proposal, locked, where the scopes reach its post; others do not exist. */
  const lockProposal = async (trx: OrganisationTransaction, scopes: readonly string[], id: Id) => {
    const row = await trx
      .selectFrom('appointment')
      .innerJoin('post', (on) =>
        on.onRef('post.district', '=', 'appointment.district').onRef('post.id', '=', 'appointment.post'),
      )
      .selectAll('appointment')
      .select(['post.scope', 'post.role', 'post.abolished_on'])
      .where('appointment.id', '=', id)
      .forUpdate('appointment')
      .executeTakeFirst();
    if (!row || !scopes.some((scope) => inScope(row.scope, scope))) throw new DomainError('request.not-found');
    if (row.state !== 'proposed') throw new DomainError('grant.decided');
    return row;
  };

  const setState = (
    trx: OrganisationTransaction,
    { district, id }: { readonly district: string; readonly id: Id },
    values: Updateable<OrganisationTables['appointment']>,
  ) => trx.updateTable('appointment').set(values).where('district', '=', district).where('id', '=', id).execute();

  const withdraw = async (by: Asking, id: Id): Promise<AppointmentView> => {
    const answer = await sql.transaction().execute(async (trx) => {
      const row = await lockProposal(trx, managed(by.session), id);
      await setState(trx, row, { state: 'withdrawn', ended_by: by.session.person, ended_at: parts.clock() });
      await audit(trx, by, { district: row.district, action: 'grant.withdraw', object: `appointment:${id}` });
      return { row, view: await shown(trx, by, row.scope, id) };
    });
    tell(answer.row.district, answer.row.scope, id);
    return answer.view;
  };

  const decide = async (
    by: Asking,
    given: { readonly id: Id; readonly decision: 'granted' | 'refused'; readonly reason: string },
  ): Promise<AppointmentView> => {
    const me = by.session.person;
    const { row, answer } = await sql.transaction().execute(async (trx) => {
      const found = await lockProposal(trx, deciding(by), given.id);
      if (me === found.proposed_by || me === found.person) throw new DomainError('grant.own');
      if (given.decision === 'granted') await grant(trx, found);
      await setState(trx, found, {
        state: given.decision,
        decided_by: me,
        decided_at: parts.clock(),
        decision: given.reason,
      });
      await audit(trx, by, {
        district: found.district,
        action: given.decision === 'granted' ? 'grant.grant' : 'grant.refuse',
        object: `appointment:${given.id}`,
        reason: given.reason,
        detail: { post: found.post, person: found.person, role: found.role, to: found.to_day },
      });
      return { row: found, answer: await shown(trx, by, found.scope, given.id) };
    });
    if (given.decision === 'granted') sessions.tellChanged(row.district, row.person);
    tell(row.district, row.scope, given.id);
    return answer;
  };

  /** Makes the holding that a proposal asked for. What has changed since it was proposed is asked again. */
  const grant = async (
    trx: OrganisationTransaction,
    row: {
      readonly district: string;
      readonly id: Id;
      readonly post: Id;
      readonly person: Id;
      readonly role: string;
      readonly from_day: DateText;
      readonly to_day: DateText | null;
      readonly abolished_on: DateText | null;
    },
  ): Promise<void> => {
    const { district, person } = row;
    const known = await lockPerson(trx, district, person);
    if (!known || row.abolished_on !== null) throw new DomainError('organisation.unknown', {}, { field: 'post' });
    const { name } = known;
    if (known.disabled_at !== null) throw new DomainError('organisation.person-disabled', { name });
    // Nothing is granted backwards in time.
    const from = row.from_day > today() ? row.from_day : today();
    if (row.to_day !== null && row.to_day <= from) throw new DomainError('grant.decided');
    await assertApart(trx, { district, person, name }, row.role, { appointment: row.id });
    await assertPlace(trx, district, row.post, person);
    const held = await asKeptApart(name, () =>
      holdings.insert(trx, { district, post: row.post, person, from, to: row.to_day, appointment: row.id }),
    );
    if (!held) throw new DomainError('organisation.already-holds', { name });
    await endSessions(trx, district, person);
  };

  /** Ends a holding within a transaction; its appointment says who and why, also of one that was planted. */
  const endWithin = async (
    trx: OrganisationTransaction,
    by: Asking,
    given: { readonly district: string; readonly post: Id; readonly person: Id; readonly reason: string | null },
  ): Promise<Id> => {
    const { district, post, person } = given;
    const ended = await holdings.end(trx, given, today());
    if (!ended) throw new DomainError('request.not-found');
    const how = { state: 'ended' as const, ended_by: by.session.person, ended_at: parts.clock(), ending: given.reason };
    const known = await trx
      .updateTable('appointment')
      .set(how)
      .where('district', '=', district)
      .where('post', '=', post)
      .where('person', '=', person)
      .where('state', '=', 'granted')
      .returning('id')
      .executeTakeFirst();
    const id = known?.id ?? parts.newId();
    if (!known)
      await trx
        .insertInto('appointment')
        .values({
          district,
          id,
          post,
          person,
          from_day: ended.from,
          to_day: ended.to,
          proposed_by: null,
          proposed_at: how.ended_at,
          reason: null,
          ...how,
        })
        .execute();
    await endSessions(trx, district, person);
    await audit(trx, by, {
      district,
      action: 'grant.end',
      object: `appointment:${id}`,
      reason: given.reason,
      detail: { post, person },
    });
    return id;
  };

  /**
   * Everything that a person holds is taken away and proposed anew: whoever reset password or factor could come in
   * with them himself, so another person decides again who this is.
   */
  const proposeAgain = async (
    trx: OrganisationTransaction,
    by: Asking,
    given: { readonly district: string; readonly person: Id; readonly reason: string },
  ): Promise<number> => {
    const { district, person, reason } = given;
    const held = await trx
      .selectFrom('holder')
      .innerJoin('post', (on) => on.onRef('post.district', '=', 'holder.district').onRef('post.id', '=', 'holder.post'))
      .select(['holder.post', 'holder.from_day', 'holder.to_day'])
      .where('holder.district', '=', district)
      .where('holder.person', '=', person)
      .where('post.abolished_on', 'is', null)
      .where((make) => make.or([make('holder.to_day', 'is', null), make('holder.to_day', '>', today())]))
      .execute();
    for (const one of held) {
      await endWithin(trx, by, { district, post: one.post, person, reason });
      await trx
        .insertInto('appointment')
        .values({
          district,
          id: parts.newId(),
          post: one.post,
          person,
          from_day: one.from_day,
          to_day: one.to_day,
          state: 'proposed',
          proposed_by: by.session.person,
          proposed_at: parts.clock(),
          reason,
        })
        .onConflict((on) => on.doNothing())
        .execute();
    }
    return held.length;
  };

  const endAt = async (
    by: Asking,
    post: { readonly district: string; readonly id: Id; readonly scope: string },
    person: Id,
    reason: string | null,
  ): Promise<AppointmentView> => {
    const answer = await sql.transaction().execute(async (trx) => {
      const id = await endWithin(trx, by, { district: post.district, post: post.id, person, reason });
      return shown(trx, by, post.scope, id);
    });
    sessions.tellChanged(post.district, person);
    tell(post.district, post.scope, answer.id);
    return answer;
  };

  /** Ending is safe, so it needs no second person; the security administrator sees it among what was ended. */
  const endHolder = async (
    by: Asking,
    given: { readonly post: Id; readonly person: Id; readonly reason?: string | undefined },
  ): Promise<AppointmentView> => {
    if (given.person === by.session.person) throw new DomainError('organisation.not-yourself');
    const post = await getPost(sql, by.session, given.post);
    assertGrants(by.session, post.role, post.scope);
    return endAt(by, post, given.person, given.reason ?? null);
  };

  /** The security administrator takes a post away. */
  const revokeHolder = async (
    by: Asking,
    given: { readonly post: Id; readonly person: Id; readonly reason: string },
  ): Promise<AppointmentView> => {
    if (given.person === by.session.person) throw new DomainError('organisation.not-yourself');
    const post = await sql.selectFrom('post').selectAll().where('id', '=', given.post).executeTakeFirst();
    if (!post || !deciding(by).some((scope) => inScope(post.scope, scope))) throw new DomainError('request.not-found');
    return endAt(by, post, given.person, given.reason);
  };

  /** Appointments to a day that has come are ended; the holdings count no more since midnight by themselves. */
  const endExpired = async (): Promise<number> => {
    const done = await sql
      .updateTable('appointment')
      .set({ state: 'ended', ended_at: parts.clock(), ending: null })
      .where('state', '=', 'granted')
      .where('to_day', '<=', today())
      .executeTakeFirst();
    return Number(done.numUpdatedRows);
  };

  return {
    propose,
    withdraw,
    decide,
    endHolder,
    revokeHolder,
    endExpired,
    endWithin,
    proposeAgain,
    grantWithin: grant,
    listProposed: (by: Asking, state?: AppointmentView['state']) =>
      view.list(by.session.person, managed(by.session), { state }),
    listForDecision: (by: Asking, state?: AppointmentView['state']) =>
      view.list(by.session.person, deciding(by), { state }),
  };
};

export type Appointments = ReturnType<typeof createAppointments>;
