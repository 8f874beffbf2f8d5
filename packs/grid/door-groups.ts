import type { DoorGroup } from '#engines/case/model';

/** Under which headings residents find what they need, in this order; words of the street, not of the office. */
export const doorGroups: readonly DoorGroup[] = [
  { id: 'repair', name: { zh: '报修投诉', en: 'Repairs and complaints' }, icon: 'megaphone', order: 1 },
  { id: 'papers', name: { zh: '办事', en: 'Papers and applications' }, icon: 'file', order: 2 },
  { id: 'help', name: { zh: '求助帮忙', en: 'Help' }, icon: 'hand', order: 3 },
  { id: 'disputes', name: { zh: '调解和法律', en: 'Disputes and law' }, icon: 'people', order: 4 },
  { id: 'safety', name: { zh: '安全举报', en: 'Safety' }, icon: 'alert', order: 5 },
  { id: 'together', name: { zh: '议事参与', en: 'Having a say' }, icon: 'smile', order: 6 },
  { id: 'enterprise', name: { zh: '企业商户', en: 'Companies and shops' }, icon: 'building', order: 7 },
  { id: 'party', name: { zh: '党员服务', en: 'Party members' }, icon: 'user', order: 8 },
];
