import type { Field, Privacy } from '#fields/field';

const privacy: Privacy = {
  purpose: {
    zh: '代录时记下诉求人，便于核实和告知结果',
    en: 'To know whom a matter was written for, to ask back and to tell the result',
  },
  basis: 'duty',
  sensitivity: 'personal',
  retentionMonths: 12,
};

/** What is asked about somebody for whom a matter is written (代录). */
export const onBehalfFields: { readonly name: Field; readonly phone: Field } = {
  name: { id: 'name', type: 'text', name: { zh: '姓名', en: 'Name' }, options: { max: 40 }, privacy },
  phone: { id: 'phone', type: 'phone', name: { zh: '联系电话', en: 'Phone' }, privacy },
};
