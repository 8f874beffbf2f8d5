import { blocks, type Playbook } from '#engines/case/model';
import { affairs } from './common.ts';

const {
  act,
  answerField,
  bodyField,
  ending,
  line,
  lines,
  limit,
  number,
  photosField,
  simple,
  stage,
  system,
  timer,
  withTask,
} = blocks;

/**
 * 换届备案 (S101): filed with two bodies of the county at once. Each has a task of its own, which only its own receipt ends; either
 * may ask for correction, and the other goes on meanwhile. What is not filed in time stands in a list until it is.
 */
export const filing: Playbook = {
  id: 'election.filing',
  version: 1,
  name: { zh: '换届备案', en: 'Filing with the county' },
  summary: {
    zh: '职数和结果同时报组织、民政两个部门，分别回执或要求补正，逾期列入未备案名单',
    en: 'Filed with two bodies at once; each gives its receipt or asks for correction; what is late is listed',
  },
  categories: 'election.filing-kinds',
  reporters: ['staff', 'system'],
  fields: [
    line('about', '备案内容', 'What is filed', { required: true, max: 80 }),
    number('posts', '职数', 'Number of posts', { max: 5000 }),
  ],
  title: 'category.name + "备案：" + data.about',
  start: 'preparing',
  stages: [
    stage('preparing', '待报送', 'To be filed', ['正在准备', 'Being prepared'], affairs),
    stage('listed', '列入未备案名单', 'Not filed', ['逾期未备案', 'Not filed in time'], affairs),
    stage('filing', '备案审查', 'With the county', ['已报送', 'Handed in'], affairs),
    stage('correcting', '补正', 'To be corrected', ['正在补正', 'Being corrected'], affairs),
    ending('filed', '已备案', 'Filed'),
    ending('dropped', '不需备案', 'Need not be filed'),
  ],
  actions: [
    act('submit', '报送两部门', 'Hand in to both', ['preparing', 'listed'], [affairs], {
      to: 'filing',
      form: [
        bodyField('party', { zh: '组织部门', en: 'Organisation department' }),
        bodyField('civil', { zh: '民政部门', en: 'Civil affairs' }),
        lines('content', { zh: '备案说明', en: 'What is handed in' }, { required: true }),
        { ...photosField('papers', { zh: '备案材料照片', en: 'Photos of the papers' }), required: true },
      ],
      does: [
        {
          move: 'give-tasks',
          from: 'party',
          name: { zh: '组织部门备案回执', en: 'Receipt of the organisation department' },
          doneWithin: limit(10, 'working-days'),
        },
        {
          move: 'give-tasks',
          from: 'civil',
          name: { zh: '民政部门备案回执', en: 'Receipt of civil affairs' },
          doneWithin: limit(10, 'working-days'),
        },
      ],
      counts: 'dispatch',
      tells: [{ what: 'handed-in', value: 'category.code' }],
      tone: 'primary',
    }),
    act('overdue', '逾期未报送，列入名单', 'Not filed in time', ['preparing'], [system], {
      to: 'listed',
      tells: [{ what: 'not-filed', value: 'category.code' }],
    }),
    act('receipt', '出具回执', 'Give the receipt', ['filing', 'correcting'], [withTask], {
      form: [
        line('number', '回执编号', 'Number', { required: true, max: 60 }),
        simple('date', 'on', '备案日期', 'Filed on', { required: true }),
        lines('result', { zh: '备案意见', en: 'Remarks' }, { required: true }),
      ],
      does: [{ move: 'finish-task', result: 'result' }],
      counts: 'verify',
      tells: [{ what: 'receipt', value: 'category.code' }],
      tone: 'primary',
    }),
    act('correct', '要求补正', 'Ask for correction', ['filing', 'correcting'], [withTask], {
      to: 'correcting',
      form: [lines('demand', { zh: '补正内容', en: 'What is wanted' }, { required: true })],
      counts: 'return',
      tells: [{ what: 'correction', value: 'category.code' }],
    }),
    act('corrected', '补正后再报', 'Handed in again', ['correcting'], [affairs], {
      to: 'filing',
      form: [
        lines('content', { zh: '补正说明', en: 'What was corrected' }, { required: true }),
        photosField('papers', { zh: '补正材料照片', en: 'Photos of the papers' }),
      ],
      counts: 'handle',
      tone: 'primary',
    }),
    blocks.progressNote({ from: ['filing'], who: [affairs] }),
    act('file', '两部门均已回执，归档', 'Both receipts are there', ['filing'], [affairs], {
      to: 'filed',
      when: 'matter.tasks.open = 0',
      form: [answerField],
      answers: 'answer',
      outcome: 'resolved',
      counts: 'close',
      tells: [{ what: 'filed', value: 'category.code' }],
      tone: 'primary',
    }),
    act('drop', '核实不需备案', 'Need not be filed', ['preparing', 'listed'], [affairs], {
      to: 'dropped',
      form: [answerField],
      answers: 'answer',
      outcome: 'declined',
      counts: 'close',
      tone: 'danger',
    }),
  ],
  clocks: [
    timer('handing-in', '报送时限', 'Time to hand in', ['preparing'], limit(10, 'working-days'), {
      whenOver: 'overdue',
    }),
    timer(
      'whole',
      '备案时限',
      'Time to be filed',
      ['preparing', 'listed', 'filing', 'correcting'],
      limit(30, 'working-days'),
      { main: true },
    ),
  ],
  routing: [],
};
