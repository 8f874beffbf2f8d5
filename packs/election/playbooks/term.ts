import { blocks, type Playbook } from '#engines/case/model';
import {
  affairs,
  allDone,
  ballotAwaited,
  candidacy,
  checklist,
  countHolds,
  law,
  leader,
  paperCount,
  reached,
  rules,
  secretary,
  turnoutHolds,
} from './common.ts';

const {
  act,
  answerField,
  ending,
  line,
  lines,
  limit,
  number,
  photosField,
  reasonField,
  simple,
  someBodiesField,
  stage,
  system,
  timer,
} = blocks;

/** More candidates than seats, and the day of the election is at least twenty days after the day in China on which the roll is published. */
const mayPublish =
  'form.candidates > form.seats and date(form.day) >= date(date and time(at) + duration("PT8H")) + duration("P20D")';

/**
 * 社区“两委”换届 (S098): one case for each community and term, stage after stage, each with its checklist; none is left while an item is
 * open. The times that the law lays down are kept by the clock alone: nobody opens the poll before the roll hung twenty days.
 */
export const term: Playbook = {
  id: 'election.term',
  version: 1,
  name: { zh: '社区“两委”换届', en: 'Election of the two committees' },
  summary: {
    zh: '动员、选举委员会、选民登记、提名、资格审查、名单公布、投票、公示、备案、交接，逐环节清单和法定期限',
    en: 'From mobilising to handing over: a checklist for each stage, the deadlines of the law',
  },
  categories: 'election.committees',
  reporters: ['staff', 'system'],
  fields: [
    line('term', '届次', 'Term', { required: true, max: 30 }),
    line('document', '部署文件文号', 'Document', { required: true, max: 60 }),
  ],
  title: 'data.term + category.name + "换届：" + place.name',
  start: 'opened',
  stages: [
    stage('opened', '待启动', 'To begin', ['即将换届', 'About to begin'], secretary),
    stage('mobilising', '动员部署', 'Mobilising', ['正在动员', 'Mobilising'], secretary),
    stage(
      'forming',
      '推选选举委员会',
      'Forming the election committee',
      ['正在推选选举委员会', 'The election committee is being formed'],
      secretary,
    ),
    stage('registering', '选民登记', 'Registering voters', ['正在登记选民', 'Voters are being registered'], secretary),
    stage('nominating', '提名', 'Nominating', ['正在提名', 'Nominations'], secretary),
    stage('shortlisted', '待送联审', 'To be looked at', ['提名结束，即将联审', 'Nominations are over'], secretary),
    stage('qualifying', '资格审查', 'Qualification', ['正在联审', 'Being looked at'], secretary),
    stage(
      'objecting',
      '名单公布（异议期）',
      'Roll published',
      ['名单已公布，有异议请在五日内提出', 'Published: object within five days'],
      secretary,
    ),
    stage('announced', '待投票', 'Awaiting the poll', ['等待投票日', 'Awaiting the poll'], secretary),
    stage('voting', '投票选举', 'Voting', ['正在投票选举', 'Voting'], secretary),
    stage('again', '另行选举', 'Another vote', ['将另行选举', 'Another vote follows'], secretary),
    stage('publishing', '结果公示', 'Result published', ['结果公示中', 'The result is on notice'], secretary),
    stage('filing', '备案', 'Filing', ['正在备案', 'Being filed'], secretary),
    stage('handing-over', '工作移交', 'Handing over', ['正在移交', 'Being handed over'], secretary),
    ending('done', '换届完成', 'Done'),
    ending('stopped', '暂缓换届', 'Put off'),
  ],
  actions: [
    act('begin', '启动', 'Begin', ['opened'], [secretary], {
      to: 'mobilising',
      form: [
        line('method', '本社区推荐（投票）办法编号', 'Number of the community’s method', { required: true, max: 60 }),
      ],
      does: checklist(
        ['召开动员大会', 'Meeting held'],
        ['任期和离任审计', 'Audit of the term'],
        ['宣传换届纪律', 'Discipline made known'],
      ),
      counts: 'accept',
      tells: reached('mobilising'),
      tone: 'primary',
    }),
    ...blocks.milestoneSteps({
      from: ['mobilising', 'forming', 'registering', 'nominating', 'objecting', 'announced', 'voting', 'handing-over'],
      who: [secretary],
    }),
    ...blocks.taskSteps({ from: ['qualifying'] }),
    blocks.progressNote({ from: ['qualifying', 'announced', 'voting', 'publishing', 'filing'], who: [secretary] }),
    act('mobilised', '动员完成', 'Mobilised', ['mobilising'], [secretary], {
      to: 'forming',
      when: allDone,
      does: checklist(
        ['推选选举委员会', 'Election committee chosen'],
        ['公布选举委员会名单', 'Its members published'],
        ['报街道备案', 'Told the street'],
      ),
      tells: reached('forming'),
      tone: 'primary',
    }),
    act('formed', '选举委员会产生', 'Formed', ['forming'], [secretary], {
      to: 'registering',
      when: allDone,
      form: [number('members', '选举委员会人数', 'Members', { required: true, min: 3, max: 15 })],
      does: checklist(
        ['发布选民登记公告', 'Registration announced'],
        ['入户登记核对', 'Registered house by house'],
        ['审核登记名单', 'The roll looked through'],
      ),
      tells: reached('registering'),
      tone: 'primary',
    }),
    act('registered', '登记完成', 'Registered', ['registering'], [secretary], {
      to: 'nominating',
      when: allDone,
      form: [number('voters', '登记选民数', 'Voters', { required: true, min: 1, max: 100_000 })],
      does: checklist(['公布提名方式和资格条件', 'How to nominate, made known'], ['组织提名', 'Nominations held']),
      tells: reached('nominating'),
      tone: 'primary',
    }),
    // 差额选举：提名人数多于应选名额。Names are sealed; what goes on is how many.
    act('nominated', '提名完成', 'Nominated', ['nominating'], [secretary], {
      to: [{ when: 'form.nominees > form.seats', to: 'shortlisted' }, { to: 'nominating' }],
      when: allDone,
      form: [
        number('seats', '应选名额', 'Seats', { required: true, min: 1, max: 30 }),
        number('nominees', '提名人数', 'Nominees', { required: true, min: 1, max: 60 }),
        lines('names', { zh: '人选名单', en: 'Who is nominated' }, { required: true, privacy: candidacy, max: 1000 }),
      ],
      counts: 'handle',
      tone: 'primary',
    }),
    act('send', '送部门联审', 'To the departments', ['shortlisted'], [secretary, affairs], {
      to: 'qualifying',
      form: [someBodiesField('departments', { zh: '联审部门', en: 'Departments that look at them' })],
      does: [
        {
          move: 'give-tasks',
          from: 'departments',
          name: { zh: '候选人资格联审', en: 'Qualification of the nominees' },
          doneWithin: limit(5, 'working-days'),
        },
      ],
      counts: 'dispatch',
      tells: reached('qualifying'),
      tone: 'primary',
    }),
    act('qualified', '公布选民名单和候选人', 'Publish roll and candidates', ['qualifying'], [secretary], {
      to: [{ when: mayPublish, to: 'objecting' }, { to: 'qualifying' }],
      when: allDone,
      form: [
        number('voters', '名单选民数', 'Voters on the roll', { required: true, min: 1, max: 100_000 }),
        number('seats', '应选名额', 'Seats', { required: true, min: 1, max: 30 }),
        number('candidates', '正式候选人数', 'Candidates', { required: true, min: 1, max: 60 }),
        simple('date', 'day', '选举日', 'Day of the election', { required: true }),
        photosField('photos', { zh: '公布照片', en: 'Photos' }),
      ],
      counts: 'verify',
      tells: reached('published', mayPublish),
      tone: 'primary',
    }),
    act('nominate-anew', '候选人不足，重新提名', 'Nominate anew', ['qualifying'], [secretary], {
      to: 'nominating',
      when: allDone,
      form: [reasonField],
      does: checklist(['重新组织提名', 'Nominations held again']),
      counts: 'return',
    }),
    act('object', '登记名单异议', 'Record an objection', ['objecting'], [secretary], {
      form: [
        lines(
          'objection',
          { zh: '异议内容', en: 'Objection' },
          { required: true, hint: { zh: '只写事由，不写当事人', en: 'What it is about, nobody’s name' } },
        ),
      ],
      does: [
        {
          move: 'give-tasks',
          name: { zh: '异议处理并公布结果', en: 'Objection decided and published' },
          doneWithin: limit(3, 'calendar-days', rules),
        },
      ],
      counts: 'note',
      tells: [{ what: 'objection', value: '"roll"' }],
    }),
    act('objections-over', '异议期满', 'Objections are over', ['objecting'], [system], { to: 'announced' }),
    act('open-poll', '名单公布期满，可以投票', 'The poll may open', ['announced'], [system], {
      to: 'voting',
      effects: ballotAwaited,
      tells: reached('voting'),
    }),
    act('count', '录入计票结果', 'Enter the count', ['voting'], [secretary], {
      to: [
        { when: `${countHolds} and ${turnoutHolds} and form.elected = form.seats`, to: 'publishing' },
        { when: `${countHolds} and form.elected <= form.seats`, to: 'again' },
        { to: 'voting' },
      ],
      when: allDone,
      form: [
        ...paperCount,
        number('seats', '应选名额', 'Seats', { required: true, min: 1, max: 30 }),
        number('elected', '得票过半当选人数', 'Elected by more than half', { required: true, max: 30 }),
      ],
      counts: 'handle',
      tells: [
        {
          what: 'turnout',
          value: `if not(${countHolds}) then "no-count" else if ${turnoutHolds} then "valid" else "short"`,
        },
        { what: 'elected', value: 'form.elected' },
      ],
      tone: 'primary',
    }),
    act('vote-again', '组织另行选举', 'Vote again', ['again'], [secretary], {
      to: 'voting',
      atMost: 2,
      form: [simple('date', 'day', '另行选举日', 'Day', { required: true }), reasonField],
      effects: ballotAwaited,
      counts: 'return',
    }),
    act('leave-vacant', '缺额暂不补，公示当选者', 'Leave the rest vacant', ['again'], [secretary], {
      to: 'publishing',
      needs: { who: [leader] },
      form: [number('vacant', '缺额', 'Vacant', { required: true, min: 1, max: 30 }), reasonField],
      tells: [{ what: 'vacant', value: 'form.vacant' }],
    }),
    act('contest', '结果被举报，核查属实不予确认', 'The result does not stand', ['publishing'], [affairs], {
      to: 'again',
      needs: { who: [leader] },
      form: [reasonField],
      counts: 'return',
      tells: [{ what: 'objection', value: '"result"' }],
      tone: 'danger',
    }),
    act('publicity-over', '公示期满，报备案', 'Notice is over', ['publishing'], [system], {
      to: 'filing',
      effects: [
        {
          effect: 'case.open',
          playbook: 'election.filing',
          category: '"results"',
          values: { about: 'data.term + "选举结果"' },
        },
      ],
      tells: reached('filing'),
    }),
    act('filed', '备案完成，开始移交', 'Filed', ['filing'], [secretary], {
      to: 'handing-over',
      when: 'matter.tasks.open = 0',
      form: [line('number', '备案回执编号', 'Number of the receipts', { required: true, max: 80 })],
      does: checklist(
        ['印章移交', 'Seals'],
        ['财务账目移交', 'Accounts'],
        ['资产移交', 'Property'],
        ['档案资料移交', 'Files'],
      ),
      tells: reached('handing-over'),
      tone: 'primary',
    }),
    act('handed-over', '移交完成', 'Handed over', ['handing-over'], [secretary], {
      to: 'done',
      when: allDone,
      form: [photosField('list', { zh: '移交清单照片', en: 'Photos of the list' }), answerField],
      answers: 'answer',
      outcome: 'resolved',
      counts: 'close',
      effects: [
        {
          effect: 'register.write',
          awaits: 'register',
          about: { zh: '新一届“两委”成员写入班子名册', en: 'The new members in the register of leadership teams' },
        },
      ],
      tells: reached('done'),
      tone: 'primary',
    }),
    act('stop', '暂缓换届', 'Put off', ['opened', 'mobilising', 'forming', 'registering', 'nominating'], [affairs], {
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
    timer('mobilising', '动员时限', 'Time to mobilise', ['opened', 'mobilising'], limit(15, 'calendar-days')),
    timer('forming', '推选时限', 'Time to form it', ['forming'], limit(10, 'calendar-days')),
    timer('registering', '登记时限', 'Time to register', ['registering'], limit(15, 'calendar-days')),
    timer('nominating', '提名时限', 'Time to nominate', ['nominating'], limit(10, 'calendar-days')),
    timer('qualifying', '联审时限', 'Time to look at them', ['shortlisted', 'qualifying'], limit(10, 'working-days')),
    timer('objecting', '名单异议期', 'Time to object', ['objecting'], limit(5, 'calendar-days', rules), {
      whenOver: 'objections-over',
    }),
    // The day of publication counts: nineteen days after it the twentieth day before the poll has passed.
    timer(
      'roll',
      '名单公布满二十日',
      'The roll hangs twenty days',
      ['objecting', 'announced'],
      limit(19, 'calendar-days', law),
      {
        whenOver: 'open-poll',
      },
    ),
    timer('again', '另行选举时限', 'Time to vote again', ['again'], limit(15, 'calendar-days')),
    timer('publishing', '结果公示期', 'Time of the notice', ['publishing'], limit(5, 'working-days'), {
      whenOver: 'publicity-over',
    }),
    timer('handing-over', '移交期限', 'Time to hand over', ['handing-over'], limit(10, 'calendar-days', rules)),
    timer(
      'whole',
      '换届期限',
      'Time of the election',
      [
        'opened',
        'mobilising',
        'forming',
        'registering',
        'nominating',
        'shortlisted',
        'qualifying',
        'objecting',
        'announced',
        'voting',
        'again',
        'publishing',
        'filing',
        'handing-over',
      ],
      limit(120, 'calendar-days'),
      { main: true },
    ),
  ],
  routing: [],
};
