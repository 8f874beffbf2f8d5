import { type DomainError, refuse } from '#kernel/domain-error';
import type { Label } from '#kernel/label';
import { isOpen, type Playbook, residentDoor } from '#engines/case/model';
import type { CaseDefinitions } from './ports.ts';

/** A sentence as part of another. */
const withoutStop = ({ zh, en }: Label): Label => ({ zh: zh.replace(/。$/, ''), en: en.replace(/\.$/, '') });

/** Whether and how residents come in, by the doors that the packs declare. */
export const createDoors = ({ doors = [], doorGroups = [] }: Pick<CaseDefinitions, 'doors' | 'doorGroups'>) => {
  const byId = new Map(doors.map((door) => [door.id, door]));
  return {
    all: doors,
    groups: doorGroups,
    /** As residents get them; what is closed to them is left out. */
    throughDoors: (playbooks: readonly Playbook[]): readonly Playbook[] =>
      playbooks.flatMap((playbook) => residentDoor(playbook, byId.get(playbook.id)) ?? []),
    /** @returns null where whoever reports without staff may come in */
    refusalAt: (playbook: Playbook, knownPhone: boolean): DomainError | null => {
      const door = byId.get(playbook.id);
      if (!isOpen(door))
        return refuse('case.door-closed', { name: playbook.name, instead: door ? withoutStop(door.closed) : '' });
      if (door?.identity === 'phone' && !knownPhone)
        return refuse('case.phone-first', { name: door.name ?? playbook.name });
      return null;
    },
    /** Nobody decided about doors: everything for residents is open, and known to whoever stands beside it. */
    undecided: doors.length === 0,
    /** Whose matters show at the plate of the house: playbooks whole, and `<playbook> <class of category>`. */
    forNeighbours: {
      playbooks: doors.filter((door) => isOpen(door) && door?.neighbours === 'all').map((door) => door.id),
      classes: doors.flatMap((door) =>
        isOpen(door) && Array.isArray(door?.neighbours)
          ? (door.neighbours as readonly string[]).map((one) => `${door.id} ${one}`)
          : [],
      ),
    },
  };
};

export type Doors = ReturnType<typeof createDoors>;
