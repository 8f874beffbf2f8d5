import type { Id } from '#kernel/ids';
import type { Session, SqlOrTransaction } from '#platform/server/parts';
import type { NoticeTemplate, SmsGateway, SmtpServer } from '#engines/notice/model';

/** What this engine asks of others, one question each; wired in `apps/server/engines.ts`. */
export interface NoticePorts {
  /** Section `noticeTemplates` of all packs. */
  readonly templates: readonly NoticeTemplate[];
  /** Who holds these posts today; asked in the sender's transaction, so that a new holder is told too. */
  readonly holdersOf: (
    sql: SqlOrTransaction,
    posts: readonly Id[],
  ) => Promise<readonly { readonly post: Id; readonly person: Id; readonly district: string }[]>;
  /** Addresses outside the house of a member of staff. */
  readonly contactOf: (sql: SqlOrTransaction, person: Id) => Promise<Contact>;
  /** Addresses of a resident. */
  readonly contactOfResident: (sql: SqlOrTransaction, resident: Id) => Promise<Contact>;
  /** Who is told when this person does not acknowledge and the sender named nobody: the holders above. */
  readonly leadersOf: (
    sql: SqlOrTransaction,
    person: Id,
  ) => Promise<readonly { readonly person: Id; readonly district: string }[]>;
  /** Which of these, such as `case:<id>`, the reader may see. */
  readonly mayRead: (session: Session, abouts: readonly string[]) => Promise<ReadonlySet<string>>;
  readonly namesOfPersons: (district: string, ids: readonly Id[]) => Promise<ReadonlyMap<Id, string>>;
  readonly gateways: GatewaySettings;
}

export interface Contact {
  readonly phone: string | null;
  readonly email: string | null;
}

/** How messages leave, read anew each time: whoever tends the installation may change it. Null: not configured. */
export interface GatewaySettings {
  readonly sms: () => Promise<SmsSettings | null>;
  readonly smtp: () => Promise<SmtpSettings | null>;
  /** Before each short message, such as 【青羊区里坊】. */
  readonly signature: () => Promise<string>;
}

export interface SmsSettings {
  readonly gateway: SmsGateway;
  readonly secret: string;
}

export interface SmtpSettings {
  readonly server: SmtpServer;
  readonly password: string;
}
