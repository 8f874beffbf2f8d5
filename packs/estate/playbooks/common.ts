import { blocks } from '#engines/case/model';
import type { Field } from '#fields/field';

export const worker = blocks.role('grid-worker');
export const community = blocks.role('community-staff');
export const street = blocks.role('street-dispatcher');
export const inspector = blocks.role('inspector');

export const photos = blocks.photosField('photos', { zh: '照片', en: 'Photos' });

export const contact: Field = blocks.simple('phone', 'contact', '联系电话', 'Phone', {
  hint: { zh: '可不留；只用于核实和告知结果', en: 'Optional; only to ask back and to tell the result' },
  privacy: blocks.privacyOf('核实情况、告知办理结果', 'To ask back and to tell the result', 'consent', 'personal', 12),
});

/** What ends a matter with an answer. */
export const closing = {
  form: [blocks.answerField],
  answers: 'answer',
  outcome: 'resolved',
  counts: 'close',
  tone: 'primary',
} as const;

/** What ends it otherwise: an answer with the reason. */
export const refusing = {
  form: [blocks.answerField],
  answers: 'answer',
  outcome: 'declined',
  counts: 'close',
  tone: 'danger',
} as const;

/** What a body says when its work is done. */
export const resultField = blocks.lines(
  'result',
  { zh: '完成情况', en: 'What was done' },
  { required: true, max: 500 },
);
