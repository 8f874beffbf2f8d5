import type { Json } from '#fields/field';
import { blocks } from '#engines/case/model';

const { codeList, items, limit } = blocks;

/** One month as a rule; a month is counted as thirty days. */
const month = limit(30, 'calendar-days', '司法部《人民调解工作若干规定》第33条：一般一个月内调结（未核对原文）');
const medical = limit(30, 'working-days', '《医疗纠纷预防和处理条例》第38条：30个工作日（未核对原文）');

type Kind = readonly [step: string, zh: string, en: string];
const type = (
  code: string,
  zh: string,
  en: string,
  kinds: readonly Kind[],
  more: { readonly [key: string]: Json } = {},
) => [
  ...items([[code, zh, en, { limit: { ...(code === '15' ? medical : month) }, ...more }]]),
  ...items(
    kinds.map(([step, kindZh, kindEn]) => [code + step, kindZh, kindEn] as const),
    code,
  ),
];

/** The 18 types by which mediation is reported; what stands below each is proposed. */
export const disputeTypes = codeList(
  'dispute.types',
  '纠纷类型',
  'Types of disputes',
  '司法部人民调解统计口径 18 类（公开系统实现所见）；第二级 proposed',
  [
    ...type('01', '婚姻家庭纠纷', 'Marriage and family', [
      ['01', '离婚', 'Divorce'],
      ['02', '抚养', 'Care of children'],
      ['03', '赡养', 'Care of parents'],
      ['04', '继承', 'Inheritance'],
      ['05', '彩礼', 'Bride price'],
      ['06', '家庭暴力', 'Violence at home'],
      ['07', '分家析产', 'Division of family property'],
    ]),
    ...type('02', '邻里纠纷', 'Neighbours', [
      ['01', '噪声', 'Noise'],
      ['02', '采光通风', 'Light and air'],
      ['03', '漏水', 'Leaks'],
      ['04', '相邻通行', 'Right of way'],
      ['05', '宠物', 'Pets'],
      ['06', '公共空间占用', 'Things left in common space'],
      ['07', '绿化树木', 'Trees and plants'],
    ]),
    ...type('03', '房屋宅基地纠纷', 'Houses and homesteads', [
      ['01', '房屋买卖', 'Sale of a house'],
      ['02', '房屋租赁', 'Lease of a house'],
      ['03', '宅基地', 'Homestead'],
      ['04', '房屋质量', 'Quality of a house'],
    ]),
    ...type('04', '合同纠纷', 'Contracts', [
      ['01', '民间借贷', 'Private loan'],
      ['02', '买卖', 'Sale'],
      ['03', '承揽装修', 'Fitting-out'],
      ['04', '服务合同', 'Services'],
    ]),
    ...type('05', '生产经营纠纷', 'Business', [
      ['01', '经营合伙', 'Partnership'],
      ['02', '货款', 'Payment for goods'],
      ['03', '知识产权', 'Intellectual property'],
    ]),
    ...type('06', '损害赔偿纠纷', 'Damages', [
      ['01', '人身损害', 'Injury'],
      ['02', '财产损害', 'Damage to property'],
      ['03', '高空抛物', 'Things thrown from above'],
      ['04', '动物致害', 'Harm by animals'],
    ]),
    ...type('07', '山林土地纠纷', 'Woods and land', [
      ['01', '承包地', 'Contracted land'],
      ['02', '林权', 'Forest rights'],
      ['03', '水权', 'Water rights'],
    ]),
    ...type('08', '征地拆迁纠纷', 'Land taking and demolition', [
      ['01', '补偿标准', 'Compensation'],
      ['02', '安置', 'Resettlement'],
      ['03', '强制腾退', 'Forced clearance'],
    ]),
    ...type('09', '环境污染纠纷', 'Pollution', [
      ['01', '噪声', 'Noise of works and shops'],
      ['02', '油烟', 'Kitchen fumes'],
      ['03', '污水', 'Waste water'],
      ['04', '粉尘', 'Dust'],
    ]),
    ...type('10', '拖欠农民工工资纠纷', 'Unpaid wages of migrant workers', [['01', '欠薪', 'Unpaid wages']]),
    ...type('11', '其他劳动争议纠纷', 'Other labour disputes', [
      ['01', '工伤', 'Injury at work'],
      ['02', '解除劳动合同', 'Dismissal'],
      ['03', '社保', 'Social insurance'],
    ]),
    ...type('12', '旅游纠纷', 'Tourism', [
      ['01', '合同变更', 'Change of contract'],
      ['02', '意外', 'Accident'],
    ]),
    ...type('13', '电子商务纠纷', 'E-commerce', [
      ['01', '网购退换', 'Returns'],
      ['02', '网购预付', 'Prepayment'],
    ]),
    ...type('14', '其他消费纠纷', 'Other consumer disputes', [
      ['01', '预付式消费', 'Prepaid cards'],
      ['02', '产品质量', 'Quality of goods'],
      ['03', '虚假宣传', 'False advertising'],
    ]),
    ...type('15', '医疗纠纷', 'Medical disputes', [
      ['01', '诊疗损害', 'Harm by treatment'],
      ['02', '医疗费用', 'Medical fees'],
    ]),
    ...type('16', '道路交通事故纠纷', 'Road accidents', [
      ['01', '人身损害', 'Injury on the road'],
      ['02', '财产损失', 'Damage on the road'],
    ]),
    ...type('17', '物业纠纷', 'Property management', [
      ['01', '物业费', 'Fees'],
      ['02', '服务质量', 'Quality of service'],
      ['03', '公共收益', 'Common income'],
      ['04', '停车位', 'Parking'],
      ['05', '维修资金', 'Maintenance fund'],
      ['06', '业委会', 'Owners’ committee'],
    ]),
    ...type('99', '其他纠纷', 'Other disputes', [['01', '其他', 'Other']]),
  ],
);
