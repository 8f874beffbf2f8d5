import type { Locale } from '#kernel/label';
import { fieldText } from '#fields';
import type { Field } from '#fields/field';
import type { Contact } from './contact-seal.ts';
import type { Definitions } from './definitions.ts';
import { onBehalfFields } from './on-behalf.ts';

const channelField: Field = { id: 'reporter.channel', type: 'text', name: { zh: '来源', en: 'How it came' } };
const sheetField: Field = { ...onBehalfFields.sheet, id: 'reporter.sheet' };

/** On which way a matter came, and the sheet that it came on: among its values, for staff. */
export const arrivalView = (
  { channelName, fields }: Pick<Definitions, 'channelName' | 'fields'>,
  { channel, contact, locale }: { channel: string; contact: Contact | undefined; locale: Locale },
) => {
  const name = channelName(channel)?.[locale];
  const sheet = contact?.sheet && [...contact.sheet];
  return [
    ...(name === undefined ? [] : [{ field: channelField, value: name, text: name }]),
    ...(sheet ? [{ field: sheetField, value: sheet, text: fieldText(sheetField, sheet, fields, locale) }] : []),
  ];
};
