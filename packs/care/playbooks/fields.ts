import type { Field } from '#fields/field';
import { blocks } from '#engines/case/model';

const { line, privacyOf, simple } = blocks;

/** Whom it is about; kept apart, masked, deleted in time. */
export const person: Field = line('person', '服务对象姓名', 'Person', {
  max: 40,
  privacy: privacyOf('上门服务、核对身份', 'To visit and to know who it is', 'duty', 'sensitive', 36),
});
export const address: Field = line('address', '住址', 'Address', {
  max: 100,
  privacy: privacyOf('上门服务', 'To come to the door', 'duty', 'sensitive', 36),
});
export const contact: Field = simple('phone', 'contact', '联系电话', 'Phone', {
  privacy: privacyOf('联系本人或家属', 'To reach the person or the family', 'consent', 'personal', 24),
});
/** What is known of health: sealed, never in a history. */
export const health: Field = blocks.lines(
  'health',
  { zh: '健康状况', en: 'Health' },
  { privacy: privacyOf('判断照护需要', 'To judge what care is needed', 'consent', 'sensitive', 36), max: 500 },
);
