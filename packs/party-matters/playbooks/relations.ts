import { blocks, type Playbook } from '#engines/case/model';
import { affairs, closing, community, memberField, refusing, secretary } from './common.ts';

const { act, answerField, choice, ending, line, lines, limit, privacyOf, reasonField, simple, stage, timer } = blocks;

/**
 * 组织关系转接 (S417): asked, the outgoing side issues the letter, the incoming branch receives, and the slip that goes back to the
 * outgoing side confirms it; no side does the other’s step.
 */
export const transfer: Playbook = {
  id: 'party-matters.transfer',
  version: 2,
  name: { zh: '组织关系转接', en: 'Transfer of organisation relation' },
  summary: {
    zh: '申请、转出方开具介绍信、接收支部报到、回执确认',
    en: 'Asked, letter of the outgoing side, received by the incoming branch, confirmed by the slip',
  },
  categories: 'party-matters.transfer-kinds',
  reporters: ['resident', 'staff', 'system'],
  sensitivity: 'sensitive',
  fields: [
    memberField,
    line('from', '转出支部', 'From', { required: true }),
    line('to', '转入支部', 'To', { required: true }),
  ],
  title: '"组织关系转接：" + category.name',
  start: 'asked',
  stages: [
    stage('asked', '待开具介绍信', 'Letter', ['已受理', 'Taken on'], affairs),
    stage('moving', '待报到', 'To report', ['请持介绍信报到', 'Please report with the letter'], secretary),
    stage(
      'confirming',
      '待回执确认',
      'To be confirmed',
      ['已报到，回执寄回转出方', 'Received; the slip goes back'],
      affairs,
    ),
    ending('transferred', '已转接', 'Transferred'),
    ending('returned', '不予转接', 'Not transferred'),
  ],
  actions: [
    act('letter', '开具介绍信', 'Issue the letter', ['asked'], [affairs], {
      to: 'moving',
      form: [
        line('number', '介绍信编号', 'Number', { required: true }),
        simple('date', 'valid', '有效期至', 'Valid until', { required: true }),
      ],
      counts: 'accept',
      tone: 'primary',
    }),
    act('receive', '报到并编入支部', 'Received', ['moving'], [secretary], {
      to: 'confirming',
      notBy: ['letter'],
      form: [
        line('group', '编入党小组', 'Group', { required: true }),
        simple('date', 'on', '报到日期', 'On', { required: true }),
      ],
      counts: 'handle',
      tone: 'primary',
    }),
    act('confirm', '登记回执，转接完成', 'The slip is back', ['confirming'], [affairs], {
      ...closing,
      to: 'transferred',
      notBy: ['receive'],
      form: [line('slip', '回执编号', 'Number of the slip', { required: true }), answerField],
      tells: [{ what: 'transferred', value: 'category.code' }],
    }),
    act('expired', '介绍信过期，重开', 'Letter expired', ['moving'], [secretary], {
      to: 'asked',
      form: [reasonField],
      counts: 'return',
    }),
    act('refuse', '不予转接', 'Refuse', ['asked'], [affairs], { ...refusing, to: 'returned' }),
    act('again', '动员后再次申请', 'Asked again', ['returned'], [affairs], {
      to: 'asked',
      form: [reasonField],
      counts: 'reopen',
    }),
  ],
  clocks: [
    timer('whole', '转接时限', 'Time to transfer', ['asked', 'moving', 'confirming'], limit(90, 'calendar-days'), {
      main: true,
    }),
  ],
  routing: [],
};

const retiree = privacyOf('动员离退休党员转接组织关系', 'To ask retired members to transfer', 'duty', 'sensitive', 36);

/**
 * 离退休党员转接动员 (S417): one matter for each retired member who lives here and whose relation is still with the old unit. The open
 * ones are the list of those not yet transferred; his word opens the transfer, and that one’s end ends this.
 */
export const retiredMember: Playbook = {
  id: 'party-matters.retired-member',
  version: 1,
  name: { zh: '离退休党员转接动员', en: 'Retired member, not yet transferred' },
  summary: {
    zh: '摸底列入未转接清单、上门动员、本人同意后办理转接、特殊情形保留',
    en: 'Listed, visited, transferred when he agrees, kept where he is for a reason',
  },
  categories: 'party-matters.retired-sources',
  reporters: ['staff', 'system'],
  sensitivity: 'sensitive',
  fields: [
    line('who', '党员姓名', 'Who', { required: true, max: 30, privacy: retiree }),
    line('unit', '原单位党组织', 'Party organisation of his old unit', { required: true }),
  ],
  title: '"离退休党员未转接：" + data.unit',
  start: 'listed',
  stages: [
    stage('listed', '未转接', 'Not transferred', ['已列入清单', 'Listed'], secretary),
    stage('transferring', '转接中', 'Being transferred', ['正在转接', 'Being transferred'], secretary),
    ending('transferred', '已转接', 'Transferred'),
    ending('staying', '保留在原单位', 'Stays with his unit'),
  ],
  actions: [
    act('visit', '上门动员', 'Visit', ['listed'], [secretary, community], {
      form: [
        simple('date', 'on', '日期', 'On', { required: true }),
        lines(
          'talk',
          { zh: '顾虑和答复', en: 'What holds him back, and what was said' },
          { required: true, privacy: retiree },
        ),
      ],
      counts: 'handle',
      tells: [{ what: 'visit', value: 'category.code' }],
    }),
    act('willing', '本人同意，办理转接', 'He agrees', ['listed'], [secretary], {
      to: 'transferring',
      form: [line('to', '转入支部', 'To', { required: true })],
      effects: [
        {
          effect: 'case.open',
          playbook: 'party-matters.transfer',
          category: '"retired"',
          values: { from: 'data.unit', to: 'form.to' },
        },
      ],
      counts: 'accept',
      tone: 'primary',
    }),
    act('fell-through', '转接未成，重回清单', 'It fell through', ['transferring'], [secretary], {
      to: 'listed',
      when: 'matter.tasks.open = 0',
      form: [reasonField],
      counts: 'return',
    }),
    act('done', '转接完成', 'Transferred', ['transferring'], [secretary], {
      ...closing,
      to: 'transferred',
      when: 'matter.tasks.open = 0',
      form: [line('slip', '转接回执编号', 'Number of the slip', { required: true }), answerField],
      tells: [{ what: 'transferred', value: 'category.code' }],
    }),
    act('stay', '保留在原单位', 'He stays with his unit', ['listed'], [affairs], {
      ...refusing,
      to: 'staying',
      form: [
        choice(
          'ground',
          '情形',
          'Ground',
          [
            ['elsewhere', '长期异地居住', 'Lives elsewhere for long'],
            ['health', '高龄或身体原因', 'Age or health'],
            ['unit', '原单位保留管理', 'The unit keeps him'],
            ['own-will', '本人暂不同意', 'Does not want to yet'],
          ],
          { required: true },
        ),
        answerField,
      ],
      tells: [{ what: 'staying', value: 'form.ground' }],
    }),
    act('again', '重新动员', 'Ask again', ['staying'], [secretary, affairs], {
      to: 'listed',
      form: [reasonField],
      counts: 'reopen',
    }),
    blocks.progressNote({ from: ['transferring'], who: [secretary] }),
  ],
  clocks: [
    timer('visiting', '首次动员时限', 'Until the first visit', ['listed'], limit(30, 'calendar-days')),
    timer('whole', '转接时限', 'Time to transfer', ['listed', 'transferring'], limit(180, 'calendar-days'), {
      main: true,
    }),
  ],
  routing: [],
};
