import type { Parts } from '#platform/server/parts';
import { type PasswordPolicy, type PasswordProfile, passwordPolicies } from '#engines/organisation/model';

export const profileKey = 'security.profile';
export const secondFactorKey = 'security.second-factor';

/** What this installation asks of passwords and second factors; read from settings, which lie in memory. */
export const createSecurityPolicy = (parts: Pick<Parts, 'settings' | 'demo'>) => ({
  passwords: async (): Promise<PasswordPolicy> => {
    const policy = passwordPolicies[await parts.settings.get<PasswordProfile>(profileKey, 'db3')];
    // The passwords of a demo stand on its sign-in page; that they grow old would only lock visitors out.
    return parts.demo ? { ...policy, days: null } : policy;
  },
  factorRequired: async (): Promise<boolean> =>
    (await parts.settings.get<string>(secondFactorKey, parts.demo ? 'offered' : 'required')) === 'required',
});

export type SecurityPolicy = ReturnType<typeof createSecurityPolicy>;
