import { blocks, type Playbook } from '#engines/case/model';
import { words } from './fields.ts';
import { community, principal } from './owners.ts';

const { act, answerField, ending, limit, line, simple, stage, table, timer } = blocks;

/** 限期交账 (S124): once a month what is not closed is put on the table, owner by owner, each with a new day or a result. */
export const handIn: Playbook = {
  id: 'grid.hand-in',
  version: 1,
  name: { zh: '诉求交账会', en: 'Monthly account of appeals' },
  summary: {
    zh: '按月列出未销账诉求，逐件由责任单位交账，形成纪要',
    en: 'What is not closed, item by item, each answered by its owner; with minutes',
  },
  categories: 'grid.appeal-topics',
  reporters: ['staff', 'system'],
  fields: [],
  title: '"诉求交账：" + place.name',
  start: 'listing',
  stages: [
    stage('listing', '列账', 'Listing', ['正在列账', 'Being listed'], community),
    stage('answering', '逐件交账', 'Item by item', ['责任单位交账', 'Owners answer'], principal),
    ending('closed', '已交账', 'Accounted for'),
  ],
  actions: [
    act('list', '列出未销账诉求', 'List what is open', ['listing'], [community], {
      to: 'answering',
      form: [
        table(
          'open',
          '未销账诉求',
          'Open appeals',
          [
            line('what', '诉求', 'Appeal', { required: true, max: 60 }),
            simple('body', 'who', '责任单位', 'Body in charge', { required: true }),
            simple('date', 'by', '交账日期', 'Until', { required: true }),
          ],
          { required: true, max: 50 },
        ),
      ],
      does: [blocks.givePlan('open')],
      tone: 'primary',
    }),
    act('nothing-open', '全部销账', 'Nothing is open', ['listing'], [community], {
      to: 'closed',
      form: [answerField],
      answers: 'answer',
      counts: 'close',
    }),
    ...blocks.taskSteps(
      { from: ['answering'] },
      {
        take: { name: { zh: '认领', en: 'Take' } },
        finish: { name: { zh: '交账', en: 'Account for it' } },
        refuse: { name: { zh: '不能按期，说明原因', en: 'Cannot, and why' } },
      },
    ),
    act('close', '通报交账情况', 'Close with minutes', ['answering'], [principal], {
      to: 'closed',
      form: [answerField, words('minutes', '会议纪要', 'Minutes', { max: 2000 })],
      answers: 'answer',
      counts: 'close',
      tone: 'primary',
    }),
    blocks.progressNote({ from: ['answering'], who: [principal] }),
  ],
  clocks: [
    timer('whole', '交账时限', 'Time for it', ['listing', 'answering'], limit(10, 'working-days'), { main: true }),
  ],
  routing: [],
};
