import type { Indicator } from '#engines/indicator/model';

/** Classes of `care.visit-classes`: persons at high risk and key persons. */
const careClasses = ['101', '102', '103', '201', '202', '203', '204'] as const;

/** 网格员职责清单: nine duties, each counted from facts (S108); no table is filled in for it, and none counts log-ins or photos. */
export const dutyIndicators: readonly Indicator[] = [
  {
    id: 'grid.duty_records',
    name: { zh: '职责一：信息核对', en: 'Duty 1: records kept current' },
    definition: {
      zh: '期内走访中核对底账信息的次数，由走访记录计得，不另填表。',
      en: 'Visits in the period in which the records were confirmed.',
    },
    kind: 'count',
    unit: 'person-times',
    digits: 0,
    better: 'none',
    period: 'at',
    of: { fact: 'case.told', where: { playbook: ['grid.visit'], what: ['records-current'] } },
  },
  {
    id: 'grid.duty_opinions',
    name: { zh: '职责二：社情民意', en: 'Duty 2: opinions collected' },
    definition: {
      zh: '期内收集的社情民意件数。',
      en: 'Opinions collected in the period.',
    },
    kind: 'count',
    unit: 'cases',
    digits: 0,
    better: 'none',
    period: 'at',
    of: { fact: 'case.reported', where: { playbook: ['grid.opinion'] } },
  },
  {
    id: 'grid.duty_hazards',
    name: { zh: '职责三：隐患巡查', en: 'Duty 3: hazards and patrols' },
    definition: {
      zh: '期内完成的网格巡查、场所安全检查和上报的安全隐患件数。',
      en: 'Patrols and safety checks finished and hazards reported in the period.',
    },
    kind: 'count',
    unit: 'cases',
    digits: 0,
    better: 'none',
    period: 'at',
    of: { fact: 'case.finished', where: { playbook: ['grid.patrol', 'grid.hazard', 'safety.check'], valid: ['yes'] } },
  },
  {
    id: 'grid.duty_disputes',
    name: { zh: '职责四：矛盾纠纷', en: 'Duty 4: disputes settled' },
    definition: {
      zh: '期内化解的楼栋小事、分级化解和口头调解件数。',
      en: 'Small matters of a building, graded and oral settlements of disputes in the period.',
    },
    kind: 'count',
    unit: 'cases',
    digits: 0,
    better: 'none',
    period: 'at',
    of: {
      fact: 'case.finished',
      where: { playbook: ['grid.graded', 'dispute.graded', 'dispute.oral'], valid: ['yes'] },
    },
  },
  {
    id: 'grid.duty_publicity',
    name: { zh: '职责五：政策宣传', en: 'Duty 5: policies made known' },
    definition: {
      zh: '期内记录的政策法规宣传次数。',
      en: 'Times that policies were made known.',
    },
    kind: 'count',
    unit: 'person-times',
    digits: 0,
    better: 'none',
    period: 'at',
    of: { fact: 'case.told', where: { playbook: ['grid.publicity'], what: ['way'] } },
  },
  {
    id: 'grid.duty_special_groups',
    name: { zh: '职责六：特殊人群', en: 'Duty 6: special groups visited' },
    definition: {
      zh: '期内网格员对特殊人群户、高风险户和关爱探访对象的走访次数，有记录才计。',
      en: 'Recorded visits by grid workers to special groups, households at risk and persons of care visits.',
    },
    kind: 'count',
    unit: 'person-times',
    digits: 0,
    better: 'none',
    period: 'at',
    of: {
      fact: 'case.told',
      where: {
        playbook: ['grid.visit', 'care.visit'],
        what: ['visited', 'visited-by'],
        // How a grid worker came to a household; who came, of a care visit.
        said: ['door', 'phone', 'elsewhere', 'grid-worker'],
        category: ['special', 'high', ...careClasses],
      },
    },
  },
  {
    id: 'grid.duty_major_events',
    name: { zh: '职责七：重大事件', en: 'Duty 7: major events reported' },
    definition: {
      zh: '期内首报的重大事件件数。',
      en: 'Major events reported in the period.',
    },
    kind: 'count',
    unit: 'cases',
    digits: 0,
    better: 'none',
    period: 'at',
    of: { fact: 'case.reported', where: { playbook: ['grid.major'] } },
  },
  {
    id: 'grid.duty_epidemic',
    name: { zh: '职责八：疫情排查', en: 'Duty 8: epidemic checks' },
    definition: {
      zh: '期内疫情防控底线回报（含零报告）和入户排查次数。',
      en: 'Answers about epidemics, zero reports included, and households checked.',
    },
    kind: 'count',
    unit: 'person-times',
    digits: 0,
    better: 'none',
    period: 'at',
    of: {
      fact: 'case.told',
      where: {
        playbook: ['grid.zero-report', 'safety.screening'],
        what: ['answer', 'members'],
        said: ['zero', 'found', 'number'],
        category: ['epidemic', 'household', 'arrival', 'contact', 'symptoms'],
      },
    },
  },
  {
    id: 'grid.duty_assignments',
    name: { zh: '职责九：完成交办', en: 'Duty 9: assignments done' },
    definition: {
      zh: '期内完成的交办事项件数。',
      en: 'Assignments done in the period.',
    },
    kind: 'count',
    unit: 'cases',
    digits: 0,
    better: 'none',
    period: 'at',
    of: { fact: 'case.finished', where: { playbook: ['grid.assignment'], valid: ['yes'] } },
  },
];
