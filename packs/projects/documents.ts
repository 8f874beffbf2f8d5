import type { CaseDocument } from '#engines/case/model';

/** 备案证书 (S466): what the organisation shows; numbered by street and year. */
const certificate: CaseDocument = {
  id: 'projects.filing-certificate',
  playbooks: ['projects.filing'],
  name: { zh: '社区社会组织备案证书', en: 'Certificate of filing' },
  layout: 'letter',
  number: { pattern: '{place}社备〔{year}〕{n}号', per: 'street' },
  when: 'stage = "filed" or stage = "registering" or stage = "registered"',
  waits: { zh: '街道准予备案后可以出具', en: 'Can be issued when the street has filed it' },
  audience: ['staff', 'reporter'],
  clear: ['founder'],
  blocks: [
    { block: 'paragraph', text: '{text.name}：', flush: true },
    {
      block: 'paragraph',
      text: '经审核，你组织符合社区社会组织备案条件，准予备案。备案类型：{category.name}；负责人：{text.founder}；活动场所：{text.room}；主要业务：{text.purpose}。',
    },
    { block: 'paragraph', text: '备案不等同于法人登记，请在本街道范围内依法依规开展活动。' },
    { block: 'seal', text: '{issuer.body}（盖章）', when: 'issuer != null' },
    { block: 'date' },
  ],
};

export const documents: readonly CaseDocument[] = [certificate];
