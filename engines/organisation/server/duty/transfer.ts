import { createHash } from 'node:crypto';
import { sql as raw } from 'kysely';
import { DomainError } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import { chinaDate, type DateText } from '#kernel/instant';
import type { Parts, Session } from '#platform/server/parts';
import { withReceipt } from '#platform/server/receipts';
import { districtOfPath } from '#engines/territory/model';
import type { TransferView } from '#engines/organisation/contract';
import { type HandItem, type HandList, handListText, signedText } from '#engines/organisation/model';
import { worksForBody } from '../body-work.ts';
import type { OrganisationPorts } from '../ports.ts';
import type { Asking, Reach } from '../reach.ts';
import type { OrganisationSql, OrganisationTransaction } from '../tables.ts';
import { findTransfers, stateNames, stateOf, type TransferRow } from './transfer-store.ts';

/** How a list is signed, after the sign-in was confirmed: over the list's hash, who signs and when. */
export interface ListSigner {
  readonly sign: (text: string) => Promise<string>;
  readonly fits: (text: string, seal: string) => Promise<boolean>;
}

/** What the transfer asks of the room that keeps appointments. */
export interface TransferNeeds {
  readonly signer: ListSigner;
  readonly propose: (
    by: Asking,
    given: {
      readonly id: Id;
      readonly post: Id;
      readonly person: Id;
      readonly from: DateText;
      readonly reason: string;
    },
  ) => Promise<unknown>;
  /** Ends what a person holds on a day, perhaps ahead; true when there was something to end. */
  readonly endHolding: (
    trx: OrganisationTransaction,
    district: string,
    post: Id,
    person: Id,
    on: DateText,
  ) => Promise<boolean>;
  readonly assertPlace: (trx: OrganisationTransaction, district: string, post: Id, person: Id) => Promise<void>;
  readonly tellChanged: (district: string, person: Id) => void;
}

export const hashOfList = (list: HandList): string =>
  createHash('sm3').update(handListText(list), 'utf8').digest('hex');

