/**
 * Security label of a record or field (安全标记, GB/T 22239-2019 8.1.4.2 g), from open to closed:
 * 公开 public · 内部 internal · 敏感 sensitive · 重点人员 key-persons. A reader's clearance must reach it.
 */
export const sensitivities = ['public', 'internal', 'sensitive', 'key-persons'] as const;

export type Sensitivity = (typeof sensitivities)[number];

/** 0 public … 3 key-persons: how labels are kept and compared in tables. */
export const rankOf = (label: Sensitivity): number => sensitivities.indexOf(label);

/** Does a clearance reach a label? */
export const reaches = (clearance: Sensitivity, label: Sensitivity): boolean => rankOf(clearance) >= rankOf(label);
