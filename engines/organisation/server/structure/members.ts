import { sql as raw } from 'kysely';
import { DomainError } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import { chinaDate, type DateText } from '#kernel/instant';
import { maskedPhone } from '#fields/phone/phone';
import type { Parts } from '#platform/server/parts';
import { withReceipt } from '#platform/server/receipts';
import type { MemberView } from '#engines/organisation/contract';
import type { Asking, Reach } from '../reach.ts';
import type { OrganisationSql, OrganisationTransaction } from '../tables.ts';
import type { StructureView } from './structure-view.ts';

interface MemberRow extends Omit<MemberView, 'phone'> {
  readonly district: string;
  readonly phone: string | null;
}

export interface NewMember {
  readonly id: Id;
  readonly seat: MemberView['seat'];
  readonly part?: NonNullable<MemberView['part']> | undefined;
  readonly body?: Id | undefined;
  readonly post?: Id | undefined;
  readonly partner?: string | undefined;
  readonly contact?: string | undefined;
  readonly phone?: string | undefined;
  readonly phonePublic?: boolean | undefined;
  readonly duty?: string | undefined;
  readonly from: DateText;
}

/**
 * Members of leading groups (S593, S604, S606), alliances (S013) and a grid's linked force (S012): bodies and posts
 * of this house, or partners that have no account. A list of each day: who leaves stays in the lists of before.
 * A phone that was not declared public lies sealed.
 */
export const createMembers = (parts: Parts, { managed, assertManages, audit }: Reach, view: StructureView) => {
  const sql: OrganisationSql = parts.sql;
  const today = (): DateText => chinaDate(parts.clock());
  const placeOf = (district: string, id: Id) => ({ table: 'membership', column: 'phone', row: `${district} ${id}` });

  const listOf = async (bodies: readonly Id[], on: DateText, within?: OrganisationSql): Promise<MemberView[]> => {
    const { rows } = await raw<MemberRow>`
      select m.district, m.id, m.seat, m.part,
        case when b.id is null then null else json_build_object('id', b.id, 'name', b.name) end as body,
        case when p.id is null then null else json_build_object('id', p.id, 'title', p.title, 'people', coalesce((
          select json_agg(person.name order by person.name) from holding h
          join person on person.district = h.district and person.id = h.person
          where h.district = p.district and h.post = p.id and h.from_day <= ${on}
            and (h.to_day is null or h.to_day > ${on})), '[]')) end as post,
        m.partner, m.contact, m.phone, m.phone_public as "phonePublic", m.duty, m.from_day as "from", m.to_day as "to"
      from membership m
      left join body b on b.district = m.district and b.id = m.member_body
      left join post p on p.district = m.district and p.id = m.member_post
      where m.body = any(${[...bodies]}::uuid[]) and m.from_day <= ${on} and (m.to_day is null or m.to_day > ${on})
      order by array_position(array['head', 'deputy', 'office', 'member'], m.seat), m.from_day, m.id limit 500`.execute(
      within ?? sql,
    );
    return Promise.all(
      rows.map(async ({ district, phone, ...row }) => ({ ...row, phone: await shownPhone(district, row, phone) })),
    );
  };

  const shownPhone = async (district: string, row: Pick<MemberRow, 'id' | 'phonePublic'>, phone: string | null) => {
    if (phone === null || row.phonePublic) return phone;
    return maskedPhone(await parts.seals.open(placeOf(district, row.id), phone));
  };

  const listMembers = async (scopes: readonly string[], body: Id, on: DateText | undefined): Promise<MemberView[]> => {
    await view.getBody(scopes, body);
    return listOf([body], on ?? today());
  };

  const addMember = async (by: Asking, id: Id, given: NewMember): Promise<MemberView[]> => {
    const group = await sql
      .selectFrom('body')
      .select(['district', 'territory'])
      .where('id', '=', id)
      .where('abolished_on', 'is', null)
      .executeTakeFirst();
    if (!group || !managed(by.session).some((scope) => group.territory.startsWith(scope)))
      throw new DomainError('request.not-found');
    const { district } = group;
    if (given.body === undefined && given.post === undefined && !given.partner?.trim())
      throw new DomainError('organisation.unknown', {}, { field: 'partner' });
    const said = { operation: 'addMember', person: by.session.person, group: id, given };
    return withReceipt(sql, { district, id: given.id, said }, async (trx: OrganisationTransaction) => {
      if (given.body !== undefined) {
        const member = await trx
          .selectFrom('body')
          .select('id')
          .where('district', '=', district)
          .where('id', '=', given.body)
          .where('abolished_on', 'is', null)
          .executeTakeFirst();
        if (!member || given.body === id) throw new DomainError('organisation.unknown', {}, { field: 'body' });
      }
      if (given.post !== undefined) {
        const post = await trx
          .selectFrom('post')
          .select('id')
          .where('district', '=', district)
          .where('id', '=', given.post)
          .where('abolished_on', 'is', null)
          .executeTakeFirst();
        if (!post) throw new DomainError('organisation.unknown', {}, { field: 'post' });
      }
      const open = given.phonePublic ?? false;
      const phone =
        given.phone === undefined
          ? null
          : open
            ? given.phone
            : await parts.seals.seal(placeOf(district, given.id), given.phone);
      await raw`
        insert into membership (district, id, body, seat, part, member_body, member_post, partner, contact, phone,
          phone_public, duty, from_day)
        values (${district}, ${given.id}, ${id}, ${given.seat}, ${given.part ?? null}, ${given.body ?? null},
          ${given.post ?? null}, ${given.partner?.trim() || null}, ${given.contact?.trim() || null}, ${phone}, ${open},
          ${given.duty?.trim() ?? ''}, ${given.from})`.execute(trx);
      await audit(trx, by, {
        district,
        action: 'organisation.add-member',
        object: `body:${id}`,
        detail: { member: given.id, seat: given.seat, part: given.part ?? null },
      });
      return listOf([id], given.from > today() ? given.from : today(), trx);
    });
  };

  const endMember = async (by: Asking, id: Id): Promise<MemberView[]> => {
    const { rows } = await raw<{ district: string; body: Id; territory: string }>`
      select m.district, m.body, b.territory from membership m join body b on b.district = m.district and b.id = m.body
      where m.id = ${id} and (m.to_day is null or m.to_day > ${today()})`.execute(sql);
    const [member] = rows;
    if (!member) throw new DomainError('request.not-found');
    await assertManages(by.session, member.territory);
    return sql.transaction().execute(async (trx) => {
      await raw`update membership set to_day = greatest(from_day, ${today()}::date)
        where district = ${member.district} and id = ${id}`.execute(trx);
      await audit(trx, by, {
        district: member.district,
        action: 'organisation.end-member',
        object: `body:${member.body}`,
        detail: { member: id },
      });
      return listOf([member.body], today(), trx);
    });
  };

  return { listOf, listMembers, addMember, endMember };
};

export type Members = ReturnType<typeof createMembers>;
