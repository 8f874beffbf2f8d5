import { blocks } from '#engines/case/model';

export const community = blocks.role('community-staff');
export const secretary = blocks.role('party-secretary');
export const affairs = blocks.role('party-affairs');

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

/** 党建＋ (S410, S420): the theme that an activity carries, so that results can be looked at by theme. */
export const themeField = blocks.choice('theme', '党建＋主题', 'Theme', 'party-matters.themes', { required: true });
export const leader = blocks.role('street-leader');

/** Who it is about, as the organisation or a register knows him. */
export const memberField = blocks.simple('person', 'member', '本人', 'Who', {
  privacy: blocks.privacyOf(
    '党员发展与组织关系管理',
    'To develop members and keep their relation',
    'duty',
    'sensitive',
    60,
  ),
});
