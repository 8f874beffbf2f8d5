import type { CaseDocument, DocumentBlock } from '#engines/case/model';

/**
 * 人民调解卷宗: the official documents (司法部 2010 年《人民调解文书格式和统计报表》), in the order of their contents; what is
 * paper only (copies of identity cards, letters of authority, evidence) is bound behind a sheet with its name.
 */
const base = { playbooks: ['dispute.mediation'], layout: 'form', audience: ['staff'], clear: ['parties'] } as const;

/** One number a matter: （年）×人调字第N号, counted by community. */
const number = { pattern: '（{year}）{place}人调字第{n}号', per: 'community', series: 'dispute.file' } as const;

const parties: DocumentBlock = {
  block: 'table',
  over: 'rows.parties',
  columns: [
    { name: { zh: '地位', en: 'Side' }, text: '{row.side}', width: 1.2 },
    { name: { zh: '姓名（名称）', en: 'Name' }, text: '{row.name}', width: 1.2 },
    { name: { zh: '性别', en: 'Sex' }, text: '{row.sex}', width: 0.7 },
    { name: { zh: '民族', en: 'Ethnic group' }, text: '{row.people}', width: 0.7 },
    { name: { zh: '年龄', en: 'Age' }, text: '{row.age}', width: 0.7 },
    { name: { zh: '职业或职务', en: 'Occupation' }, text: '{row.job}', width: 1.1 },
    { name: { zh: '联系方式', en: 'Phone' }, text: '{row.phone}', width: 2.1 },
    { name: { zh: '单位或住址', en: 'Address' }, text: '{row.address}', width: 1.8 },
  ],
};
const sign = (...lines: readonly string[]): DocumentBlock => ({
  block: 'signatures',
  lines: lines.map((text) => ({ text })),
});
const partiesSign: DocumentBlock = {
  block: 'signatures',
  lines: [
    { text: { zh: '当事人（签名盖章或按指印）：', en: 'Party (signature or thumb print):' }, over: 'rows.parties' },
  ],
};
const seal: DocumentBlock = { block: 'seal', text: { zh: '人民调解委员会（印章）', en: 'Mediation committee (seal)' } };
const date: DocumentBlock = { block: 'date' };
const say = (zh: string, en: string): DocumentBlock => ({ block: 'paragraph', text: { zh, en } });
const head = (zh: string, en: string): DocumentBlock => ({ block: 'heading', text: { zh, en }, level: 2 });

const application: CaseDocument = {
  ...base,
  id: 'dispute.application',
  name: { zh: '人民调解申请书', en: 'Application for mediation' },
  when: 'data.source = "01"',
  waits: { zh: '当事人申请的案件可以出具', en: 'For cases on application' },
  audience: ['staff', 'reporter'],
  blocks: [
    parties,
    head('纠纷简要情况', 'In short'),
    say('{text.brief}', '{text.brief}'),
    head('当事人申请事项', 'What is asked for'),
    say('{text.request}', '{text.request}'),
    say(
      '人民调解委员会已将申请人民调解的相关规定告知我，现自愿申请人民调解委员会进行调解。',
      'The rules of mediation were told to me; I freely apply for mediation.',
    ),
    sign('申请人（签名盖章或按指印）：'),
    { block: 'date', text: '{matter.reportedOn}' },
  ],
};

const registration: CaseDocument = {
  ...base,
  id: 'dispute.registration',
  name: { zh: '人民调解受理登记表', en: 'Registration of a mediation' },
  number,
  when: 'last.register != null',
  waits: { zh: '受理登记后可以出具', en: 'After registration' },
  blocks: [
    {
      block: 'fields',
      columns: 2,
      items: [
        { name: { zh: '受理日期', en: 'Accepted on' }, text: '{last.register.on}' },
        { name: { zh: '纠纷类型', en: 'Type' }, text: '{category.className} {category.name}' },
        { name: { zh: '案件来源', en: 'Source' }, text: '{text.source}' },
        { name: { zh: '涉及金额', en: 'Amount' }, text: '{text.amount}' },
        { name: { zh: '纠纷简要情况', en: 'In short' }, text: '{text.brief}', wide: true },
      ],
    },
    parties,
    partiesSign,
    sign('登记人（签名）：'),
    seal,
    date,
  ],
};

