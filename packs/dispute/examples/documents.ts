import type { DocumentExample } from '#engines/case/model';

/** What the papers of a mediation say, told by its examples. */
export const documentExamples: readonly DocumentExample[] = [
  {
    id: 'dispute.registration.not-yet',
    document: 'dispute.registration',
    after: 'dispute.mediation.month',
    offered: false,
  },
  {
    id: 'dispute.agreement.says',
    document: 'dispute.agreement',
    after: 'dispute.mediation.agreed',
    says: ['楼上一周内修好并赔偿 800 元', '人民调解员（签名）'],
  },
  {
    id: 'dispute.oral-agreement.not-for-written',
    document: 'dispute.oral-agreement',
    after: 'dispute.mediation.agreed',
    offered: false,
  },
  {
    id: 'dispute.visits.says',
    document: 'dispute.visits',
    after: 'dispute.mediation.filed',
    says: ['双方满意，无反复', '全部履行'],
  },
  {
    id: 'dispute.file.whole',
    document: 'dispute.file',
    after: 'dispute.mediation.filed',
    says: [
      '人民调解受理登记表',
      '人民调解记录',
      '人民调解协议书',
      '人民调解回访记录',
      '结案报告表',
      '协议已全部履行，双方无异议。',
      '李某',
    ],
    lacks: ['司法确认申请书'],
  },
];
