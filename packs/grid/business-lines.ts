import type { BusinessLine } from '#engines/organisation/model';

/**
 * Lines of business (业务线) that a community has an A- and a B-role for, and the classes of matters that belong to
 * each. Proposed; a district renames them and adds its own.
 */
export const businessLines: readonly BusinessLine[] = [
  { id: 'mediation', name: { zh: '综治调解', en: 'Order and mediation' }, categories: ['01', '02'] },
  { id: 'safety', name: { zh: '安全生产与应急', en: 'Safety and emergencies' }, categories: ['03', '13', '15'] },
  {
    id: 'appearance',
    name: { zh: '市容环境与街面', en: 'Streets and cleanliness' },
    categories: ['04', '05', '07', '08'],
  },
  { id: 'facilities', name: { zh: '设施与物业', en: 'Facilities and estates' }, categories: ['06', '14'] },
  { id: 'welfare', name: { zh: '民生与特殊人群', en: 'Welfare' }, categories: ['09', '10'] },
  { id: 'basics', name: { zh: '人房信息与社情民意', en: 'Records and opinion' }, categories: ['11', '12'] },
];
