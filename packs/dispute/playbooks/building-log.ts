import { blocks, type Playbook } from '#engines/case/model';

const { act, answerField, choice, ending, limit, line, lines, number, role, stage, table, timer } = blocks;

/** 楼栋月记: what a building chief saw to in a month, in one page (S171). */
export const buildingLog: Playbook = {
  id: 'dispute.building-log',
  version: 1,
  name: { zh: '楼栋月记', en: 'Monthly log of a building' },
  summary: {
    zh: '楼栋长每月记一页：卫生、政策传达、邻里纠纷；需要帮忙的由社区回应',
    en: 'A page a month by the building chief: hygiene, policies passed on, disputes; the community answers what needs help',
  },
  categories: 'dispute.building-logs',
  reporters: ['staff', 'system'],
  fields: [],
  title: '"楼栋月记" + (if place.text = "" then "" else "：" + place.text)',
  start: 'writing',
  stages: [
    stage('writing', '待填写', 'To be written', ['待填写', 'To be written'], role('building-chief')),
    stage('reading', '待社区回应', 'To be answered', ['社区正在阅看', 'Being read'], role('community-staff')),
    ending('done', '已回应', 'Answered'),
  ],
  actions: [
    act('write', '填写月记', 'Write', ['writing'], [role('building-chief'), role('grid-worker')], {
      to: 'reading',
      form: [
        choice('hygiene', '楼道卫生', 'Hygiene', [
          ['good', '良好', 'Good'],
          ['fair', '一般', 'Fair'],
          ['poor', '较差', 'Poor'],
        ], { required: true }),
        number('policies', '政策传达户次', 'Households that heard of a policy', { max: 500, required: true }),
        number('disputes', '调解邻里纠纷件数', 'Disputes settled', { max: 100, required: true }),
        table('matters', '需要社区帮助的事', 'What needs help', [
          line('what', '事项', 'What', { required: true, max: 80 }),
          line('where', '位置', 'Where', { max: 40 }),
        ], { max: 10 }),
        lines('note', { zh: '其他', en: 'Else' }),
      ],
      counts: 'handle',
      tone: 'primary',
      tells: [
        { what: 'hygiene', value: 'form.hygiene' },
        { what: 'policies', value: 'form.policies' },
        { what: 'building-disputes', value: 'form.disputes' },
      ],
    }),
    act('answer', '回应', 'Answer', ['reading'], [role('community-staff')], {
      to: 'done',
      notBy: ['write'],
      form: [answerField],
      answers: 'answer',
      counts: 'close',
      tone: 'primary',
    }),
  ],
  clocks: [
    timer('whole', '月记办结时限', 'Time in all', ['writing', 'reading'], limit(10, 'calendar-days'), { main: true }),
    timer('reading', '社区回应时限', 'Time to answer', ['reading'], limit(3, 'working-days')),
  ],
  routing: [],
}; // biome-ignore format: forms read better in a few long lines
