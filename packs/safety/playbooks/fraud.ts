import { blocks, type Playbook } from '#engines/case/model';
import { community, police, worker } from './common.ts';

const { act, answerField, choice, ending, line, lines, limit, money, privacyOf, simple, stage, timer } = blocks;

/** 反诈预警劝阻 (S189): within 30 minutes somebody has met or called whoever is being deceived; what was saved is kept. */
export const fraudWarning: Playbook = {
  id: 'safety.fraud-warning',
  version: 1,
  name: { zh: '反诈预警劝阻', en: 'Fraud warning' },
  summary: {
    zh: '预警下达后 30 分钟内见面或电话劝阻，记录避免损失；已被骗的转公安立案',
    en: 'Within 30 minutes whoever is being deceived is met or called; what was saved is recorded; victims go to the police',
  },
  categories: 'safety.fraud-kinds',
  reporters: ['staff', 'system'],
  sensitivity: 'sensitive',
  fields: [
    simple('phone', 'phone', '被劝阻人电话', 'Phone', {
      required: true,
      privacy: privacyOf('联系劝阻，防止被骗', 'To warn whoever is being deceived', 'emergency', 'personal', 12),
    }),
    line('hint', '预警内容', 'The warning', { max: 200 }),
  ],
  title: '"反诈劝阻：" + category.name',
  start: 'warned',
  stages: [
    stage('warned', '待劝阻', 'To be warned', ['请警惕诈骗', 'Beware of fraud'], community),
    stage(
      'lost-contact',
      '联系不上，民警上门',
      'Not reached, police call',
      ['民警正在联系', 'The police are calling'],
      police,
    ),
    stage('follow-up', '待回访', 'To be called again', ['请警惕诈骗', 'Beware of fraud'], police),
    stage('victim', '已被骗，公安止付立案', 'Deceived: police', ['公安机关正在处理', 'With the police'], police),
    ending('safe', '劝阻成功', 'Saved'),
    ending('filed', '已立案', 'Filed with the police'),
    ending('mistaken', '预警有误', 'Mistaken'),
  ],
  actions: [
    act('dissuade', '见面（电话）劝阻', 'Warn', ['warned', 'lost-contact'], [community, police], {
      to: [
        { when: 'form.result = "victim"', to: 'victim' },
        { when: 'form.result = "none"', to: 'mistaken' },
        { to: 'follow-up' },
      ],
      form: [
        choice(
          'way',
          '方式',
          'How',
          [
            ['met', '见面', 'Met'],
            ['called', '电话', 'Called'],
            ['family', '通过家属', 'Through the family'],
          ],
          { required: true },
        ),
        choice(
          'result',
          '结果',
          'Result',
          [
            ['stopped', '已停止转账', 'Stopped'],
            ['victim', '已经被骗', 'Deceived already'],
            ['none', '未涉诈', 'No fraud'],
          ],
          { required: true },
        ),
        money('saved', '避免损失', 'Saved', { max: 100_000_000 }),
        {
          ...answerField,
          name: { zh: '劝阻说明', en: 'What was said' },
          hint: { zh: '写给被劝阻人看', en: 'For whoever was warned' },
        },
      ],
      answers: 'answer',
      outcome: 'explained',
      counts: 'handle',
      tells: [
        { what: 'saved', value: 'if form.saved = null then 0 else form.saved / 100' },
        { what: 'result', value: 'form.result' },
      ],
      tone: 'primary',
    }),
    act('not-reached', '联系不上，转民警', 'Not reached', ['warned'], [community], {
      to: 'lost-contact',
      form: [lines('tried', { zh: '已经尝试的方式', en: 'What was tried' }, { required: true })],
      counts: 'transfer',
    }),
    act('confirm', '回访确认未被骗', 'Called again, safe', ['follow-up'], [police], {
      to: 'safe',
      notBy: ['dissuade'],
      form: [answerField],
      answers: 'answer',
      outcome: 'resolved',
      counts: 'close',
      tone: 'primary',
    }),
    act('relapse', '回访发现仍在转账', 'Still paying', ['follow-up'], [police], {
      to: 'victim',
      form: [lines('note', { zh: '情况', en: 'What happened' }, { required: true })],
      counts: 'return',
      tone: 'danger',
    }),
    act('file', '止付、立案', 'Stop the payment, file', ['victim'], [police], {
      to: 'filed',
      form: [
        money('lost', '被骗金额', 'Lost', { required: true, max: 1_000_000_000 }),
        money('stopped', '止付金额', 'Payment stopped', { max: 1_000_000_000 }),
        answerField,
      ],
      answers: 'answer',
      outcome: 'explained',
      counts: 'close',
      tells: [{ what: 'lost', value: 'form.lost / 100' }],
      tone: 'primary',
    }),
  ],
  clocks: [
    timer('dissuading', '劝阻时限', 'Time to warn', ['warned', 'lost-contact'], limit(30 / 60, 'clock-hours')),
    timer(
      'whole',
      '办结时限',
      'Time to close',
      ['warned', 'lost-contact', 'follow-up', 'victim'],
      limit(3, 'calendar-days'),
      { main: true },
    ),
  ],
  routing: [],
  onReport: [
    { effect: 'notice.send', template: 'safety.fraud-warning', to: [community, worker, { onDuty: 'community-staff' }] },
  ],
};
