import { type ActStep, blocks, type PlaybookExample, type ReportStep } from '#engines/case/model';
import { community, team, teamContact, unit, unitContact, worker } from './people.ts';

const reverse = blocks.examplesOf('order.reverse-visit');
const twoWay = blocks.examplesOf('order.two-way');
const mutual = blocks.examplesOf('order.mutual-help');
const five = blocks.examplesOf('order.five-parties');
const call = blocks.examplesOf('order.volunteers');

const slot = { plan: 'order.staff-visits', place: '990101001001', start: '2026-03-05T06:30:00.000Z' } as const;
const booked: ReportStep = { report: { category: 'matter', values: { slot, about: '老人行动不便，想办高龄津贴' } } };
const offer: ReportStep = {
  report: { category: 'jobs', values: { way: 'offer', who: 'enterprise', what: '招家政服务员 3 名', count: 3 } },
};
const match: ActStep = {
  act: 'match',
  by: community,
  form: { matches: [{ number: '260301-1', fit: '本小区待业，有家政经验' }] },
};
const asked: ReportStep = { report: { category: 'b07', values: { way: 'ask', kind: 'lift', words: '大衣柜抬不动' } } };
const matched: ActStep = { act: 'match', by: worker, form: { helper: '隔壁老王' } };
const need: ReportStep = {
  by: community,
  report: { category: 'a12', values: { need: '独居老人精神慰藉', people: 20 } },
};
const parts: ActStep = {
  act: 'team',
  by: community,
  form: {
    parts: [
      { part: 'organisation', what: '项目承接', who: unit, by: '2026-04-01' },
      { part: 'volunteers', what: '每周陪伴', who: team, by: '2026-04-15' },
    ],
  },
};
const partDone = (by: typeof unitContact): ActStep => ({ act: 'finish-task', by, form: { result: '已完成' } });
const called: ReportStep = {
  by: community,
  report: { category: 'a09', values: { skill: '急救', wanted: 10, at: '2026-03-05T01:00:00.000Z' } },
};
const gather: ActStep = { act: 'call', by: community, form: { teams: [unit, team] } };

