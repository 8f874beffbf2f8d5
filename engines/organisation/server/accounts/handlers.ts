import type { Handlers, Wire } from '#platform/server/http';
import { DomainError } from '#kernel/domain-error';
import type { accountAdminRoutes, accountRoutes, Me, oidcRoutes } from '#engines/organisation/contract';
import type { OrganisationPorts } from '../ports.ts';
import type { AccountAdmin } from './account-admin.ts';
import { askerOf, fromOf } from './asking.ts';
import type { createChangePassword } from './change-password.ts';
import type { Given } from './complete-sign-in.ts';
import type { Factors } from './factors.ts';
import { deviceCookie, deviceLasts, type KnownDevices } from './known-devices.ts';
import type { Oidc } from './oidc.ts';
import type { OidcLinks } from './oidc-links.ts';
import type { createOwnSessions } from './own-sessions.ts';
import type { SeeMe } from './see-me.ts';
import type { Sessions } from './sessions.ts';
import type { SignedIn, SignIn } from './sign-in.ts';

interface Needs {
  readonly sessions: Sessions;
  readonly devices: KnownDevices;
  readonly signIn: SignIn;
  readonly factors: Factors;
  readonly me: SeeMe;
  readonly changePassword: ReturnType<typeof createChangePassword>;
  readonly own: ReturnType<typeof createOwnSessions>;
  readonly admin: AccountAdmin;
  readonly oidc: Oidc;
  readonly links: OidcLinks;
  readonly oidcSettings: OrganisationPorts['oidc'];
}

/** The browser that began a way to another house, beside the session cookie. */
const oidcCookie = 'oidc';

export const accountHandlers = (
  needs: Needs,
): Handlers<typeof accountRoutes & typeof accountAdminRoutes & typeof oidcRoutes> => {
  const { sessions, devices, signIn, factors, me, changePassword, own, admin, oidc, links, oidcSettings } = needs;

  const rememberDevice = async (wire: Wire, account: string): Promise<void> =>
    wire.setCookie(deviceCookie, await devices.remember(wire.cookie(deviceCookie), account), deviceLasts);

  /** The new token replaces the old one in the browser; the answer is who one is with it. */
  const goOn = async (wire: Wire, given: Given, account?: string): Promise<Me> => {
    wire.setSession(given.token, given.seconds);
    // A device is known once somebody has proved all that is asked of him there.
    if (account !== undefined && given.pending !== 'factor') await rememberDevice(wire, account);
    const session = await sessions.find(given.token);
    if (!session) throw new DomainError('session.missing');
    return me.meOf(session);
  };
  const signedIn = (wire: Wire, done: SignedIn): Promise<Me> => goOn(wire, done, done.account);

  const begin = async (wire: Wire, session: string | null): Promise<{ url: string }> => {
    const { url, browser, seconds } = await oidc.begin(wire.origin, session);
    wire.setCookie(oidcCookie, browser, seconds);
    return { url };
  };

  return {
    signIn: async (call) =>
      signedIn(call.wire, await signIn.signIn(call.body.account, call.body.password, fromOf(call))),
    signOut: async (call) => {
      await signIn.signOut(askerOf(call));
      call.wire.clearSession();
    },
    getMe: ({ session }) => me.meOf(session),
    seeFactors: (call) => factors.seeFactors(askerOf(call)),
    askPasskey: (call) => factors.askPasskey(askerOf(call)),
    showFactor: async (call) => {
      // Named one by one: the password that was shown already is no second factor.
      const { code, passkey, recovery } = call.body;
      const given = await factors.show(askerOf(call), { code, passkey, recovery });
      return goOn(call.wire, given, given.account);
    },
    confirmSession: async (call) => {
      const { code, passkey, password } = call.body;
      const given = await factors.confirm(askerOf(call), { code, passkey, password });
      if (given) call.wire.setSession(given.token, given.seconds);
    },
    changePassword: async (call) => {
      const given = await changePassword(askerOf(call), call.body);
      return given ? goOn(call.wire, given) : me.meOf(call.session);
    },
    seeSecurity: (call) => me.securityOf(askerOf(call)),
    beginTotp: (call) => factors.beginTotp(askerOf(call)),
    finishTotp: async (call) => {
      const { codes, given } = await factors.finishTotp(askerOf(call), call.body.code);
      if (given) call.wire.setSession(given.token, given.seconds);
      return { codes: codes && [...codes] };
    },
    removeTotp: (call) => factors.removeTotp(askerOf(call)),
    beginPasskey: (call) => factors.beginPasskey(askerOf(call)),
    addPasskey: async (call) => {
      const { codes, given } = await factors.addPasskey(askerOf(call), call.body);
      if (given) call.wire.setSession(given.token, given.seconds);
      return { codes: codes && [...codes] };
    },
    removePasskey: (call) => factors.removePasskey(askerOf(call), call.params.id),
    renewRecovery: async (call) => ({ codes: [...(await factors.renewRecovery(askerOf(call)))] }),
    listOwnSessions: async (call) => [...(await own.list(askerOf(call)))],
    endOwnSession: (call) => own.endOne(askerOf(call), call.params.id),
    endOtherSessions: (call) => own.endOthers(askerOf(call)),

    endSessionsOfPerson: (call) => admin.endSessions(call, call.params.id),
    resetPassword: (call) => admin.resetPassword(call, call.params.id),
    resetFactors: (call) => admin.resetFactors(call, call.params.id),
    listSuspended: async (call) => [...(await admin.listSuspended(call))],
    openAgain: (call) => admin.openAgain(call, call.params.id),

    seeSignInWays: async () => {
      const found = await oidcSettings();
      return { oidc: found && { name: found.name } };
    },
    beginOidc: ({ wire }) => begin(wire, null),
    finishOidc: async (call) => {
      const browser = call.wire.cookie(oidcCookie);
      const done = await links.finishSignIn(call.body.query, browser, fromOf(call));
      return signedIn(call.wire, done);
    },
    beginLink: ({ wire, session }) => begin(wire, session.id),
    finishLink: (call) => links.finishLink(askerOf(call), call.body.query, call.wire.cookie(oidcCookie)),
    removeLink: (call) => links.removeLink(askerOf(call)),
  };
};
