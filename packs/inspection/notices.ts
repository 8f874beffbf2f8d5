import { label } from '#kernel/label';
import type { NoticeTemplate } from '#engines/notice/model';

const told = (id: string, title: readonly [string, string], text: readonly [string, string]): NoticeTemplate => ({
  id,
  title: label(...title),
  text: label(...text),
  holes: { number: 'plain', title: 'personal' },
});

export const noticeTemplates: readonly NoticeTemplate[] = [
  told(
    'inspection.overdue',
    ['整改任务逾期', 'Overdue'],
    [
      '{number}「{title}」有逾期未完成的事项，请尽快落实。',
      '{number} “{title}”: something is overdue. Please see to it.',
    ],
  ),
  told(
    'inspection.silent',
    ['请报告回应进展', 'Please tell how it goes'],
    [
      '{number}「{title}」已七天没有进展记录，请尽快填写。',
      '{number} “{title}”: seven days without a word of progress. Please write one.',
    ],
  ),
  told(
    'inspection.circular-issued',
    ['有通报请签阅', 'A circular to sign for'],
    ['{number}「{title}」已印发，请签阅。', '{number} “{title}” was issued. Please read and sign.'],
  ),
  told(
    'inspection.report-missing',
    ['月报告逾期未报', 'A report is missing'],
    ['{number}「{title}」逾期未报，请尽快报送。', '{number} “{title}” is late. Please hand it in.'],
  ),
];
