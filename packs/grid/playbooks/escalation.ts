import { blocks, type Playbook } from '#engines/case/model';
import { photos, words } from './fields.ts';
import { assignee, community, leader, principal, street } from './owners.ts';

const { act, answerField, bodyField, choice, ending, extension, holding, limit, stage, timer } = blocks;

/**
 * 超权限上报 (S142): what a community cannot settle within its powers goes up with the reason and the level that is asked.
 * The level above must answer; what cannot be settled now is hung up with a day on which it is looked at again.
 */
export const escalation: Playbook = {
  id: 'grid.escalation',
  version: 1,
  name: { zh: '超权限上报', en: 'Beyond a community’s powers' },
  summary: {
    zh: '写明原因和请求层级，上级必须答复；一时办不了的挂账复核',
    en: 'Reason and level; an answer is owed; what cannot be done now is hung up and reviewed',
  },
  categories: 'grid.escalation-reasons',
  reporters: ['staff', 'system'],
  fields: [
    choice(
      'level',
      '请求层级',
      'Level asked',
      [
        ['street', '街道', 'Street'],
        ['district', '区级部门', 'District department'],
        ['city', '市级', 'City'],
      ],
      { required: true },
    ),
    words('matter', '事项与已做工作', 'What it is, what was tried', { required: true }),
    words('ask', '需要上级解决什么', 'What is asked for', { required: true, max: 300 }),
    photos('photos', '佐证', 'Evidence'),
  ],
  title: '"超权限（" + category.name + "）：" + substring(data.ask, 1, 20)',
  start: 'raised',
  tells: [{ what: 'level', value: 'data.level' }],
  stages: [
    stage('raised', '街道研判', 'Weighed by the street', ['街道正在研判', 'With the street'], street),
    stage('department', '部门办理', 'With the department', ['上级部门正在办理', 'With the department'], assignee),
    stage('answering', '待答复社区', 'To be answered', ['即将答复', 'To be answered'], street),
    ending('answered', '已答复', 'Answered'),
    ending('back', '退回社区（属社区职责）', 'Back to the community'),
  ],
  actions: [
    act('settle', '街道解决', 'Settled by the street', ['raised'], [street], {
      to: 'answering',
      form: [words('result', '解决情况', 'What was done', { required: true })],
      counts: 'handle',
      tone: 'primary',
    }),
    act('raise', '提请上级部门', 'Put to a department', ['raised'], [street], {
      to: 'department',
      form: [
        bodyField('body', { zh: '上级部门', en: 'Department' }),
        words('opinion', '街道意见', 'Opinion', { required: true, max: 300 }),
      ],
      assigns: 'body',
      counts: 'dispatch',
    }),
    act('give-back', '属社区职责，退回并指导', 'Back, with guidance', ['raised'], [street], {
      to: 'back',
      needs: { who: [leader] },
      form: [answerField],
      answers: 'answer',
      outcome: 'explained',
      counts: 'close',
      tone: 'danger',
    }),
    blocks.progressNote({ from: ['department'], who: [assignee] }),
    extension({ from: ['department'], who: [assignee] }, { grants: [leader] }),
    ...holding({ from: ['raised', 'department'], who: [street, assignee] }, { grants: [leader] }),
    act('reply', '部门答复', 'The department answers', ['department'], [assignee], {
      to: 'answering',
      form: [
        choice(
          'outcome',
          '结果',
          'Result',
          [
            ['done', '已解决', 'Done'],
            ['authorised', '授权社区处理', 'The community is authorised'],
            ['planned', '纳入计划', 'Planned'],
            ['cannot', '办不到及原因', 'Cannot'],
          ],
          { required: true },
        ),
        words('result', '答复内容', 'Answer', { required: true }),
      ],
      tells: [{ what: 'outcome', value: 'form.outcome' }],
      counts: 'handle',
      tone: 'primary',
    }),
    act('not-answered', '答非所问，退回部门', 'Not an answer', ['answering'], [street], {
      to: 'department',
      when: 'matter.hops < 1',
      form: [bodyField('body', { zh: '上级部门', en: 'Department' }), blocks.reasonField],
      assigns: 'body',
      counts: 'transfer',
    }),
    act('answer', '答复社区', 'Answer the community', ['answering'], [street], {
      to: 'answered',
      form: [answerField],
      answers: 'answer',
      counts: 'close',
      tone: 'primary',
    }),
    act('urge', '社区催办', 'The community asks again', ['raised', 'department'], [community, principal], {
      form: [words('words', '催办说明', 'Note', { max: 200 })],
      effects: [{ effect: 'notice.send', template: 'grid.escalation-urged', to: [street, leader] }],
      atMost: 3,
      counts: 'note',
    }),
  ],
  clocks: [
    timer('street', '街道研判时限', 'Time for the street', ['raised'], limit(3, 'working-days')),
    timer('whole', '答复时限', 'Time to answer', ['raised', 'department', 'answering'], limit(10, 'working-days'), {
      before: [{ when: 'data.level = "city"', limit: limit(20, 'working-days') }],
      main: true,
    }),
  ],
  routing: [],
};
