import type { Json } from '#fields/field';

/** Documents in which the deadlines of this pack are laid down; a district puts its own in their place. */
const sources = {
  /** Beijing's hotline: 2 h for danger to life or property, 24 h for water, power, gas and heat, 7 days as a rule, 15 for hard ones. */
  hotline: '北京 12345 处理时限（DB11/T 2021-2022 配套口径）https://www.fudaoke.com/exam/262251.html',
  jiyuan: '济源市数字化城市管理城市事件采集、立案、处置与结案标准 https://ishare.iask.com/f/2gaIATvprR5.html',
  cityEvents: '数字化城市管理立案、结案标准（事件类）https://renrendoc.com/paper/191493937.html',
  visits:
    '内蒙古探访关爱意见：重大变故 24 小时内到位 http://szb.northnews.cn/bfxb/html/2022-06/23/content_37070_184039.htm',
  mediation: '司法部《人民调解工作若干规定》第 33 条：一般一个月内调结（未核对原文）',
  medicalMediation: '《医疗纠纷预防和处理条例》第 38 条：30 个工作日（未核对原文）',
  proposed: 'proposed',
} as const;

type Unit = 'working-hours' | 'clock-hours' | 'working-days' | 'calendar-days';
const limit = (amount: number, unit: Unit, source: keyof typeof sources): Json => ({
  amount,
  unit,
  source: sources[source],
});

/** Limits that many categories share, so that one decision is written once. */
export const danger = limit(2, 'clock-hours', 'hotline');
export const utility = limit(24, 'clock-hours', 'hotline');
export const ordinary = limit(7, 'calendar-days', 'hotline');
export const complex = limit(15, 'calendar-days', 'hotline');
export const mediation = limit(30, 'calendar-days', 'mediation');
export const medicalMediation = limit(30, 'working-days', 'medicalMediation');
export const urgentVisit = limit(24, 'clock-hours', 'visits');
export const asInJiyuan = (amount: number, unit: Unit): Json => limit(amount, unit, 'jiyuan');
export const asCityEvent = (amount: number, unit: Unit): Json => limit(amount, unit, 'cityEvents');
export const proposed = (amount: number, unit: Unit): Json => limit(amount, unit, 'proposed');
