import { label } from '#kernel/label';
import type { FactFilter, FactIndicator, Indicator } from '#engines/indicator/model';

const of = (playbook: string, what: string, said?: readonly string[]): FactFilter => ({
  fact: 'case.told',
  where: { playbook: [`neighbours.${playbook}`], what: [what], ...(said && { said }) },
});

type Rest = Pick<FactIndicator, 'kind' | 'unit' | 'of'> &
  Partial<Pick<FactIndicator, 'over' | 'better' | 'digits' | 'minimum'>>;
const figure = (id: string, zh: string, en: string, defZh: string, defEn: string, rest: Rest): Indicator => ({
  id,
  name: label(zh, en),
  definition: label(defZh, defEn),
  digits: 0,
  better: 'none',
  period: 'at',
  ...rest,
});

export const indicators: readonly Indicator[] = [
  figure('neighbours.pledged_households', '移风易俗承诺户次', 'Households that pledged', '期内登记的移风易俗承诺户数之和；一户签两项计两次。', 'Households of the pledges entered in the period, in all; one that signed two counts twice.', { kind: 'sum', unit: 'cases', better: 'higher', of: of('customs', 'pledged') }),
  figure('neighbours.advice_taken_rate', '红白理事会劝导采纳率', 'Advice taken', '期内理事会劝导中，采纳或部分采纳的比例。', 'Share of the advice of councils in the period that was taken, wholly or partly.', { kind: 'ratio', unit: 'percent', digits: 1, better: 'higher', of: of('customs', 'advice', ['yes', 'partly']), over: of('customs', 'advice'), minimum: 3 }),
  figure('neighbours.simple_banquets_rate', '红白事简办率', 'Banquets held simply', '期内提交总结的行动，简办红白事 ÷ 红白事。', 'Of the campaigns handed in in the period: banquets held simply over all banquets.', { kind: 'sum-ratio', unit: 'percent', digits: 1, better: 'higher', of: of('customs', 'simple-banquets'), over: of('customs', 'banquets') }),
  figure('neighbours.money_saved', '移风易俗节约金额', 'Money saved', '期内理事会劝导登记的节约金额之和。', 'Money saved as entered with the councils’ advice in the period, in all.', { kind: 'sum', unit: 'yuan', better: 'higher', of: of('customs', 'saved') }),
  figure('neighbours.contest_entries', '评比有效作品数', 'Entries of contests', '期内截止征集的评比，有效作品数之和。', 'Valid entries of contests closed in the period, in all.', { kind: 'sum', unit: 'cases', better: 'higher', of: of('contest', 'entries') }),
  figure('neighbours.wishes', '服务愿望条数', 'Wishes for services', '期内居民提出的服务愿望条数，可按种类分。', 'Wishes for services of residents in the period, by kind.', { kind: 'count', unit: 'cases', of: of('service-wish', 'wish') }),
  figure('neighbours.service_variety', '服务种类数', 'Kinds of services', '期内公布去留的季度，季后继续开办的服务种类数平均值。', 'Kinds of services that go on after a season, on average over the seasons published in the period.', { kind: 'average', unit: 'cases', digits: 1, better: 'higher', of: of('season', 'variety') }),
  figure('neighbours.services_ended_rate', '试办停办率', 'Services that ended', '期内评议去留的服务中，停办的比例。', 'Share of the services judged in the period that ended.', { kind: 'ratio', unit: 'percent', digits: 1, of: of('season', 'decision', ['end']), over: of('season', 'decision'), minimum: 3 }),
  figure('neighbours.services_used', '试办服务人次', 'Use of services on trial', '期内登记的试办服务人次之和。', 'Person-times of the services on trial entered in the period, in all.', { kind: 'sum', unit: 'person-times', better: 'higher', of: of('season', 'used') }),
  figure('neighbours.building_tasks_done_rate', '楼栋任务完成率', 'Building tasks done', '期内有结果的楼栋任务中，完成的比例（含逾期完成）。', 'Share of the building tasks with a result in the period that were done, late ones too.', { kind: 'ratio', unit: 'percent', digits: 1, better: 'higher', of: of('building-task', 'building-done', ['in-time', 'late']), over: of('building-task', 'building-done'), minimum: 3 }),
  figure('neighbours.households_reached_rate', '政策传达到户率', 'Households reached', '期内登记手机已读、当面告知或张贴投递的户数 ÷ 期内完成的传达任务的总户数。', 'Doors that read it, were told or had it left in the period, over the households of the notices finished in the period.', { kind: 'sum-ratio', unit: 'percent', digits: 1, better: 'higher', of: of('building-task', 'reached'), over: of('building-task', 'households') }),
  figure('neighbours.hours_given', '时间银行存入时长', 'Hours given', '期内复核入账的服务时长之和。', 'Hours given that were entered in the period, in all.', { kind: 'sum', unit: 'hours', digits: 1, better: 'higher', of: of('time-bank', 'hours-given') }),
  figure('neighbours.hours_used', '时间银行支取时长', 'Hours used', '期内支取的时长之和。', 'Hours used in the period, in all.', { kind: 'sum', unit: 'hours', digits: 1, of: of('time-bank', 'hours-used') }),
  figure('neighbours.hours_transferred', '家人转让时长', 'Hours given over in families', '期内家人之间转让的时长之和。', 'Hours given over in families in the period, in all.', { kind: 'sum', unit: 'hours', digits: 1, of: of('time-bank', 'hours-transferred') }),
]; // biome-ignore format: a table
