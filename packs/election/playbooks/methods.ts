import { blocks, type Playbook } from '#engines/case/model';
import { affairs, allDone, community, law, leader, secretary } from './common.ts';

const { act, answerField, ending, line, lines, limit, number, photosField, reasonField, simple, stage, system, timer } =
  blocks;

const textField = lines('text', { zh: '办法正文', en: 'Text' }, { required: true, max: 5000 });

/**
 * 候选人预备人选推荐产生办法 (S099): the street drafts, its leader approves, each approval is the next version. It is sent down by
 * opening each community's own method, which carries number and version along as what it cites.
 */
export const streetMethod: Playbook = {
  id: 'election.street-method',
  version: 1,
  name: { zh: '街道推荐产生办法', en: 'The street’s method' },
  summary: {
    zh: '街道起草推荐程序和细则，党工委审定，逐版留存，下发社区引用',
    en: 'Procedures and rules drafted, approved version by version, cited by every community',
  },
  categories: 'election.method-kinds',
  reporters: ['staff'],
  fields: [line('title', '办法名称', 'Title', { required: true, max: 80 })],
  title: 'data.title',
  start: 'drafting',
  stages: [
    stage('drafting', '起草', 'Drafted', ['正在起草', 'Being drafted'], affairs),
    stage('deciding', '党工委审定', 'To be approved', ['正在审定', 'Being decided'], leader),
    stage('approved', '已审定', 'Approved', ['已审定', 'Approved'], affairs),
    stage('in-force', '施行中', 'In force', ['施行中', 'In force'], affairs),
    ending('ended', '换届结束，归档', 'Filed away'),
    ending('dropped', '不再制定', 'Given up'),
  ],
  actions: [
    act('submit', '提交审定', 'Hand in', ['drafting'], [affairs], {
      to: 'deciding',
      form: [
        lines('procedure', { zh: '推荐程序', en: 'Procedure' }, { required: true, max: 3000 }),
        lines('detail', { zh: '实施细则', en: 'Rules' }, { required: true, max: 5000 }),
        lines('changes', { zh: '修订说明', en: 'What is new' }, { max: 500 }),
      ],
      counts: 'handle',
      tone: 'primary',
    }),
    // What is approved is the next version: the number is counted, never typed.
    act('approve', '党工委审定通过', 'Approve', ['deciding'], [leader], {
      to: 'approved',
      notBy: ['submit'],
      form: [
        line('number', '文号', 'Document number', { required: true, max: 60 }),
        simple('date', 'from', '施行日期', 'In force from', { required: true }),
      ],
      counts: 'verify',
      tells: [{ what: 'version', value: 'times + 1' }],
      tone: 'primary',
    }),
    act('return', '退回修改', 'Return', ['deciding'], [leader], {
      to: 'drafting',
      notBy: ['submit'],
      form: [reasonField],
      counts: 'return',
    }),
    act('send-down', '下发社区，各自制定办法', 'Send down', ['approved'], [affairs], {
      to: 'in-force',
      form: [line('number', '引用文号', 'Number to cite', { required: true, max: 60 })],
      effects: [
        {
          effect: 'case.open',
          playbook: 'election.community-method',
          category: '"both"',
          values: { basis: 'form.number', basisVersion: 'times + 1' },
          eachBelow: 'community',
        },
        {
          effect: 'knowledge.publish',
          awaits: 'knowledge',
          about: { zh: '办法本版收入知识库，旧版留存', en: 'This version in the library, older ones kept' },
        },
      ],
      counts: 'dispatch',
      tone: 'primary',
    }),
    act('revise', '修订', 'Revise', ['in-force'], [affairs], {
      to: 'drafting',
      form: [reasonField],
      counts: 'note',
    }),
    act('end', '换届结束归档', 'File away', ['in-force'], [affairs], {
      to: 'ended',
      when: allDone,
      form: [answerField],
      answers: 'answer',
      outcome: 'resolved',
      counts: 'close',
    }),
    act('drop', '不再制定', 'Give up', ['drafting'], [affairs], {
      to: 'dropped',
      form: [answerField],
      answers: 'answer',
      outcome: 'withdrawn',
      counts: 'close',
      dropsTasks: true,
      tone: 'danger',
    }),
  ],
  clocks: [
    timer('deciding', '审定时限', 'Time to decide', ['deciding'], limit(10, 'working-days')),
    timer(
      'whole',
      '办法施行期',
      'Time of the method',
      ['drafting', 'deciding', 'approved', 'in-force'],
      limit(365, 'calendar-days'),
      {
        main: true,
      },
    ),
  ],
  routing: [],
};

