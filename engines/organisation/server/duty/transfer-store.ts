import { sql as raw } from 'kysely';
import type { Id } from '#kernel/ids';
import type { DateText, Instant } from '#kernel/instant';
import type { TransferView } from '#engines/organisation/contract';
import type { HandList } from '#engines/organisation/model';
import type { OrganisationSql } from '../tables.ts';

export interface TransferRow {
  readonly district: string;
  readonly id: Id;
  readonly person: Id;
  readonly person_name: string;
  readonly from_post: Id;
  readonly from_title: string;
  readonly from_body: string;
  readonly from_scope: string;
  readonly to_post: Id;
  readonly to_title: string;
  readonly to_body: string;
  readonly to_scope: string;
  readonly effective_on: DateText;
  readonly reason: string;
  readonly agreed: boolean | null;
  readonly list: HandList | null;
  readonly list_hash: string | null;
  readonly frozen_at: Instant | null;
  readonly giver_seal: string | null;
  readonly giver_at: Instant | null;
  readonly receiver: Id | null;
  readonly receiver_name: string | null;
  readonly receiver_seal: string | null;
  readonly receiver_at: Instant | null;
  readonly proposed_at: Instant | null;
  readonly done_at: Instant | null;
  readonly withdrawn_at: Instant | null;
}

export const findTransfers = async (
  sql: OrganisationSql,
  condition: ReturnType<typeof raw>,
): Promise<readonly TransferRow[]> => {
  const found = await raw<TransferRow>`
      select t.district, t.id, t.person, person.name as person_name, t.from_post, f.title as from_title, fb.name as from_body,
        f.scope as from_scope, t.to_post, g.title as to_title, gb.name as to_body,
        g.scope as to_scope, t.effective_on, t.reason, t.agreed, t.list, t.list_hash, t.frozen_at, t.giver_seal, t.giver_at,
        t.receiver, r.name as receiver_name, t.receiver_seal, t.receiver_at, t.proposed_at, t.done_at, t.withdrawn_at
      from transfer t join person on person.district = t.district and person.id = t.person
      join post f on f.district = t.district and f.id = t.from_post join body fb on fb.district = f.district and fb.id = f.body
      join post g on g.district = t.district and g.id = t.to_post join body gb on gb.district = g.district and gb.id = g.body
      left join person r on r.district = t.district and r.id = t.receiver
      where ${condition} order by t.asked_at desc limit 200`.execute(sql);
  return found.rows;
};

export const stateOf = (row: TransferRow): TransferView['state'] => {
  if (row.withdrawn_at) return 'withdrawn';
  if (row.done_at) return 'done';
  if (row.proposed_at) return 'proposed';
  if (row.receiver_seal) return 'received';
  if (row.giver_seal) return 'given';
  if (row.list_hash) return 'listed';
  if (row.agreed === null) return 'asked';
  return row.agreed ? 'agreed' : 'refused';
};

/** For the sentence of a refusal. */
export const stateNames: Readonly<Record<TransferView['state'], string>> = {
  asked: '等待本人同意',
  agreed: '等待生成移交清单',
  refused: '本人未同意',
  listed: '等待移交人签字',
  given: '等待接收人签字',
  received: '等待提出任职',
  proposed: '等待批准任职',
  done: '已经生效',
  withdrawn: '已撤回',
};
