import { blocks, type Playbook } from '#engines/case/model';
import { affairs, leader, reached } from './common.ts';

const { act, answerField, ending, line, lines, limit, number, simple, stage, system, timer } = blocks;

/**
 * 换届工作部署 (S098): the street's board. It files the number of posts and opens the term case of every community below; those
 * are its tasks, so that it shows at which stage each community stands, and cannot be summed up while one is under way.
 */
export const drive: Playbook = {
  id: 'election.drive',
  version: 1,
  name: { zh: '换届工作部署', en: 'The street’s election drive' },
  summary: {
    zh: '街道部署换届，各社区同步立项，进度一屏可见，逐月列出未完成社区',
    en: 'Opens the election of every community, shows where each stands, lists month by month who is behind',
  },
  categories: 'election.committees',
  reporters: ['staff'],
  fields: [
    line('term', '届次', 'Term', { required: true, max: 30 }),
    simple('date', 'until', '完成期限', 'Until', { required: true }),
  ],
  title: 'data.term + "换届部署"',
  start: 'preparing',
  stages: [
    stage('preparing', '研究部署', 'Being prepared', ['正在部署', 'Being prepared'], affairs),
    stage('running', '各社区换届中', 'Under way', ['各社区正在换届', 'Under way'], affairs),
    ending('summed-up', '已总结', 'Summed up'),
    ending('stopped', '暂缓', 'Put off'),
  ],
  actions: [
    act('launch', '启动，各社区立项', 'Launch', ['preparing'], [affairs], {
      to: 'running',
      form: [
        line('document', '部署文件文号', 'Document', { required: true, max: 60 }),
        number('posts', '各社区“两委”职数合计', 'Posts in all', { required: true, min: 1, max: 5000 }),
      ],
      effects: [
        {
          effect: 'case.open',
          playbook: 'election.term',
          category: 'category.code',
          values: { term: 'data.term', document: 'form.document' },
          eachBelow: 'community',
        },
        {
          effect: 'case.open',
          playbook: 'election.filing',
          category: '"posts"',
          values: { about: 'data.term + "职数"', posts: 'form.posts' },
        },
      ],
      counts: 'dispatch',
      tells: reached('launched'),
      tone: 'primary',
    }),
    act('behind', '每月列出未完成社区', 'Who is behind', ['running'], [system], {
      tells: [{ what: 'behind', value: 'matter.tasks.open' }],
    }),
    act('remind', '提醒进度慢的社区', 'Remind', ['running'], [affairs, leader], {
      form: [lines('demand', { zh: '提醒社区和要求', en: 'Whom, and what is wanted' }, { required: true })],
      does: [{ move: 'card', level: 'notice', words: 'demand' }],
      counts: 'note',
    }),
    act('sum-up', '总结换届', 'Sum up', ['running'], [affairs], {
      to: 'summed-up',
      when: 'matter.tasks.open = 0',
      form: [answerField],
      answers: 'answer',
      outcome: 'resolved',
      counts: 'close',
      tells: [{ what: 'communities', value: 'matter.tasks.done' }],
      tone: 'primary',
    }),
    act('stop', '暂缓换届', 'Put off', ['preparing', 'running'], [affairs], {
      to: 'stopped',
      needs: { who: [leader] },
      form: [answerField],
      answers: 'answer',
      outcome: 'withdrawn',
      counts: 'close',
      dropsTasks: true,
      tone: 'danger',
    }),
  ],
  clocks: [
    timer('month', '月度进度', 'Each month', ['running'], limit(30, 'calendar-days'), { whenOver: 'behind' }),
    timer('whole', '换届期限', 'Time of the drive', ['preparing', 'running'], limit(180, 'calendar-days'), {
      main: true,
    }),
  ],
  routing: [],
};
