import type { Playbook } from '#engines/case/model';
import { photos, words } from './fields.ts';
import { clocks, closingActions, handlingActions, handlingStages } from './handling.ts';
import { routing } from './routing.ts';

/** 网格事件: what a grid worker finds on his rounds, settled on the spot or reported up. */
export const event: Playbook = {
  id: 'grid.event',
  version: 1,
  name: { zh: '网格事件', en: 'Grid event' },
  summary: { zh: '巡查发现，能办的当场办，办不了的上报派单', en: 'Found on patrol: settled at once, or reported up' },
  categories: 'grid.event-categories',
  reporters: ['staff', 'system'],
  quick: true,
  fields: [
    {
      id: 'source',
      type: 'choice',
      name: { zh: '来源', en: 'Source' },
      options: { list: 'grid.event-sources' },
    },
    photos('photos', '照片', 'Photos'),
    words('words', '情况', 'What was seen', { max: 300 }),
  ],
  title: 'category.name + (if place.text = "" then "" else "：" + place.text)',
  start: 'found',
  stages: [
    {
      id: 'found',
      name: { zh: '待处理', en: 'To be dealt with' },
      shown: { zh: '网格员已发现', en: 'Found by the grid worker' },
      owner: { role: 'grid-worker' },
    },
    ...handlingStages,
    { id: 'closed', name: { zh: '办结', en: 'Closed' }, shown: { zh: '已办结', en: 'Closed' }, ends: true },
    { id: 'void', name: { zh: '作废', en: 'Void' }, shown: { zh: '不作为事件', en: 'Not an event' }, ends: true },
  ],
  actions: [
    {
      id: 'settle',
      name: { zh: '当场办结', en: 'Settled on the spot' },
      from: ['found'],
      to: 'community-check',
      who: [{ role: 'grid-worker' }],
      form: [
        words('result', '办理情况', 'What was done', { required: true, max: 300 }),
        photos('photos', '办理后照片', 'Photos after handling'),
      ],
      counts: 'handle',
      tone: 'primary',
    },
    {
      id: 'report-up',
      name: { zh: '上报', en: 'Report up' },
      from: ['found'],
      to: 'to-dispatch',
      who: [{ role: 'grid-worker' }, { role: 'community-staff' }, { role: 'street-dispatcher' }],
      form: [words('finding', '上报说明', 'Note', { max: 300 })],
      counts: 'accept',
      batch: true,
    },
    {
      id: 'void',
      name: { zh: '作废', en: 'Declare void' },
      from: ['found', 'to-dispatch'],
      to: 'void',
      who: [{ role: 'community-staff' }, { role: 'street-dispatcher' }],
      form: [words('answer', '作废理由', 'Why', { required: true, max: 200 })],
      answers: 'answer',
      outcome: 'declined',
      counts: 'close',
      tone: 'danger',
    },
    ...handlingActions,
    ...closingActions('closed'),
  ],
  clocks: clocks(['found', 'to-dispatch', 'assigned', 'handling', 'verifying', 'community-check']),
  routing,
};
