import type { CaseDocument, DocumentBlock } from '#engines/case/model';

/** What every matter yields on paper, whatever its playbook: each pack may put its own in their place (`insteadOf`). */

const salutation: DocumentBlock = {
  block: 'paragraph',
  text: { zh: '{asked.name}：', en: 'Dear {asked.name},' },
  flush: true,
  when: 'asked.name != null',
};
const salutationToNobody: DocumentBlock = {
  block: 'paragraph',
  text: { zh: '诉求人：', en: 'To whom it concerns,' },
  flush: true,
  when: 'asked.name = null',
};

const receipt: CaseDocument = {
  id: 'grid.receipt',
  playbooks: 'all',
  name: { zh: '受理回执', en: 'Receipt' },
  layout: 'form',
  audience: ['staff', 'reporter'],
  clear: ['reporter.name'],
  blocks: [
    salutation,
    salutationToNobody,
    {
      block: 'paragraph',
      text: {
        zh: '您反映的事项我们已于{matter.reportedAt}收到，登记如下，请妥善保管本回执。',
        en: 'We received what you reported on {matter.reportedAt}. It is registered as follows; please keep this receipt.',
      },
    },
    { block: 'facts', columns: 2 },
    {
      block: 'fields',
      columns: 2,
      items: [
        { name: { zh: '目前状态', en: 'Now' }, text: '{matter.shown}' },
        { name: { zh: '承诺办结日期', en: 'Promised by' }, text: '{matter.dueOn}' },
      ],
    },
    {
      block: 'paragraph',
      text: {
        zh: '凭受理编号和查询码可随时查询办理进度；办结后我们会告知结果，您可以评价，不满意的可以要求重办。',
        en: 'With the number and the query code you can see the progress at any time. You will be told the result, may rate it, and may ask for it to be done again.',
      },
    },
    { block: 'seal', text: { zh: '{issuer.body}（盖章）', en: '{issuer.body} (seal)' }, when: 'issuer != null' },
    { block: 'date', text: '{matter.reportedOn}' },
  ],
};

const closingNotice: CaseDocument = {
  id: 'grid.closing-notice',
  playbooks: 'all',
  name: { zh: '办结告知书', en: 'Notice of the result' },
  layout: 'letter',
  number: { pattern: '{place}告知〔{year}〕{n}号', per: 'street' },
  when: 'matter.closed = true and answer != null',
  waits: { zh: '办结并有公开答复后可以出具', en: 'Can be issued when the matter is closed with an answer' },
  audience: ['staff', 'reporter'],
  copies: '2',
  clear: ['reporter.name'],
  blocks: [
    salutation,
    salutationToNobody,
    {
      block: 'paragraph',
      text: {
        zh: '您于{matter.reportedOn}反映的“{matter.title}”（受理编号 {matter.number}），已于{matter.closedOn}办结，办理结果为：{matter.outcome}。现将有关情况告知如下：',
        en: 'What you reported on {matter.reportedOn}, “{matter.title}” (number {matter.number}), was closed on {matter.closedOn}: {matter.outcome}. We inform you as follows:',
      },
    },
    { block: 'paragraph', text: '{answer}' },
    {
      block: 'paragraph',
      text: { zh: '承办单位：{matter.assignee}。', en: 'Handled by {matter.assignee}.' },
      when: 'matter.assignee != null',
    },
    {
      block: 'paragraph',
      text: {
        zh: '如对办理结果不满意，您可以凭受理编号和查询码评价，要求重新办理。感谢您对社区工作的关心和支持。',
        en: 'If you are not satisfied you may say so with the number and the query code and ask for it to be handled again. Thank you for caring about your community.',
      },
    },
    { block: 'seal', text: { zh: '{issuer.body}（盖章）', en: '{issuer.body} (seal)' }, when: 'issuer != null' },
    { block: 'date' },
  ],
};

