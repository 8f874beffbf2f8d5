import type { Playbook } from '#engines/case/model';
import { contact, photos, reason, words } from './fields.ts';
import { clocks, closingActions, handlingActions, handlingStages } from './handling.ts';
import { routing } from './routing.ts';

/** 随手拍: a resident reports by scanning a plate, without sign-in; a dissatisfied rating opens it again. */
export const snapshot: Playbook = {
  id: 'grid.snapshot',
  version: 1,
  name: { zh: '随手拍', en: 'Snapshot' },
  summary: {
    zh: '看到问题拍一张，社区接手办到底',
    en: 'Take a picture of what is wrong; the community sees it through',
  },
  categories: 'grid.event-categories',
  reporters: ['resident', 'staff'],
  quick: true,
  fields: [
    photos('photos', '照片', 'Photos'),
    words('words', '说明', 'In your words', {
      max: 300,
      hint: { zh: '一句话说清哪里、怎么了', en: 'Where it is and what is wrong, in a sentence' },
    }),
    contact,
  ],
  title: 'category.name + (if place.text = "" then "" else "：" + place.text)',
  start: 'received',
  stages: [
    {
      id: 'received',
      name: { zh: '待受理', en: 'To be accepted' },
      shown: { zh: '已收到', en: 'Received' },
      owner: { role: 'grid-worker' },
    },
    ...handlingStages,
    {
      id: 'closed',
      name: { zh: '办结', en: 'Closed' },
      shown: { zh: '已办结，等您确认', en: 'Closed, awaiting your word' },
      ends: true,
    },
    {
      id: 'rated',
      name: { zh: '办结（已评价）', en: 'Closed and rated' },
      shown: { zh: '已办结', en: 'Closed' },
      ends: true,
    },
    {
      id: 'declined',
      name: { zh: '不予受理', en: 'Declined' },
      shown: { zh: '未予受理', en: 'Not accepted' },
      ends: true,
    },
    {
      id: 'withdrawn',
      name: { zh: '已撤回', en: 'Withdrawn' },
      shown: { zh: '您已撤回', en: 'Withdrawn by you' },
      ends: true,
    },
  ],
  actions: [
    {
      id: 'accept',
      name: { zh: '受理', en: 'Accept' },
      from: ['received'],
      to: 'to-dispatch',
      // A place without a grid worker still has its community and its street.
      who: [{ role: 'grid-worker' }, { role: 'community-staff' }, { role: 'street-dispatcher' }],
      form: [words('finding', '核实情况', 'What was found', { max: 300 }), photos('photos', '核实照片', 'Photos')],
      counts: 'accept',
      tone: 'primary',
      batch: true,
    },
    {
      id: 'settle',
      name: { zh: '当场办结', en: 'Settled on the spot' },
      from: ['received'],
      to: 'community-check',
      who: [{ role: 'grid-worker' }],
      form: [
        words('result', '办理情况', 'What was done', { required: true, max: 300 }),
        photos('photos', '办理后照片', 'Photos after handling'),
      ],
      counts: 'handle',
    },
    {
      id: 'decline',
      name: { zh: '不予受理', en: 'Decline' },
      from: ['received', 'to-dispatch'],
      to: 'declined',
      // Never by the grid worker alone: whoever asked gets a reason from the community or the street.
      who: [{ role: 'community-staff' }, { role: 'street-dispatcher' }],
      form: [
        words('answer', '不予受理的理由和去处', 'Why, and where to turn instead', {
          required: true,
          max: 300,
          hint: { zh: '写给诉求人看', en: 'For the person who asked' },
        }),
      ],
      answers: 'answer',
      outcome: 'declined',
      counts: 'close',
      tone: 'danger',
    },
    ...handlingActions,
    ...closingActions('closed'),
    {
      id: 'rate',
      name: { zh: '评价', en: 'Rate' },
      from: ['closed'],
      to: [{ when: 'form.rating <= 2', to: 'to-dispatch' }, { to: 'rated' }],
      who: [{ reporter: true }],
      form: [
        {
          id: 'rating',
          type: 'rating',
          name: { zh: '满意度', en: 'How satisfied are you?' },
          required: true,
          options: { list: 'grid.satisfaction-levels' },
        },
        words('comment', '想说的话', 'Anything to add', { max: 200 }),
      ],
      rates: 'rating',
      counts: 'rate',
      tone: 'primary',
    },
    {
      id: 'withdraw',
      name: { zh: '撤回', en: 'Withdraw' },
      from: ['received', 'to-dispatch', 'assigned'],
      to: 'withdrawn',
      who: [{ reporter: true }],
      form: [reason],
      answers: 'reason',
      outcome: 'withdrawn',
      counts: 'close',
    },
  ],
  clocks: [
    {
      id: 'accepting',
      name: { zh: '受理时限', en: 'Time to accept' },
      stages: ['received'],
      limits: [
        { when: 'category.class = "13"', limit: { amount: 1, unit: 'clock-hours', source: 'proposed' } },
        { limit: { amount: 4, unit: 'working-hours', source: 'proposed' } },
      ],
    },
    ...clocks(['received', 'to-dispatch', 'assigned', 'handling', 'verifying', 'community-check']),
  ],
  routing,
};
