import { DomainError } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import type { Parts } from '#platform/server/parts';
import type { OwnSession } from '#engines/organisation/contract';
import type { OrganisationSql } from '../tables.ts';
import type { Asker } from './asking.ts';
import { endSession, endSessionsOf } from './session-store.ts';
import type { Sessions } from './sessions.ts';

/** Where somebody is signed in, and how to end it from elsewhere. */
export const createOwnSessions = (parts: Parts, sessions: Sessions) => {
  const sql: OrganisationSql = parts.sql;

  const list = async ({ district, session }: Asker): Promise<readonly OwnSession[]> => {
    const rows = await sql
      .selectFrom('session')
      .select(['id', 'made_at', 'seen_at', 'address', 'agent'])
      .where('district', '=', district)
      .where('person', '=', session.person)
      .where('ended_at', 'is', null)
      .where('ends_at', '>', parts.clock())
      .orderBy('seen_at', 'desc')
      .limit(100)
      .execute();
    return rows.map((row) => ({
      id: row.id,
      madeAt: row.made_at,
      seenAt: row.seen_at,
      address: row.address,
      device: row.agent,
      current: row.id === session.id,
    }));
  };

  const audit = (asker: Asker, object: string) => ({
    district: asker.district,
    person: asker.session.person,
    address: asker.address,
    action: 'session.end',
    object,
    result: 'done' as const,
  });

  const endOne = async (asker: Asker, id: Id): Promise<void> => {
    const { district, session } = asker;
    await sql.transaction().execute(async (trx) => {
      if (!(await endSession(trx, district, session.person, id, parts.clock())))
        throw new DomainError('request.not-found');
      await parts.audit.write(trx, audit(asker, `session:${id}`));
    });
    sessions.tellChanged(district, session.person);
  };

  const endOthers = async (asker: Asker): Promise<void> => {
    const { district, session } = asker;
    await sql.transaction().execute(async (trx) => {
      const ended = await endSessionsOf(trx, district, session.person, parts.clock(), session.id);
      await parts.audit.write(trx, { ...audit(asker, `person:${session.person}`), detail: { ended } });
    });
    sessions.tellChanged(district, session.person);
  };

  return { list, endOne, endOthers };
};
