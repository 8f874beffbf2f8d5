import { blocks, type PlaybookExample } from '#engines/case/model';
import { bySystem, chief, community, ended, grant, opened, reports, step } from './people.ts';

const round = blocks.examplesOf('neighbours.building-round');
const task = blocks.examplesOf('neighbours.building-task');

const said = { title: '医保缴费政策传达', words: '本月底前完成缴费', until: '2026-03-10' };
const given = reports('policy', said, community);
const gaps = step('close-with-gaps', community, { gaps: '3 栋楼栋长空缺，由网格员补做', answer: '已完成 11 栋。' });
const own = (category: string) => reports(category, said, 'system');
const check = (act: string) =>
  step(act, chief, {
    points: [
      { where: 'stairs', found: 'clean' },
      { where: 'bins', found: 'dirty', done: '已清扫' },
    ],
  });
const deliver = (rest: number) =>
  step('deliver', chief, {
    doors: [
      { door: '1-301', how: 'read' },
      { door: '1-302', how: 'door' },
      { door: '1-401', how: 'absent' },
    ],
    rest,
  });
const finish = (at: string) => step('finish', chief, { households: 12, answer: '已传达到户。' }, { at });

export const buildingExamples: readonly PlaybookExample[] = [
  round('given', '每栋楼各一份', 'One for each building', { given: [], when: given, then: { stage: 'running', orders: ['case.open neighbours.building-task'] }, proves: ['S308'] }),
  round('closed', '各楼栋都完成后汇总', 'Summed up when all are done', { given: [given, opened('260302-1'), ended('260302-1', '已传达到户')], when: step('close', community, { answer: '全部完成。' }), then: { stage: 'done', status: 'closed', told: ['buildings-done 1'] }, proves: ['S308'] }),
  round('gaps', '有楼栋没完成，街道同意后办结', 'Closed with gaps, granted by the street', { given: [given, opened('260302-1'), opened('260302-2'), ended('260302-1', '已传达'), gaps], when: grant, then: { stage: 'done', told: ['buildings-done 1', 'buildings-missing 1'] } }),
  task('checked', '楼栋长登记卫生检查', 'The chief looks at the hygiene', { given: [own('hygiene')], when: check('check'), then: { stage: 'told', told: ['hygiene clean', 'hygiene dirty'] }, proves: ['S308'] }),
  task('delivered', '政策传达一户一行，未走到的接着走', 'A row for each door; some are still to go', { given: [own('policy')], when: deliver(9), then: { stage: 'given', told: ['told-how read', 'told-how door', 'told-how absent', 'reached 2'] }, proves: ['S308'] }),
  task('all-doors', '都走到了', 'All doors', { given: [own('policy'), deliver(9)], when: deliver(0), then: { stage: 'told' }, proves: ['S308'] }),
  task('not-without-doors', '没有传达记录不能完成', 'Not done without the doors', { given: [own('policy')], when: finish('2026-03-04T01:00:00.000Z'), then: { refused: 'action.not-now' }, proves: ['S308'] }),
  task('both', '两件都要做的先检查', 'Both: the check comes beside', { given: [own('both')], when: check('check-first'), then: { stage: 'given', told: ['hygiene clean', 'hygiene dirty'] } }),
  task('done', '按期完成', 'Done in time', { given: [own('policy'), deliver(0)], when: finish('2026-03-04T01:00:00.000Z'), then: { stage: 'done', status: 'closed', timing: 'in-time', told: ['households 12', 'building-done in-time'] }, proves: ['S308'] }),
  task('late', '到期未完成转社区协助', 'Late: the community helps', { given: [own('policy')], when: bySystem('over', '2026-03-09T10:00:00.000Z'), then: { stage: 'late', told: ['building-late yes'], offers: { to: community, actions: ['deliver', 'cannot'] } }, proves: ['S308'] }),
  task('done-late', '逾期完成如实登记', 'Done late', { given: [own('policy'), deliver(0)], when: finish('2026-03-12T01:00:00.000Z'), then: { stage: 'done', told: ['households 12', 'building-done late'] } }),
  task('cannot', '无法完成说明原因', 'Cannot be done', { given: [own('policy')], when: step('cannot', chief, { answer: '整栋腾空待拆。' }), then: { stage: 'not-done', status: 'closed', told: ['building-done no'] } }),
]; // biome-ignore format: steps