const rights: CaseDocument = {
  ...base,
  id: 'dispute.rights',
  name: { zh: '人民调解当事人权利义务告知书', en: 'Rights and duties of the parties' },
  when: 'last.inform != null',
  waits: { zh: '告知权利义务后可以出具', en: 'After the rights were told' },
  audience: ['staff', 'reporter'],
  blocks: [
    say(
      '当事人在人民调解活动中享有下列权利：选择或者接受人民调解员；接受调解、拒绝调解或者要求终止调解；要求调解公开进行或者不公开进行；自主表达意愿、自愿达成调解协议。',
      'The parties may choose or accept a mediator; take part, refuse or end mediation; ask that it be public or not; speak freely and agree freely.',
    ),
    say(
      '当事人履行下列义务：如实陈述纠纷事实；遵守调解现场秩序，尊重人民调解员；尊重对方当事人行使权利；自觉履行调解协议。',
      'They tell the facts truly, keep order, respect the mediator and the other party, and keep the agreement.',
    ),
    say(
      '人民调解不收取任何费用。调解协议生效之日起三十日内，双方可以共同向人民法院申请司法确认。',
      'Mediation is free of charge. Within thirty days of the agreement both may ask a court to confirm it.',
    ),
    partiesSign,
    { block: 'date', text: '{last.inform.on}' },
  ],
};

const inquiry: CaseDocument = {
  ...base,
  id: 'dispute.inquiry',
  name: { zh: '人民调解调查记录', en: 'Record of inquiries' },
  when: 'last.investigate != null',
  waits: { zh: '有调查记录后可以出具', en: 'When there was an inquiry' },
  blocks: [
    {
      block: 'each',
      over: 'actions[item.id = "investigate"]',
      apart: true,
      blocks: [
        {
          block: 'fields',
          columns: 2,
          items: [
            { name: { zh: '时间', en: 'When' }, text: '{row.text.askedAt}' },
            { name: { zh: '地点', en: 'Where' }, text: '{row.text.askedWhere}' },
            { name: { zh: '被调查人', en: 'Asked' }, text: '{row.text.asked}' },
            { name: { zh: '调查人', en: 'By' }, text: '{row.by}' },
          ],
        },
        say('{row.text.record}', '{row.text.record}'),
        sign('被调查人（签名盖章或按指印）：', '调查人（签名）：', '记录人（签名）：'),
      ],
    },
  ],
};

const evidence: CaseDocument = {
  ...base,
  id: 'dispute.evidence',
  name: { zh: '人民调解证据材料', en: 'Evidence' },
  when: 'matter.pictures > 0',
  waits: { zh: '有照片等证据后可以出具', en: 'When there are pictures' },
  blocks: [{ block: 'photos' }],
};

const sessions: CaseDocument = {
  ...base,
  id: 'dispute.sessions',
  name: { zh: '人民调解记录', en: 'Record of mediation' },
  when: 'last.session != null',
  waits: { zh: '有调解记录后可以出具', en: 'After a session' },
  blocks: [
    {
      block: 'each',
      over: 'actions[item.id = "session"]',
      apart: true,
      blocks: [
        {
          block: 'fields',
          columns: 2,
          items: [
            { name: { zh: '时间', en: 'When' }, text: '{row.text.heldAt}' },
            { name: { zh: '地点', en: 'Where' }, text: '{row.text.heldWhere}' },
            { name: { zh: '参加人', en: 'Present' }, text: '{row.text.present}', wide: true },
          ],
        },
        say('{row.text.record}', '{row.text.record}'),
        partiesSign,
        sign('人民调解员（签名）：', '记录人（签名）：'),
      ],
    },
  ],
};

