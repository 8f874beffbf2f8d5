import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { DocumentTree } from '#engines/case/model';
import { drawDocument } from '#engines/case/model';

const style = readFileSync(path.join(import.meta.dirname, '../../web/documents/document.css'), 'utf8');

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);

const empty = new Set(['img', 'col']);

/** A drawn element, already escaped. */
interface Markup {
  readonly html: string;
}

const make = (
  tag: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly (Markup | string)[],
): Markup => {
  const said = Object.entries(attributes).map(([name, value]) => ` ${name}="${escape(value)}"`);
  const within = children.map((child) => (typeof child === 'string' ? escape(child) : child.html)).join('');
  return { html: empty.has(tag) ? `<${tag}${said.join('')}>` : `<${tag}${said.join('')}>${within}</${tag}>` };
};

/** The mark for the heads of printed pages, as a text of CSS. */
const markStyle = (mark: string | null): string =>
  mark === null ? '' : `:root{--doc-mark:"${mark.replace(/["\\<>\n]/g, ' ')}"}`;

/**
 * A page of its own that may be kept and printed anywhere: style and pictures lie in it, nothing is fetched, nothing runs.
 * @param pictures data addresses by hash
 */
export const documentPage = (
  tree: DocumentTree,
  pictures: ReadonlyMap<string, string>,
  pages: ReadonlyMap<string, number>,
): string => {
  const drawn = drawDocument<Markup>(tree, {
    make,
    picture: (file) => pictures.get(file),
    pageOf: (section) => pages.get(section),
  });
  const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
  return [
    `<!doctype html><html lang="${tree.locale === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<title>${escape(tree.title)}</title><style>${style}${markStyle(tree.mark)}</style></head><body>`,
    ...drawn.map((one) => one.html),
    '</body></html>',
  ].join('');
};
