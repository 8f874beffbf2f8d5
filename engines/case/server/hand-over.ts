import { CompiledQuery, sql as raw, type Transaction } from 'kysely';
import { isRefusal } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import type { Instant } from '#kernel/instant';
import { type Assignee, type By, decide, type OpenCase } from '#engines/case/model';
import { scopeRange } from '#engines/territory/model';
import type { Parts } from '#platform/server/parts';
import { valuesOf } from './case-store.ts';
import { writeOf } from './case-write.ts';
import type { CaseContextMaker } from './case-context.ts';
import type { Definitions } from './definitions.ts';
import type { Grounds } from './grounds.ts';
import { writeMany } from './write-many.ts';

/** A body ceases to be and another carries its work on. */
export interface WorkHandOver {
  readonly district: string;
  readonly from: Assignee;
  readonly to: Assignee;
  readonly reason: string;
  /** Who decided it; null when a day that was set before has come. */
  readonly by: { readonly person: Id | null; readonly name: string | null };
  readonly at: Instant;
}

/** Matters in one statement. */
const AT_ONCE = 200;

// oxlint-disable-next-line typescript/no-explicit-any -- the transaction of whoever changes the bodies
type AnyTransaction = Transaction<any>;

/** It has the work, or an open task of it. */
const atBody = (district: string, body: Id) =>
  raw`(c.assignee = ${body} or c.id = any(array(select d.case_id from case_desk d
    where d.district = ${district} and d.body = ${body} and d.kind = 'task' and d.waits)))`;

/**
 * Open matters of one body go to another, each by an event in its own history, in the transaction of whoever
 * changes the bodies: either all of it happens or nothing. The rows are locked, so nobody acts in between.
 */
export const createHandOver = (
  parts: Parts,
  definitions: Definitions,
  contextOf: CaseContextMaker,
  grounds: Grounds,
) => {
  const countAssigned = async (trx: AnyTransaction, district: string, body: Id): Promise<number> => {
    const { rows } = await raw<{ count: number }>`
      select count(*)::int as count from case_file c
      where c.district = ${district} and c.status = 'open' and ${atBody(district, body)}`.execute(trx);
    return rows[0]?.count ?? 0;
  };

  /** Bodies among these that have open work. */
  const findAssigned = async (trx: AnyTransaction, district: string, bodies: readonly Id[]): Promise<readonly Id[]> => {
    const { rows } = await raw<{ assignee: Id }>`
      select assignee from case_file
      where district = ${district} and assignee = any(${[...bodies]}::uuid[]) and status = 'open'
      union
      select body from case_desk where district = ${district} and body = any(${[...bodies]}::uuid[]) and kind = 'task'
        and waits`.execute(trx);
    return rows.map((row) => row.assignee);
  };

  /** @returns how many matters moved */
  const handOverCases = async (trx: AnyTransaction, given: WorkHandOver): Promise<number> => {
    await definitions.ready();
    const { district, from, to, reason, at } = given;
    const by: By = { kind: 'system', ...given.by, post: null, title: null, body: null };
    const context = await contextOf({ kind: 'system', name: 'organisation' }, at);
    let moved = 0;
    for (;;) {
      const { rows } = await raw<{ state: OpenCase; sensitivity: number }>`
        select c.state, c.sensitivity from case_file c
        where c.district = ${district} and c.status = 'open' and ${atBody(district, from.body)}
        order by c.id limit ${AT_ONCE} for update of c`.execute(trx);
      if (rows.length === 0) break;
      const { reworkDays } = await grounds.shared();
      const writes = rows.map(({ state, sensitivity }) => {
        const command = { type: 'hand-over', from: from.body, to, reason, by } as const;
        const playbook = definitions.playbookOf(state);
        const events = decide(playbook, state, command, context);
        if (isRefusal(events)) throw events;
        return writeOf(district, state, events, parts.newId, { sensitivity, reworkDays, playbook });
      });
      const written = await trx.executeQuery(CompiledQuery.raw(writeMany.text, valuesOf(writes, parts.audit.stamp)));
      if (written.rows.length !== rows.length) throw new Error('a locked matter was changed by somebody else');
      moved += rows.length;
    }
    // The right to read what it has done goes along; the open ones got theirs with the event.
    await raw`
      with gone as (delete from case_grant where district = ${district} and body = ${from.body} returning *)
      insert into case_grant (district, body, reported_at, case_id, ended_at)
      select district, ${to.body}::uuid, reported_at, case_id, ended_at from gone on conflict do nothing`.execute(trx);
    return moved;
  };

  /**
   * Numbers of the open matters that wait at a post: what its next holder takes over. At most 1000. Whoever draws up
   * the list may not know of labelled ones; their next holder finds them in the inbox.
   */
  const listOpenAt = async (post: {
    readonly role: string;
    readonly body: Id;
    readonly forBody: boolean;
    readonly scope: string;
    readonly district: string;
  }): Promise<readonly { readonly id: Id; readonly number: string }[]> => {
    const { from, to } = scopeRange(post.scope);
    const { rows } = await raw<{ id: Id; number: string }>`
      select id, number from case_file where district = ${post.district} and status = 'open' and sensitivity <= 1
        and ((waits_for = 'role' and owner_role = ${post.role} and path >= ${from} and path < ${to})
          or (${post.forBody} and waits_for = 'assignee' and assignee = ${post.body}))
      order by reported_at, id limit 1000`.execute(parts.sql);
    return rows;
  };

  return { countAssigned, findAssigned, handOverCases, listOpenAt };
};

export type HandOver = ReturnType<typeof createHandOver>;
