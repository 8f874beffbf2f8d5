export { checkDocument, type DocumentCheckContext } from './check-documents.ts';
export type {
  Audience,
  Block as DocumentBlock,
  CaseDocument,
  DocumentNumber,
  DocumentText,
  Dossier,
  Layout as DocumentLayout,
  SingleDocument,
} from './document.ts';
export { isDossier } from './document.ts';
export {
  type DocumentContext,
  type DocumentMatter,
  documentScope,
  momentText,
} from './document-scope.ts';
export { contentsWords, drawDocument, type MakeElement, pairRows } from './draw-document.ts';
export { type DocumentExample, runDocumentExample } from './document-example.ts';
export { numberText, seriesOf } from './number-pattern.ts';
export { type Bound, copiesOf, documentsFor, isOffered, renderDocument } from './render-document.ts';
export type { DocumentTree, Drawn, Runs, Section as DocumentSection } from './tree.ts';
