import type { Id } from '#kernel/ids';
import type { DateText } from '#kernel/instant';
import type { Parts } from '#platform/server/parts';
import type { Sessions } from '../accounts/sessions.ts';
import type { OrganisationPorts } from '../ports.ts';
import type { Reach } from '../reach.ts';
import type { OrganisationTransaction } from '../tables.ts';
import type { Establishment } from '../structure/establishment.ts';
import { createCoverSeals } from './cover-seals.ts';
import { dutyHandlers } from './handlers.ts';
import { createLeave } from './leave.ts';
import { createListSigner } from './list-signer.ts';
import { createRota } from './rota.ts';
import { createSwaps } from './swaps.ts';
import { createTransfers, type TransferNeeds } from './transfer.ts';

export interface DutyNeeds {
  readonly reach: Reach;
  readonly sessions: Pick<Sessions, 'tellChanged'>;
  readonly establishment: Pick<Establishment, 'assertPlace'>;
  readonly propose: TransferNeeds['propose'];
  readonly endHolding: (
    trx: OrganisationTransaction,
    district: string,
    post: Id,
    person: Id,
    on: DateText,
  ) => Promise<boolean>;
}

/** Leave, rosters, hand-over, transfer. */
export const createDutyRoom = (parts: Parts, ports: OrganisationPorts, needs: DutyNeeds) => {
  const { reach, sessions, establishment, propose, endHolding } = needs;
  const leave = createLeave(parts, ports, reach, createCoverSeals(parts), sessions);
  const rota = createRota(parts, ports, reach);
  const swaps = createSwaps(parts, ports, reach, rota);
  const transfers = createTransfers(parts, ports, reach, {
    signer: createListSigner(parts),
    propose,
    endHolding,
    assertPlace: establishment.assertPlace,
    tellChanged: sessions.tellChanged,
  });
  parts.jobs.every('*/10 * * * *', 'organisation-transfers-granted', transfers.finishGranted);
  return { leave, rota, swaps, transfers, handlers: dutyHandlers(parts, ports, { leave, rota, swaps, transfers }) };
};

export type DutyRoom = ReturnType<typeof createDutyRoom>;
