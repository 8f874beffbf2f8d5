import './case.css';

export * from './ActionForm.tsx';
export * from './CaseFacts.tsx';
export * from './CaseForm.tsx';
export * from './CaseTimeline.tsx';
export * from './CategoryPicker.tsx';
export * from './CollectionNotice.tsx';
export * from './DeadlineArithmetic.tsx';
export * from './documents/DocumentPaper.tsx';
export * from './lights.tsx';
export { type Reveal } from './MaskedValue.tsx';
export * from './NearCases.tsx';
export * from './place-fields.ts';
export * from './PlaybookDiagram.tsx';
export * from './report-of.ts';
export { type EvidenceLink } from './RoutingAdvice.tsx';
export * from './use-playbooks.ts';