const agreement: CaseDocument = {
  ...base,
  id: 'dispute.agreement',
  name: { zh: '人民调解协议书', en: 'Mediation agreement' },
  layout: 'letter',
  number,
  when: 'last.agree != null and last.agree.form.form = "written"',
  waits: { zh: '达成书面协议后可以出具', en: 'After a written agreement' },
  audience: ['staff', 'reporter'],
  // 当事人各一份，调委会留存一份.
  copies: 'count(rows.parties) + 1',
  blocks: [
    parties,
    head('纠纷主要事实、争议事项', 'Facts and what was in dispute'),
    say('{last.agree.text.facts}', '{last.agree.text.facts}'),
    head('经调解，自愿达成如下协议', 'After mediation they freely agree'),
    say('{last.agree.text.terms}', '{last.agree.text.terms}'),
    head('履行方式、时限', 'How and until when'),
    say('{last.agree.text.how} {last.agree.text.until}', '{last.agree.text.how} {last.agree.text.until}'),
    say(
      '本协议一式{count(rows.parties) + 1}份，当事人、人民调解委员会各持一份。',
      'In {count(rows.parties) + 1} copies: one for each party and one for the committee.',
    ),
    partiesSign,
    sign('人民调解员（签名）：', '记录人（签名）：'),
    seal,
    { block: 'date', text: '{last.agree.on}' },
  ],
};

const oralAgreement: CaseDocument = {
  ...base,
  id: 'dispute.oral-agreement',
  name: { zh: '人民调解口头协议登记表', en: 'Register of an agreement by word' },
  number,
  when: 'last.agree != null and last.agree.form.form = "oral"',
  waits: { zh: '达成口头协议后可以出具', en: 'After an agreement by word' },
  blocks: [
    parties,
    {
      block: 'fields',
      items: [
        { name: { zh: '纠纷主要事实、争议事项', en: 'Facts' }, text: '{last.agree.text.facts}' },
        { name: { zh: '口头协议内容', en: 'Terms' }, text: '{last.agree.text.terms}' },
        {
          name: { zh: '履行方式、时限', en: 'How and until when' },
          text: '{last.agree.text.how} {last.agree.text.until}',
        },
      ],
    },
    sign('人民调解员（签名）：'),
    seal,
    { block: 'date', text: '{last.agree.on}' },
  ],
};

const vouchers: CaseDocument = {
  ...base,
  id: 'dispute.vouchers',
  name: { zh: '履行凭证', en: 'Receipts of performance' },
  when: 'last.perform != null',
  waits: { zh: '登记履行后可以出具', en: 'After performance' },
  blocks: [
    say('{last.perform.on}：{last.perform.text.performed}', '{last.perform.on}: {last.perform.text.performed}'),
    { block: 'photos', fields: [{ field: 'vouchers', of: 'perform' }] },
  ],
};

const visits: CaseDocument = {
  ...base,
  id: 'dispute.visits',
  name: { zh: '人民调解回访记录', en: 'Record of return visits' },
  number,
  when: 'last.visit != null',
  waits: { zh: '回访后可以出具', en: 'After a return visit' },
  blocks: [
    { block: 'paragraph', text: '调解协议编号：{number}' },
    parties,
    {
      block: 'each',
      over: 'actions[item.id = "visit"]',
      blocks: [
        {
          block: 'fields',
          columns: 2,
          items: [
            { name: { zh: '回访时间', en: 'When' }, text: '{row.on}' },
            { name: { zh: '回访人', en: 'By' }, text: '{row.by}' },
            { name: { zh: '履行情况', en: 'Performance' }, text: '{row.text.performance}' },
            { name: { zh: '满意程度', en: 'How satisfied' }, text: '{row.text.content}' },
            { name: { zh: '有无激化隐患', en: 'Danger of escalation' }, text: '{row.text.danger}' },
            { name: { zh: '采取的措施', en: 'What was done' }, text: '{row.text.measures}' },
            { name: { zh: '回访情况', en: 'What was found' }, text: '{row.text.found}', wide: true },
          ],
        },
        sign('当事人（签名）：', '回访人（签名）：'),
      ],
    },
  ],
};

const confirmation: CaseDocument = {
  ...base,
  id: 'dispute.confirmation',
  name: { zh: '司法确认申请书', en: 'Application to the court' },
  layout: 'letter',
  when: 'last.confirm != null',
  waits: { zh: '共同申请司法确认后可以出具', en: 'When a court is asked' },
  audience: ['staff', 'reporter'],
  blocks: [
    { block: 'paragraph', text: '{last.confirm.text.court}：', flush: true },
    parties,
    say(
      '申请人于{last.agree.on}经人民调解委员会主持调解，自愿达成调解协议，现共同申请确认其效力。申请人出于解决纠纷的目的自愿达成协议，没有恶意串通、规避法律的行为；如因该协议内容给他人造成损害，愿意承担相应的民事责任和其他法律责任。',
      'On {last.agree.on} the applicants freely reached an agreement before the mediation committee and jointly ask that it be confirmed.',
    ),
    partiesSign,
    date,
  ],
};

