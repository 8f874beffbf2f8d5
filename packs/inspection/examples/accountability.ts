import { blocks, type PlaybookExample } from '#engines/case/model';
import * as p from './people.ts';

const { does, reports, say } = p;

const circular = blocks.examplesOf('inspection.circular');
const drafted = reports('criticism', { subject: '二月环境整治', facts: '两社区逾期三件' }, p.inspector);
const submitted = does(p.inspector, 'submit', { text: '通报全文' });
const approved = does(p.leader, 'approve');
const issued = does(p.inspector, 'issue', { bodies: [p.committee, p.nextCommittee] });
const circularExamples: readonly PlaybookExample[] = [
  circular('self-approved', '拟稿人不能批准', 'Not approved by its author', {
    given: [drafted, does({ ...p.inspector, person: 'both' }, 'submit', { text: '全文' })],
    when: does({ ...p.leader, person: 'both' }, 'approve'),
    then: { refused: 'action.same-person' },
  }),
  circular('issued', '审批后印发，列出签阅单位', 'Approved, issued, with a read list', {
    given: [drafted, submitted, approved],
    when: issued,
    then: { stage: 'reading', tasks: { open: 2 }, orders: ['notice.send inspection.circular-issued'] },
    proves: ['S358'],
  }),
  circular('unapproved', '未批准不能印发', 'Not issued before it is approved', {
    given: [drafted, submitted],
    when: issued,
    then: { refused: 'action.not-now' },
  }),
  circular('signed', '谁看了谁没看', 'Who has read it and who has not', {
    given: [drafted, submitted, approved, issued],
    when: does(p.community, 'read', { words: '三日内清完' }),
    then: { tasks: { done: 1, open: 1 } },
    proves: ['S358'],
  }),
  circular('closed', '全部签阅后归档', 'Closed when all have signed', {
    given: [drafted, submitted, approved, issued, does(p.community, 'read'), does(p.of(p.nextCommittee), 'read')],
    when: does(p.inspector, 'close', say('两社区均已签阅。')),
    then: { stage: 'closed', status: 'closed' },
    proves: ['S358'],
  }),
  circular('dropped', '不予通报', 'Not issued', {
    given: [drafted, submitted],
    when: does(p.leader, 'drop', say('已整改，不再通报。')),
    then: { stage: 'dropped', status: 'closed' },
  }),
];

const interview = blocks.examplesOf('inspection.interview');
const cause = reports('overdue', { post: '槐荫社区书记', facts: '三件逾期' }, p.inspector);
const arranged = does(p.leader, 'arrange', { body: p.committee, when: '2026-03-03T02:00:00.000Z' });
const promised = does(p.leader, 'record', { record: '说明原因', promise: '十日内清零', recheck: '2026-03-16' });
const interviewExamples: readonly PlaybookExample[] = [
  interview('promised', '有记录、承诺和复核日期', 'Record, promise, day of recheck', {
    given: [cause, arranged],
    when: promised,
    then: { stage: 'promised', assignee: p.committee.id },
    proves: ['S358'],
  }),
  interview('no-recheck', '不定复核日期不能记录', 'Not without a day of recheck', {
    given: [cause, arranged],
    when: does(p.leader, 'record', { record: '说明原因', promise: '清零' }),
    then: { refused: 'field.required' },
  }),
  interview('kept', '复核兑现', 'Kept', {
    given: [cause, arranged, promised, does(p.community, 'done', { result: '清零' })],
    when: does(p.inspector, 'kept', say('三件均已清零。')),
    then: { stage: 'kept', status: 'closed', told: ['kept yes'] },
    proves: ['S358'],
  }),
  interview('broken', '未兑现转问责', 'Not kept: handed on', {
    given: [cause, arranged, promised, does('system', 'due')],
    when: does(p.inspector, 'broken', say('到期仍有两件。')),
    then: { stage: 'escalated', told: ['kept no'], orders: ['case.open inspection.accountability'] },
    proves: ['S358', 'S362'],
  }),
  interview('cancelled', '撤销约谈说明理由', 'Cancelled, and why', {
    given: [cause],
    when: does(p.leader, 'cancel', say('责任不在该社区。')),
    then: { stage: 'cancelled', status: 'closed' },
  }),
];

const accountability = blocks.examplesOf('inspection.accountability');
const matter = reports('overdue', { post: '槐荫社区书记', facts: '承诺未兑现' }, p.inspector);
const step = (by: Parameters<typeof does>[0], id: string) => does(by, id, { body: p.committee, words: '限期整改' });
const remind = step(p.inspector, 'remind');
const circulate = step(p.leader, 'circulate');
const talk = step(p.leader, 'talk');
const handOver = does(p.leader, 'hand-over', { organ: 'street', answer: '逾期不改，移送街道纪工委。' });
const appealed = does(p.community, 'appeal', { grounds: '点位属铁路用地' });
const gradedExamples: readonly PlaybookExample[] = [
  accountability('counted', '问责按岗位计次', 'Counted by post', {
    given: [],
    when: matter,
    then: { stage: 'weighing', told: ['post 槐荫社区书记'] },
    proves: ['S362'],
  }),
  accountability('reminded', '督查员提醒', 'The inspector reminds', {
    given: [matter],
    when: remind,
    then: { stage: 'reminded', told: ['level remind'] },
    proves: ['S362'],
  }),
  accountability('circulated-by-inspector', '通报须街道负责人', 'Only the leader circulates', {
    given: [matter, remind],
    when: step(p.inspector, 'circulate'),
    then: { refused: 'action.not-yours' },
    proves: ['S362'],
  }),
  accountability('talked', '提醒、通报、约谈逐级', 'Level by level', {
    given: [matter, remind, circulate],
    when: talk,
    then: { stage: 'talked', told: ['level talk'] },
    proves: ['S362'],
  }),
  accountability('not-skipped', '没约谈不能移送', 'No hand-over before an interview', {
    given: [matter, remind],
    when: handOver,
    then: { refused: 'action.not-now' },
  }),
  accountability('handed-over', '移送须区级同意', 'Handed over when the district grants it', {
    given: [matter, remind, circulate, talk, handOver],
    when: does(p.superior, 'approval.grant'),
    then: { stage: 'handed-over', status: 'closed', told: ['level hand-over'] },
    proves: ['S362'],
  }),
  accountability('appealed', '申诉由区级裁决，成立即撤销', 'An appeal that the district grants revokes it', {
    given: [matter, remind, appealed],
    when: does(p.superior, 'approval.grant'),
    then: { stage: 'revoked', status: 'closed' },
    proves: ['S362'],
  }),
  accountability('appeal-refused', '申诉不成立照常', 'An appeal that is refused', {
    given: [matter, remind, appealed],
    when: does(p.superior, 'approval.refuse', { reason: '许可已取得' }),
    then: { stage: 'reminded', pending: null },
    proves: ['S362'],
  }),
  accountability('own-judge', '作出决定的人不能裁决申诉', 'Not judged by those who decided', {
    given: [matter, remind, appealed],
    when: does(p.leader, 'approval.grant'),
    then: { refused: 'action.not-yours' },
  }),
  accountability('mended', '整改到位了结', 'Mended', {
    given: [matter, remind, does(p.community, 'answer', { words: '已清零' })],
    when: does(p.inspector, 'mended', say('整改到位。')),
    then: { stage: 'mended', status: 'closed' },
  }),
];

export const accountabilityExamples: readonly PlaybookExample[] = [
  ...circularExamples,
  ...interviewExamples,
  ...gradedExamples,
];
