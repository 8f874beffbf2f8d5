import { blocks } from '#engines/case/model';

export const community = blocks.role('community-staff');
export const street = blocks.role('street-dispatcher');
export const leader = blocks.role('street-leader');
/** The district's officer who also takes on what is bought (`tasks.purchase`). */
export const officer = blocks.role('admission-officer');

export const closing = {
  form: [blocks.answerField],
  answers: 'answer',
  outcome: 'resolved',
  counts: 'close',
  tone: 'primary',
} as const;

export const refusing = {
  form: [blocks.answerField],
  answers: 'answer',
  outcome: 'declined',
  counts: 'close',
  tone: 'danger',
} as const;

/** Ends without having been refused: it came to nothing, or to its agreed end. */
export const explaining = { ...refusing, outcome: 'explained' } as const;

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

/** Up to ten thousand million yuan: the field's own bound. */
export const large = 1_000_000_000;
