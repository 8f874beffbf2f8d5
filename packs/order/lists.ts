import type { CodeList } from '#fields/field';
import { blocks } from '#engines/case/model';

const { codeList, items } = blocks;

/** Kinds of help by volunteers as grid systems have them, and what residents order beside. */
export const services = codeList(
  'order.services',
  '服务菜单',
  'Menu of services',
  '四川网格化系统志愿服务类型（公开系统实现所见）；其余 proposed',
  [
    ...items([['a', '志愿服务', 'Volunteers'], ['b', '居家便民', 'At home'], ['c', '心愿', 'Wishes']]),
    ...items([
      ['a01', '家电维护', 'Repair of appliances'], ['a02', '法律援助', 'Legal aid'], ['a03', '环保宣传', 'Environment'],
      ['a04', '医疗服务', 'Health'], ['a05', '网络服务', 'Internet'], ['a06', '文艺服务', 'Arts'], ['a07', '心理咨询', 'Counselling'],
      ['a08', '电脑维修', 'Repair of computers'], ['a09', '社区活动', 'Events'], ['a12', '助老', 'For the old'],
      ['a13', '助残', 'For the disabled'], ['a14', '探访', 'Visits'], ['a15', '助学', 'Learning'], ['a16', '助困', 'For the poor'], ['a17', '助病', 'For the sick'],
    ], 'a'),
    ...items([
      ['b01', '管道疏通', 'Drains'], ['b02', '保洁', 'Cleaning'], ['b03', '理发', 'Hairdressing'], ['b04', '开锁换锁', 'Locks'],
      ['b05', '助浴', 'Help with bathing'], ['b06', '送餐', 'Meals'], ['b07', '代买代购', 'Shopping'],
    ], 'b'),
    ...items([['c01', '自填心愿', 'A wish in own words']], 'c'),
  ],
); // biome-ignore format: a table

const enterpriseNeeds = codeList('order.enterprise-needs', '企业诉求类别', 'Needs of enterprises', 'proposed（S283、S258）', items([
  ['policy', '政策兑现', 'Policies'], ['licence', '证照办理', 'Licences'], ['recruit', '招工用工', 'Recruiting'], ['finance', '融资', 'Finance'],
  ['space', '场地空间', 'Space'], ['facility', '水电路网配套', 'Utilities and roads'], ['order', '市场秩序', 'Order of the market'], ['other', '其他', 'Other'],
])); // biome-ignore format: a table

const exchanges = codeList('order.exchanges', '双向服务类别', 'What is offered and asked', 'proposed（S258）', items([
  ['jobs', '岗位', 'Jobs'], ['space', '场地', 'Space'], ['discount', '优惠', 'Discounts'], ['skill', '技能', 'Skills'],
  ['policy', '政策服务', 'Policies'], ['licence', '证照协助', 'Help with licences'], ['goods', '物资', 'Goods'],
])); // biome-ignore format: a table

const reverseVisits = codeList('order.reverse-visits', '预约上门事由', 'Why staff are asked to come', 'proposed（S257）', items([
  ['consult', '政策咨询', 'To explain a policy'], ['matter', '上门办事', 'To do paperwork'], ['problem', '现场看问题', 'To look at a problem'], ['enterprise', '企业服务', 'To see an enterprise'],
])); // biome-ignore format: a table

const enterpriseVisits = codeList('order.enterprise-visits', '企业走访类别', 'Visits to enterprises', 'proposed（S675）', items([
  ['high', '高风险', 'High risk'], ['medium', '中风险', 'Medium risk'], ['low', '低风险', 'Low risk'],
])); // biome-ignore format: a table

const suggestions = codeList('order.suggestion-reasons', '服务建议情形', 'Why a service is suggested', 'proposed（S259）', items([
  ['newborn', '新生儿家庭', 'A new-born child'], ['disabled', '残疾人家庭', 'A disabled member'], ['alone', '独居老人', 'An elder alone'], ['moved-in', '新入住家庭', 'Newly moved in'],
])); // biome-ignore format: a table

export const lists: readonly CodeList[] = [
  services,
  enterpriseNeeds,
  exchanges,
  reverseVisits,
  enterpriseVisits,
  suggestions,
];
