import { blocks, type Playbook } from '#engines/case/model';
import { community, street, worker } from './common.ts';

const {
  act,
  answerField,
  assignee,
  bodyField,
  choice,
  ending,
  line,
  lines,
  limit,
  number,
  privacyOf,
  simple,
  stage,
  timer,
} = blocks;

const health = privacyOf(
  '传染病防控期间的排查和健康服务',
  'To find and help those at risk in an epidemic',
  'duty',
  'sensitive',
  3,
);

/**
 * 疫情排查与健康监测 (S114): households asked, those at risk followed each day, supplies brought. Sleeps until a district
 * switches it on (S188); its records stay when it is switched off.
 */
export const screening: Playbook = {
  id: 'safety.screening',
  version: 1,
  dormant: true,
  name: { zh: '疫情排查与健康监测', en: 'Epidemic screening' },
  summary: {
    zh: '入户排查、症状与旅居史登记、居家健康监测每日随访、物资保障；平时停用，需要时启用',
    en: 'Households asked for symptoms and travel, daily follow-up at home, supplies; asleep until it is needed',
  },
  categories: 'safety.screening-reasons',
  reporters: ['staff', 'system'],
  sensitivity: 'sensitive',
  fields: [
    line('household', '户室', 'Household', { required: true }),
    simple('person', 'person', '被排查人', 'Who', { privacy: health }),
    simple('phone', 'phone', '联系电话', 'Phone', { privacy: health }),
  ],
  title: 'category.name + "：" + data.household',
  start: 'to-check',
  stages: [
    stage('to-check', '待排查', 'To be asked', ['等待排查', 'To be asked'], community),
    stage('monitoring', '居家健康监测', 'Followed at home', ['居家健康监测中', 'Being followed at home'], community),
    stage('hospital', '转诊', 'Sent to hospital', ['已联系转诊', 'Being sent to hospital'], assignee),
    ending('clear', '未见异常', 'Nothing found'),
    ending('released', '监测期满', 'Released'),
    ending('handed', '已转诊', 'In hospital'),
  ],
  actions: [
    act('check', '登记排查结果', 'Record what was found', ['to-check'], [community, worker], {
      to: [{ when: 'form.measure = "monitor"', to: 'monitoring' }, { to: 'clear' }],
      form: [
        {
          ...choice(
            'symptoms',
            '症状',
            'Symptoms',
            [
              ['none', '无', 'None'],
              ['fever', '发热', 'Fever'],
              ['cough', '咳嗽', 'Cough'],
              ['other', '其他', 'Other'],
            ],
            { many: true, required: true },
          ),
          privacy: health,
        },
        { ...line('travel', '旅居史、接触史', 'Travel and contacts', { max: 200 }), privacy: health },
        number('members', '同住人数', 'People living there', { required: true, min: 1, max: 50 }),
        choice(
          'measure',
          '处置',
          'Measure',
          [
            ['none', '无需监测', 'None'],
            ['monitor', '居家健康监测', 'Follow at home'],
          ],
          { required: true },
        ),
        answerField,
      ],
      answers: 'answer',
      outcome: 'explained',
      counts: 'accept',
      tells: [
        { what: 'measure', value: 'form.measure' },
        { what: 'members', value: 'form.members' },
      ],
      tone: 'primary',
    }),
    act('daily', '每日随访', 'Daily call', ['monitoring'], [community, worker], {
      form: [
        {
          ...number('temperature', '体温', 'Temperature', {
            required: true,
            min: 34,
            max: 43,
            digits: 1,
            unit: ['℃', '°C'],
          }),
          privacy: health,
        },
        choice(
          'state',
          '情况',
          'State',
          [
            ['well', '正常', 'Well'],
            ['unwell', '不适', 'Unwell'],
          ],
          { required: true },
        ),
        lines('note', { zh: '说明', en: 'Note' }),
      ],
      counts: 'note',
      tells: [{ what: 'daily', value: 'form.state' }],
      tone: 'primary',
    }),
    act('supply', '物资与生活服务', 'Supplies', ['monitoring'], [community, worker], {
      form: [
        line('things', '送达物资或服务', 'What was brought', { required: true }),
        simple('yes-no', 'medicine', '是否含药品', 'Medicine'),
      ],
      counts: 'handle',
      tells: [{ what: 'supplies', value: '1' }],
    }),
    act('refer', '出现症状，联系转诊', 'Symptoms: send to hospital', ['monitoring', 'to-check'], [community], {
      to: 'hospital',
      form: [
        bodyField('body', { zh: '卫生健康部门', en: 'Health body' }),
        lines('note', { zh: '情况', en: 'What happened' }, { required: true }),
      ],
      assigns: 'body',
      counts: 'dispatch',
      tone: 'danger',
    }),
    act('admitted', '已转诊', 'In hospital', ['hospital'], [assignee], {
      to: 'handed',
      form: [answerField],
      answers: 'answer',
      outcome: 'explained',
      counts: 'close',
      tone: 'primary',
    }),
    act('release', '监测期满，解除', 'Release', ['monitoring'], [community, street], {
      to: 'released',
      form: [number('days', '监测天数', 'Days followed', { required: true, max: 60 }), answerField],
      answers: 'answer',
      outcome: 'resolved',
      counts: 'close',
      tone: 'primary',
    }),
  ],
  clocks: [
    timer('checking', '排查时限', 'Time to ask', ['to-check'], limit(24, 'clock-hours')),
    timer('whole', '监测期', 'Time at home', ['to-check', 'monitoring', 'hospital'], limit(14, 'calendar-days'), {
      main: true,
    }),
  ],
  routing: [{ when: 'true', bodyKind: 'health' }],
};
