import { blocks, type Playbook } from '#engines/case/model';
import { affairs, closing, community, refusing, secretary } from './common.ts';

const {
  act,
  answerField,
  choice,
  ending,
  line,
  lines,
  limit,
  number,
  privacyOf,
  reasonField,
  simple,
  stage,
  system,
  table,
  timer,
} = blocks;

const holder = privacyOf('党员认岗定责', 'To hold a post of the branch', 'consent', 'sensitive', 36);

/**
 * 设岗定责 (S406): a branch publishes its posts of a year, each a matter of its own; tallied, members who are able and hold none are
 * listed by their number in the roll, never by name.
 */
export const postRound: Playbook = {
  id: 'party-matters.post-round',
  version: 1,
  name: { zh: '党支部设岗定责', en: 'Posts of a branch' },
  summary: {
    zh: '公布岗位、逐岗认领、盘点空岗和未认岗党员',
    en: 'Publishes posts, each to be claimed; lists vacant posts and members without one',
  },
  categories: 'party-matters.round-kinds',
  reporters: ['staff', 'system'],
  fields: [
    line('branch', '党支部', 'Branch', { required: true }),
    number('members', '有能力认岗的党员', 'Members able to hold one', { required: true, min: 1, max: 1000 }),
  ],
  title: 'data.branch + "设岗定责"',
  start: 'setting',
  stages: [
    stage('setting', '设岗', 'Set up', ['正在设岗', 'Being set up'], secretary),
    stage('running', '认岗履职', 'Under way', ['正在认岗履职', 'Under way'], secretary),
    ending('over', '年度结束', 'Over'),
    ending('dropped', '不设岗', 'Dropped'),
  ],
  actions: [
    act('publish', '公布岗位', 'Publish the posts', ['setting', 'running'], [secretary], {
      to: 'running',
      form: [
        table(
          'posts',
          '岗位',
          'Posts',
          [
            choice('kind', '岗位类型', 'Kind', 'party-matters.post-kinds', { required: true }),
            line('duty', '主要职责', 'Duty', { required: true, max: 60 }),
          ],
          { required: true, max: 50 },
        ),
      ],
      effects: [
        {
          effect: 'case.open',
          playbook: 'party-matters.post',
          category: 'row.kind',
          values: { duty: 'row.duty', branch: 'data.branch' },
          each: 'posts',
        },
      ],
      counts: 'dispatch',
      tells: [{ what: 'posts', value: 'form.posts.kind' }],
      tone: 'primary',
    }),
    act('tally', '盘点空岗和未认岗党员', 'Tally', ['running'], [secretary], {
      form: [
        number('vacant', '空岗数', 'Vacant posts', { required: true, max: 100 }),
        table(
          'without',
          '未认岗党员',
          'Members without a post',
          [
            line('ref', '名册序号', 'Number in the roll', { required: true, max: 20 }),
            choice('why', '原因', 'Why', 'party-matters.without-post', { required: true }),
          ],
          { max: 200 },
        ),
      ],
      counts: 'note',
      tells: [
        { what: 'vacant', value: 'form.vacant' },
        { what: 'without', value: 'form.without.why' },
      ],
    }),
    act('end', '年度结束', 'The year is over', ['running'], [secretary], {
      ...closing,
      to: 'over',
      when: 'matter.tasks.open = 0',
      tells: [{ what: 'served', value: 'matter.tasks.done' }],
    }),
    act('drop', '不设岗', 'Set none up', ['setting'], [secretary], { ...refusing, to: 'dropped' }),
  ],
  clocks: [
    timer('setting', '设岗时限', 'Time to set up', ['setting'], limit(15, 'working-days')),
    timer('whole', '年度', 'The year', ['setting', 'running'], limit(365, 'calendar-days'), { main: true }),
  ],
  routing: [],
};

