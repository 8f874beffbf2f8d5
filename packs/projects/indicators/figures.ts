import { label } from '#kernel/label';
import type { FactFilter, FactIndicator, Indicator } from '#engines/indicator/model';

const of = (playbook: string, what: string, said?: readonly string[]): FactFilter => ({
  fact: 'case.told',
  where: { playbook: [`projects.${playbook}`], what: [what], ...(said && { said }) },
});
const finished = (playbook: string, outcome?: readonly string[]): FactFilter => ({
  fact: 'case.finished',
  where: { playbook: [`projects.${playbook}`], ...(outcome && { outcome }) },
});

type Rest = Pick<FactIndicator, 'kind' | 'unit' | 'of'> &
  Partial<Pick<FactIndicator, 'over' | 'better' | 'digits' | 'minimum'>>;
const figure = (id: string, zh: string, en: string, defZh: string, defEn: string, rest: Rest): FactIndicator => ({
  id,
  name: label(zh, en),
  definition: label(defZh, defEn),
  digits: 0,
  better: 'none',
  period: 'at',
  ...rest,
});

export const indicators: readonly Indicator[] = [
  figure('projects.leverage', '社会资金杠杆率', 'Leverage of social money', '期内签约的政企合作项目，社会资金出资额之和 ÷ 财政资金出资额之和。', 'Of projects signed in the period: the sum of social money over the sum of public money.', { kind: 'sum-ratio', unit: 'percent', digits: 1, better: 'higher', of: of('partnership', 'social-money'), over: of('partnership', 'public-money') }),
  figure('projects.social_money', '撬动社会资金', 'Social money', '期内签约的政企合作项目，社会资金出资额之和。', 'Social money of the projects signed in the period, in all.', { kind: 'sum', unit: 'yuan', better: 'higher', of: of('partnership', 'social-money') }),
  figure('projects.public_money', '合作项目财政资金', 'Public money of partnerships', '期内签约的政企合作项目，财政资金出资额之和。', 'Public money of the projects signed in the period, in all.', { kind: 'sum', unit: 'yuan', of: of('partnership', 'public-money') }),
  figure('projects.partnership_income', '合作项目收益', 'Income of partnerships', '期内登记的政企合作项目收益之和。', 'Income of partnerships recorded in the period, in all.', { kind: 'sum', unit: 'yuan', better: 'higher', of: of('partnership', 'income') }),
  figure('projects.filing_days', '社区社会组织备案用时', 'Days to file', '期内准予备案的，从申请到备案的日历天数平均值。', 'Calendar days from the application to the filing, on average, of those filed in the period.', { kind: 'average', unit: 'days', digits: 1, better: 'lower', of: of('filing', 'filing-days') }),
  figure('projects.organisations_filed', '备案社会组织数', 'Organisations filed', '期内准予备案的社区社会组织数。', 'Community organisations filed in the period.', { kind: 'count', unit: 'cases', better: 'higher', of: of('filing', 'filed') }),
  figure('projects.sent_to_civil_affairs', '转民政登记数', 'Sent to civil affairs', '期内备案后转民政部门登记的组织数。', 'Organisations sent on for registration in the period.', { kind: 'count', unit: 'cases', of: of('filing', 'sent-on') }),
  figure('projects.graduated', '孵化出壳数', 'Graduated', '期内准予出壳的社会组织数。', 'Organisations that graduated in the period.', { kind: 'count', unit: 'cases', better: 'higher', of: of('incubation', 'graduated') }),
  figure('projects.alive_rate', '出壳后存活率', 'Still at work after graduation', '期内回访中仍在正常开展服务的比例。', 'Share of those looked at again in the period that are still at work.', { kind: 'ratio', unit: 'percent', digits: 1, better: 'higher', of: of('incubation', 'alive', ['yes']), over: of('incubation', 'alive'), minimum: 3 }),
  figure('projects.training_hours', '孵化培训人时', 'Training, person-hours', '期内孵化培训的人数乘课时之和。', 'People times hours of the trainings in the period, in all.', { kind: 'sum', unit: 'hours', digits: 1, better: 'higher', of: of('incubation', 'training-hours') }),
  figure('projects.targets_met_rate', '项目目标达到率', 'Targets met', '期内申请结项的三社联动项目，成效指标达到的比例。', 'Share of the targets of projects handed in in the period that were met.', { kind: 'ratio', unit: 'percent', digits: 1, better: 'higher', of: of('linked', 'target-met', ['yes']), over: of('linked', 'target-met'), minimum: 3 }),
  figure('projects.people_served', '项目受益人数', 'People served by projects', '期内申请结项的三社联动项目受益人数之和。', 'People served by the projects handed in in the period, in all.', { kind: 'sum', unit: 'people', better: 'higher', of: of('linked', 'served') }),
  figure('projects.offers_matched_rate', '社会力量匹配率', 'Offers that met a gap', '期内匹配的意向中，全部或部分补上缺口的比例。', 'Share of the matches of the period that close a gap wholly or in part.', { kind: 'ratio', unit: 'percent', digits: 1, better: 'higher', of: of('offer', 'gap-matched', ['whole', 'part']), over: of('offer', 'gap-matched'), minimum: 3 }),
  figure('projects.poor_effect', '成效差的合作次数', 'Reviews with little effect', '期内评估成效为差的次数，可点开看是哪些。', 'Reviews of the period that found little effect; opens to the list.', { kind: 'count', unit: 'cases', better: 'lower', of: of('offer', 'effect', ['poor']) }),
  figure('projects.unmet_needs', '未满足服务需求条数', 'Unmet needs', '期内各社区提交购买计划的未满足需求条数，可按来源分。', 'Unmet needs that were handed in for purchase plans in the period, by where they come from.', { kind: 'count', unit: 'cases', better: 'lower', of: of('purchase-plan', 'unmet') }),
  figure('projects.planned_purchases', '计划购买金额', 'Money planned for purchases', '期内批准的购买计划预算之和。', 'Budgets of the purchases granted in the period, in all.', { kind: 'sum', unit: 'yuan', of: of('purchase-plan', 'planned') }),
  figure('projects.gaps_closed', '补上的缺口数', 'Gaps closed', '期内街道验收核实已补的缺口数之和。', 'Gaps that the street found closed in the period, in all.', { kind: 'sum', unit: 'cases', better: 'higher', of: of('gap-plan', 'gaps-closed') }),
  figure('projects.gaps_left', '未补的缺口数', 'Gaps left', '期内验收时仍未补的缺口数之和。', 'Gaps still left at the acceptances of the period, in all.', { kind: 'sum', unit: 'cases', better: 'lower', of: of('gap-plan', 'gaps-left') }),
  figure('projects.projects_done', '结项的三社联动项目数', 'Projects done', '期内结项的三社联动项目数。', 'Projects of community, organisation and social worker done in the period.', { kind: 'count', unit: 'cases', better: 'higher', of: finished('linked', ['resolved']) }),
]; // biome-ignore format: a table
