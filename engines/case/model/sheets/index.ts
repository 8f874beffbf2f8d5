export {
  type CellFault,
  createRowReader,
  faultsOf,
  type MatterRow,
  type SheetDefaults,
} from './read-matter-row.ts';
export { foldedCell, guessTargets, type SheetTarget, sheetTargets } from './sheet-columns.ts';
