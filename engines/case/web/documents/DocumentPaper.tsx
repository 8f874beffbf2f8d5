import { createElement, type ReactElement, useEffect } from 'react';
import { type DocumentTree, drawDocument } from '#engines/case/model';
import './document.css';

const names: Readonly<Record<string, string>> = { class: 'className', colspan: 'colSpan' };

/** A drawn element of React; keys by place, as a document never changes while it is shown. */
const make = (
  tag: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly (ReactElement | string)[],
): ReactElement =>
  createElement(
    tag,
    Object.fromEntries(Object.entries(attributes).map(([name, value]) => [names[name] ?? name, value])),
    ...children,
  );

interface DocumentPaperProps {
  readonly tree: DocumentTree;
  readonly pages: Readonly<Record<string, number>>;
  /** Address of a picture; undefined: pictures are not shown. */
  readonly picture?: (file: string) => string;
}

/** Sheets of paper as they will be printed; the mark of the copy stands at the head of every printed page. */
export const DocumentPaper = ({ tree, pages, picture }: DocumentPaperProps) => {
  const { mark } = tree;
  useEffect(() => {
    const { style } = document.documentElement;
    if (mark !== null) style.setProperty('--doc-mark', JSON.stringify(mark));
    return () => void style.removeProperty('--doc-mark');
  }, [mark]);
  const drawn = drawDocument<ReactElement>(tree, {
    make,
    picture: (file) => picture?.(file),
    pageOf: (section) => pages[section],
  });
  return createElement('div', { className: 'doc-paper', 'data-mark': mark ?? undefined }, ...drawn);
};
