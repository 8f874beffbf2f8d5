import { blocks, type Playbook } from '#engines/case/model';
import { chief, closing, community, explaining, street } from './common.ts';

const { act, answerField, choice, ending, lines, line, limit, number, photosField, simple, stage, system, table, timer } = blocks; // biome-ignore format: names

const order = [
  line('title', '任务名称', 'Task', { required: true, max: 60 }),
  lines('words', { zh: '要传达或检查的内容', en: 'What is to be told or looked at' }, { required: true, max: 500 }),
  simple('date', 'until', '完成日期', 'Until', { required: true }),
];

/** 楼栋任务下达 (S308): one task for the chief of every building; how many were done is seen here. */
export const buildingRound: Playbook = {
  id: 'neighbours.building-round',
  version: 1,
  name: { zh: '楼栋任务下达', en: 'Task for all buildings' },
  summary: { zh: '社区一次下达，每栋楼的楼栋长各一份，谁没做一目了然', en: 'Given once, one for the chief of each building; who has not done it is seen' },
  categories: 'neighbours.building-tasks',
  reporters: ['staff', 'system'],
  fields: order,
  title: 'data.title',
  start: 'running',
  stages: [stage('running', '各楼栋办理', 'Running', ['各楼栋正在办理', 'The buildings are at it'], community), ending('done', '已汇总', 'Summed up')],
  actions: [
    act('close', '汇总办结', 'Sum up', ['running'], [community], { ...closing, to: 'done', when: 'matter.tasks.open = 0', tells: [{ what: 'buildings-done', value: 'matter.tasks.done' }] }),
    act('close-with-gaps', '有楼栋未完成，说明后办结', 'Close although some have not done it', ['running'], [community], {
      ...explaining,
      to: 'done',
      dropsTasks: true,
      form: [lines('gaps', { zh: '未完成楼栋和补救办法', en: 'Which, and what is done about it' }, { required: true }), answerField],
      needs: { who: [street] },
      tells: [{ what: 'buildings-done', value: 'matter.tasks.done' }, { what: 'buildings-missing', value: 'matter.tasks.open' }],
    }),
  ],
  onReport: [{ effect: 'case.open', playbook: 'neighbours.building-task', category: 'category.code', values: { title: 'data.title', words: 'data.words', until: 'data.until' }, eachBelow: 'building' }],
  clocks: [timer('whole', '完成时限', 'Time in all', ['running'], limit(15, 'calendar-days'), { main: true })],
  routing: [],
}; // biome-ignore format: forms read better in a few long lines

/** What is seen of the hygiene, part by part. */
const hygiene = {
  form: [
    table('points', '检查情况', 'What was seen', [
      choice('where', '部位', 'Where', [['stairs', '楼道', 'Stairs'], ['bins', '垃圾投放点', 'Bins'], ['pipes', '管井', 'Ducts'], ['outside', '楼前楼后', 'Outside']], { required: true }),
      choice('found', '结果', 'Found', [['clean', '干净', 'Clean'], ['dirty', '不干净', 'Dirty'], ['blocked', '堆物占道', 'Blocked']], { required: true }),
      line('done', '处置', 'What was done', { max: 60 }),
    ], { required: true, min: 1, max: 10 }),
    photosField('photos', { zh: '照片', en: 'Photos' }),
  ],
  counts: 'handle',
  tone: 'primary',
  tells: [{ what: 'hygiene', value: 'form.points.found' }],
} as const; // biome-ignore format: a table

/**
 * 楼栋任务 (S308): the chief looks at the hygiene of the building and brings a notice to every household: a row for each door,
 * whether it was read on the phone, handed over at the door, put up, or nobody was there. The done rate is counted from the rows.
 */
export const buildingTask: Playbook = {
  id: 'neighbours.building-task',
  version: 1,
  name: { zh: '楼栋任务', en: 'Task of a building' },
  summary: { zh: '楼栋长检查卫生、把政策逐户传达到，一户一行记录已读或当面', en: 'The chief checks the hygiene and brings a notice to each household, a row for each door' },
  categories: 'neighbours.building-tasks',
  reporters: ['system', 'staff'],
  fields: order,
  title: 'data.title + (if place.text = "" then "" else "：" + place.text)',
  start: 'given',
  stages: [
    stage('given', '待办理', 'Given', ['楼栋长正在办理', 'The chief is at it'], chief),
    stage('told', '待确认完成', 'To be confirmed', ['已检查或传达，正在汇总', 'Done, being summed up'], chief),
    stage('late', '逾期，社区协助', 'Late: the community helps', ['社区正在协助办理', 'The community helps'], community),
    ending('done', '已完成', 'Done'),
    ending('not-done', '未完成', 'Not done'),
  ],
  actions: [
    act('check', '登记卫生检查', 'Record the hygiene check', ['given', 'late'], [chief, community], { ...hygiene, to: 'told', when: 'category.code = "hygiene"' }),
    act('check-first', '登记卫生检查（另需传达）', 'Record the hygiene check, a notice is still due', ['given', 'late'], [chief, community], { ...hygiene, when: 'category.code = "both"', atMost: 3 }),
    act('deliver', '登记传达到户', 'Record who was told', ['given', 'late'], [chief, community], {
      to: [{ when: 'form.rest = 0', to: 'told' }, { to: 'given' }],
      when: 'category.code != "hygiene"',
      form: [
        table('doors', '传达记录（一户一行）', 'A row for each door', [
          line('door', '房号', 'Door', { required: true, max: 10 }),
          choice('how', '方式', 'How', [['read', '手机已读', 'Read on the phone'], ['door', '当面告知', 'Told at the door'], ['left', '张贴、投递', 'Put up or left'], ['absent', '未联系上', 'Nobody there']], { required: true }),
        ], { required: true, min: 1, max: 200 }),
        number('rest', '还没走到的户数', 'Doors still to go to', { required: true, max: 1000 }),
      ],
      counts: 'handle',
      tone: 'primary',
      tells: [{ what: 'told-how', value: 'form.doors.how' }, { what: 'reached', value: 'count(form.doors[item.how != "absent"])' }],
    }),
    act('finish', '完成任务', 'Done', ['told'], [chief, community], {
      ...closing,
      to: 'done',
      form: [
        number('households', '本楼户数', 'Households', { required: true, min: 1, max: 1000 }),
        answerField,
      ],
      tells: [{ what: 'households', value: 'if category.code = "hygiene" then null else form.households' }, { what: 'building-done', value: 'if at > data.until + "T16:00:00.000Z" then "late" else "in-time"' }],
    }),
    act('cannot', '无法完成', 'Cannot be done', ['given', 'told', 'late'], [chief, community], { ...explaining, to: 'not-done', tells: [{ what: 'building-done', value: '"no"' }] }),
    act('over', '到期未完成，转社区协助', 'Not done in time', ['given'], [system], { to: 'late', tells: [{ what: 'building-late', value: 'true' }] }),
  ],
  clocks: [
    timer('given', '楼栋长办理时限', 'Time of the chief', ['given'], limit(5, 'working-days'), { whenOver: 'over' }),
    timer('whole', '完成时限', 'Time in all', ['given', 'told', 'late'], limit(10, 'working-days'), { main: true }),
  ],
  routing: [],
}; // biome-ignore format: forms read better in a few long lines
