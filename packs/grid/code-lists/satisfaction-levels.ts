import type { CodeList } from '#fields/field';

/** 好差评 in five steps: 1 and 2 are dissatisfied and reopen the matter. */
export const satisfactionLevels: CodeList = {
  id: 'grid.satisfaction-levels',
  name: { zh: '满意度', en: 'Satisfaction' },
  source: '政务服务“好差评”（国办发〔2019〕51 号，未核对原文）',
  items: [
    { code: '5', name: { zh: '非常满意', en: 'Very satisfied' }, extra: { score: 100, satisfied: true } },
    { code: '4', name: { zh: '满意', en: 'Satisfied' }, extra: { score: 80, satisfied: true } },
    { code: '3', name: { zh: '基本满意', en: 'Fairly satisfied' }, extra: { score: 60, satisfied: true } },
    { code: '2', name: { zh: '不满意', en: 'Dissatisfied' }, extra: { score: 0, satisfied: false } },
    { code: '1', name: { zh: '非常不满意', en: 'Very dissatisfied' }, extra: { score: 0, satisfied: false } },
  ],
};
