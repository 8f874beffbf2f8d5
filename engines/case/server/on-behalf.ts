import { DomainError, isRefusal } from '#kernel/domain-error';
import { checkForm, oneRefusal } from '#fields';
import type { Field, Privacy } from '#fields/field';
import type { ReportCase } from '#engines/case/contract';
import { channelsOnBehalf, type ReportChannel } from '#engines/case/model';
import type { ReportInput } from './use-cases.ts';

const privacy: Privacy = {
  purpose: {
    zh: '代录时记下诉求人，便于核实和告知结果',
    en: 'To know whom a matter was written for, to ask back and to tell the result',
  },
  basis: 'duty',
  sensitivity: 'personal',
  retentionMonths: 12,
};

/** What is asked about somebody for whom a matter is written (代录), and the sheet on which it came. */
export const onBehalfFields: { readonly name: Field; readonly phone: Field; readonly sheet: Field } = {
  name: { id: 'name', type: 'text', name: { zh: '姓名', en: 'Name' }, options: { max: 40 }, privacy },
  phone: { id: 'phone', type: 'phone', name: { zh: '联系电话', en: 'Phone' }, privacy },
  sheet: {
    id: 'sheet',
    type: 'photos',
    name: { zh: '纸面照片', en: 'Photos of the sheet' },
    options: { max: 6 },
    privacy,
  },
};

type OnBehalf = NonNullable<ReportCase['onBehalf']>;

/**
 * Whom a matter was written for, as it is kept.
 * @param channels that an installation declares; undefined: none is checked
 * @param hasPhone a number stands in the report's own form
 * @throws case.channel-unknown, case.sheet-missing, case.caller-phone-missing, or what the fields refuse
 */
export const checkedContact = (
  { name, phone, channel, sheet }: OnBehalf,
  channels: readonly ReportChannel[] | undefined,
  hasPhone: boolean,
): NonNullable<ReportInput['contact']> => {
  const { values, refusals } = checkForm(
    [onBehalfFields.name, onBehalfFields.phone],
    { name, phone },
    { codeList: () => undefined },
  );
  const refusal = oneRefusal(refusals);
  if (isRefusal(refusal)) throw refusal;
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  const contact = { name: text(values['name']), phone: text(values['phone']), ...(sheet && { sheet }) };
  if (!channels) return contact;
  const known = channelsOnBehalf(channels).find((one) => one.id === channel);
  if (!known) throw new DomainError('case.channel-unknown', {}, { field: 'behalfChannel' });
  if (known.sheet && !sheet) throw new DomainError('case.sheet-missing', {}, { field: 'behalfSheet' });
  if (known.phone && contact.phone === null && !hasPhone)
    throw new DomainError('case.caller-phone-missing', {}, { field: 'behalfPhone' });
  return contact;
};
