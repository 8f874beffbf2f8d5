import type { Indicator } from '#engines/indicator/model';

const hazards = { playbook: ['safety.hazard'] };

export const indicators: readonly Indicator[] = [
  {
    id: 'safety.hazards',
    name: { zh: '排查上报隐患数', en: 'Hazards found' },
    definition: {
      zh: '期内排查上报的安全隐患处数，含检查、自查和群众举报。',
      en: 'Hazards reported in the period, from checks, self-checks and residents.',
    },
    kind: 'count',
    unit: 'cases',
    digits: 0,
    better: 'none',
    period: 'cohort',
    of: { fact: 'case.reported', where: hazards },
  },
  {
    id: 'safety.hazards_closed_rate',
    name: { zh: '隐患整改销号率', en: 'Hazards mended' },
    definition: {
      zh: '期内上报的安全隐患中，已经整改并经他人复查销号的比例；核实不属隐患的不计入。',
      en: 'Share of the hazards reported in the period that were mended and checked by another; those found to be none are left out.',
    },
    kind: 'ratio',
    unit: 'percent',
    digits: 1,
    better: 'higher',
    period: 'cohort',
    of: { fact: 'case.finished', where: { ...hazards, round: ['1'], valid: ['yes'] } },
    over: { fact: 'case.reported', where: hazards },
    excluded: [
      {
        fact: 'case.finished',
        where: { ...hazards, valid: ['no'] },
        reason: { zh: '核实不属隐患', en: 'Found to be no hazard' },
      },
    ],
    minimum: 10,
  },
  {
    id: 'safety.major_hazards',
    name: { zh: '重大隐患数', en: 'Major hazards' },
    definition: {
      zh: '期内判定为重大并上报街道的安全隐患处数。',
      en: 'Hazards found to be major and reported to the street in the period.',
    },
    kind: 'count',
    unit: 'cases',
    digits: 0,
    better: 'lower',
    period: 'at',
    of: { fact: 'case.told', where: { ...hazards, what: ['major'] } },
  },
  {
    id: 'safety.uncooperative',
    name: { zh: '移交执法的不配合户数', en: 'Handed to enforcement' },
    definition: {
      zh: '专项行动中经催办仍不配合、移交执法的单位户数。',
      en: 'Enterprises and shops of drives that were handed to enforcement after being urged.',
    },
    kind: 'count',
    unit: 'cases',
    digits: 0,
    better: 'none',
    period: 'at',
    of: { fact: 'case.told', where: { playbook: ['safety.self-check'], what: ['uncooperative'] } },
  },
  {
    id: 'safety.dissuaded_rate',
    name: { zh: '反诈预警劝阻成功率', en: 'Fraud warnings in time' },
    definition: {
      zh: '期内反诈预警中，劝阻后停止转账的比例；预警有误的不计入。',
      en: 'Share of the fraud warnings of the period in which the payment was stopped; mistaken ones are left out.',
    },
    kind: 'ratio',
    unit: 'percent',
    digits: 1,
    better: 'higher',
    period: 'at',
    of: { fact: 'case.told', where: { playbook: ['safety.fraud-warning'], what: ['result'], said: ['stopped'] } },
    over: {
      fact: 'case.told',
      where: { playbook: ['safety.fraud-warning'], what: ['result'], said: ['stopped', 'victim'] },
    },
    minimum: 5,
  },
  {
    id: 'safety.saved',
    name: { zh: '劝阻避免损失（平均每起，元）', en: 'Saved from fraud, on average (yuan)' },
    definition: {
      zh: '期内每次反诈劝阻避免的损失金额的平均数，单位元，未避免损失的按零计。',
      en: 'Average of what each dissuasion of the period saved, in yuan; nothing saved counts as zero.',
    },
    kind: 'average',
    unit: 'points',
    digits: 0,
    better: 'none',
    period: 'at',
    of: { fact: 'case.told', where: { playbook: ['safety.fraud-warning'], what: ['saved'] } },
  },
  {
    id: 'safety.saved_total',
    name: { zh: '劝阻避免损失总额', en: 'Saved from fraud in all' },
    definition: {
      zh: '期内反诈劝阻登记的避免损失金额之和，单位元。',
      en: 'What dissuasions of the period saved, added up, in yuan.',
    },
    kind: 'sum',
    unit: 'yuan',
    digits: 0,
    better: 'none',
    period: 'at',
    of: { fact: 'case.told', where: { playbook: ['safety.fraud-warning'], what: ['saved'] } },
  },
];
