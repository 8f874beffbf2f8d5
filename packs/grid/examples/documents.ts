import type { DocumentExample } from '#engines/case/model';

/** What the documents for all playbooks say of matters that the examples tell. */
export const documentExamples: readonly DocumentExample[] = [
  {
    id: 'grid.receipt.says',
    document: 'grid.receipt',
    after: 'grid.snapshot.reported',
    says: ['王小明：', '事项类别：电梯', '2026年3月2日', '目前状态：已收到'],
  },
  {
    id: 'grid.closing-notice.not-yet',
    document: 'grid.closing-notice',
    after: 'grid.snapshot.accepted',
    offered: false,
  },
  {
    id: 'grid.closing-notice.declined',
    document: 'grid.closing-notice',
    after: 'grid.snapshot.declined',
    says: ['办理结果为：不予受理', '在建工程的施工电梯，不属于受理范围。'],
  },
  {
    id: 'grid.dossier.open',
    document: 'grid.dossier',
    after: 'grid.snapshot.accepted',
    says: ['事项登记表', '办理过程记录'],
    lacks: ['办结告知书'],
    missing: [],
  },
];
