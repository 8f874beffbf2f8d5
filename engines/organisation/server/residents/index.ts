import type { Id } from '#kernel/ids';
import { chinaDate } from '#kernel/instant';
import type { Handlers } from '#platform/server/http';
import type { Parts, SqlOrTransaction } from '#platform/server/parts';
import type { residentRoutes } from '#engines/organisation/contract';
import { agentText } from '../accounts/agent-text.ts';
import { createCodes } from './codes.ts';
import type { ResidentPorts } from './ports.ts';
import { createResidentAccounts } from './resident-accounts.ts';
import { createResidentSessions, isResidentToken } from './resident-sessions.ts';
import { phonePlace, type ResidentTransaction } from './tables.ts';

const cookie = 'resident';

/** Residents: signed in by a code to their phone, without any tie to a district. */
export const createResidents = (parts: Parts, ports: ResidentPorts) => {
  const sessions = createResidentSessions(parts);
  const codes = createCodes(parts, ports);
  const accounts = createResidentAccounts(parts, ports, codes, sessions);
  parts.jobs.every('29 3 * * *', 'residents-old-codes', codes.dropOld);

  const handlers: Handlers<typeof residentRoutes> = {
    sendCode: ({ body, address }) => codes.send({ purpose: 'sign-in', phone: body.phone, address, resident: null }),
    signInResident: async ({ body, address, wire }) => {
      const device = agentText(wire.headers['user-agent']);
      const { resident, token, seconds } = await accounts.signIn(body, { address, device });
      wire.setCookie(cookie, token, seconds);
      return accounts.meOf(resident);
    },
    signOutResident: async ({ session, address, wire }) => {
      await accounts.endSessions(session, address, { only: session.id }, 'resident.sign-out');
      wire.clearSession(cookie);
    },
    getResident: ({ session }) => accounts.meOf(session.person),
    listResidentSessions: ({ session }) => accounts.listSessions(session),
    endResidentSession: ({ session, params, address }) =>
      accounts.endSessions(session, address, { only: params.id }, 'resident.end-session'),
    sendPhoneCodes: ({ session, body, address }) => accounts.sendPhoneCodes(session, body.phone, address),
    changePhone: ({ session, body, address }) => accounts.changePhone(session, body, address),
    exportResident: async ({ session, address }) => ({
      type: 'application/json; charset=utf-8',
      name: `我的数据-${chinaDate(parts.clock())}.json`,
      body: `${JSON.stringify(await accounts.exportData(session, address), null, 2)}\n`,
    }),
    sendDeletionCode: ({ session, address }) => accounts.sendDeletionCode(session, address),
    deleteResident: async ({ session, body, address, wire }) => {
      await accounts.remove(session, body, address);
      wire.clearSession(cookie);
    },
  };

  return {
    handlers,
    isResidentToken,
    findSession: sessions.find,
    /** For messages: the phone of a resident; nothing once he is gone. */
    contactOfResident: async (
      sql: SqlOrTransaction,
      resident: Id,
    ): Promise<{ readonly phone: string | null; readonly email: null }> => {
      const row = await (sql as ResidentTransaction)
        .selectFrom('resident')
        .select('phone_sealed')
        .where('id', '=', resident)
        .executeTakeFirst();
      return {
        phone: row?.phone_sealed ? await parts.seals.open(phonePlace(resident), row.phone_sealed) : null,
        email: null,
      };
    },
    close: sessions.close,
  };
};
