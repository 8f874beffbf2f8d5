import type { Indicator } from '#engines/indicator/model';

/**
 * Nine figures of matters, live and imported alike. All go by the day of report (`cohort`): a month's
 * matters stay in that month, however late they end.
 */
export const indicators: readonly Indicator[] = [
  {
    id: 'grid.reported',
    name: { zh: '上报件数', en: 'Matters reported' },
    definition: {
      zh: '期内上报的事项件数，含当场办结和历史导入的事项。同一事项只计一件，“我也遇到”不另计。',
      en: 'Matters reported in the period, settled on the spot and imported ones included. “Me too” adds none.',
    },
    kind: 'count',
    unit: 'cases',
    digits: 0,
    better: 'none',
    period: 'cohort',
    of: { fact: 'case.reported' },
  },
  {
    id: 'grid.valid',
    name: { zh: '有效办结件数', en: 'Valid matters closed' },
    definition: {
      zh: '期内上报、已经办结的有效事项件数。不予受理、作废的不计；重办的只计首次办结。',
      en: 'Valid matters reported in the period and closed since. Declined and void ones do not count; a reopened one counts once.',
    },
    kind: 'count',
    unit: 'cases',
    digits: 0,
    better: 'none',
    period: 'cohort',
    of: { fact: 'case.finished', where: { valid: ['yes'], round: ['1'] } },
    excluded: [
      {
        fact: 'case.finished',
        where: { valid: ['no'], round: ['1'] },
        reason: { zh: '不予受理或作废', en: 'Declined or void' },
      },
    ],
  },
  {
    id: 'grid.closed',
    name: { zh: '办结件数', en: 'Matters closed' },
    definition: {
      zh: '期内上报、已经首次办结的事项件数。重新办理后再次办结的不重复计。',
      en: 'Matters reported in the period and closed since, each counted at its first closing.',
    },
    kind: 'count',
    unit: 'cases',
    digits: 0,
    better: 'none',
    period: 'cohort',
    of: { fact: 'case.finished', where: { round: ['1'] } },
  },
  {
    id: 'grid.closure_rate',
    name: { zh: '办结率', en: 'Closure rate' },
    definition: {
      zh: '期内上报的事项中已经首次办结的比例。分母为全部上报件数，含尚未到期的。',
      en: 'Share of the matters reported in the period that have been closed. All reported ones are the base, also those not yet due.',
    },
    kind: 'ratio',
    unit: 'percent',
    digits: 1,
    better: 'higher',
    period: 'cohort',
    of: { fact: 'case.finished', where: { round: ['1'] } },
    over: { fact: 'case.reported' },
    minimum: 10,
  },
  {
    id: 'grid.on_time_rate',
    name: { zh: '按时办结率', en: 'On-time rate' },
    definition: {
      zh: '期内上报事项的办结中，在办结时限内的比例；重新办理后再次办结的，每次都计。是否按时没有记载的不计入，另行列明。',
      en: 'Share of the closings, of matters reported in the period, that kept their limit; one closed again counts again. Where that is not known, the matter is left out and listed.',
    },
    kind: 'ratio',
    unit: 'percent',
    digits: 1,
    better: 'higher',
    period: 'cohort',
    of: { fact: 'case.finished', where: { timing: ['in-time'] } },
    over: { fact: 'case.finished', where: { timing: ['in-time', 'overtime'] } },
    excluded: [
      {
        fact: 'case.finished',
        where: { timing: ['unknown'] },
        reason: { zh: '没有记载是否按时', en: 'Not known whether in time' },
      },
    ],
    minimum: 10,
  },
  {
    id: 'grid.overtime_rate',
    name: { zh: '超期率', en: 'Overtime rate' },
    definition: {
      zh: '期内上报事项的办结中，超过办结时限的比例；重新办理后再次办结的，每次都计。是否按时没有记载的不计入，另行列明。',
      en: 'Share of the closings, of matters reported in the period, that came after their limit; one closed again counts again. Where that is not known, the matter is left out and listed.',
    },
    kind: 'ratio',
    unit: 'percent',
    digits: 1,
    better: 'lower',
    period: 'cohort',
    of: { fact: 'case.finished', where: { timing: ['overtime'] } },
    over: { fact: 'case.finished', where: { timing: ['in-time', 'overtime'] } },
    excluded: [
      {
        fact: 'case.finished',
        where: { timing: ['unknown'] },
        reason: { zh: '没有记载是否按时', en: 'Not known whether in time' },
      },
    ],
    minimum: 10,
  },
  {
    id: 'grid.first_dispatch_right_rate',
    name: { zh: '首派准确率', en: 'First dispatch right' },
    definition: {
      zh: '经派单办结的事项中，第一次派单即派对单位、未再转派的比例。当场办结未派单的、导入时没有派单记录的不计入，另行列明。',
      en: 'Share of the dispatched and closed matters whose first dispatch was right and that were never passed on. Those never dispatched, and imported ones without a record of it, are left out and listed.',
    },
    kind: 'ratio',
    unit: 'percent',
    digits: 1,
    better: 'higher',
    period: 'cohort',
    of: { fact: 'case.finished', where: { firstDispatchRight: ['yes'], round: ['1'] } },
    over: { fact: 'case.finished', where: { firstDispatchRight: ['yes', 'no'], round: ['1'] } },
    excluded: [
      {
        fact: 'case.finished',
        where: { firstDispatchRight: ['none'], round: ['1'] },
        reason: { zh: '未经派单', en: 'Never dispatched' },
      },
      {
        fact: 'case.finished',
        where: { firstDispatchRight: ['unknown'], round: ['1'] },
        reason: { zh: '没有派单记录', en: 'No record of the dispatch' },
      },
    ],
    minimum: 10,
  },
  {
    id: 'grid.satisfaction',
    name: { zh: '满意率', en: 'Satisfaction' },
    definition: {
      zh: '居民评价中“基本满意”及以上的比例。未评价的事项不计入；重新办理后再次评价的，每次都计。',
      en: 'Share of residents’ ratings that are “fairly satisfied” or better. Matters without a rating do not count; a rating after reopening counts again.',
    },
    kind: 'ratio',
    unit: 'percent',
    digits: 1,
    better: 'higher',
    period: 'cohort',
    of: { fact: 'case.rated', where: { satisfied: ['yes'] } },
    over: { fact: 'case.rated' },
    minimum: 10,
  },
  {
    id: 'grid.median_hours',
    name: { zh: '办结用时中位数', en: 'Median hours to close' },
    definition: {
      zh: '从上报到首次办结的小时数（自然时）的中位数。办结时间没有记载的不计入，另行列明。',
      en: 'Median of the clock hours from report to first closing. Where the time of closing is not known, the matter is left out and listed.',
    },
    kind: 'median',
    unit: 'hours',
    digits: 1,
    better: 'lower',
    period: 'cohort',
    of: { fact: 'case.finished', where: { round: ['1'] } },
  },
];
