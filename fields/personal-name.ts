import type { Field } from './field.ts';

/** Names of what a form may ask of a person by a field of words, numbers or days. Bodies, places and sums have other names. */
const personalNames =
  /姓名|身份证|证件号|护照|户籍|户口簿|手机|电话|联系方式|住址|家庭地址|门牌号|银行卡|银行账[号户]|出生|生日|年龄|民族|宗教|病史|病情|健康状况|残疾|婚姻|微信号|QQ号|邮箱|车牌/;

/** Whether a field asks for personal information, going by what it is called. */
export const soundsPersonal = ({ type, name }: Field): boolean =>
  ['text', 'number', 'date', 'moment', 'choice'].includes(type) && personalNames.test(name?.zh ?? '');
