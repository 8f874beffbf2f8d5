import { label } from '#kernel/label';
import type { NoticeTemplate } from '#engines/notice/model';

export const noticeTemplates: readonly NoticeTemplate[] = [
  {
    id: 'care.visit-missed',
    title: label('有走访到期未去', 'A visit was missed'),
    text: label(
      '{number}「{title}」到期未走访，请今天安排上门。',
      '{number} “{title}” was due and nobody came. Please arrange it today.',
    ),
    holes: { number: 'plain', title: 'personal' },
  },
];
