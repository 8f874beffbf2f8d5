import type { Field } from '#fields/field';
import { blocks } from '#engines/case/model';

const { choice, line, lines, privacyOf, table } = blocks;

/** 当事人: as the official forms ask (司法部 2010 年文书格式：申请书、受理登记表). */
export const parties: Field = table(
  'parties',
  '当事人',
  'Parties',
  [
    choice(
      'side',
      '当事人地位',
      'Side',
      [
        ['applicant', '申请人', 'Applicant'],
        ['respondent', '被申请人', 'Respondent'],
        ['other', '其他当事人', 'Other party'],
      ],
      { required: true },
    ),
    line('name', '姓名或名称', 'Name', { required: true, max: 60 }),
    choice('sex', '性别', 'Sex', [
      ['m', '男', 'Male'],
      ['f', '女', 'Female'],
    ]),
    line('people', '民族', 'Ethnic group', { max: 20 }),
    line('age', '年龄', 'Age', { max: 3 }),
    line('job', '职业或职务', 'Occupation', { max: 40 }),
    line('phone', '联系方式', 'Phone', { max: 30 }),
    line('address', '单位或住址', 'Employer or address', { max: 100 }),
    line('agent', '委托代理人', 'Agent', { max: 60 }),
  ],
  {
    max: 20,
    privacy: privacyOf(
      '制作调解文书、联系当事人',
      'To write the documents and to reach the parties',
      'duty',
      'personal',
      60,
    ),
  },
);

/** Status after a contact (S165). */
export const trend: Field = choice('trend', '矛盾动态', 'How it develops', 'dispute.trends', { required: true });

/** What is left when mediation does not settle it; told to the parties. */
export const ways: Field = choice(
  'ways',
  '告知的其他途径',
  'Other ways that were told',
  [
    ['arbitration', '申请仲裁', 'Arbitration'],
    ['administrative', '向行政机关申请处理', 'An administrative body'],
    ['court', '向人民法院起诉', 'A court'],
    ['other-mediation', '其他调解组织调解', 'Another mediation body'],
  ],
  { many: true, required: true },
);

export const brief: Field = lines('brief', { zh: '纠纷简要情况', en: 'In short' }, { required: true, max: 1000 });
