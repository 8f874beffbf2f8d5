import type { Id } from '#kernel/ids';
import type { Instant } from '#kernel/instant';
import type { Locale } from '#kernel/label';
import type { Sensitivity } from '#kernel/sensitivity';
import type { SqlOrTransaction } from '#platform/server/parts';
import type { Channel, NoticeValues } from '#engines/notice/model';

/** Whom to tell. A post is its holders of today; a phone or an e-mail is somebody we do not know. */
export type Receiver =
  | { readonly person: Id }
  | { readonly post: Id }
  | { readonly resident: Id }
  | { readonly phone: string }
  | { readonly email: string };

export interface Notice {
  /** Where it belongs; `000000` for what belongs to no district, such as a resident's code. */
  readonly district: string;
  /** Of the event, made by the sender: told twice under one id, nobody hears it twice. */
  readonly id: Id;
  readonly template: string;
  readonly values: NoticeValues;
  readonly to: readonly Receiver[];
  /** In the house alone unless told. A channel for which a receiver has no address is left out for him. */
  readonly channels?: readonly Channel[];
  /** What it is about, such as `case:<id>`; shown as a link to whoever may see it. */
  readonly about?: string;
  /** Label of the matter, when higher than the template's. */
  readonly sensitivity?: Sensitivity;
  /** Minutes, instead of the template's. */
  readonly acknowledgeWithin?: number;
  /** Who is told next, one after the other, when nobody acknowledges; the holders above unless named. */
  readonly otherwise?: readonly Receiver[];
  /** Instead of the template's `goodFor`. */
  readonly expiresAt?: Instant;
  readonly locale?: Locale;
  /** The notice that nobody acknowledged, of which this is the next step. */
  readonly escalatedFrom?: Id;
}

/** For other engines: tells one member of staff inside the house. @param event as `Notice.id` */
export type TellPerson = (
  sql: SqlOrTransaction,
  told: {
    readonly district: string;
    readonly event: Id;
    readonly person: Id;
    readonly template: string;
    readonly values: NoticeValues;
    readonly about?: string;
    readonly channels?: readonly Channel[];
  },
) => Promise<void>;
