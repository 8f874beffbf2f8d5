import { type Action, blocks, type Playbook } from '#engines/case/model';
import { checklists } from '../code-lists/places.ts';
import { community, findingsTable, worker } from './common.ts';

const { act, answerField, ending, line, lines, limit, simple, stage, timer } = blocks;

/** One step for each type of place, offered for that type alone, with its own checklist. */
const records: readonly Action[] = checklists.map(({ code, name: [zh, en], checks }) =>
  act(`record-${code}`, `填写检查表（${zh}）`, `Fill in the checklist (${en})`, ['to-check'], [worker, community], {
    when: `category.code = "${code}"`,
    to: [{ when: 'count(form.findings) > 0', to: 'rectifying' }, { to: 'passed' }],
    form: [
      line('placeChecked', '被检查场所', 'Place checked', { required: true }),
      findingsTable(checks),
      {
        ...answerField,
        name: { zh: '检查结论', en: 'Conclusion' },
        hint: { zh: '告知场所负责人', en: 'For whoever runs the place' },
      },
    ],
    answers: 'answer',
    counts: 'handle',
    tells: [
      { what: 'checked', value: '1' },
      { what: 'hazards', value: 'if form.findings = null then 0 else count(form.findings)' },
    ],
    effects: [
      {
        effect: 'case.open',
        playbook: 'safety.hazard',
        each: 'findings',
        category: 'row.item',
        values: { what: 'row.what', level: 'row.level', party: 'form.placeChecked' },
      },
    ],
    tone: 'primary',
  }),
);

/** 安全隐患巡查 (S110): a checklist for each type of place; every hazard found becomes a matter of its own. */
export const check: Playbook = {
  id: 'safety.check',
  version: 1,
  name: { zh: '场所安全检查', en: 'Safety check of a place' },
  summary: {
    zh: '按场所类型对照检查表逐项检查，发现的隐患逐条立项整改，全部销号后办结',
    en: 'A place is checked by the list for its type; each hazard becomes a matter, and the check ends when all are mended',
  },
  categories: 'safety.place-types',
  reporters: ['staff', 'system'],
  fields: [line('place', '拟检查场所', 'Place to check'), simple('date', 'planned', '计划日期', 'Planned for')],
  title: 'category.name + "检查" + (if data.place = null then "" else "：" + data.place)',
  start: 'to-check',
  stages: [
    stage('to-check', '待检查', 'To be checked', ['等待检查', 'To be checked'], worker),
    stage('rectifying', '隐患整改中', 'Hazards being mended', ['隐患正在整改', 'Hazards are being mended'], community),
    ending('passed', '检查合格', 'Passed'),
    ending('done', '整改销号', 'Mended and closed'),
    ending('not-checked', '未能检查', 'Not checked'),
  ],
  actions: [
    ...records,
    act('not-met', '未能入场，另约时间', 'Not let in, come again', ['to-check'], [worker, community], {
      atMost: 3,
      form: [lines('why', { zh: '情况', en: 'What happened' }, { required: true })],
      counts: 'note',
    }),
    act('conclude', '确认全部销号', 'All are closed', ['rectifying'], [community], {
      to: 'done',
      form: [answerField],
      answers: 'answer',
      outcome: 'resolved',
      counts: 'close',
      tone: 'primary',
    }),
    act('give-up', '取消检查', 'Call off the check', ['to-check'], [community], {
      to: 'not-checked',
      form: [{ ...answerField, name: { zh: '取消原因', en: 'Why' } }],
      answers: 'answer',
      outcome: 'declined',
      counts: 'close',
    }),
  ],
  clocks: [
    timer('checking', '检查时限', 'Time to check', ['to-check'], limit(5, 'working-days')),
    timer('whole', '销号时限', 'Time to close', ['to-check', 'rectifying'], limit(30, 'calendar-days'), { main: true }),
  ],
  routing: [],
};
