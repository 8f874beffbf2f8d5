/** What bytes are, by their beginning; never by name or by what the sender says. */
export type Kind = 'image/jpeg' | 'image/png' | 'image/webp' | 'zip' | 'text' | 'other';

const startsWith = (head: Buffer, bytes: readonly number[], at = 0): boolean =>
  bytes.every((byte, index) => head[at + index] === byte);

export const kindOf = (head: Buffer): Kind => {
  if (startsWith(head, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (startsWith(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (startsWith(head, [0x52, 0x49, 0x46, 0x46]) && startsWith(head, [0x57, 0x45, 0x42, 0x50], 8)) return 'image/webp';
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04])) return 'zip';
  return head.length > 0 && isText(head) ? 'text' : 'other';
};

/** No NUL and no control character besides tab and line ends: a sheet in UTF-8 or GB 18030, but also HTML or SVG. */
const isText = (head: Buffer): boolean => {
  for (const byte of head) {
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) return false;
    if (byte === 0x7f) return false;
  }
  return true;
};

/** Text that a browser might take for a page or a picture, whatever it is called. */
export const looksLikeMarkup = (head: Buffer): boolean =>
  /^\s*(<!doctype|<\?xml|<html|<svg|<script|<body|<head|<!--|%pdf)/i.test(
    head
      .subarray(0, 512)
      .toString('latin1')
      .replace(/^\u00ef\u00bb\u00bf/, ''),
  );

export const sheetTypes = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
