import type { Id } from '#kernel/ids';
import type { SlotPlan } from '#engines/case/model';

/** What bookings ask of others. */
export interface SlotPorts {
  /** Section `slotPlans` of all packs. */
  readonly plans: readonly SlotPlan[];
  /** Bodies of a kind in a district, each with its territory path. */
  readonly bodiesOfKind: (
    district: string,
    kind: string,
  ) => Promise<readonly { readonly id: Id; readonly name: string; readonly path: string }[]>;
  /** Territory paths at which posts of a role stand. */
  readonly scopesOfRole: (district: string, role: string) => Promise<readonly string[]>;
  /** Kinds of bodies and roles that a plan of a district may name. */
  readonly owners: { readonly bodyKinds: ReadonlySet<string>; readonly roles: ReadonlySet<string> };
}
