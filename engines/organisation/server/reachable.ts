import { sql as raw } from 'kysely';
import type { Id } from '#kernel/ids';
import { chinaDate } from '#kernel/instant';
import type { Parts, SqlOrTransaction } from '#platform/server/parts';
import { createPhones } from './people/phones.ts';
import type { OrganisationTransaction } from './tables.ts';

/** Whom to tell, and how to reach him: what messages ask of the organisation, in the sender's transaction. */
export const createReachable = (parts: Parts) => {
  const phones = createPhones(parts);
  const today = () => chinaDate(parts.clock());

  /** Who works at these posts today, in somebody's place too. */
  const holdersOf = async (
    sql: SqlOrTransaction,
    posts: readonly Id[],
  ): Promise<readonly { readonly post: Id; readonly person: Id; readonly district: string }[]> => {
    const { rows } = await raw<{ post: Id; person: Id; district: string }>`
      select distinct h.post, h.person, h.district from holding h
      join post on post.district = h.district and post.id = h.post and post.abolished_on is null
      join person p on p.district = h.district and p.id = h.person and p.disabled_at is null
      where h.post = any(${[...posts]}::uuid[]) and h.from_day <= ${today()} and (h.to_day is null or ${today()} < h.to_day)
    `.execute(sql);
    return rows;
  };

  /** The holders of posts in the bodies above those of this person, nearest above alone. */
  const leadersOf = async (
    sql: SqlOrTransaction,
    person: Id,
  ): Promise<readonly { readonly person: Id; readonly district: string }[]> => {
    const { rows } = await raw<{ person: Id; district: string }>`
      with mine as (
        select distinct post.district, post.body from holding h
        join post on post.district = h.district and post.id = h.post and post.abolished_on is null
        where h.person = ${person} and h.from_day <= ${today()} and (h.to_day is null or ${today()} < h.to_day)
      )
      select distinct h.person, h.district from mine
      join body_superior s on s.district = mine.district and s.body = mine.body
      join post on post.district = s.district and post.body = s.superior and post.abolished_on is null
      join holding h on h.district = post.district and h.post = post.id
        and h.from_day <= ${today()} and (h.to_day is null or ${today()} < h.to_day)
      join person p on p.district = h.district and p.id = h.person and p.disabled_at is null
      where h.person <> ${person} limit 20`.execute(sql);
    return rows;
  };

  /** @returns null where nothing is known */
  const contactOf = async (
    sql: SqlOrTransaction,
    person: Id,
  ): Promise<{ readonly phone: string | null; readonly email: string | null }> => {
    const row = await (sql as OrganisationTransaction)
      .selectFrom('person')
      .select(['district', 'id', 'phone', 'phone_sealed'])
      .where('id', '=', person)
      .where('disabled_at', 'is', null)
      .executeTakeFirst();
    if (!row) return { phone: null, email: null };
    return { phone: await phones.open(row), email: null };
  };

  return { holdersOf, leadersOf, contactOf };
};
