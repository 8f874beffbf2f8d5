/**
 * What people typed must neither break a line of a log nor turn its reading direction, and no personal value
 * belongs into the audit log (ASVS 16.2.5, 16.4.1): numbers of phones and identity cards become masks.
 */
// oxlint-disable-next-line no-control-regex -- these are what has to be found
const unsafe = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;
const phone = /(?<![\w-])(?:\+?86[- ]?)?(1[3-9]\d)\d{4}(\d{4})(?![\w-])/g;
const identity = /(?<![\w-])(\d{3})\d{11}(\d{3}[\dXx])(?![\w-])/g;

const encode = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

export const clean = (text: string, most: number): string => {
  const whole = text.length > most ? `${text.slice(0, most - 1)}…` : text;
  return whole.toWellFormed().replace(identity, '$1***********$2').replace(phone, '$1****$2').replace(unsafe, encode);
};

const id = /^[0-9a-f-]{36}$/;

/** Ids stay, names are masked: 张*. */
export const maskName = (text: string): string =>
  id.test(text) || text === '' ? text : `${[...clean(text, 60)][0] ?? ''}*`;