/** Transfer of a person (S077): asked for, agreed to, a list that both sign, and a proposal that is granted elsewhere. */
export const createTransfers = (
  parts: Parts,
  ports: OrganisationPorts,
  { managed, audit }: Reach,
  needs: TransferNeeds,
) => {
  const sql: OrganisationSql = parts.sql;
  const today = (): DateText => chinaDate(parts.clock());

  const rows = (condition: ReturnType<typeof raw>, within: OrganisationSql = sql) => findTransfers(within, condition);

  const sealFits = async (row: TransferRow, side: 'giver' | 'receiver'): Promise<boolean> => {
    const [seal, at, person] =
      side === 'giver'
        ? [row.giver_seal, row.giver_at, row.person]
        : [row.receiver_seal, row.receiver_at, row.receiver];
    if (!seal || !at || !person || !row.list || hashOfList(row.list) !== row.list_hash) return false;
    return needs.signer.fits(signedText(row.list_hash, side, person, at), seal);
  };

  const viewOf = async (row: TransferRow, session: Session): Promise<TransferView> => ({
    id: row.id,
    person: { id: row.person, name: row.person_name },
    from: { post: row.from_post, title: row.from_title, body: row.from_body },
    to: { post: row.to_post, title: row.to_title, body: row.to_body },
    effectiveOn: row.effective_on,
    reason: row.reason,
    state: stateOf(row),
    items: (row.list?.items ?? []).map((item) => ({ ...item })),
    listHash: row.list_hash,
    frozenAt: row.frozen_at,
    receiver: row.receiver && row.receiver_name !== null ? { id: row.receiver, name: row.receiver_name } : null,
    signatures: [
      ...(row.giver_seal && row.giver_at
        ? [
            {
              side: 'giver' as const,
              name: row.person_name,
              at: row.giver_at,
              seal: row.giver_seal,
              valid: await sealFits(row, 'giver'),
            },
          ]
        : []),
      ...(row.receiver_seal && row.receiver_at
        ? [
            {
              side: 'receiver' as const,
              name: row.receiver_name ?? '',
              at: row.receiver_at,
              seal: row.receiver_seal,
              valid: await sealFits(row, 'receiver'),
            },
          ]
        : []),
    ],
    mine: row.person === session.person || row.receiver === session.person,
  });

  const inReach = (session: Session, row: TransferRow): boolean => {
    const scopes = managed(session);
    return [row.from_scope, row.to_scope].every((path) => scopes.some((scope) => path.startsWith(scope)));
  };

  /** Locked; where neither side nor whoever arranges it asks, there is none. */
  const lock = async (
    trx: OrganisationTransaction,
    by: Asking,
    id: Id,
    who: 'arranger' | 'party',
  ): Promise<TransferRow> => {
    await raw`select from transfer where id = ${id} for update`.execute(trx);
    const [row] = await rows(raw`t.id = ${id}`, trx);
    const party = row?.person === by.session.person || row?.receiver === by.session.person;
    if (!row || !(who === 'party' ? party : inReach(by.session, row))) throw new DomainError('request.not-found');
    return row;
  };
  const assertState = (row: TransferRow, ...states: readonly TransferView['state'][]): void => {
    if (!states.includes(stateOf(row)))
      throw new DomainError('transfer.not-ready', { detail: stateNames[stateOf(row)] });
  };
  const shown = async (trx: OrganisationTransaction, by: Asking, id: Id): Promise<TransferView> => {
    const [row] = await rows(raw`t.id = ${id}`, trx);
    if (!row) throw new DomainError('request.not-found');
    return viewOf(row, by.session);
  };
  const tell = (
    trx: OrganisationTransaction,
    by: Asking,
    row: TransferRow,
    action: string,
    detail?: Record<string, string | null>,
  ) =>
    audit(trx, by, {
      district: row.district,
      action: `duty.${action}`,
      object: `transfer:${row.id}`,
      ...(detail && { detail }),
    });

  const askTransfer = async (
    by: Asking,
    given: {
      readonly id: Id;
      readonly person: Id;
      readonly fromPost: Id;
      readonly toPost: Id;
      readonly effectiveOn: DateText;
      readonly reason: string;
    },
  ): Promise<TransferView> => {
    if (given.effectiveOn < today()) throw new DomainError('body.day-past', {}, { field: 'effectiveOn' });
    const { rows: posts } = await raw<{ id: Id; district: string; scope: string; title: string; held: boolean }>`
      select post.id, post.district, post.scope, post.title, exists (select from holder h where h.district = post.district
        and h.post = post.id and h.person = ${given.person} and (h.to_day is null or h.to_day > ${today()})) as held
      from post where id in (${given.fromPost}, ${given.toPost}) and abolished_on is null`.execute(sql);
    const from = posts.find((post) => post.id === given.fromPost);
    const to = posts.find((post) => post.id === given.toPost);
    if (!from?.held || !to || to.held || from.district !== to.district)
      throw new DomainError('organisation.unknown', {}, { field: 'toPost' });
    for (const post of [from, to])
      if (!managed(by.session).some((scope) => post.scope.startsWith(scope)))
        throw new DomainError('organisation.beyond-scope', { name: post.title });
    const { district } = from;
    const said = { operation: 'askTransfer', person: by.session.person, given };
    return withReceipt(sql, { district, id: given.id, said }, async (trx: OrganisationTransaction) => {
      await needs.assertPlace(trx, district, given.toPost, given.person);
      const made = await raw`
        insert into transfer (district, id, person, from_post, to_post, effective_on, reason, asked_by, asked_at)
        values (${district}, ${given.id}, ${given.person}, ${given.fromPost}, ${given.toPost}, ${given.effectiveOn},
          ${given.reason.trim()}, ${by.session.person}, ${parts.clock()}) on conflict do nothing returning id`.execute(
        trx,
      );
      if (made.rows.length === 0) {
        const { name } = await trx
          .selectFrom('person')
          .select('name')
          .where('district', '=', district)
          .where('id', '=', given.person)
          .executeTakeFirstOrThrow();
        throw new DomainError('transfer.under-way', { name });
      }
      await audit(trx, by, {
        district,
        action: 'duty.ask-transfer',
        object: `transfer:${given.id}`,
        detail: { person: given.person, from: given.fromPost, to: given.toPost, on: given.effectiveOn },
      });
      return shown(trx, by, given.id);
    });
  };

  const answerTransfer = (by: Asking, id: Id, agree: boolean): Promise<TransferView> =>
    sql.transaction().execute(async (trx) => {
      const row = await lock(trx, by, id, 'party');
      if (row.person !== by.session.person) throw new DomainError('request.not-found');
      assertState(row, 'asked');
      await raw`update transfer set answered_at = ${parts.clock()}, agreed = ${agree} where district = ${row.district} and id = ${id}`.execute(
        trx,
      );
      await tell(trx, by, row, agree ? 'agree-to-transfer' : 'refuse-transfer');
      return shown(trx, by, id);
    });

  /** Open matters of the post, its lines, the person's duties ahead and covers: as it stands at this moment. */
  const itemsOf = async (trx: OrganisationTransaction, row: TransferRow): Promise<HandItem[]> => {
    const { rows: from } = await raw<{ id: Id; role: string; body: Id; scope: string; forBody: boolean }>`
      select post.id, post.role, post.body, post.scope, ${worksForBody(ports.roles())} as "forBody"
      from post where post.district = ${row.district} and post.id = ${row.from_post}`.execute(trx);
    const cases = (
      await Promise.all(from.map((post) => ports.listOpenCases({ ...post, district: districtOfPath(post.scope) })))
    ).flat();
    const { rows: rest } = await raw<HandItem>`
      select 'line' as kind, l.line || ' ' || l.slot || ' ' || l.path as id, l.line || ' ' || l.slot as text
      from line_post l where l.district = ${row.district} and l.post = ${row.from_post}
      union all
      select 'shift', s.id::text, to_char(s.starts_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') || ' ' || s.name
      from shift s where s.district = ${row.district} and s.person = ${row.person} and s.cancelled_at is null
        and s.starts_at > ${parts.clock()}
      union all
      select 'cover', c.absence::text, o.name || ' ' || a.from_day || ' – ' || a.to_day from absence_cover c
      join absence a on a.district = c.district and a.id = c.absence and a.cancelled_at is null and a.to_day > ${today()}
      join person o on o.district = a.district and o.id = a.person
      where c.district = ${row.district} and c.substitute = ${row.person}
      order by 1, 3, 2`.execute(trx);
    const lineName = (text: string): string => {
      const [id = '', slot = ''] = text.split(' ');
      return `${ports.businessLines.find((one) => one.id === id)?.name.zh ?? id}（${slot} 角）`;
    };
    return [
      ...cases.map((one): HandItem => ({ kind: 'case', id: one.id, text: one.number })),
      ...rest.map((item): HandItem => (item.kind === 'line' ? { ...item, text: lineName(item.text) } : item)),
    ];
  };

  const freezeTransfer = (by: Asking, id: Id, receiver: Id): Promise<TransferView> =>
    sql.transaction().execute(async (trx) => {
      const row = await lock(trx, by, id, 'arranger');
      assertState(row, 'agreed', 'listed', 'given');
      const known = await trx
        .selectFrom('person')
        .select('id')
        .where('district', '=', row.district)
        .where('id', '=', receiver)
        .where('disabled_at', 'is', null)
        .executeTakeFirst();
      if (!known || receiver === row.person) throw new DomainError('organisation.unknown', {}, { field: 'receiver' });
      const list: HandList = {
        transfer: id,
        person: { id: row.person, name: row.person_name },
        from: { post: row.from_post, title: row.from_title, body: row.from_body },
        to: { post: row.to_post, title: row.to_title, body: row.to_body },
        effectiveOn: row.effective_on,
        frozenAt: parts.clock(),
        items: await itemsOf(trx, row),
      };
      // A list that is drawn up again has to be signed again.
      await raw`update transfer set list = ${JSON.stringify(list)}::jsonb, list_hash = ${hashOfList(list)}, frozen_at = ${list.frozenAt},
        receiver = ${receiver}, giver_seal = null, giver_at = null, receiver_seal = null, receiver_at = null
        where district = ${row.district} and id = ${id}`.execute(trx);
      await tell(trx, by, row, 'freeze-transfer', { hash: hashOfList(list), items: String(list.items.length) });
      return shown(trx, by, id);
    });

  /** Whoever signs says which list he has seen: it is that one or none. */
  const signTransfer = (by: Asking, id: Id, listHash: string): Promise<TransferView> =>
    sql.transaction().execute(async (trx) => {
      const row = await lock(trx, by, id, 'party');
      const side = row.person === by.session.person ? 'giver' : 'receiver';
      assertState(row, side === 'giver' ? 'listed' : 'given');
      if (!row.list || row.list_hash !== listHash || hashOfList(row.list) !== listHash)
        throw new DomainError('transfer.list-changed');
      if (side === 'receiver' && !(await sealFits(row, 'giver'))) throw new DomainError('transfer.list-changed');
      const at = parts.clock();
      const seal = await needs.signer.sign(signedText(listHash, side, by.session.person, at));
      await (side === 'giver'
        ? raw`update transfer set giver_seal = ${seal}, giver_at = ${at} where district = ${row.district} and id = ${id}`
        : raw`update transfer set receiver_seal = ${seal}, receiver_at = ${at} where district = ${row.district} and id = ${id}`
      ).execute(trx);
      await tell(trx, by, row, 'sign-transfer', { side, hash: listHash });
      return shown(trx, by, id);
    });

  const proposeTransfer = async (by: Asking, id: Id): Promise<TransferView> => {
    const row = await sql.transaction().execute(async (trx) => {
      const locked = await lock(trx, by, id, 'arranger');
      assertState(locked, 'received');
      if (!(await sealFits(locked, 'giver')) || !(await sealFits(locked, 'receiver')))
        throw new DomainError('transfer.list-changed');
      await needs.assertPlace(trx, locked.district, locked.to_post, locked.person);
      return locked;
    });
    await needs.propose(by, {
      id: parts.newId(),
      post: row.to_post,
      person: row.person,
      from: row.effective_on > today() ? row.effective_on : today(),
      reason: row.reason,
    });
    return sql.transaction().execute(async (trx) => {
      await raw`update transfer set proposed_at = coalesce(proposed_at, ${parts.clock()}) where district = ${row.district} and id = ${id}`.execute(
        trx,
      );
      await tell(trx, by, row, 'propose-transfer');
      return shown(trx, by, id);
    });
  };

  const withdrawTransfer = (by: Asking, id: Id): Promise<TransferView> =>
    sql.transaction().execute(async (trx) => {
      const row = await lock(trx, by, id, 'arranger');
      assertState(row, 'asked', 'agreed', 'listed', 'given', 'received');
      await raw`update transfer set withdrawn_at = ${parts.clock()} where district = ${row.district} and id = ${id}`.execute(
        trx,
      );
      await tell(trx, by, row, 'withdraw-transfer');
      return shown(trx, by, id);
    });

  /** Once the new post is granted, the former one ends on the same day; its matters stay with the post. */
  const finishGranted = async (): Promise<void> => {
    const granted = await rows(raw`t.proposed_at is not null and t.done_at is null and exists (select from holder h
      where h.district = t.district and h.post = t.to_post and h.person = t.person and (h.to_day is null or h.to_day > ${today()}))`);
    for (const row of granted) {
      await sql.transaction().execute(async (trx) => {
        const { rows: starts } = await raw<{ from: DateText }>`
          select max(from_day) as "from" from holder where district = ${row.district} and post = ${row.to_post}
            and person = ${row.person}`.execute(trx);
        const on = starts[0]?.from ?? row.effective_on;
        await needs.endHolding(trx, row.district, row.from_post, row.person, on);
        await raw`update transfer set done_at = ${parts.clock()} where district = ${row.district} and id = ${row.id}`.execute(
          trx,
        );
        await parts.audit.write(trx, {
          district: row.district,
          person: null,
          action: 'duty.finish-transfer',
          object: `transfer:${row.id}`,
          result: 'done',
          detail: { person: row.person, on },
        });
      });
      needs.tellChanged(row.district, row.person);
    }
  };

  return {
    listTransfers: async (session: Session): Promise<TransferView[]> =>
      Promise.all(
        (await rows(raw`t.withdrawn_at is null or t.withdrawn_at > ${parts.clock()}::timestamptz - interval '30 days'`))
          .filter((row) => inReach(session, row))
          .map((row) => viewOf(row, session)),
      ),
    mine: async (session: Session): Promise<TransferView[]> =>
      Promise.all(
        (
          await rows(raw`(t.person = ${session.person} or t.receiver = ${session.person}) and t.withdrawn_at is null
            and t.done_at is null and t.agreed is distinct from false`)
        ).map((row) => viewOf(row, session)),
      ),
    askTransfer,
    answerTransfer,
    freezeTransfer,
    signTransfer,
    proposeTransfer,
    withdrawTransfer,
    finishGranted,
  };
};

export type Transfers = ReturnType<typeof createTransfers>;
