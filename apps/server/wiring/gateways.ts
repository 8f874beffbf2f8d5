import type { SmsGateway, SmtpServer } from '#engines/notice/model';
import type { GatewaySettings } from '#engines/notice/server';
import type { Parts } from '#platform/server/parts';
import { noticeSettings, settingPlace } from '../settings.ts';

/** The gateways as the settings have them at this moment; secrets are opened only to be used. */
export const gatewaysFrom = ({ settings, seals }: Pick<Parts, 'settings' | 'seals'>): GatewaySettings => {
  const secretOf = async (key: string): Promise<string> => {
    const sealed = await settings.get<string | null>(key, null);
    return sealed ? seals.open(settingPlace(key), sealed) : '';
  };
  return {
    sms: async () => {
      const gateway = await settings.get<SmsGateway | null>(noticeSettings.sms, null);
      return gateway && { gateway, secret: await secretOf(noticeSettings.smsSecret) };
    },
    smtp: async () => {
      const server = await settings.get<SmtpServer | null>(noticeSettings.smtp, null);
      return server && { server, password: await secretOf(noticeSettings.smtpPassword) };
    },
    signature: () => settings.get(noticeSettings.signature, ''),
  };
};