export const communityExamples: readonly PlaybookExample[] = [
  reverse('booked', '居民从工作人员时间里选时间', 'A resident chooses a time of the staff', { given: [], when: booked, then: { stage: 'booked', offers: { to: community, actions: ['move', 'visit', 'miss'] } }, proves: ['S257'] }),
  reverse('came', '工作人员上门，省去群众跑腿', 'Staff come, a trip is saved', {
    given: [booked],
    when: { act: 'visit', by: community, form: { cameAt: '2026-03-02T01:30:00.000Z', answer: '已上门收齐材料。' } },
    then: { stage: 'visited', status: 'closed', told: ['reverse-visit matter', 'trips-saved 1'] },
    proves: ['S257'],
  }),
  reverse('missed', '未成行的说明原因', 'Why it did not take place', { given: [booked], when: { act: 'miss', by: community, form: { why: 'absent', answer: '家中无人，请重新预约。' } }, then: { stage: 'missed', told: ['missed absent'] } }),
  twoWay('listed', '企业提供岗位', 'An enterprise offers jobs', { given: [], when: offer, then: { stage: 'listed' }, proves: ['S258'] }),
  twoWay('needed', '居民提出需要', 'A resident needs something', { given: [], when: { report: { category: 'jobs', values: { way: 'need', who: 'resident', what: '想在附近找份家政工作' } } }, then: { stage: 'listed', facts: ['case.reported'] }, proves: ['S258'] }),
  twoWay('policy', '企业需要政策服务', 'An enterprise needs help with policies', { given: [], when: { report: { category: 'policy', values: { way: 'need', who: 'enterprise', what: '想了解稳岗补贴怎么申请' } } }, then: { stage: 'listed', facts: ['case.reported'] }, proves: ['S258'] }),
  twoWay('one-side', '只有一方愿意的不算对接', 'One side alone does not join them', { given: [offer, match, { act: 'agree', form: {} }], when: { act: 'join', by: community, form: { both: false, answer: '对方暂不考虑，继续匹配。' } }, then: { stage: 'listed', status: 'open', told: [] }, proves: ['S258'] }),
  twoWay('matched', '列出匹配清单', 'What fits is listed', { given: [offer], when: match, then: { stage: 'matched', told: ['matches 1'] }, proves: ['S258'] }),
  twoWay('joined', '双方确认后对接', 'Both confirm', { given: [offer, match, { act: 'agree', form: {} }], when: { act: 'join', by: community, form: { both: true, answer: '已对接，约定面试。' } }, then: { stage: 'joined', status: 'closed', told: ['joined jobs'] }, proves: ['S258'] }),
  twoWay('no-fit', '没谈成的重新匹配', 'It did not fit', { given: [offer, match], when: { act: 'no-fit', by: community, form: { reason: '工作时间不合适' } }, then: { stage: 'listed' } }),
  mutual('offered', '也可以先登记能帮什么', 'Or somebody offers to help', { given: [], when: { report: { category: 'a09', values: { way: 'offer', kind: 'care', words: '周末可以照看孩子一会儿' } } }, then: { stage: 'posted', facts: ['case.reported'] }, proves: ['S152'] }),
  mutual('matched', '有人求助，邻居来帮', 'Somebody asks, a neighbour comes', { given: [asked], when: matched, then: { stage: 'matched', facts: ['case.dispatched'] }, proves: ['S152'] }),
  mutual('hours', '确认帮忙时长并致谢', 'Hours are confirmed with thanks', {
    given: [asked, matched, { act: 'helped' }],
    when: { act: 'confirm', form: { hours: 1.5, answer: '谢谢老王。' } },
    then: { stage: 'done', status: 'closed', told: ['help-hours 1.5'] },
    proves: ['S152'],
  }),
  mutual('not-zero', '时长至少半小时', 'At least half an hour', { given: [asked, matched, { act: 'helped' }], when: { act: 'confirm', form: { hours: 0, answer: '谢谢。' } }, then: { refused: 'field.invalid' } }),
  mutual('unmet', '没找到的如实告知', 'Nobody found: said so', { given: [asked], when: { act: 'unmet', by: community, form: { answer: '暂未找到，可联系物业。' } }, then: { stage: 'unmet', status: 'closed' } }),
  five('parts', '五方分工，各有任务', 'Each party has its task', { given: [need], when: parts, then: { stage: 'serving', tasks: { open: 2 }, told: ['parties organisation', 'parties volunteers'] }, proves: ['S459'] }),
  five('shares', '各方完成情况分列', 'The share of each is seen', { given: [need, parts], when: partDone(unitContact), then: { tasks: { done: 1, open: 1 }, facts: ['case.task-done', 'case.task-taken'] }, proves: ['S459'] }),
  five('all', '各方完成才能总结', 'Not finished before all are', { given: [need, parts, partDone(unitContact)], when: { act: 'finish', by: community, form: { served: 20, answer: '已完成。' } }, then: { refused: 'action.not-here' } }),
  five('finished', '各方完成，总结办结', 'All done: finished', { given: [need, parts, partDone(unitContact), partDone(teamContact)], when: { act: 'finish', by: community, form: { served: 160, answer: '二十位老人每周有人陪伴。' } }, then: { stage: 'done', status: 'closed', told: ['served 160'] } }),
  call('called', '按技能、人数、时间向各队集结', 'Teams are called by skill, number and time', { given: [called], when: gather, then: { stage: 'gathering', tasks: { open: 2 } }, proves: ['S480'] }),
  call('signed-up', '队伍报名', 'A team signs up', { given: [called, gather], when: { act: 'sign-up', by: teamContact, form: { people: 6 } }, then: { tasks: { taken: 1 }, told: ['signed-up 6'] }, proves: ['S480'] }),
  call('hours', '签到并报时长', 'Checked in with hours', {
    given: [called, gather, { act: 'sign-up', by: teamContact, form: { people: 6 } }],
    when: { act: 'report-hours', by: teamContact, form: { came: 5, hours: 3, result: '急救演示两场' } },
    then: { tasks: { done: 1, open: 1 }, told: ['came 5', 'volunteer-hours 15'] },
    proves: ['S480'],
  }),
  call('thanked', '致谢办结', 'Thanked', {
    given: [called, gather, { act: 'cannot-come', by: unitContact, form: { reason: '当日有任务' } }, { act: 'report-hours', by: teamContact, form: { came: 5, hours: 3, result: '急救演示两场' } }],
    when: { act: 'thank', by: community, form: { answer: '感谢五位志愿者。' } },
    then: { stage: 'done', status: 'closed' },
    proves: ['S480'],
  }),
]; // biome-ignore format: steps
