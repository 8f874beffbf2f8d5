import type { Field } from '#fields/field';
import { blocks } from '#engines/case/model';

const { privacyOf, simple } = blocks;

/** Whom to call about it; kept apart and deleted in time. */
export const contact: Field = simple('phone', 'contact', '联系电话', 'Phone', {
  privacy: privacyOf('联系上门、核实服务', 'To come and to ask whether it was done', 'consent', 'personal', 12),
});

export const address: Field = blocks.line('address', '服务地址', 'Where to come', {
  max: 100,
  privacy: privacyOf('上门服务', 'To come to the door', 'consent', 'personal', 12),
});
