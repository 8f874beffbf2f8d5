import type { OidcSettings } from '#engines/organisation/server';
import type { Parts } from '#platform/server/parts';
import { settingPlace, signInSettings } from '../settings.ts';

/** Single sign-on as the settings have it at this moment; null until provider, client and secret are all told. */
export const oidcFrom =
  ({ settings, seals }: Pick<Parts, 'settings' | 'seals'>) =>
  async (): Promise<OidcSettings | null> => {
    const text = (key: string): Promise<string> => settings.get(key, '');
    const [issuer, clientId, sealed] = await Promise.all([
      text(signInSettings.issuer),
      text(signInSettings.clientId),
      settings.get<string | null>(signInSettings.clientSecret, null),
    ]);
    if (!issuer || !clientId || !sealed) return null;
    const [name, twoFactors, inside, clientSecret] = await Promise.all([
      text(signInSettings.name),
      settings.get<readonly string[]>(signInSettings.twoFactors, []),
      settings.get(signInSettings.inside, false),
      seals.open(settingPlace(signInSettings.clientSecret), sealed),
    ]);
    return { issuer, clientId, clientSecret, name: name || new URL(issuer).hostname, twoFactors, inside };
  };
