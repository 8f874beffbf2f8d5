import { blocks, type Owner, type Playbook } from '#engines/case/model';
import { brief, parties } from './fields.ts';

const { act, answerField, choice, ending, limit, line, lines, rating, role, simple, stage, timer } = blocks;

const onSpot: readonly Owner[] = [role('building-chief'), role('grid-worker')];

/** 口头协议登记: a building chief or grid worker settles a small dispute on the spot, or hands it to the committee. */
export const oral: Playbook = {
  id: 'dispute.oral',
  version: 1,
  name: { zh: '就地调解（口头协议登记）', en: 'Settled on the spot' },
  summary: {
    zh: '楼栋长、网格员就地调解小纠纷，口头协议登记一页；调不了的移交人民调解委员会',
    en: 'Building chiefs and grid workers settle small disputes in a page; what they cannot goes to the mediation committee',
  },
  categories: 'dispute.types',
  reporters: ['staff', 'resident'],
  fields: [
    parties,
    brief,
    choice('cause', '起因', 'Cause', [
      ['noise', '噪声扰民', 'Noise'],
      ['leak', '漏水渗水', 'Leaks'],
      ['space', '占用公共空间', 'Things in common space'],
      ['parking', '停车', 'Parking'],
      ['pets', '养犬养宠', 'Pets'],
      ['money', '钱物往来', 'Money or things'],
      ['family', '家庭琐事', 'Family'],
      ['other', '其他', 'Other'],
    ], { required: true }),
  ],
  title: 'category.name + (if place.text = "" then "" else "：" + place.text)',
  start: 'on-spot',
  stages: [
    stage('on-spot', '就地调解', 'On the spot', ['楼栋长、网格员正在调解', 'Being settled on the spot'], role('grid-worker')),
    stage('watching', '待回头看', 'To be looked at again', ['已达成口头协议', 'Settled by word'], role('grid-worker')),
    ending('settled', '已化解', 'Settled', ['已化解，等您确认', 'Settled, awaiting your word']),
    ending('rated', '已化解（已评价）', 'Settled and rated', ['已化解', 'Settled']),
    ending('handed', '已移交调委会', 'Handed over', ['已转人民调解委员会', 'Passed to the mediation committee']),
    ending('dropped', '无须调解', 'No dispute', ['无须调解', 'No dispute']),
  ],
  actions: [
    act('settle', '口头协议登记', 'Settled by word', ['on-spot'], onSpot, {
      to: 'watching',
      form: [
        simple('moment', 'settledAt', '调解时间', 'When', { required: true }),
        lines('agreement', { zh: '口头协议内容', en: 'What was agreed' }, { required: true }),
        line('witness', '见证人', 'Witness', { max: 40 }),
      ],
      counts: 'handle',
      tone: 'primary',
      tells: [{ what: 'mediated', value: 'true' }, { what: 'level', value: '"building"' }],
    }),
    act('hand-over', '移交人民调解委员会', 'Hand over to the committee', ['on-spot', 'watching'], onSpot, {
      to: 'handed',
      form: [lines('tried', { zh: '已做的工作', en: 'What was tried' }, { required: true }), answerField],
      answers: 'answer',
      outcome: 'explained',
      counts: 'transfer',
      effects: [
        {
          effect: 'case.open',
          playbook: 'dispute.mediation',
          category: 'category.code',
          values: { source: '"02"', brief: 'data.brief', request: 'form.tried' },
          apart: true,
        },
      ],
      tells: [{ what: 'level', value: '"community"' }],
    }),
    act('not-needed', '无须调解', 'No dispute', ['on-spot'], onSpot, {
      to: 'dropped',
      form: [answerField],
      answers: 'answer',
      outcome: 'explained',
      counts: 'close',
    }),
    act('look-again', '回头看，办结', 'Looked at again: it holds', ['watching'], onSpot, {
      to: 'settled',
      form: [answerField],
      answers: 'answer',
      outcome: 'resolved',
      counts: 'close',
      tone: 'primary',
    }),
    act('broken', '又起纠纷', 'It broke', ['watching', 'settled'], onSpot, {
      to: 'on-spot',
      form: [blocks.reasonField],
      counts: 'reopen',
    }),
    rating({ from: ['settled'], closed: 'rated', again: 'on-spot', levels: 'grid.satisfaction-levels' }),
  ],
  clocks: [
    timer('whole', '化解时限', 'Time to settle', ['on-spot', 'watching'], limit(7, 'calendar-days'), { main: true }),
    timer('first', '到场时限', 'Time to be there', ['on-spot'], limit(24, 'clock-hours')),
  ],
  routing: [],
}; // biome-ignore format: forms read better in a few long lines
