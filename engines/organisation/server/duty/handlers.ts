import type { Handlers } from '#platform/server/http';
import type { dutyRoutes } from '#engines/organisation/contract';
import { chinaDate, plusDays } from '#kernel/instant';
import type { Parts } from '#platform/server/parts';
import { pathBy } from '../path-by.ts';
import type { OrganisationPorts } from '../ports.ts';
import type { Leave } from './leave.ts';
import { type Rota, rangesOf } from './rota.ts';
import type { Swaps } from './swaps.ts';
import type { Transfers } from './transfer.ts';

/** How far ahead one's own duty is shown. */
const daysAhead = 28;

export const dutyHandlers = (
  parts: Pick<Parts, 'clock'>,
  ports: OrganisationPorts,
  { leave, rota, swaps, transfers }: { leave: Leave; rota: Rota; swaps: Swaps; transfers: Transfers },
): Handlers<typeof dutyRoutes> => {
  const pathOf = pathBy(ports);
  return {
    listShifts: async ({ session, query }) => rota.listShifts(session, { ...query, at: await pathOf(query.at) }),
    seeOnDuty: async ({ session, query }) => rota.seeOnDuty(session, (await pathOf(query.at)) ?? '-'),
    seeMyDuty: async ({ session }) => {
      const today = chinaDate(parts.clock());
      const [all, asked, notes, { leaves, standsInFor }, mine] = await Promise.all([
        rota.listShifts(session, { from: today, to: plusDays(today, daysAhead) }),
        swaps.askedOf(session),
        swaps.notesFor(session),
        leave.mine(session),
        transfers.mine(session),
      ]);
      return { shifts: all.filter((shift) => shift.mine), swaps: asked, notes, leaves, standsInFor, transfers: mine };
    },
    listDutyPeople: async ({ session, query }) =>
      (await rota.listPeople(rangesOf(session), await pathOf(query.at), query.words)).map(
        ({ id, name, title, body }) => ({ id, name, title, body }),
      ),
    addRota: ({ session, address, body }) => rota.addRota({ session, address }, body),
    addShift: ({ session, address, body }) => rota.addShift({ session, address }, body),
    changeShift: ({ session, address, params, body }) => rota.changeShift({ session, address }, params.id, body.person),
    cancelShift: ({ session, address, params }) => rota.cancelShift({ session, address }, params.id),
    askSwap: ({ session, address, params, body }) => swaps.askSwap({ session, address }, params.id, body),
    answerSwap: ({ session, address, params, body }) => swaps.answerSwap({ session, address }, params.id, body.accept),
    listSwaps: ({ session }) => swaps.listSwaps(session),
    seeSwap: ({ session, address, params }) => swaps.seeSwap({ session, address }, params.id),
    writeNote: ({ session, address, params, body }) => swaps.writeNote({ session, address }, params.id, body),
    receiveNote: ({ session, address, params }) => swaps.receiveNote({ session, address }, params.id),
    checkShift: ({ session, address, params, body }) => rota.checkShift({ session, address }, params.id, body),
    listLeaves: async ({ session, query }) => leave.listLeaves(session, await pathOf(query.at)),
    proposeCovers: ({ session, query }) => leave.proposeCovers(session, query),
    addLeave: ({ session, address, body }) => leave.addLeave({ session, address }, body),
    cancelLeave: ({ session, address, params }) => leave.cancelLeave({ session, address }, params.id),
    listTransfers: ({ session }) => transfers.listTransfers(session),
    askTransfer: ({ session, address, body }) => transfers.askTransfer({ session, address }, body),
    answerTransfer: ({ session, address, params, body }) =>
      transfers.answerTransfer({ session, address }, params.id, body.agree),
    freezeTransfer: ({ session, address, params, body }) =>
      transfers.freezeTransfer({ session, address }, params.id, body.receiver),
    signTransfer: ({ session, address, params, body }) =>
      transfers.signTransfer({ session, address }, params.id, body.listHash),
    proposeTransfer: ({ session, address, params }) => transfers.proposeTransfer({ session, address }, params.id),
    withdrawTransfer: ({ session, address, params }) => transfers.withdrawTransfer({ session, address }, params.id),
  };
};
