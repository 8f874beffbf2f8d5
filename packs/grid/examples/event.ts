import type { PlaybookExample } from '#engines/case/model';
import * as w from './words.ts';

const example = (
  id: string,
  zh: string,
  en: string,
  rest: Pick<PlaybookExample, 'given' | 'when' | 'then' | 'proves'>,
): PlaybookExample => ({ id: `grid.event.${id}`, playbook: 'grid.event', name: { zh, en }, ...rest });

export const eventExamples: readonly PlaybookExample[] = [
  example('found', '网格员巡查发现，可当场办结或上报', 'Found on patrol: settled or reported up', {
    given: [],
    when: w.litterFound,
    then: { stage: 'found', offers: { to: w.worker, actions: ['settle', 'report-up'] } },
  }),
  example('litter-due', '暴露垃圾 4 个工作时', 'Litter is due in four working hours', {
    given: [],
    when: w.litterFound,
    then: { due: { whole: '2026-03-02T07:00:00.000Z' } },
  }),
  example('by-resident', '居民不能用网格事件上报', 'Residents do not report this way', {
    given: [],
    when: { report: { category: '0401', values: {} } },
    then: { refused: 'case.reporter-refused' },
  }),
  example('unknown-source', '来源必须在列表内', 'The source comes from the list', {
    given: [],
    when: { by: w.worker, report: { category: '0401', values: { source: 'rumour' } } },
    then: { refused: 'field.invalid' },
  }),
  example('settled', '当场办结后由社区核查办结', 'Settled on the spot, closed by the community', {
    given: [w.litterFound, w.settle],
    when: { act: 'close-settled', by: w.community, form: { answer: '已清理干净。' } },
    then: { stage: 'closed', status: 'closed', timing: 'in-time', facts: ['case.finished'] },
    proves: ['S137', 'S139'],
  }),
  example('reported-up', '办不了的上报街道派单', 'Reported up to the street', {
    given: [w.litterFound],
    when: w.reportUp,
    then: { stage: 'to-dispatch', facts: ['case.accepted'] },
    proves: ['S137'],
  }),
  example('void', '作废须由社区或街道写明理由', 'Declared void with a reason', {
    given: [w.litterFound],
    when: { act: 'void', by: w.community, form: { answer: '与上一事件重复。' } },
    then: { stage: 'void', status: 'closed', answer: '与上一事件重复。' },
  }),
  example('void-by-worker', '网格员不能自行作废', 'The grid worker may not void it', {
    given: [w.litterFound],
    when: { act: 'void', by: w.worker, form: { answer: '不要了' } },
    then: { refused: 'action.not-yours' },
  }),
  example('no-rating', '网格事件办结后不评价', 'Closed for good, without rating', {
    given: [w.litterFound, w.settle, { act: 'close-settled', by: w.community, form: { answer: '已清理干净。' } }],
    when: { act: 'rate', form: { rating: 1 } },
    then: { refused: 'action.unknown' },
  }),
];

export const pastExamples: readonly PlaybookExample[] = [
  {
    id: 'grid.pingshan-past.not-by-staff',
    playbook: 'grid.pingshan-past',
    name: { zh: '历史事项只能导入，不能手工新增', en: 'Past matters are imported, never typed in' },
    given: [],
    when: { by: w.dispatcher, report: { category: 's823', values: {} } },
    then: { refused: 'case.reporter-refused' },
  },
];