/** More than half were there, more than half of them agreed. */
const passes = 'form.present * 2 > form.entitled and form.agreed * 2 > form.present';

/**
 * 社区推荐（投票）办法 (S100): the meeting of residents drafts, the street passes or returns, it is published with its day and where to
 * send comments; only the clock ends that time. Comments come by `election.comment` or on paper, and each is answered.
 */
export const communityMethod: Playbook = {
  id: 'election.community-method',
  version: 1,
  name: { zh: '社区推荐（投票）办法', en: 'A community’s method' },
  summary: {
    zh: '居民（代表）会议制定，引用街道办法，党工委审核，向群众公布并征求意见',
    en: 'Made by a meeting, cites the street’s, looked at by the street, published for comments',
  },
  categories: 'election.method-kinds',
  reporters: ['staff', 'system'],
  fields: [
    line('basis', '依据的街道办法文号', 'Number of the street’s method', { required: true, max: 60 }),
    number('basisVersion', '依据版次', 'Its version', { required: true, min: 1, max: 99 }),
  ],
  title: 'place.name + "推荐（投票）办法（依据 " + data.basis + " 第" + string(data.basisVersion) + "版）"',
  start: 'drafting',
  stages: [
    stage('drafting', '会议制定', 'Made by a meeting', ['正在制定', 'Being made'], secretary),
    stage('reviewing', '党工委审核', 'Looked at', ['街道正在审核', 'The street looks at it'], affairs),
    stage('passed', '审核通过，待公布', 'To be published', ['即将公布', 'About to be published'], secretary),
    stage(
      'commenting',
      '公布征求意见',
      'Open for comments',
      ['已公布，欢迎提出意见', 'Published: tell us what you think'],
      secretary,
    ),
    stage('settling', '意见处理', 'Comments', ['正在处理意见', 'Comments are being answered'], secretary),
    ending('adopted', '施行', 'Adopted'),
    ending('replaced', '依据已修订，另行制定', 'Replaced'),
  ],
  actions: [
    act('draft', '会议通过，报街道审核', 'Hand in', ['drafting'], [secretary, community], {
      to: [{ when: passes, to: 'reviewing' }, { to: 'drafting' }],
      form: [
        simple('date', 'on', '会议日期', 'Meeting on', { required: true }),
        number('entitled', '应到', 'Entitled', { required: true, min: 1, max: 100_000 }),
        number('present', '实到', 'Present', { required: true, max: 100_000 }),
        number('agreed', '同意', 'Agreed', { required: true, max: 100_000 }),
        textField,
        photosField('minutes', { zh: '会议记录照片', en: 'Photos of the minutes' }),
      ],
      counts: 'handle',
      tells: [{ what: 'meeting', value: `if ${passes} then "passed" else "not-passed"` }],
      tone: 'primary',
    }),
    act('pass', '审核通过', 'Pass', ['reviewing'], [affairs], {
      to: 'passed',
      notBy: ['draft'],
      form: [lines('opinion', { zh: '审核意见', en: 'Opinion' }, { required: true })],
      counts: 'verify',
      tells: [{ what: 'review', value: '"passed"' }],
      tone: 'primary',
    }),
    act('return', '退回修改', 'Return', ['reviewing'], [affairs], {
      to: 'drafting',
      notBy: ['draft'],
      form: [reasonField],
      counts: 'return',
      tells: [{ what: 'review', value: '"returned"' }],
    }),
    act('publish', '向群众公布', 'Publish', ['passed'], [secretary, community], {
      to: 'commenting',
      form: [
        simple('date', 'on', '公布日期', 'Published on', { required: true }),
        line('where', '公布地点和方式', 'Where', { required: true }),
        lines(
          'channel',
          { zh: '意见渠道', en: 'How to comment' },
          { required: true, hint: { zh: '扫码“换届意见反映”、打电话或当面', en: 'By code, by phone, in person' } },
        ),
        photosField('photos', { zh: '公布照片', en: 'Photos' }),
      ],
      effects: [
        {
          effect: 'notice.send',
          template: 'election.method-published',
          to: [community],
          values: { title: 'data.basis', where: 'form.where', channel: 'form.channel' },
        },
      ],
      tells: [{ what: 'published', value: 'data.basis' }],
      tone: 'primary',
    }),
    act('comment', '登记群众意见', 'Record a comment', ['commenting'], [secretary, community], {
      form: [
        lines('opinion', { zh: '意见内容', en: 'Comment' }, { required: true }),
        blocks.choice(
          'by',
          '渠道',
          'How',
          [
            ['code', '扫码', 'By code'],
            ['phone', '电话', 'By phone'],
            ['paper', '书面', 'On paper'],
            ['face', '当面', 'In person'],
          ],
          { required: true },
        ),
      ],
      does: [
        {
          move: 'give-tasks',
          name: { zh: '答复群众意见', en: 'Answer the comment' },
          doneWithin: limit(3, 'working-days'),
        },
      ],
      tells: [{ what: 'comment', value: 'form.by' }],
    }),
    ...blocks.milestoneSteps({ from: ['commenting', 'settling'], who: [secretary] }),
    act('comments-over', '征求意见期满', 'Comments are over', ['commenting'], [system], { to: 'settling' }),
    act('amend', '采纳意见，重新制定', 'Take comments on', ['settling'], [secretary], {
      to: 'drafting',
      when: allDone,
      form: [reasonField],
      counts: 'return',
    }),
    act('adopt', '公布施行', 'Adopt', ['settling'], [secretary], {
      to: 'adopted',
      when: allDone,
      form: [answerField],
      answers: 'answer',
      outcome: 'resolved',
      counts: 'close',
      tells: [{ what: 'adopted', value: 'data.basis' }],
      tone: 'primary',
    }),
    act('replace', '依据已修订，另行制定', 'Replaced', ['drafting', 'reviewing', 'passed'], [affairs], {
      to: 'replaced',
      form: [answerField],
      answers: 'answer',
      outcome: 'withdrawn',
      counts: 'close',
      dropsTasks: true,
    }),
  ],
  clocks: [
    timer('reviewing', '审核时限', 'Time to look at it', ['reviewing'], limit(5, 'working-days')),
    timer('commenting', '征求意见期', 'Time for comments', ['commenting'], limit(7, 'calendar-days'), {
      whenOver: 'comments-over',
    }),
    timer(
      'whole',
      '制定时限',
      'Time to make it',
      ['drafting', 'reviewing', 'passed', 'commenting', 'settling'],
      limit(60, 'calendar-days', law),
      { main: true },
    ),
  ],
  routing: [],
};

