import { label } from '#kernel/label';
import type { NoticeTemplate } from '#engines/notice/model';

export const noticeTemplates: readonly NoticeTemplate[] = [
  {
    id: 'safety.major-hazard',
    title: label('发现重大安全隐患', 'A major hazard was found'),
    text: label(
      '{place}发现重大安全隐患：{what}。请立即研判，挂牌督办。',
      'A major hazard was found at {place}: {what}. Please look at it at once and put it on the list.',
    ),
    holes: { place: 'plain', what: 'personal' },
  },
  {
    id: 'safety.fraud-warning',
    title: label('反诈预警劝阻任务', 'Fraud warning'),
    text: label(
      '有一条反诈预警需在 30 分钟内见面或电话劝阻，请立即接单。',
      'A fraud warning must be followed up within 30 minutes. Please take it on now.',
    ),
    holes: {},
  },
  {
    id: 'safety.red-flag',
    title: label('森林火险红色预警', 'Red flag day'),
    text: label(
      '{day}为高火险日：{words}。请加密巡护，禁止一切野外用火。',
      '{day} is a red flag day: {words}. Patrol more often; no fire outdoors.',
    ),
    holes: { day: 'plain', words: 'plain' },
  },
  {
    id: 'safety.fire-point',
    title: label('森林火情报告', 'Forest fire reported'),
    text: label('{place}发现火情烟点，请立即处置。', 'Fire or smoke was seen at {place}. Please act at once.'),
    holes: { place: 'plain' },
  },
];
