import { blocks } from '#engines/case/model';

export const community = blocks.role('community-staff');
export const street = blocks.role('street-dispatcher');
export const chief = blocks.role('building-chief');

export const closing = {
  form: [blocks.answerField],
  answers: 'answer',
  outcome: 'resolved',
  counts: 'close',
  tone: 'primary',
} as const;

/** Ends with an explanation: it came to nothing. */
export const explaining = {
  form: [blocks.answerField],
  answers: 'answer',
  outcome: 'explained',
  counts: 'close',
} as const;

/** What, who, until when: each row becomes a task. */
export const duties = (id: string, zh: string, en: string) =>
  blocks.table(
    id,
    zh,
    en,
    [
      blocks.line('what', '事项', 'What', { required: true, max: 60 }),
      blocks.simple('body', 'who', '责任单位', 'Body', { required: true }),
      blocks.simple('date', 'by', '完成日期', 'Until', { required: true }),
    ],
    { required: true, min: 1, max: 30 },
  );

export const giveDuties = (id: string) =>
  ({ move: 'give-tasks', from: id, columns: { name: 'what', body: 'who', due: 'by' } }) as const;

export const contactPhone = (zh: string, en: string) =>
  blocks.simple('phone', 'phone', '联系电话', 'Phone', {
    required: true,
    privacy: blocks.privacyOf(zh, en, 'consent', 'personal', 12),
  });
