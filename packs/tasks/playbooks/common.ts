import { blocks } from '#engines/case/model';

export const community = blocks.role('community-staff');
export const street = blocks.role('street-dispatcher');
export const officer = blocks.role('admission-officer');
export const liaison = blocks.role('department-liaison');

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

export const resultField = blocks.lines(
  'result',
  { zh: '完成情况', en: 'What was done' },
  { required: true, max: 500 },
);

/** Any number of owners of a table of what, who and until when: the same three columns everywhere. */
export const orders = (id: string, zh: string, en: string) =>
  blocks.table(
    id,
    zh,
    en,
    [
      blocks.line('what', '事项', 'What', { required: true, max: 60 }),
      blocks.simple('body', 'who', '责任单位', 'Body', { required: true }),
      blocks.simple('date', 'by', '完成日期', 'Until', { required: true }),
    ],
    { required: true, max: 50 },
  );

export const giveOrders = (id: string) =>
  ({ move: 'give-tasks', from: id, columns: { name: 'what', body: 'who', due: 'by' } }) as const;
