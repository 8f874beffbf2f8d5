import type { Id } from '#kernel/ids';
import type { Parts, SqlOrTransaction } from '#platform/server/parts';
import type { CaseLists } from '../case-lists.ts';
import type { CaseStore } from '../case-store.ts';
import type { ContactSeal } from '../contact-seal.ts';
import type { Definitions } from '../definitions.ts';
import type { CasePorts } from '../ports.ts';
import type { Readers } from '../readers.ts';
import { createSlotBook } from './slot-book.ts';
import { createSlotDesk } from './slot-desk.ts';
import { createSlotPreview } from './slot-preview.ts';
import { createSlotPlans } from './slot-plans.ts';
import type { SlotPorts } from './slot-ports.ts';
import { createSlotReminders } from './slot-reminders.ts';

/** An installation whose packs declare no plan has none until a district makes one. */
const noSlots: SlotPorts = {
  plans: [],
  bodiesOfKind: async () => [],
  scopesOfRole: async () => [],
  owners: { bodyKinds: new Set(), roles: new Set() },
};

export const createSlots = (
  parts: Parts,
  ports: CasePorts,
  rooms: {
    readonly definitions: Definitions;
    readonly store: CaseStore;
    readonly seal: ContactSeal;
    readonly lists: CaseLists;
    readonly readers: Readers;
    readonly residentsOf: (sql: SqlOrTransaction, district: string, id: Id) => Promise<readonly Id[]>;
  },
) => {
  const plans = createSlotPlans(parts, ports.slots ?? noSlots, ports.namesOf);
  return {
    plans,
    book: createSlotBook(parts, plans, ports.calendar),
    desk: createSlotDesk(parts, plans, rooms),
    preview: createSlotPreview(parts, plans, ports.calendar),
    reminders: createSlotReminders(parts, ports, { plans, ...rooms }),
  };
};
