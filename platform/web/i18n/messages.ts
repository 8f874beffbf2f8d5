import type { Locale } from '#kernel/label';
import type { Places } from './fill-text.ts';

type Texts = Readonly<Record<string, string>>;

/** English must have the same keys as Chinese, and each text the same places; else this does not compile. */
type SameShape<Zh extends Texts, En extends Texts> = {
  readonly [Key in keyof Zh]: Key extends keyof En
    ? [Places<Zh[Key]>, Places<En[Key]>] extends [Places<En[Key]>, Places<Zh[Key]>]
      ? string
      : { readonly 'places differ': [Places<Zh[Key]>, Places<En[Key]>] }
    : string;
} & { readonly [Key in Exclude<keyof En, keyof Zh>]: never };

export interface Messages<Zh extends Texts = Texts> {
  readonly zh: Zh;
  readonly en: { readonly [Key in keyof Zh]: string };
}

/** The texts of one module, in both locales. */
export const defineMessages = <const Zh extends Texts, const En extends Texts>(both: {
  readonly zh: Zh;
  readonly en: En & SameShape<Zh, En>;
}): Messages<Zh> => both as unknown as Messages<Zh>;

type Values<Text extends string> = [Places<Text>] extends [never]
  ? []
  : [values: Readonly<Record<Places<Text>, string | number>>];

/** Says a text of `Zh` in the locale that shows: `t('waiting', { count: 3 })`. */
export type Say<Zh extends Texts> = <Key extends keyof Zh & string>(key: Key, ...values: Values<Zh[Key]>) => string;

export type { Locale };
