import { blocks, type Playbook } from '#engines/case/model';
import { affairs, closing, community, refusing, resultField, secretary } from './common.ts';

const {
  act,
  assignee,
  bodyField,
  choice,
  ending,
  line,
  lines,
  limit,
  privacyOf,
  reasonField,
  simple,
  stage,
  system,
  table,
  timer,
} = blocks;

const wisher = privacyOf('实现微心愿、送达物品', 'To make the wish come true', 'consent', 'sensitive', 12);

/** 微心愿 (S388): collected, looked at, published without a name, claimed, made true with proof; unclaimed it is pushed on. */
export const wish: Playbook = {
  id: 'party-matters.wish',
  version: 1,
  name: { zh: '微心愿认领', en: 'Micro-wish' },
  summary: {
    zh: '征集审核、隐名发布、党员单位认领、实现留证；逾期未认领自动推送',
    en: 'Collected, published without a name, claimed, made true; unclaimed it is pushed on by itself',
  },
  categories: 'party-matters.wish-kinds',
  reporters: ['resident', 'staff', 'system'],
  fields: [
    lines(
      'wish',
      { zh: '心愿', en: 'The wish' },
      {
        required: true,
        hint: { zh: '发布时不显示姓名，请勿写出姓名住址', en: 'Published without a name: please write none' },
      },
    ),
    simple('person', 'who', '心愿人', 'Who wishes', { privacy: wisher }),
    simple('phone', 'phone', '联系电话', 'Phone', { privacy: wisher }),
  ],
  title: '"微心愿：" + category.name',
  start: 'collected',
  stages: [
    stage('collected', '待审核', 'To be looked at', ['正在审核', 'Being looked at'], community),
    stage('published', '待认领', 'Published', ['已隐名发布，等待认领', 'Published without a name'], secretary),
    stage('pushed', '推送认领', 'Pushed', ['正在联系认领', 'Somebody is being found'], affairs),
    stage('claimed', '实现中', 'Claimed', ['已有人认领', 'Somebody has claimed it'], assignee),
    stage('thanked', '待确认', 'To be confirmed', ['等待确认', 'To be confirmed'], community),
    ending('true', '心愿实现', 'Came true'),
    ending('not-fit', '不宜发布', 'Not published'),
  ],
  actions: [
    act('publish', '审核并隐名发布', 'Publish without a name', ['collected'], [community], {
      to: 'published',
      form: [line('words', '发布内容', 'As published', { required: true, max: 120 })],
      counts: 'accept',
      tone: 'primary',
    }),
    act('not-fit', '不宜发布', 'Not published', ['collected'], [community], { ...refusing, to: 'not-fit' }),
    act('claim', '登记认领', 'Claim', ['published', 'pushed'], [secretary, affairs], {
      to: 'claimed',
      form: [bodyField('body', { zh: '认领党组织（单位）', en: 'Who claims it' })],
      assigns: 'body',
      counts: 'dispatch',
      tone: 'primary',
    }),
    act('push', '逾期自动推送街道', 'Pushed by itself', ['published'], [system], { to: 'pushed' }),
    act('fulfil', '登记实现情况', 'Made true', ['claimed'], [assignee], {
      to: 'thanked',
      form: [resultField, blocks.photosField('photos', { zh: '实现凭证', en: 'Proof' })],
      counts: 'handle',
      tone: 'primary',
    }),
    act('give-back', '无法实现，退回', 'Cannot be done', ['claimed'], [assignee], {
      to: 'pushed',
      form: [reasonField],
      counts: 'return',
    }),
    act('confirm', '确认实现', 'Confirm', ['thanked'], [community, secretary], {
      ...closing,
      to: 'true',
      notBy: ['fulfil'],
      tells: [{ what: 'fulfilled', value: '1' }],
    }),
  ],
  clocks: [
    timer('claiming', '认领时限', 'Time to be claimed', ['published'], limit(7, 'calendar-days'), { whenOver: 'push' }),
    timer(
      'whole',
      '实现时限',
      'Time to come true',
      ['collected', 'published', 'pushed', 'claimed', 'thanked'],
      limit(30, 'calendar-days'),
      { main: true },
    ),
  ],
  routing: [],
};

/** 单位报到 (S433): every unit of the area reports, says what it has and needs, and is told to the superior when it does not. */
export const unitReport: Playbook = {
  id: 'party-matters.unit-report',
  version: 1,
  name: { zh: '驻区单位党组织报到', en: 'Unit reporting in' },
  summary: {
    zh: '单位报到、联系人、资源需求项目三清单，未报到的列入上报名单',
    en: 'Units report in with contact and three lists; those that do not are listed for the superior',
  },
  categories: 'party-matters.unit-kinds',
  reporters: ['staff', 'system'],
  fields: [line('unit', '单位', 'Unit', { required: true })],
  title: 'data.unit',
  start: 'expected',
  stages: [
    stage('expected', '应报到', 'Expected', ['等待报到', 'Expected'], secretary),
    stage('listed', '列入未报到名单', 'Not reported', ['已列入名单', 'Listed'], affairs),
    stage('matching', '供需对接', 'Matching', ['正在对接', 'Being matched'], secretary),
    ending('reported', '已报到', 'Reported'),
  ],
  actions: [
    act('report', '登记报到', 'Reported in', ['expected', 'listed'], [secretary], {
      to: 'matching',
      form: [
        line('contact', '联络人职务', 'Contact’s office', { required: true }),
        table(
          'lists',
          '资源、需求、项目清单',
          'Three lists',
          [
            choice(
              'kind',
              '清单',
              'List',
              [
                ['resource', '资源', 'Resource'],
                ['need', '需求', 'Need'],
                ['project', '项目', 'Project'],
              ],
              { required: true },
            ),
            line('what', '内容', 'What', { required: true }),
          ],
          { required: true, max: 30 },
        ),
      ],
      counts: 'accept',
      tells: [
        { what: 'reported', value: '"yes"' },
        { what: 'list', value: 'form.lists.kind' },
      ],
      tone: 'primary',
    }),
    act('overdue', '逾期未报到，列入名单', 'Overdue', ['expected'], [system], { to: 'listed' }),
    act('remind', '上级提醒', 'Reminded from above', ['listed'], [affairs], {
      form: [lines('demand', { zh: '提醒内容', en: 'What is wanted' }, { required: true })],
      does: [{ move: 'card', level: 'notice', words: 'demand' }],
      counts: 'note',
    }),
    act('excuse', '核实无需报到', 'Need not report', ['listed'], [affairs], {
      ...refusing,
      to: 'reported',
      outcome: 'explained',
    }),
    act('match', '对接完成', 'Matched', ['matching'], [secretary], { ...closing, to: 'reported' }),
  ],
  clocks: [
    timer('reporting', '报到时限', 'Time to report', ['expected'], limit(30, 'calendar-days'), { whenOver: 'overdue' }),
    timer('whole', '办结时限', 'Time to close', ['expected', 'listed', 'matching'], limit(90, 'calendar-days'), {
      main: true,
    }),
  ],
  routing: [],
};
