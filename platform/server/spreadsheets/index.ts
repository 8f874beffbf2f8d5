export { openCsv, readRecords, type SheetRow } from './read-csv.ts';
export { readSheet, type ReadSheet } from './read-sheet.ts';

/**
 * Signs with which a spreadsheet program might take a text for a formula, in half, full and small width, also
 * behind spaces (CWE-1236, OWASP CSV injection).
 */
export const looksLikeFormula = (text: string): boolean =>
  /^[\s\u00a0\u200b\u3000\ufeff]*[=+\-@＝＋－＠﹢﹣﹦﹫|%]|^[\t\r\n]/.test(text);

/** A plain number, and the lone `-` that sheets write for nothing. */
const harmless = /^-?\d*(\.\d+)?$/;

/** A cell of a CSV file: what might be a formula has an apostrophe before it, as Excel itself marks a text. */
export const csvCell = (text: string): string => {
  const safe = looksLikeFormula(text) && !harmless.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
