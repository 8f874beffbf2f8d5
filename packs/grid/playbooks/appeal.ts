import { blocks, type Playbook } from '#engines/case/model';
import { contact, photos, words } from './fields.ts';
import { assignee, community, principal, reporter, street, system } from './owners.ts';

const { act, answerField, bodyField, choice, ending, extension, limit, simple, stage, timer } = blocks;

/**
 * 民生诉求台账 (S124, S147): owner and day are named when it is entered, whoever asked sees both; the day that was
 * promised is the one by which it counts as in time, and it is reviewed every month (`grid.hand-in`).
 */
export const appeal: Playbook = {
  id: 'grid.appeal',
  version: 1,
  name: { zh: '民生诉求', en: 'Livelihood appeal' },
  summary: {
    zh: '入账即定责任单位和期限，办理进度群众看得见，按月交账',
    en: 'Owner and day named at entry, progress in view, reviewed monthly',
  },
  categories: 'grid.appeal-topics',
  reporters: ['resident', 'staff', 'system'],
  fields: [
    choice('source', '来源', 'Source', 'grid.appeal-sources'),
    words('words', '诉求内容', 'What is asked', { required: true }),
    photos('photos', '照片', 'Photos'),
    contact,
  ],
  title: 'category.name + "：" + substring(data.words, 1, 20)',
  start: 'entered',
  tells: [{ what: 'source', value: 'data.source' }],
  stages: [
    stage('entered', '待入账', 'To be entered', ['已收到', 'Received'], community),
    stage('handling', '办理中', 'In hand', ['正在办理', 'In hand'], assignee),
    stage('confirming', '待群众确认', 'To be confirmed', ['已办理，等您确认', 'Done, awaiting your word'], reporter),
    ending('closed', '已销账', 'Closed', ['已办结', 'Closed']),
    ending('declined', '不予受理', 'Declined', ['未予受理', 'Not accepted']),
  ],
  actions: [
    act('enter', '入账并定责', 'Enter', ['entered'], [community], {
      to: 'handling',
      form: [
        bodyField('body', { zh: '责任单位', en: 'Body in charge' }),
        simple('date', 'promised', '承诺日期', 'Promised day', { required: true }),
      ],
      assigns: 'body',
      counts: 'dispatch',
      tone: 'primary',
    }),
    act('decline', '不予受理', 'Decline', ['entered'], [community], {
      to: 'declined',
      needs: { who: [principal, street] },
      form: [answerField],
      answers: 'answer',
      outcome: 'declined',
      counts: 'close',
      tone: 'danger',
    }),
    act('move-owner', '改定责任单位', 'Give to another', ['handling'], [community, street], {
      form: [bodyField('body', { zh: '责任单位', en: 'Body in charge' }), blocks.reasonField],
      assigns: 'body',
      counts: 'transfer',
    }),
    blocks.progressNote({ from: ['handling'], who: [assignee] }),
    extension({ from: ['handling'], who: [assignee] }, { grants: [principal, street], atMost: 1 }),
    act('finish', '办理完成', 'Done', ['handling'], [assignee], {
      to: 'confirming',
      form: [answerField, photos('photos', '办理后照片', 'Photos after handling')],
      answers: 'answer',
      counts: 'handle',
      tone: 'primary',
    }),
    act('confirm', '确认办理结果', 'Confirm', ['confirming'], [reporter], {
      to: [{ when: 'form.rating <= 2 and matter.round = 1 and times < 1', to: 'handling' }, { to: 'closed' }],
      form: [
        {
          id: 'rating',
          type: 'rating',
          name: { zh: '满意度', en: 'How satisfied' },
          required: true,
          options: { list: 'grid.satisfaction-levels' },
        },
        words('comment', '意见', 'Comment', { max: 200 }),
      ],
      rates: 'rating',
      counts: 'rate',
      tone: 'primary',
    }),
    act('confirm-for', '社区代为确认', 'Confirmed through the community', ['confirming'], [community], {
      to: 'closed',
      notBy: ['finish'],
      form: [words('how', '向群众核实的方式和结果', 'How it was asked', { required: true, max: 200 })],
      counts: 'verify',
    }),
    act('confirm-silent', '七日未回复，自动销账', 'No word for seven days', ['confirming'], [system], { to: 'closed' }),
  ],
  clocks: [
    timer('entering', '入账时限', 'Time to enter', ['entered'], limit(1, 'working-days')),
    {
      id: 'whole',
      name: { zh: '交账期限', en: 'Time to close' },
      stages: ['entered', 'handling'],
      limits: [{ limit: 'category' }],
      main: true,
    },
    timer('confirming', '确认时限', 'Time to confirm', ['confirming'], limit(7, 'calendar-days'), {
      whenOver: 'confirm-silent',
    }),
  ],
  routing: [],
};
