import { label } from '#kernel/label';
import type { NoticeTemplate } from '#engines/notice/model';

export const noticeTemplates: readonly NoticeTemplate[] = [
  {
    id: 'whistle.blown',
    title: label('社区吹哨，请按时报到', 'A whistle: please come'),
    text: label(
      '{number}「{title}」请本部门按时到场报到、参与处置。',
      '{number} “{title}”: your department should come and act.',
    ),
    sms: label('社区吹哨 {number}，请按时到场报到。', 'Whistle {number}: please come in time.'),
    holes: { number: 'plain', title: 'personal' },
    acknowledgeWithin: 10,
  },
  {
    id: 'whistle.silent',
    title: label('请报告攻坚进展', 'Please tell how it goes'),
    text: label(
      '{number}「{title}」已十个工作日没有进展记录，请尽快填写。',
      '{number} “{title}”: ten working days without a word of progress. Please write one.',
    ),
    holes: { number: 'plain', title: 'personal' },
  },
  {
    id: 'whistle.consulted',
    title: label('请出具会商意见', 'Please give an opinion'),
    text: label(
      '{number}「{title}」请按时出具会商意见，未回复将公开列明。',
      '{number} “{title}”: please give your opinion; no reply is shown.',
    ),
    holes: { number: 'plain', title: 'personal' },
  },
];
