import type { ColumnType, Kysely, Transaction } from 'kysely';
import type { Id } from '#kernel/ids';
import type { Instant } from '#kernel/instant';
import type { MessageState, OutsideChannel } from '#engines/notice/model';

export type ReceiverKind = 'person' | 'resident' | 'phone' | 'email';

export interface NoticeTables {
  notice: {
    district: string;
    id: Id;
    event: Id;
    receiver_kind: ReceiverKind;
    receiver: string;
    post: Id | null;
    template: string;
    about: string | null;
    sensitivity: number;
    sealed: string | null;
    in_app: boolean;
    made_at: Instant;
    delivered_at: ColumnType<Instant | null, Instant | null | undefined, Instant | null>;
    read_at: ColumnType<Instant | null, Instant | null | undefined, Instant | null>;
    acknowledge_by: Instant | null;
    acknowledged_at: ColumnType<Instant | null, Instant | null | undefined, Instant | null>;
    /** JSON text of `Receiver[]` going in. */
    next_receivers: ColumnType<unknown, string, string>;
    escalated_at: ColumnType<Instant | null, Instant | null | undefined, Instant | null>;
    escalated_from: Id | null;
  };
  notice_message: {
    district: string;
    id: Id;
    notice: Id;
    channel: OutsideChannel;
    address: string | null;
    locale: 'zh' | 'en';
    state: MessageState;
    attempts: ColumnType<number, number | undefined, number>;
    lost: ColumnType<number, number | undefined, number>;
    next_at: Instant;
    claimed_until: ColumnType<Instant | null, Instant | null | undefined, Instant | null>;
    reason: ColumnType<string | null, string | null | undefined, string | null>;
    reference: ColumnType<string | null, string | null | undefined, string | null>;
    made_at: Instant;
    expires_at: Instant | null;
    ended_at: ColumnType<Instant | null, Instant | null | undefined, Instant | null>;
  };
}

export type NoticeSql = Kysely<NoticeTables>;
export type NoticeTransaction = Transaction<NoticeTables>;

/** Where the values of a notice are sealed. */
export const valuesPlace = (district: string, id: Id) => ({
  table: 'notice',
  column: 'sealed',
  row: `${district} ${id}`,
});
/** Where the address of a message is sealed. */
export const addressPlace = (district: string, id: Id) => ({
  table: 'notice_message',
  column: 'address',
  row: `${district} ${id}`,
});
