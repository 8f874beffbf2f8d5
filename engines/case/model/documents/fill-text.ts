import { evaluate, getExpression } from '#kernel/expression';
import { isRefusal } from '#kernel/domain-error';
import type { Locale } from '#kernel/label';
import type { DocumentText } from './document.ts';
import { documentVariables, type DocumentScope } from './document-scope.ts';
import type { Run, Runs } from './tree.ts';

/** A piece of a text: as it stands, or a FEEL expression. */
export type Piece = { readonly words: string } | { readonly hole: string };

/**
 * Takes a text apart at its holes. A brace inside a hole (a FEEL context) has to be closed there too.
 * @returns undefined when a hole is not closed, or a brace closes none
 */
export const piecesOf = (text: string): readonly Piece[] | undefined => {
  const pieces: Piece[] = [];
  let from = 0;
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (depth > 0 && sign === '"') quoted = !quoted;
    if (quoted) continue;
    if (sign === '{') {
      if (depth === 0 && at > from) pieces.push({ words: text.slice(from, at) });
      if (depth === 0) from = at + 1;
      depth += 1;
    } else if (sign === '}') {
      depth -= 1;
      if (depth < 0) return undefined;
      if (depth === 0) {
        pieces.push({ hole: text.slice(from, at) });
        from = at + 1;
      }
    }
  }
  if (depth > 0) return undefined;
  if (from < text.length) pieces.push({ words: text.slice(from) });
  return pieces;
};

export const textIn = (text: DocumentText, locale: Locale): string => (typeof text === 'string' ? text : text[locale]);

/** A FEEL value over the scope; what cannot be computed is null. */
export const valueOf = (text: string, scope: DocumentScope): unknown => {
  const value = evaluate(getExpression(text, documentVariables), scope);
  return isRefusal(value) ? null : value;
};

export const listOf = (text: string, scope: DocumentScope): readonly unknown[] => {
  const value = valueOf(text, scope);
  if (Array.isArray(value)) return value;
  return value === null ? [] : [value];
};

const plainText = (value: unknown, locale: Locale): string => {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return { zh: value ? '是' : '否', en: value ? 'yes' : 'no' }[locale];
  if (Array.isArray(value))
    return value
      .map((one) => plainText(one, locale))
      .filter(Boolean)
      .join({ zh: '、', en: ', ' }[locale]);
  return typeof value === 'object' ? '' : String(value).trim();
};

const blank: Run = { text: '', blank: true };

/** Words and values of a text; a value that is not known is a blank to write on. */
export const runsOf = (text: DocumentText, scope: DocumentScope, locale: Locale): Runs =>
  (piecesOf(textIn(text, locale)) ?? []).map((piece): Run => {
    if ('words' in piece) return { text: piece.words };
    const filled = plainText(valueOf(piece.hole, scope), locale);
    return filled === '' ? blank : { text: filled };
  });

export const runOf = (text: string): Runs => (text === '' ? [] : [{ text }]);

/** As one text; a blank is left out. */
export const wordsOf = (runs: Runs): string => runs.map((run) => run.text).join('');
