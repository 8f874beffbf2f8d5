import { type ActStep, blocks, type PlaybookExample, type ReportStep } from '#engines/case/model';
import { asOne, community, handler, street, unit, worker } from './people.ts';

const need = blocks.examplesOf('order.enterprise');
const visit = blocks.examplesOf('order.enterprise-visit');
const suggestion = blocks.examplesOf('order.suggestion');

const asked: ReportStep = { report: { category: 'recruit', values: { enterprise: '某餐饮店', need: '缺两名厨工' } } };
const dispatch: ActStep = { act: 'dispatch', by: street, form: { body: unit } };
const take: ActStep = { act: 'take', by: handler };
const solve: ActStep = { act: 'solve', by: handler, form: { solved: 'solved', answer: '已推荐三名求职者。' } };
const due: ReportStep = {
  by: 'system',
  report: { category: 'high', values: { enterprise: '某化工经营部', last: '2025-12-01' } },
};
const over: ActStep = { act: 'over', by: 'system', at: '2026-03-17T16:00:00.000Z' };
const consent = (yes: boolean): ReportStep => ({
  report: { category: 'alone', values: { consent: yes, situation: '独居，腿脚不便' } },
});
const suggest: ActStep = { act: 'suggest', by: community, form: { services: ['b06', 'a14'], why: '独居、做饭不便' } };

export const enterpriseExamples: readonly PlaybookExample[] = [
  need('limit', '企业诉求十个工作日办结', 'Ten working days', { given: [], when: asked, then: { stage: 'received', due: { whole: '2026-03-16T10:00:00.000Z' } } }),
  need('solved', '派到部门，限时解决', 'Sent to a department and solved in time', { given: [asked, dispatch, take], when: solve, then: { stage: 'closed', status: 'closed', timing: 'in-time', outcome: 'resolved', told: ['solved solved'] }, proves: ['S283'] }),
  need('explained', '只作政策解释的不计已解决', 'Policy explained does not count as solved', {
    given: [{ report: { category: 'finance', values: { enterprise: '某洗衣店', need: '想申请创业贴息贷款' } } }, dispatch, take],
    when: { ...solve, form: { solved: 'explained', answer: '开业未满一年，暂不符合贴息条件；满一年后可在区就业中心申请。' } },
    then: { stage: 'closed', status: 'closed', outcome: 'explained', told: ['solved explained'] },
  }),
  need('rated', '由企业评价', 'Rated by the enterprise', { given: [asked, dispatch, take, solve], when: { act: 'rate', form: { rating: 5 } }, then: { stage: 'rated', facts: ['case.rated'] }, proves: ['S283'] }),
  need('policies', '适用的惠企政策一并告知', 'Policies that apply are told', { given: [asked, dispatch, take], when: { ...solve, form: { solved: 'solved', policies: [{ policy: '吸纳就业社保补贴', how: '街道窗口或线上申请' }], answer: '已推荐三名求职者，可申请社保补贴。' } }, then: { told: ['solved solved', 'policies-told 1'] }, proves: ['S283'] }),
  need('refused', '不属本单位的退回并说明', 'Returned with a reason', { given: [asked, dispatch], when: { act: 'refuse', by: handler, form: { reason: '属市场监管职责' } }, then: { stage: 'received', facts: ['case.refused'] } }),
  visit('by-risk', '高风险企业三十日内走访', 'High risk: within thirty days', { given: [], when: due, then: { due: { whole: '2026-04-01T16:00:00.000Z', own: '2026-03-17T16:00:00.000Z' } }, proves: ['S675'] }),
  visit('shared', '一人走不完，交网格员分担', 'Shared with grid workers', { given: [due], when: { act: 'share', by: community }, then: { stage: 'shared', offers: { to: worker, actions: ['visit'] } }, proves: ['S675'] }),
  visit('over', '到期未走自动交网格员', 'Not visited in time: to the grid', { given: [due], when: over, then: { stage: 'shared', told: ['visit-missed high'] }, proves: ['S675'] }),
  visit('declared', '企业先线上自报，待核', 'Declared online, to be checked', { given: [due], when: { act: 'declare', by: community, form: { state: 'normal', words: '经营正常，安全员在岗' } }, then: { stage: 'declared', told: ['enterprise-state normal'] }, proves: ['S675'] }),
  visit('self-check', '代报的人不能自己核', 'Who declared it does not check it', { given: [due, { act: 'declare', by: asOne(community), form: { state: 'normal', words: '正常' } }], when: { act: 'accept', by: asOne(community), form: { answer: '已核。' } }, then: { refused: 'action.same-person' } }),
  visit('need-found', '走访发现诉求，转企业诉求', 'A need that was found becomes a matter', {
    given: [due],
    when: { act: 'visit', by: worker, form: { state: 'hard', needs: 'finance', need: '流动资金紧张', answer: '已记录并转办。' } },
    then: { stage: 'visited', status: 'closed', orders: ['case.open order.enterprise'] },
  }),
  suggestion('with-consent', '经同意列出建议，由本人选', 'With consent services are suggested; the person chooses', { given: [consent(true)], when: suggest, then: { stage: 'offered', told: ['suggested 2'] }, proves: ['S259'] }),
  suggestion('without-consent', '未经同意不作推荐', 'Nothing is suggested without consent', { given: [consent(false)], when: suggest, then: { refused: 'action.not-here' }, proves: ['S259'] }),
  suggestion('chosen', '本人选择，系统不替人决定', 'The person decides, not the system', { given: [consent(true), suggest], when: { act: 'choose', form: { chosen: ['b06'], answer: '先试一周送餐。' } }, then: { stage: 'done', status: 'closed', told: ['suggestion-taken yes'] }, proves: ['S259'] }),
  suggestion('withdrawn', '可随时撤回同意', 'Consent may be withdrawn', { given: [consent(true), suggest], when: { act: 'withdraw', form: { answer: '不需要了' } }, then: { stage: 'withdrawn', status: 'closed' } }),
]; // biome-ignore format: steps