/** One post (S406): published, claimed or matched, its duties signed, its acts recorded; vacant when nobody claims it in time. */
export const post: Playbook = {
  id: 'party-matters.post',
  version: 1,
  name: { zh: '党员岗位', en: 'Post of a member' },
  summary: {
    zh: '公布、认领或匹配、签订责任书、记录履职、空岗补位、年度评议',
    en: 'Claimed or matched, duties signed, acts recorded, vacancies filled, judged each year',
  },
  categories: 'party-matters.post-kinds',
  reporters: ['staff', 'system'],
  fields: [
    line('duty', '主要职责', 'Duty', { required: true, max: 60 }),
    line('branch', '党支部', 'Branch', { required: true }),
  ],
  title: 'category.name + "：" + data.duty',
  start: 'published',
  stages: [
    stage('published', '待认领', 'To be claimed', ['已公布，等待认领', 'Published'], secretary),
    stage('vacant', '空岗', 'Vacant', ['空岗，正在匹配', 'Vacant'], secretary),
    stage('signing', '待签责任书', 'To be signed', ['已认领，待签责任书', 'Claimed'], secretary),
    stage('serving', '履职', 'Serving', ['正在履职', 'Serving'], secretary),
    ending('judged', '已评议', 'Judged'),
    ending('cancelled', '撤销岗位', 'Cancelled'),
  ],
  actions: [
    act('claim', '党员认领', 'Claimed', ['published', 'vacant'], [secretary, community], {
      to: 'signing',
      form: [line('who', '认领党员姓名', 'Who', { required: true, max: 30, privacy: holder })],
      counts: 'accept',
      tells: [{ what: 'how', value: '"claimed"' }],
      tone: 'primary',
    }),
    act('match', '按特长匹配', 'Matched', ['published', 'vacant'], [secretary], {
      to: 'signing',
      form: [
        line('who', '匹配党员姓名', 'Who', { required: true, max: 30, privacy: holder }),
        lines('fit', { zh: '匹配理由（特长、时间、住址）', en: 'Why it fits' }, { required: true, privacy: holder }),
      ],
      counts: 'accept',
      tells: [{ what: 'how', value: '"matched"' }],
    }),
    act('unclaimed', '逾期无人认领，列为空岗', 'Nobody claimed it', ['published'], [system], {
      to: 'vacant',
      tells: [{ what: 'vacant', value: 'data.branch' }],
    }),
    act('decline', '党员不认，另行认领', 'Not taken', ['signing'], [secretary], {
      to: 'published',
      form: [reasonField],
      counts: 'return',
    }),
    act('sign', '签订责任书', 'Sign the duties', ['signing'], [secretary], {
      to: 'serving',
      form: [
        table(
          'duties',
          '责任事项',
          'Duties',
          [
            line('what', '事项', 'What', { required: true, max: 60 }),
            simple('date', 'by', '期限', 'Until', { required: true }),
          ],
          { required: true, max: 10 },
        ),
        { ...blocks.photosField('paper', { zh: '责任书照片', en: 'Photo of the paper' }), required: true },
      ],
      does: [{ move: 'give-tasks', from: 'duties', columns: { name: 'what', due: 'by' } }],
      counts: 'dispatch',
      // A post that was left and taken up again is held once.
      tells: [{ what: 'held', value: 'if times = 0 then data.branch else null' }],
      tone: 'primary',
    }),
    ...blocks.milestoneSteps({ from: ['serving'], who: [secretary] }),
    act('record', '记录履职', 'Record an act', ['serving'], [secretary, community], {
      form: [
        lines('what', { zh: '做了什么', en: 'What was done' }, { required: true }),
        simple('date', 'on', '日期', 'On', { required: true }),
        number('people', '受益人数', 'People helped', { max: 100_000 }),
      ],
      counts: 'handle',
      tells: [{ what: 'act', value: 'category.code' }],
    }),
    act('leave', '党员离岗，转为空岗', 'The post is left', ['serving'], [secretary], {
      to: 'vacant',
      form: [reasonField],
      tells: [{ what: 'vacant', value: 'data.branch' }],
    }),
    act('judge', '年度评议', 'Judge the year', ['serving'], [secretary, affairs], {
      ...closing,
      to: 'judged',
      dropsTasks: true,
      notBy: ['record'],
      form: [
        choice(
          'grade',
          '评议等次',
          'Grade',
          [
            ['good', '好', 'Good'],
            ['fair', '较好', 'Fair'],
            ['average', '一般', 'Average'],
          ],
          { required: true },
        ),
        answerField,
      ],
      tells: [{ what: 'grade', value: 'form.grade' }],
    }),
    act('cancel', '撤销岗位', 'Cancel the post', ['published', 'vacant'], [secretary], {
      ...refusing,
      to: 'cancelled',
      dropsTasks: true,
    }),
  ],
  clocks: [
    timer('claiming', '认领时限', 'Time to be claimed', ['published'], limit(15, 'calendar-days'), {
      whenOver: 'unclaimed',
    }),
    timer('whole', '年度', 'The year', ['published', 'vacant', 'signing', 'serving'], limit(365, 'calendar-days'), {
      main: true,
    }),
  ],
  routing: [],
};
