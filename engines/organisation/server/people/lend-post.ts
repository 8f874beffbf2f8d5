import type { Id } from '#kernel/ids';
import { chinaDate } from '#kernel/instant';
import type { Parts } from '#platform/server/parts';
import type { Sessions } from '../accounts/sessions.ts';
import { insertPost } from '../structure/structure-store.ts';
import type { Holdings } from './holdings.ts';
import type { OrganisationSql } from '../tables.ts';

/**
 * Gives a person a second post like the widest one held today, that ranges over another place: how a demo
 * installation shows somebody what he has imported. A person who sees the place already gets nothing.
 */
export const createLending =
  (parts: Parts, holdings: Holdings, sessions: Pick<Sessions, 'tellChanged'>) =>
  async (lent: { readonly person: Id; readonly scope: string; readonly title: string }): Promise<boolean> => {
    const sql: OrganisationSql = parts.sql;
    const today = chinaDate(parts.clock());
    const district = await sql.transaction().execute(async (trx) => {
      const held = await trx
        .selectFrom('holder')
        .innerJoin('post', (on) =>
          on.onRef('post.district', '=', 'holder.district').onRef('post.id', '=', 'holder.post'),
        )
        .innerJoin('person', (on) =>
          on.onRef('person.district', '=', 'holder.district').onRef('person.id', '=', 'holder.person'),
        )
        .select(['post.district', 'post.body', 'post.role', 'post.scope'])
        .where('holder.person', '=', lent.person)
        .where('person.disabled_at', 'is', null)
        .where('post.abolished_on', 'is', null)
        .where('holder.from_day', '<=', today)
        .where((make) => make.or([make('holder.to_day', 'is', null), make('holder.to_day', '>', today)]))
        .orderBy('post.scope')
        .forUpdate('person')
        .execute();
      const [widest] = held;
      if (!widest || held.some(({ scope }) => lent.scope.startsWith(scope))) return undefined;
      const id = parts.newId();
      const { body, role } = widest;
      await insertPost(trx, { district: widest.district, id, body, title: lent.title, role, scope: lent.scope });
      await holdings.insert(trx, { district: widest.district, post: id, person: lent.person, from: today });
      await parts.audit.write(trx, {
        district: widest.district,
        person: null,
        action: 'organisation.lend-post',
        object: `post:${id}`,
        result: 'done',
        detail: { person: lent.person, scope: lent.scope },
      });
      return widest.district;
    });
    if (district === undefined) return false;
    sessions.tellChanged(district, lent.person);
    return true;
  };
