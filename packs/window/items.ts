import type { CodeItem, CodeList } from '#fields/field';

/** One service item: what it takes by law, what is promised, and in which ways it can be done. Days are working days. */
type Item = readonly [code: string, zh: string, en: string, legal: number, promised: number, ways: string];

/** Ways: `o` fully online, `a` by an agent of the community, `i` immediate (promised in minutes). */
const department = (code: string, zh: string, en: string, items: readonly Item[]): readonly CodeItem[] => [
  { code, name: { zh, en } },
  ...items.map(([step, itemZh, itemEn, legal, promised, ways]) => ({
    code: code + step,
    name: { zh: itemZh, en: itemEn },
    parent: code,
    extra: {
      legal,
      promised,
      online: ways.includes('o'),
      agent: ways.includes('a'),
      immediate: ways.includes('i'),
      limit: ways.includes('i')
        ? { amount: 0.5, unit: 'working-hours', source: '马上办：窗口承诺（proposed）' }
        : { amount: promised, unit: 'working-days', source: '承诺时限（proposed，以本地事项清单为准）' },
    },
  })),
];

/** A district imports its own catalogue; this is the shape, and enough to work with. */
export const serviceItems: CodeList = {
  id: 'window.items',
  name: { zh: '社区政务服务事项', en: 'Service items of a community' },
  source:
    'proposed：按民政、人社、医保、残联、卫健、退役军人、住建常见社区事项列出，法定与承诺时限以本地公布的清单为准',
  items: [
    ...department('01', '民政', 'Civil affairs', [
      ['01', '高龄津贴申请', 'Allowance for the very old', 20, 5, 'oa'],
      ['02', '最低生活保障申请', 'Minimum living allowance', 30, 15, 'oa'],
      ['03', '临时救助申请', 'Temporary relief', 20, 5, 'oa'],
      ['04', '特困人员认定', 'Support for persons in special hardship', 30, 15, 'a'],
      ['05', '老年人优待证', 'Card for older people', 10, 1, 'oai'],
    ]),
    ...department('02', '人社', 'Labour and social security', [
      ['01', '城乡居民养老保险参保登记', 'Joining the pension scheme', 10, 1, 'oai'],
      ['02', '养老金领取资格认证', 'Proof for drawing a pension', 5, 1, 'oai'],
      ['03', '就业困难人员认定', 'Recognition as hard to employ', 20, 7, 'oa'],
      ['04', '失业登记', 'Registration as unemployed', 10, 1, 'oai'],
    ]),
    ...department('03', '医保', 'Medical insurance', [
      ['01', '城乡居民参保登记', 'Joining medical insurance', 10, 1, 'oai'],
      ['02', '异地就医备案', 'Treatment elsewhere', 5, 1, 'oai'],
      ['03', '门诊慢特病待遇申请', 'Benefit for chronic illness', 20, 10, 'oa'],
      ['04', '医疗费用手工报销', 'Refund of medical fees', 30, 15, 'a'],
    ]),
    ...department('04', '残联', 'Disabled persons’ federation', [
      ['01', '残疾人证新办', 'Disability card', 30, 15, 'a'],
      ['02', '两项补贴申请', 'Allowances for the disabled', 20, 7, 'oa'],
    ]),
    ...department('05', '卫健', 'Health', [
      ['01', '生育登记', 'Registration of a birth plan', 5, 1, 'oai'],
      ['02', '计划生育家庭奖励扶助', 'Support of families', 30, 15, 'oa'],
    ]),
    ...department('06', '退役军人', 'Veterans', [['01', '优待证申领', 'Veterans’ card', 30, 15, 'oa']]),
    ...department('07', '住房', 'Housing', [
      ['01', '公租房申请', 'Public rental housing', 40, 20, 'o'],
      ['02', '老旧小区加装电梯备案', 'Adding a lift to an old building', 20, 10, ''],
    ]),
  ],
};

const codesWhere = (what: 'immediate' | 'agent' | 'online'): string =>
  serviceItems.items.flatMap((item) => (item.extra?.[what] === true ? [`"${item.code}"`] : [])).join(', ');

/** FEEL: whether the matter's item is immediate, may be done by an agent, may be done fully online. */
export const isImmediate = `list contains([${codesWhere('immediate')}], category.code)`;
export const byAgent = `list contains([${codesWhere('agent')}], category.code)`;
export const isOnline = `list contains([${codesWhere('online')}], category.code)`;

export const screeningRounds: CodeList = {
  id: 'window.screening-kinds',
  name: { zh: '事项筛查种类', en: 'Kinds of item screening' },
  source: 'proposed（S233）',
  items: [{ code: 'all', name: { zh: '全覆盖筛查', en: 'Of all items' } }],
};
