import { type RawBuilder, sql as raw } from 'kysely';
import { DomainError } from '#kernel/domain-error';
import type { Parts } from '#platform/server/parts';

export interface Hold {
  readonly district: string;
  readonly object: string;
  readonly reason: string;
  readonly madeAt: string;
}

/**
 * A condition: nothing holds the row. @param object SQL of what may be held, such as `'case:' || t.case_id`;
 * `t` is the alias of the table, and has a district
 */
export const notHeld = (object?: RawBuilder<unknown>): RawBuilder<unknown> => raw`
  not exists (select from legal_hold as h where h.district = t.district and h.ended_at is null
    and (h.object = '*' ${object ? raw`or h.object = ${object}` : raw``}))`;

export interface Holds {
  readonly list: () => Promise<readonly Hold[]>;
  /** @param object `case:<id>`, or `*` for everything of the district */
  readonly hold: (district: string, object: string, reason: string) => Promise<void>;
  readonly release: (district: string, object: string) => Promise<void>;
}

export const createHolds = ({ sql, audit, newId }: Pick<Parts, 'sql' | 'audit' | 'newId'>): Holds => {
  const tell = (district: string, action: string, object: string, reason: string | null) => ({
    district,
    person: null,
    action,
    object,
    result: 'done' as const,
    reason,
  });
  return {
    list: async () =>
      (
        await raw<Hold>`
          select district, object, reason, made_at as "madeAt" from legal_hold where ended_at is null order by made_at`.execute(
          sql,
        )
      ).rows,
    hold: (district, object, reason) =>
      sql.transaction().execute(async (transaction) => {
        await raw`
          insert into legal_hold (district, id, object, reason) values (${district}, ${newId()}, ${object}, ${reason})
          on conflict (district, object) where ended_at is null do update set reason = excluded.reason`.execute(
          transaction,
        );
        await audit.write(transaction, tell(district, 'retention.hold', object, reason));
      }),
    release: (district, object) =>
      sql.transaction().execute(async (transaction) => {
        const { rows } = await raw`
          update legal_hold set ended_at = now() where district = ${district} and object = ${object} and ended_at is null
          returning id`.execute(transaction);
        if (rows.length === 0) throw new DomainError('request.not-found');
        await audit.write(transaction, tell(district, 'retention.release', object, null));
      }),
  };
};
