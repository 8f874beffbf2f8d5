import type { Label } from '#kernel/label';
import type { Sensitivity } from '#kernel/sensitivity';

/** Ways out of the house, beside the message inside it (`app`). */
export const outsideChannels = ['sms', 'email'] as const;
export type OutsideChannel = (typeof outsideChannels)[number];
export type Channel = 'app' | OutsideChannel;

/**
 * What fills a hole: `plain` tells nothing of a person; `personal` does (a name, a phone); `secret` is worth
 * stealing (a code) and is wiped as soon as the message has left or expired.
 */
export type HoleKind = 'plain' | 'personal' | 'secret';

/**
 * What is told on one occasion, as pack data. Texts carry holes `{like_this}`, each of them declared.
 * A message keeps its values, not its text: it is read in the language of whoever reads it.
 */
export interface NoticeTemplate {
  readonly id: string;
  readonly title: Label;
  readonly text: Label;
  readonly holes: Readonly<Record<string, HoleKind>>;
  /** Text of a short message, when it goes out as one; without the signature, which the installation sets. */
  readonly sms?: Label;
  /** Personal holes that the short message may carry, with the reason why it cannot do without. */
  readonly smsMayCarry?: Readonly<Record<string, string>>;
  /** Subject of an e-mail, when it goes out as one; its body is `text`. */
  readonly subject?: Label;
  /** From `sensitive` on a reader without the clearance is told only that there is something to see. Default: internal. */
  readonly sensitivity?: Sensitivity;
  /** Minutes until it has to be acknowledged, else the next one is told (S365). */
  readonly acknowledgeWithin?: number;
  /** Minutes until it is worth nothing and is not sent any more, such as a code. */
  readonly goodFor?: number;
}

export type NoticeValues = Readonly<Record<string, string | number | Label>>;

const holePattern = /\{(\w+)\}/g;

/** Names of the holes of a text, each once, in their order. */
export const holesOf = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(holePattern)].map((match) => match[1] ?? '')),
];
