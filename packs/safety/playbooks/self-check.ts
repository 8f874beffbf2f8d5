import { blocks, type Playbook } from '#engines/case/model';
import { checklists } from '../code-lists/places.ts';
import { community, findingsTable, inspector, photos, street, worker } from './common.ts';

const { act, answerField, assignee, bodyField, ending, line, lines, limit, reasonField, stage, timer } = blocks;

const all = checklists.flatMap(({ checks }) => checks as readonly (readonly [string, string, string, ...unknown[]])[]);

/** 单位自查 (S178): the owner checks himself, somebody else verifies; urged once, then handed to enforcement. */
export const selfCheck: Playbook = {
  id: 'safety.self-check',
  version: 1,
  name: { zh: '单位安全自查', en: 'Self-check of an enterprise' },
  summary: {
    zh: '企业、商铺对照清单自查自改，社区核验；经催办仍不配合的列入名单移交执法',
    en: 'An enterprise or shop checks itself by the list, the community verifies; after one reminder it is handed on',
  },
  categories: 'safety.place-types',
  reporters: ['staff', 'system'],
  fields: [line('name', '单位（商铺）名称', 'Name', { required: true }), line('theme', '所属专项行动', 'Drive')],
  title: 'data.name + "安全自查"',
  start: 'self-checking',
  stages: [
    stage('self-checking', '单位自查', 'Self-check', ['请对照清单自查', 'Please check by the list'], community),
    stage('urged', '已催办', 'Urged', ['请尽快提交自查表', 'Please hand in the self-check soon'], community),
    stage('verifying', '待核验', 'To be verified', ['正在核验', 'Being verified'], inspector),
    stage('enforcing', '执法处置', 'With enforcement', ['已移交执法部门', 'With the enforcement body'], assignee),
    ending('done', '自查核验完成', 'Verified'),
    ending('enforced', '执法处置完成', 'Enforced'),
    ending('gone', '已停业搬离', 'Closed down'),
  ],
  actions: [
    act('submit', '登记自查表', 'Register the self-check', ['self-checking', 'urged'], [community, worker], {
      to: 'verifying',
      form: [
        line('signed', '自查负责人签字情况', 'Signed by whoever runs it', { required: true }),
        findingsTable(all),
        lines('measures', { zh: '自改措施', en: 'What was mended at once' }),
        photos,
      ],
      counts: 'handle',
      effects: [
        {
          effect: 'case.open',
          playbook: 'safety.hazard',
          each: 'findings',
          category: 'row.item',
          values: { what: 'row.what', level: 'row.level', party: 'data.name' },
        },
      ],
      tells: [{ what: 'hazards', value: 'if form.findings = null then 0 else count(form.findings)' }],
      tone: 'primary',
    }),
    act('urge', '上门催办', 'Urge', ['self-checking'], [community, worker], {
      to: 'urged',
      form: [lines('note', { zh: '催办情况', en: 'What was said' }, { required: true })],
      counts: 'note',
    }),
    act('hand-over', '不配合，移交执法', 'Does not cooperate: hand on', ['urged'], [community, street], {
      to: 'enforcing',
      form: [bodyField('body', { zh: '执法部门', en: 'Enforcement body' }), reasonField],
      assigns: 'body',
      counts: 'dispatch',
      tells: [{ what: 'uncooperative', value: '1' }],
      tone: 'danger',
    }),
    act('verify', '核验通过', 'Verified', ['verifying'], [inspector, community], {
      to: 'done',
      notBy: ['submit'],
      form: [answerField],
      answers: 'answer',
      outcome: 'resolved',
      counts: 'close',
      tone: 'primary',
    }),
    act('reject', '自查不实，退回', 'Not true, do it again', ['verifying'], [inspector, community], {
      to: 'urged',
      notBy: ['submit'],
      form: [reasonField],
      counts: 'return',
      tone: 'danger',
    }),
    act('report-enforced', '反馈处置结果', 'Tell the result', ['enforcing'], [assignee], {
      to: 'enforced',
      form: [answerField],
      answers: 'answer',
      outcome: 'explained',
      counts: 'close',
      tone: 'primary',
    }),
    act('gone', '已停业或搬离', 'Has closed down', ['self-checking', 'urged'], [community], {
      to: 'gone',
      form: [answerField],
      answers: 'answer',
      outcome: 'declined',
      counts: 'close',
    }),
  ],
  clocks: [
    timer('submitting', '自查时限', 'Time to hand it in', ['self-checking', 'urged'], limit(10, 'working-days')),
    timer('verifying', '核验时限', 'Time to verify', ['verifying'], limit(5, 'working-days')),
    timer(
      'whole',
      '完成时限',
      'Time to finish',
      ['self-checking', 'urged', 'verifying', 'enforcing'],
      limit(30, 'calendar-days'),
      { main: true },
    ),
  ],
  routing: [],
};