/** 换届意见反映 (S100): the channel that a published method names. What touches discipline is answered by the street alone. */
export const comment: Playbook = {
  id: 'election.comment',
  version: 1,
  name: { zh: '换届意见反映', en: 'A comment on the election' },
  summary: {
    zh: '居民对推荐（投票）办法、名单和换届纪律提出意见，限期答复',
    en: 'What residents think of the method, the roll, the conduct; answered in time',
  },
  categories: 'election.comment-kinds',
  reporters: ['resident', 'staff'],
  fields: [
    lines('opinion', { zh: '您的意见', en: 'What you think' }, { required: true, max: 500 }),
    line('method', '所指办法（公告上的文号，可不填）', 'Which method (as on the notice)', { max: 60 }),
  ],
  title: 'category.name',
  start: 'received',
  stages: [
    stage('received', '待答复', 'To be answered', ['已收到，正在研究', 'Received'], secretary),
    stage('street', '街道核查', 'The street looks into it', ['街道正在核查', 'The street is looking into it'], affairs),
    ending('answered', '已答复', 'Answered'),
    ending('withdrawn', '已撤回', 'Withdrawn'),
  ],
  actions: [
    act('to-street', '转街道核查', 'To the street', ['received'], [secretary, community], {
      to: 'street',
      form: [reasonField],
      counts: 'transfer',
    }),
    act('answer', '答复', 'Answer', ['received'], [secretary, community], {
      to: 'answered',
      when: 'category.code != "conduct"',
      form: [
        blocks.choice(
          'taken',
          '采纳情况',
          'Taken on',
          [
            ['yes', '采纳', 'Yes'],
            ['part', '部分采纳', 'In part'],
            ['no', '未采纳', 'No'],
          ],
          { required: true },
        ),
        answerField,
      ],
      answers: 'answer',
      outcome: 'explained',
      counts: 'close',
      tells: [{ what: 'taken', value: 'form.taken' }],
      tone: 'primary',
    }),
    act('street-answer', '街道答复', 'The street answers', ['street'], [affairs], {
      to: 'answered',
      form: [answerField],
      answers: 'answer',
      outcome: 'explained',
      counts: 'close',
      tone: 'primary',
    }),
    blocks.withdrawing({ from: ['received'], to: 'withdrawn' }),
    blocks.rating({ from: ['answered'], closed: 'answered', again: 'street' }),
  ],
  clocks: [
    timer('whole', '答复时限', 'Time to answer', ['received', 'street'], limit(5, 'working-days'), { main: true }),
  ],
  routing: [],
};
