import type { DocumentExample } from '#engines/case/model';

/** What a window prints: the receipt of what was accepted, and what was done on the spot (S246). */
export const documentExamples: readonly DocumentExample[] = [
  {
    id: 'window.receipt.says',
    document: 'grid.receipt',
    after: 'window.matter.any-window',
    says: ['高龄津贴申请', '2026年3月2日'],
  },
  {
    id: 'window.closing-notice.at-once',
    document: 'grid.closing-notice',
    after: 'window.matter.at-once',
    says: ['已当场办结。'],
  },
];
