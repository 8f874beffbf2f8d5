import type { PlaybookExample } from '#engines/case/model';
import * as w from './words.ts';

const example = (
  id: string,
  zh: string,
  en: string,
  rest: Pick<PlaybookExample, 'given' | 'when' | 'then' | 'proves'>,
): PlaybookExample => ({ id: `grid.snapshot.${id}`, playbook: 'grid.snapshot', name: { zh, en }, ...rest });

export const snapshotExamples: readonly PlaybookExample[] = [
  example('reported', '居民扫码上报，网格员当即可办', 'A resident reports; the grid worker may act', {
    given: [],
    when: w.liftReport,
    then: {
      stage: 'received',
      status: 'open',
      facts: ['case.reported'],
      offers: { to: w.worker, actions: ['accept', 'settle'] },
    },
  }),
  example('lift-due', '电梯故障 24 小时内办结', 'A broken lift is due in 24 hours', {
    given: [],
    when: w.liftReport,
    then: { due: { whole: '2026-03-03T01:00:00.000Z', accepting: '2026-03-02T07:00:00.000Z' } },
    proves: ['S137'],
  }),
  example('other-grid', '别的网格的网格员不能受理', 'The worker of another grid may not accept', {
    given: [w.liftReport],
    when: { act: 'accept', by: w.otherWorker },
    then: { refused: 'action.not-yours' },
  }),
  example('class-refused', '只选大类不能上报', 'A class is too coarse a category', {
    given: [],
    when: { report: { category: '03', values: {} } },
    then: { refused: 'case.category-unknown' },
  }),
  example('accepted', '受理后转街道派单', 'Accepted, it goes to the street', {
    given: [w.liftReport],
    when: w.accept,
    then: { stage: 'to-dispatch', facts: ['case.accepted'], due: { dispatching: '2026-03-03T02:00:00.000Z' } },
    proves: ['S137'],
  }),
  example('accepted-by-community', '无网格员时社区可以受理', 'The community may accept too', {
    given: [w.liftReport],
    when: { act: 'accept', by: w.community },
    then: { stage: 'to-dispatch' },
  }),
  example('declined', '不予受理必须说明理由', 'Declined with a reason that the resident reads', {
    given: [w.liftReport],
    when: { act: 'decline', by: w.community, form: { answer: '在建工程的施工电梯，不属于受理范围。' } },
    then: {
      stage: 'declined',
      status: 'closed',
      answer: '在建工程的施工电梯，不属于受理范围。',
      facts: ['case.finished'],
    },
  }),
  example('decline-without-reason', '没有理由不能不予受理', 'No declining without a reason', {
    given: [w.liftReport],
    when: { act: 'decline', by: w.community },
    then: { refused: 'field.required' },
  }),
  example('decline-by-worker', '网格员不能自行不予受理', 'The grid worker alone may not decline', {
    given: [w.liftReport],
    when: { act: 'decline', by: w.worker, form: { answer: '不归我管' } },
    then: { refused: 'action.not-yours' },
  }),
  example('withdrawn', '居民在派单前可以撤回', 'The resident may withdraw', {
    given: [w.liftReport],
    when: { act: 'withdraw', form: { reason: '已经自行恢复' } },
    then: { stage: 'withdrawn', status: 'closed' },
  }),
  example('withdraw-too-late', '办理开始后不能撤回', 'Once in hand it cannot be withdrawn', {
    given: w.untilHandling,
    when: { act: 'withdraw', form: { reason: '不想要了' } },
    then: { refused: 'action.not-now' },
  }),
  example('settled', '网格员当场办结，由社区核查', 'Settled on the spot, checked by the community', {
    given: [w.liftReport, w.settle],
    when: { act: 'close-settled', by: w.community, form: { answer: '已当场处理好。' } },
    then: { stage: 'closed', status: 'closed', timing: 'in-time' },
  }),
  example('settled-self-check', '当场办结的人不能自己核查', 'Who settled it does not check it', {
    given: [w.liftReport, { act: 'settle', by: { ...w.worker, person: 'both' }, form: { result: '已处理' } }],
    when: { act: 'close-settled', by: { ...w.community, person: 'both' }, form: { answer: '已处理' } },
    then: { refused: 'action.same-person' },
  }),
  example('not-settled', '未解决的转街道派单', 'Not settled after all: to be dispatched', {
    given: [w.liftReport, w.settle],
    when: { act: 'fail-settled', by: w.community, form: { reason: '电梯仍未恢复' } },
    then: { stage: 'to-dispatch', facts: ['case.returned'] },
  }),
  example('dispatched', '派单到承办单位', 'Dispatched to a department', {
    given: w.untilDispatch,
    when: w.dispatch,
    then: {
      stage: 'assigned',
      assignee: w.departmentOfLifts.id,
      facts: ['case.dispatched'],
      due: { taking: '2026-03-02T09:00:00.000Z' },
    },
    proves: ['S137'],
  }),
  example('dispatch-without-body', '派单必须选定单位', 'No dispatch without a body', {
    given: w.untilDispatch,
    when: { act: 'dispatch', by: w.dispatcher },
    then: { refused: 'field.required' },
  }),
  example('taken-by-other', '其他单位不能接单', 'Another department may not take it on', {
    given: w.untilAssigned,
    when: { act: 'take', by: w.roadHandler },
    then: { refused: 'action.not-yours' },
  }),
  example('transferred', '转办须有理由，原单位交出', 'Transferred with a reason', {
    given: w.untilAssigned,
    when: { act: 'transfer', by: w.liftHandler, form: { body: w.departmentOfRoads, reason: '属城管职责清单第 12 项' } },
    then: { stage: 'assigned', assignee: w.departmentOfRoads.id, facts: ['case.transferred'] },
    proves: ['S673'],
  }),
  example('transferred-twice', '最多转办两次', 'Transferred twice at most', {
    given: [
      ...w.untilAssigned,
      { act: 'transfer', by: w.liftHandler, form: { body: w.departmentOfRoads, reason: '不在管养范围' } },
      { act: 'transfer', by: w.roadHandler, form: { body: w.departmentOfLifts, reason: '不在管养范围' } },
    ],
    when: { act: 'transfer', by: w.liftHandler, form: { body: w.departmentOfRoads, reason: '不在管养范围' } },
    then: { refused: 'action.used-up' },
    proves: ['S673'],
  }),
  example('ruled', '转办用尽后由派单员裁定', 'Afterwards the dispatcher rules', {
    given: [
      ...w.untilAssigned,
      { act: 'transfer', by: w.liftHandler, form: { body: w.departmentOfRoads, reason: '不在管养范围' } },
      { act: 'transfer', by: w.roadHandler, form: { body: w.departmentOfLifts, reason: '不在管养范围' } },
    ],
    when: {
      act: 'rule',
      by: w.dispatcher,
      form: { body: w.departmentOfLifts, reason: '按特种设备条例由市场监管牵头' },
    },
    then: {
      stage: 'assigned',
      assignee: w.departmentOfLifts.id,
      offers: { to: w.liftHandler, actions: ['take', 'refer'] },
    },
    proves: ['S673'],
  }),
  example('handled', '办理完成后待核查，经办人不能自查', 'Handled is not closed', {
    given: w.untilHandling,
    when: w.handle,
    then: {
      stage: 'verifying',
      status: 'open',
      facts: ['case.handled'],
      offers: { to: w.liftHandler, actions: [] },
      due: { checking: '2026-03-03T10:00:00.000Z' },
    },
    proves: ['S137'],
  }),
  example('self-verification', '经办人不能核查自己的办理结果', 'Who handled it does not verify it', {
    given: [...w.untilHandling, { ...w.handle, by: { ...w.liftHandler, person: 'both' } }],
    when: { act: 'close', by: { ...w.inspector, person: 'both' }, form: { answer: w.answer } },
    then: { refused: 'action.same-person' },
  }),
  example('returned', '核查不通过退回办理', 'Not passed, sent back', {
    given: w.untilVerifying,
    when: { act: 'fail', by: w.inspector, form: { reason: '三楼仍停层不平' } },
    then: { stage: 'handling', facts: ['case.returned'] },
  }),
  example('closed', '核查通过并公开答复后办结', 'Passed and closed with an answer', {
    given: w.untilVerifying,
    when: w.close,
    then: { stage: 'closed', status: 'closed', answer: w.answer, timing: 'in-time', facts: ['case.finished'] },
    proves: ['S137'],
  }),
  example('close-without-answer', '没有答复不能办结', 'No closing without an answer', {
    given: w.untilVerifying,
    when: { act: 'close', by: w.inspector },
    then: { refused: 'field.required' },
  }),
  example('overtime', '超过时限办结的计为超期', 'Closed after the limit is overtime', {
    given: w.untilVerifying,
    when: { ...w.close, at: '2026-03-03T01:00:01.000Z' },
    then: { status: 'closed', timing: 'overtime' },
  }),
  example('rated', '满意评价后归档', 'A satisfied rating ends it', {
    given: w.untilClosed,
    when: { act: 'rate', form: { rating: 5 } },
    then: { stage: 'rated', status: 'closed', facts: ['case.rated'], offers: { to: 'reporter', actions: [] } },
    proves: ['S137'],
  }),
  example('reopened', '不满意自动重办', 'A dissatisfied rating opens it again', {
    given: w.untilClosed,
    when: { act: 'rate', form: { rating: 2, comment: '又停了' } },
    then: { stage: 'to-dispatch', status: 'open', facts: ['case.rated', 'case.reopened'] },
  }),
  example('rated-by-staff', '工作人员不能代为评价', 'Staff may not rate', {
    given: w.untilClosed,
    when: { act: 'rate', by: w.community, form: { rating: 5 } },
    then: { refused: 'action.not-yours' },
  }),
];
