import type { CasePorts } from '#engines/case/server';
import type { NoticeTemplate } from '#engines/notice/model';
import type { NoticeEngine } from '#engines/notice/server';

/**
 * Tells of matters. Staff read it in the house; residents there and, where the template has words for it, by short
 * message; a bare phone by short message alone.
 */
export const notifyBy = (
  templates: readonly NoticeTemplate[],
  notices: () => Pick<NoticeEngine, 'sendNotice'>,
): CasePorts['notify'] => {
  const withSms = new Set(templates.filter((template) => template.sms).map((template) => template.id));
  return async (sql, { to, ...notice }) => {
    const staff = to.filter((one) => 'post' in one || 'person' in one);
    const residents = to.filter((one) => 'resident' in one);
    const phones = to.filter((one) => 'phone' in one);
    const short = withSms.has(notice.template);
    if (staff.length > 0) await notices().sendNotice(sql, { ...notice, to: staff });
    if (residents.length > 0)
      await notices().sendNotice(sql, { ...notice, to: residents, channels: short ? ['app', 'sms'] : ['app'] });
    if (phones.length > 0 && short) await notices().sendNotice(sql, { ...notice, to: phones, channels: ['sms'] });
  };
};
