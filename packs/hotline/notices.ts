import { label } from '#kernel/label';
import type { NoticeTemplate } from '#engines/notice/model';

export const noticeTemplates: readonly NoticeTemplate[] = [
  {
    id: 'hotline.summoned',
    title: label('请到现场核实划责', 'Please come to the place'),
    text: label(
      '{number}「{title}」请按时到现场陈述意见和依据。',
      '{number} “{title}”: please come and say your view.',
    ),
    sms: label('热线划责 {number}，请按时到场。', 'Hotline {number}: please come to the place.'),
    holes: { number: 'plain', title: 'personal' },
  },
  {
    id: 'hotline.topic-due',
    title: label('每月一题督办提醒', 'Theme of the month'),
    text: label('{number}「{title}」请填报本月治理进展。', '{number} “{title}”: please say how it stands this month.'),
    holes: { number: 'plain', title: 'personal' },
  },
];
