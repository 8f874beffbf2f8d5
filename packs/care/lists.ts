import type { CodeList } from '#fields/field';
import { blocks } from '#engines/case/model';

const { codeList, items, limit } = blocks;

const visits =
  '内蒙古探访关爱意见：高风险每周、重点每月、一般每季度至少一次 http://szb.northnews.cn/bfxb/html/2022-06/23/content_37070_184039.htm';
const every = (days: number) => ({ limit: { ...limit(days, 'calendar-days', visits) } });

/** Class and risk together; the limit is the longest time without a visit. */
const visitClasses = codeList('care.visit-classes', '探访对象与风险', 'Who is visited, by risk', visits, [
  ...items([['1', '高风险对象', 'High risk', every(7)], ['2', '重点对象', 'Key', every(30)], ['3', '一般对象', 'General', every(90)]]),
  ...items([['101', '80 岁以上独居、空巢老人', 'Over 80, alone'], ['102', '随时危及生命的病患', 'In danger of life'], ['103', '重大变故家庭', 'After a grave event', { limit: { ...limit(24, 'clock-hours', visits) } }]], '1'),
  ...items([['201', '失能、半失能老人', 'In need of care'], ['202', '困境儿童', 'Children in hardship'], ['203', '重度残疾人', 'Severely disabled'], ['204', '低保特困人员', 'On minimum support']], '2'),
  ...items([['301', '60 岁以上老人', 'Over 60'], ['302', '残疾人', 'Disabled'], ['303', '优抚对象', 'Entitled groups']], '3'),
]); // biome-ignore format: a table

const aid = codeList('care.aid-kinds', '紧急救助类别', 'Kinds of emergency aid', 'proposed（S048：医疗、住处、资金、寻人）', items([
  ['medical', '医疗急救', 'Medical'], ['shelter', '临时住处', 'Shelter'], ['money', '临时资金', 'Money'], ['search', '寻人', 'Search'], ['lockout', '被困被锁', 'Locked in or out'],
])); // biome-ignore format: a table

const legal = codeList('care.legal-topics', '法律咨询事项', 'Topics of legal advice', 'proposed（S049）', items([
  ['family', '婚姻家庭继承', 'Family and inheritance'], ['labour', '劳动争议', 'Labour'], ['housing', '房屋物业', 'Housing'], ['debt', '借贷合同', 'Debts and contracts'], ['damage', '损害赔偿', 'Damages'], ['other', '其他', 'Other'],
])); // biome-ignore format: a table

const counselling = codeList('care.counselling-topics', '心理服务事由', 'Why counselling is asked for', 'proposed（S050）', items([
  ['stress', '压力与情绪', 'Stress and mood', { sensitivity: 'key-persons' }], ['family', '家庭关系', 'Family', { sensitivity: 'key-persons' }], ['child', '亲子与青少年', 'Children', { sensitivity: 'key-persons' }], ['grief', '丧失与创伤', 'Loss and trauma', { sensitivity: 'key-persons' }], ['other', '其他', 'Other', { sensitivity: 'key-persons' }],
])); // biome-ignore format: a table

const special = codeList('care.special-groups', '帮教对象类别', 'Groups for help and education', 'GB/T 31000 特殊人群（公开系统实现所见）', items([
  ['01', '刑满释放人员', 'Released from prison'], ['02', '社区矫正对象', 'Under community correction'], ['04', '吸毒人员', 'Drug users'], ['06', '重点青少年', 'Young people at risk'],
])); // biome-ignore format: a table

const families = codeList('care.family-kinds', '特殊家庭类别', 'Kinds of special families', 'proposed（S054）', items([
  ['single', '单亲家庭', 'Single parent'], ['bereaved', '失独家庭', 'Lost their only child'], ['disabled', '残疾人家庭', 'With a disabled member'], ['illness', '重病家庭', 'Grave illness'], ['poor', '低收入家庭', 'Low income'],
])); // biome-ignore format: a table

const youth = codeList('care.youth-groups', '儿童青少年小组', 'Groups of children and youth', 'proposed（S055）', items([
  ['homework', '课后托管', 'After school'], ['growth', '成长小组', 'Growing up'], ['safety', '安全自护', 'Safety'], ['parents', '亲子活动', 'With parents'],
])); // biome-ignore format: a table

const elders = codeList('care.elder-services', '老年人服务项目', 'Services for older people', 'proposed（S056）', items([
  ['meal', '助餐', 'Meals'], ['bath', '助浴', 'Bathing'], ['clean', '助洁', 'Cleaning'], ['medical', '助医', 'To the doctor'], ['chat', '陪伴聊天', 'Company'], ['culture', '文体活动', 'Culture'],
])); // biome-ignore format: a table

const rights = codeList('care.rights-kinds', '个人信息请求种类', 'Requests about one’s data', '《个人信息保护法》第44—50条（未核对原文）', items([
  ['access', '查阅、复制', 'See or copy'], ['correct', '更正、补充', 'Correct'], ['delete', '删除', 'Delete'], ['withdraw', '撤回同意', 'Withdraw consent'], ['explain', '说明处理规则', 'Explain'],
])); // biome-ignore format: a table

export const lists: readonly CodeList[] = [
  visitClasses,
  aid,
  legal,
  counselling,
  special,
  families,
  youth,
  elders,
  rights,
];
