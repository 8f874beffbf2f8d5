import { countOfTold, type Indicator } from '#engines/indicator/model';

const told = (playbook: string, what: string, ...said: readonly string[]) => ({
  fact: 'case.told',
  where: { playbook: [`party-matters.${playbook}`], what: [what], ...(said.length > 0 && { said }) },
});
const reported = (playbook: string) => ({ fact: 'case.reported', where: { playbook: [`party-matters.${playbook}`] } });
const share = { kind: 'ratio', unit: 'percent', digits: 1, better: 'higher', period: 'cohort', minimum: 5 } as const;

export const indicators: readonly Indicator[] = [
  {
    id: 'party-matters.wishes_true',
    name: { zh: '微心愿实现数', en: 'Wishes come true' },
    definition: {
      zh: '期内经他人确认实现的微心愿个数。',
      en: 'Wishes that came true in the period, confirmed by another.',
    },
    kind: 'count',
    unit: 'cases',
    digits: 0,
    better: 'none',
    period: 'at',
    of: told('wish', 'fulfilled'),
  },
  {
    id: 'party-matters.members_active_rate',
    name: { zh: '报到党员作用发挥率', en: 'Members who serve' },
    definition: {
      zh: '期内年度反馈的报到党员中，全年服务满四次的比例。',
      en: 'Share of the members fed back in the period who served four times or more.',
    },
    kind: 'ratio',
    unit: 'percent',
    digits: 1,
    better: 'higher',
    period: 'at',
    of: told('member-report', 'active', 'yes'),
    over: told('member-report', 'active'),
    minimum: 5,
  },
  {
    id: 'party-matters.help_solved_rate',
    name: { zh: '帮包解决率', en: 'Help that solved it' },
    definition: {
      zh: '期内社区确认的帮包需求中，实际解决的比例；走访不计。',
      en: 'Share of the needs that communities judged in the period which were solved; visits do not count.',
    },
    kind: 'ratio',
    unit: 'percent',
    digits: 1,
    better: 'higher',
    period: 'at',
    of: told('help', 'solved', 'yes'),
    over: told('help', 'solved'),
    minimum: 5,
  },
  {
    id: 'party-matters.help_visits',
    name: { zh: '帮包走访次数', en: 'Visits of helpers' },
    definition: {
      zh: '期内帮包单位登记的走访次数，与解决数对照查看，不作为考核。',
      en: 'Visits that helper units recorded in the period, to be looked at beside the problems solved; not for assessment.',
    },
    kind: 'count',
    unit: 'person-times',
    digits: 0,
    better: 'none',
    period: 'at',
    of: told('help', 'visit'),
  },
  {
    id: 'party-matters.departures',
    name: { zh: '协商程序例外次数', en: 'Departures from procedure' },
    definition: {
      zh: '期内协商议事缩短公告期的次数，每次均有理由和批准人。',
      en: 'How often the notice of a deliberation was shortened in the period; each has its reason and who granted it.',
    },
    kind: 'count',
    unit: 'cases',
    digits: 0,
    better: 'lower',
    period: 'at',
    of: told('deliberation', 'departure'),
  },
  countOfTold(
    'party-matters.members_expected',
    ['应报到在职党员', 'Members expected'],
    ['期内单位名单带入的应报到党员人数。', 'Members whom units listed in the period as living here.'],
    { playbooks: ['party-matters.member-report'], what: 'expected' },
    { unit: 'people', period: 'cohort' },
  ),
  {
    id: 'party-matters.members_reported_rate',
    name: { zh: '应到党员报到率', en: 'Expected members who reported' },
    definition: {
      zh: '期内单位名单应到的党员中，已到社区报到的比例；自行报到的不在此列。',
      en: 'Share of the members listed by units in the period who have reported in; those who came by themselves are not of them.',
    },
    ...share,
    of: told('member-report', 'came', 'list'),
    over: told('member-report', 'expected'),
  },
  countOfTold(
    'party-matters.members_overdue',
    ['逾期未报到党员', 'Members not reported in time'],
    [
      '期内名单应到、三十日内未报到而列入提醒的党员人数，点开即名单。',
      'Members listed in the period who had not reported in thirty days; it opens to the list.',
    ],
    { playbooks: ['party-matters.member-report'], what: 'overdue' },
    { unit: 'people', better: 'lower', period: 'cohort' },
  ),
  {
    id: 'party-matters.posts_held_rate',
    name: { zh: '党员岗位有人率', en: 'Posts that are held' },
    definition: {
      zh: '期内公布的党员岗位中，签订过责任书的比例；其余为空岗。撤销的岗位不计入。',
      en: 'Share of the posts published in the period whose duties were signed; the rest are vacant. Cancelled ones are left out.',
    },
    ...share,
    of: told('post', 'held'),
    over: reported('post'),
    excluded: [
      {
        fact: 'case.finished',
        where: { playbook: ['party-matters.post'], outcome: ['declined'] },
        reason: { zh: '岗位撤销', en: 'Cancelled' },
      },
    ],
  },
  countOfTold(
    'party-matters.posts_vacant',
    ['空岗次数', 'Posts that fell vacant'],
    [
      '期内逾期无人认领或离岗而列为空岗的次数，点开即各岗位。',
      'How often a post was put down as vacant in the period, unclaimed or left; it opens to the posts.',
    ],
    { playbooks: ['party-matters.post'], what: 'vacant' },
    { better: 'lower' },
  ),
  countOfTold(
    'party-matters.members_without_post',
    ['未认岗党员', 'Members without a post'],
    [
      '期内盘点列出、有能力而尚未认领岗位的党员人次；流动、年老体弱的另计。',
      'Members put down in the tallies of the period as able and without a post; the away and the frail are not of them.',
    ],
    { playbooks: ['party-matters.post-round'], what: 'without', said: ['open'] },
    { unit: 'person-times', better: 'lower' },
  ),
  countOfTold(
    'party-matters.post_acts',
    ['党员岗位履职次数', 'Acts of members in their posts'],
    ['期内记录的岗位履职次数，不作为考核。', 'Acts recorded in the period; not for assessment.'],
    { playbooks: ['party-matters.post'], what: 'act' },
    { unit: 'person-times' },
  ),
  {
    id: 'party-matters.projects_accepted_rate',
    name: { zh: '党建项目验收通过率', en: 'Projects accepted' },
    definition: {
      zh: '期内申报并立项的党建项目中，通过验收的比例。',
      en: 'Share of the projects approved, of those applied for in the period, that were accepted.',
    },
    ...share,
    of: told('project', 'accepted'),
    over: told('project', 'approved'),
  },
  countOfTold(
    'party-matters.project_copies',
    ['党建项目复制数', 'Copies of projects'],
    [
      '期内经街道确认的项目复制个数；各孵化项目自己的复制数见其汇总。',
      'Copies that the street confirmed in the period; those of one project stand in its own summary.',
    ],
    { playbooks: ['party-matters.project-copy'], what: 'copied' },
  ),
  {
    id: 'party-matters.retired_transferred_rate',
    name: { zh: '离退休党员转接率', en: 'Retired members transferred' },
    definition: {
      zh: '期内摸底列入的离退休未转接党员中，已转入社区的比例；分母与分子之差即尚未转接。',
      en: 'Share of the retired members listed in the period who were transferred; the difference are those not yet.',
    },
    ...share,
    of: told('retired-member', 'transferred'),
    over: reported('retired-member'),
    sensitivity: 'sensitive',
  },
  {
    id: 'party-matters.opinions_in_time_rate',
    name: { zh: '部门协调意见按期率', en: 'Opinions in time' },
    definition: {
      zh: '期内出具的协调意见和完成的分工中，在期限内的比例。',
      en: 'Share of the opinions and parts that departments gave in the period which came in time.',
    },
    ...share,
    period: 'at',
    of: { fact: 'case.task-done', where: { playbook: ['party-matters.coordination'], timing: ['in-time'] } },
    over: {
      fact: 'case.task-done',
      where: { playbook: ['party-matters.coordination'], timing: ['in-time', 'overtime'] },
    },
  },
  countOfTold(
    'party-matters.models_chosen',
    ['评定先进典型', 'Models chosen'],
    [
      '期内核查、公示、审定后评定的先进典型个数。',
      'Models chosen in the period, after verification, notice and decision.',
    ],
    { playbooks: ['party-matters.model'], what: 'decided', said: ['yes'] },
  ),
];
