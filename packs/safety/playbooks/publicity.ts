import { blocks, type Playbook } from '#engines/case/model';
import { community, inspector, photos, worker } from './common.ts';

const { act, answerField, choice, ending, line, lines, limit, number, reasonField, stage, table, timer } = blocks;

/** 安全宣传 (S183, S189, S190): whom it is to reach, whom it reached; apps are offered, never counted against anybody. */
export const publicity: Playbook = {
  id: 'safety.publicity',
  version: 1,
  name: { zh: '安全防范宣传', en: 'Safety publicity' },
  summary: {
    zh: '反诈、防范非法集资、交通安全等上门宣传和培训，按对象计划、登记、抽查',
    en: 'Publicity and training door to door: planned by whom it is for, recorded, checked by sample',
  },
  categories: 'safety.publicity-themes',
  reporters: ['staff', 'system'],
  fields: [line('title', '活动名称', 'Title'), lines('content', { zh: '宣传要点', en: 'What is told' })],
  title: 'if data.title = null then category.name + "宣传" else data.title',
  start: 'planning',
  stages: [
    stage('planning', '确定对象', 'Whom it is for', ['正在准备', 'Being prepared'], community),
    stage('doing', '上门宣传', 'Door to door', ['正在开展', 'Being done'], worker),
    stage('sampling', '抽查回访', 'Checked by sample', ['正在回访', 'Being checked'], community),
    ending('done', '已完成', 'Done'),
    ending('dropped', '不再开展', 'Dropped'),
  ],
  actions: [
    act('plan', '确定宣传对象', 'Plan', ['planning'], [community], {
      to: 'doing',
      form: [
        table(
          'targets',
          '宣传对象',
          'Whom it is for',
          [
            choice(
              'who',
              '对象',
              'Who',
              [
                ['elderly', '老年人', 'Elderly'],
                ['shops', '商户业主', 'Shop owners'],
                ['students', '学生家长', 'Students and parents'],
                ['riders', '摩托车、电动车骑手', 'Riders'],
                ['offices', '写字楼、理财门店', 'Offices and wealth firms'],
                ['all', '全体居民', 'All residents'],
              ],
              { required: true },
            ),
            number('count', '应到人（户）数', 'How many', { required: true, max: 100_000 }),
          ],
          { required: true, max: 10 },
        ),
      ],
      counts: 'dispatch',
      tells: [{ what: 'targeted', value: 'sum(form.targets.count)' }],
      tone: 'primary',
    }),
    act('record', '登记一次宣传', 'Record a visit', ['doing'], [worker, community], {
      form: [
        number('reached', '覆盖人（户）数', 'Reached', { required: true, max: 100_000 }),
        number('installed', '自愿安装反诈应用人数', 'Installed the app of their own will', {
          max: 100_000,
          hint: { zh: '自愿，不作为考核', en: 'Voluntary; never part of an assessment' },
        }),
        lines('note', { zh: '反映的问题', en: 'What was said' }),
        photos,
      ],
      counts: 'note',
      tells: [
        { what: 'reached', value: 'form.reached' },
        { what: 'installed', value: 'form.installed' },
      ],
      tone: 'primary',
    }),
    act('finish', '宣传完成', 'Finished', ['doing'], [worker, community], {
      to: 'sampling',
      form: [lines('result', { zh: '完成情况', en: 'What was done' }, { required: true })],
      counts: 'handle',
    }),
    act('sampled', '抽查回访，办结', 'Checked, close', ['sampling'], [community, inspector], {
      to: 'done',
      notBy: ['finish'],
      form: [
        number('asked', '回访人数', 'Asked', { required: true, max: 1000 }),
        number('knew', '知晓人数', 'Knew', { required: true, max: 1000 }),
        answerField,
      ],
      answers: 'answer',
      outcome: 'resolved',
      counts: 'close',
      tells: [
        { what: 'asked', value: 'form.asked' },
        { what: 'knew', value: 'form.knew' },
      ],
      tone: 'primary',
    }),
    act('again', '知晓率低，补充宣传', 'Do more', ['sampling'], [community, inspector], {
      to: 'doing',
      form: [reasonField],
      counts: 'return',
    }),
    act('drop', '不再开展', 'Drop', ['planning', 'doing'], [community], {
      to: 'dropped',
      form: [answerField],
      answers: 'answer',
      outcome: 'declined',
      counts: 'close',
    }),
  ],
  clocks: [
    timer('whole', '完成时限', 'Time to finish', ['planning', 'doing', 'sampling'], limit(30, 'calendar-days'), {
      main: true,
    }),
  ],
  routing: [],
};
