import { useLocale } from '#platform/web/i18n';
import type { SlotValue } from '../field.ts';
import type { OutputProps } from '../field-web.tsx';
import { slot } from './slot.ts';

/** While it is being filled in the time may be missing yet. */
export type SlotDraft = { readonly [part in 'plan' | 'place' | 'start' | 'placeName']?: string };

export const SlotOutput = ({ field, value, text, context }: OutputProps<SlotDraft>) => {
  const locale = useLocale();
  return (
    <span>
      {text ??
        (value.start ? slot.text(value as SlotValue & SlotDraft & Record<string, string>, field, context, locale) : '')}
    </span>
  );
};
