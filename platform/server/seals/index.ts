export { createSeals } from './create-seals.ts';
export { createResealing, type Resealing } from './reseal.ts';
export { columnId, looksSealed, type SealedColumn } from './sealed-columns.ts';
