import type { CaseDocument } from './document.ts';
import type { DocumentContext } from './document-scope.ts';
import { fields } from '../fixtures/repair.ts';

/** Two documents and a dossier for the small playbook of the tests. */

export const receipt: CaseDocument = {
  id: 'test.receipt',
  playbooks: 'all',
  name: { zh: '受理回执', en: 'Receipt' },
  layout: 'form',
  audience: ['staff', 'reporter'],
  blocks: [
    { block: 'facts' },
    { block: 'paragraph', text: '{asked.name}：您反映的“{matter.title}”已于{matter.reportedOn}受理。', flush: true },
    { block: 'date' },
  ],
};

export const notice: CaseDocument = {
  id: 'test.notice',
  playbooks: ['test.repair'],
  name: { zh: '修理告知书', en: 'Notice of repair' },
  layout: 'letter',
  number: { pattern: '（{year}）{place}修字第{n}号', per: 'community', series: 'test.file' },
  when: 'last.approve != null',
  waits: { zh: '核查通过后可出具', en: 'After it was verified' },
  audience: ['staff'],
  copies: '1 + count(actions[item.id = "send"])',
  clear: ['contact'],
  blocks: [
    { block: 'heading', text: '一、基本情况' },
    {
      block: 'fields',
      columns: 2,
      items: [
        { field: 'words' },
        { field: 'contact' },
        { field: 'result', of: 'finish', name: '办理情况' },
        { name: '备注', text: '{last.decline.text.why}' },
      ],
    },
    { block: 'paragraph', text: '经{last.send.text.body}办理：{last.finish.text.result}', when: 'last.finish != null' },
    {
      block: 'table',
      over: 'actions',
      columns: [
        { name: '序号', text: '{n}' },
        { name: '环节', text: '{row.name}' },
      ],
    },
    {
      block: 'signatures',
      lines: [{ text: '经办人：{last.finish.by}' }, { text: '签收人：{row}', over: '["甲", "乙"]' }],
    },
    { block: 'seal', text: '维修队（盖章）' },
    { block: 'date', text: '{last.approve.on}' },
  ],
};

export const file: CaseDocument = {
  id: 'test.file',
  playbooks: ['test.repair'],
  name: { zh: '修理卷宗', en: 'File of a repair' },
  layout: 'letter',
  number: { pattern: '（{year}）{place}修字第{n}号', per: 'community', series: 'test.file' },
  audience: ['staff'],
  cover: [{ block: 'paragraph', text: '立卷日期：{issuedOn}', align: 'centre' }],
  parts: [
    { document: 'test.receipt', must: true },
    { document: 'test.notice', must: true },
    { name: { zh: '配件发票', en: 'Invoice' }, must: 'last.finish != null', there: 'last.finish.text.result = "换了"' },
    { name: { zh: '授权委托书', en: 'Power of attorney' }, there: 'false' },
  ],
  back: [{ block: 'paragraph', text: '本卷共 　 页', align: 'right' }],
};

export const around: DocumentContext = {
  fields,
  locale: 'zh',
  now: '2026-03-04T02:00:00.000Z',
  placeName: '青石街道 · 槐荫社区',
  bodies: new Map(),
  audience: 'staff',
  number: null,
  issuer: null,
  clear: new Set(),
  mark: null,
};
