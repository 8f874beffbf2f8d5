import type { Playbook } from '#engines/case/model';
import { answer } from './fields.ts';

/** Past matters of Pingshan's file of 2018, under its own types. Only an import opens one. */
export const pingshanPast: Playbook = {
  id: 'grid.pingshan-past',
  version: 1,
  name: { zh: '坪山历史事项', en: 'Past matters of Pingshan' },
  summary: { zh: '2018 年民生诉求系统导出的历史事项', en: 'Past matters from the district’s system of 2018' },
  categories: 'grid.pingshan-types',
  reporters: ['system'],
  fields: [
    { id: 'source', type: 'text', name: { zh: '来源', en: 'Source' }, options: { max: 40 } },
    { id: 'property', type: 'text', name: { zh: '诉求性质', en: 'Kind of request' }, options: { max: 40 } },
  ],
  title: 'category.name',
  start: 'open',
  stages: [
    {
      id: 'open',
      name: { zh: '待归档', en: 'To be filed' },
      shown: { zh: '正在办理', en: 'In hand' },
      owner: { role: 'street-dispatcher' },
    },
    { id: 'closed', name: { zh: '已归档', en: 'Filed' }, shown: { zh: '已办结', en: 'Closed' }, ends: true },
  ],
  actions: [
    {
      id: 'file',
      name: { zh: '归档', en: 'File' },
      from: ['open'],
      to: 'closed',
      who: [{ role: 'street-dispatcher' }],
      form: [answer],
      answers: 'answer',
      outcome: 'resolved',
      counts: 'close',
      tone: 'primary',
    },
  ],
  clocks: [
    {
      id: 'whole',
      name: { zh: '归档时限', en: 'Time to file' },
      stages: ['open'],
      limits: [{ limit: { amount: 30, unit: 'calendar-days', source: 'proposed' } }],
      main: true,
    },
  ],
  routing: [],
};