const report: CaseDocument = {
  ...base,
  id: 'dispute.report',
  name: { zh: '结案报告表', en: 'Report on closing' },
  number,
  when: 'stage = "filed"',
  waits: { zh: '归卷后可以出具', en: 'After filing' },
  blocks: [
    {
      block: 'fields',
      columns: 2,
      items: [
        { name: { zh: '填表时间', en: 'Filled in on' }, text: '{issuedOn}' },
        {
          name: { zh: '承办单位', en: 'Handled by' },
          text: '{split(place.name, " · ")[2]}人民调解委员会',
        },
        { name: { zh: '承办人', en: 'By' }, text: '{last.choose.text.chief}' },
        { name: { zh: '案件来源', en: 'Source' }, text: '{text.source}' },
        { name: { zh: '受案时间', en: 'Accepted on' }, text: '{last.register.on}' },
        { name: { zh: '结案时间', en: 'Closed on' }, text: '{matter.closedOn}' },
        { name: { zh: '纠纷简要事实', en: 'In short' }, text: '{text.brief}', wide: true },
        { name: { zh: '处理结果', en: 'Result' }, text: '{answer}', wide: true },
      ],
    },
    parties,
  ],
};

/** 卷宗: the thirteen of the contents, with cover and back cover. */
const file: CaseDocument = {
  ...base,
  id: 'dispute.file',
  insteadOf: 'grid.dossier',
  name: { zh: '人民调解卷宗', en: 'File of a mediation' },
  layout: 'letter',
  number,
  when: 'last.register != null',
  waits: { zh: '受理登记后可以立卷', en: 'After registration' },
  cover: [
    {
      block: 'fields',
      items: [
        { name: { zh: '卷名', en: 'File' }, text: '{matter.title}' },
        { name: { zh: '卷号', en: 'Number' }, text: '{number}' },
        { name: { zh: '人民调解员', en: 'Mediator' }, text: '{last.choose.text.chief}' },
        { name: { zh: '调解日期', en: 'From – to' }, text: '{last.register.on} 至 {matter.closedOn}' },
        { name: { zh: '立卷人', en: 'Filed by' }, text: '{issuer.name}' },
        { name: { zh: '立卷日期', en: 'Filed on' }, text: '{issuedOn}' },
        { name: { zh: '保管期限', en: 'Kept for' }, text: '{null}' },
        { name: { zh: '备注', en: 'Remarks' }, text: '{null}' },
      ],
    },
  ],
  parts: [
    { document: 'dispute.application', must: 'data.source = "01"' },
    { document: 'dispute.registration', must: true },
    { document: 'dispute.rights', must: true },
    { name: { zh: '当事人身份证明', en: 'Identity of the parties' }, must: true },
    { name: { zh: '授权委托书', en: 'Letters of authority' } },
    { document: 'dispute.inquiry' },
    { document: 'dispute.evidence' },
    { document: 'dispute.sessions', must: true },
    { document: 'dispute.agreement', must: 'last.agree != null and last.agree.form.form = "written"' },
    { document: 'dispute.oral-agreement', must: 'last.agree != null and last.agree.form.form = "oral"' },
    { document: 'dispute.vouchers' },
    { document: 'dispute.visits' },
    { document: 'dispute.confirmation', must: 'last.confirm != null' },
    { document: 'dispute.report', must: 'stage = "filed"' },
  ],
  back: [
    {
      block: 'fields',
      items: [
        {
          name: { zh: '卷宗情况说明', en: 'Remarks on the file' },
          text: '{last.file.text.remarks}{last.file_ended.text.remarks}',
        },
        { name: { zh: '立卷人', en: 'Filed by' }, text: '{last.file.text.keeper}{last.file_ended.text.keeper}' },
        { name: { zh: '检查人', en: 'Checked by' }, text: '{null}' },
        { name: { zh: '归档日期', en: 'Archived on' }, text: '{last.file.on}{last.file_ended.on}' },
      ],
    },
  ],
};

export const documents: readonly CaseDocument[] = [
  application, registration, rights, inquiry, evidence, sessions, agreement, oralAgreement, vouchers, visits, confirmation, report, file,
]; // biome-ignore format: in the order of the file