const factSheet: CaseDocument = {
  id: 'grid.fact-sheet',
  playbooks: 'all',
  name: { zh: '事项登记表', en: 'Registration sheet' },
  layout: 'form',
  audience: ['staff'],
  clear: ['reporter.name', 'reporter.phone'],
  blocks: [
    { block: 'heading', text: { zh: '一、反映情况', en: '1. What was reported' } },
    { block: 'facts', columns: 2 },
    {
      block: 'fields',
      columns: 2,
      items: [
        { name: { zh: '诉求人', en: 'Reported by' }, text: '{asked.name}' },
        { name: { zh: '联系电话', en: 'Phone' }, text: '{asked.phone}' },
      ],
    },
    { block: 'heading', text: { zh: '二、办理情况', en: '2. How it was handled' } },
    {
      block: 'fields',
      columns: 2,
      items: [
        { name: { zh: '办理流程', en: 'Playbook' }, text: '{matter.playbook}' },
        { name: { zh: '目前环节', en: 'Stage' }, text: '{matter.stage}' },
        { name: { zh: '承办单位', en: 'Handled by' }, text: '{matter.assignee}' },
        { name: { zh: '应办结日期', en: 'Due on' }, text: '{matter.dueOn}' },
        { name: { zh: '办结日期', en: 'Closed on' }, text: '{matter.closedOn}' },
        { name: { zh: '办理结果', en: 'Outcome' }, text: '{matter.outcome}' },
        { name: { zh: '公开答复', en: 'Answer' }, text: '{answer}', wide: true },
        { name: { zh: '满意度（1—5）', en: 'Rating (1–5)' }, text: '{matter.rating}' },
      ],
    },
  ],
};

const courseSheet: CaseDocument = {
  id: 'grid.course-sheet',
  playbooks: 'all',
  name: { zh: '办理过程记录', en: 'Course of the matter' },
  layout: 'form',
  audience: ['staff'],
  blocks: [{ block: 'timeline' }],
};

const photoSheet: CaseDocument = {
  id: 'grid.photo-sheet',
  playbooks: 'all',
  name: { zh: '现场照片', en: 'Photos' },
  layout: 'form',
  when: 'matter.pictures > 0',
  waits: { zh: '有照片后可以出具', en: 'When there are photos' },
  audience: ['staff'],
  blocks: [{ block: 'photos' }],
};

/** 事项档案: what was reported, what was done, what it looked like, what was answered. */
const dossier: CaseDocument = {
  id: 'grid.dossier',
  playbooks: 'all',
  name: { zh: '事项档案', en: 'Dossier of the matter' },
  layout: 'letter',
  number: { pattern: '{place}事档〔{year}〕{n}号', per: 'street' },
  audience: ['staff'],
  clear: ['reporter.name', 'reporter.phone'],
  cover: [
    {
      block: 'fields',
      items: [
        { name: { zh: '事项名称', en: 'Matter' }, text: '{matter.title}' },
        { name: { zh: '受理编号', en: 'Number' }, text: '{matter.number}' },
        {
          name: { zh: '发生地点', en: 'Place' },
          text: '{if ends with(place.name, place.text) then place.name else place.name + " " + place.text}',
        },
        { name: { zh: '承办单位', en: 'Handled by' }, text: '{matter.assignee}' },
        { name: { zh: '受理日期', en: 'Received on' }, text: '{matter.reportedOn}' },
        { name: { zh: '办结日期', en: 'Closed on' }, text: '{matter.closedOn}' },
        { name: { zh: '立卷人', en: 'Filed by' }, text: '{issuer.name}' },
        { name: { zh: '立卷日期', en: 'Filed on' }, text: '{issuedOn}' },
        { name: { zh: '保管期限', en: 'Kept for' }, text: '{null}' },
      ],
    },
  ],
  parts: [
    { document: 'grid.receipt', must: true },
    { document: 'grid.fact-sheet', must: true },
    { document: 'grid.course-sheet', must: true },
    { document: 'grid.photo-sheet' },
    { document: 'grid.closing-notice', must: 'matter.closed = true' },
  ],
  back: [
    {
      block: 'fields',
      items: [
        { name: { zh: '本卷情况说明', en: 'Remarks' }, text: '{null}' },
        { name: { zh: '立卷人', en: 'Filed by' }, text: '{null}' },
        { name: { zh: '检查人', en: 'Checked by' }, text: '{null}' },
        { name: { zh: '归档日期', en: 'Archived on' }, text: '{null}' },
      ],
    },
  ],
};

export const documents: readonly CaseDocument[] = [receipt, closingNotice, factSheet, courseSheet, photoSheet, dossier];
