import type { Id } from '#kernel/ids';
import type { Instant } from '#kernel/instant';
import type { Session, SqlOrTransaction } from '#platform/server/parts';

/** What residents' accounts ask of others. */
export interface ResidentPorts {
  /** Sends a code as a short message, in the caller's transaction; it waits in the queue where no gateway is. */
  readonly sendCode: (
    sql: SqlOrTransaction,
    code: {
      readonly request: Id;
      readonly phone: string;
      readonly code: string;
      readonly minutes: number;
      readonly expiresAt: Instant;
    },
  ) => Promise<void>;
  /** Tells the former phone that it was replaced. */
  readonly tellPhoneChanged: (sql: SqlOrTransaction, phone: string, event: Id) => Promise<void>;
  /** What others keep of a resident, by a name for each part, for whoever wants his own data. */
  readonly dataOf: (session: Session) => Promise<Readonly<Record<string, unknown>>>;
  /** Unties whatever others keep from a resident who leaves. */
  readonly forget: (sql: SqlOrTransaction, resident: Id) => Promise<void>;
}
