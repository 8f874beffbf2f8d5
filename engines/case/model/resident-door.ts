import type { Label } from '#kernel/label';
import type { Playbook } from './playbook.ts';

/**
 * Whether residents meet a matter at all, among which others, and in which words (section `residentDoors`; the id is the
 * playbook's). `reporters` of a playbook says for whom a matter may be opened, also by staff on somebody's behalf; the
 * door says whether a resident finds it on the phone. Every playbook for residents has one, open or closed.
 */
export type ResidentDoor = OpenDoor | ClosedDoor;

export interface OpenDoor {
  /** Id of the playbook. */
  readonly id: string;
  /** Id of a group (section `doorGroups`). */
  readonly group: string;
  /** 1 is what is asked for most in its group; equal ranks stay in the order of their packs. */
  readonly rank: number;
  /** As a resident says it, where the playbook's own name is the office's. */
  readonly name?: Label;
  readonly summary?: Label;
  /** Everyday words that lead here: 漏水, 停电. Names and categories are searched anyway. */
  readonly words: { readonly zh: readonly string[]; readonly en: readonly string[] };
  /** Only for whoever has proven a phone number: papers with results, meetings of people who do not know one another. */
  readonly identity?: 'phone';
  /**
   * About the common parts of a house: who stands at its plate sees what was reported there and what came of it (S676),
   * of all its categories or of these classes of them; nothing of whoever asked.
   */
  readonly neighbours?: 'all' | readonly string[];
  /** Not on the residents' page: staff open it from theirs, and are then nobody in particular (S584). */
  readonly audience?: 'staff';
}

export interface ClosedDoor {
  /** Id of the playbook. */
  readonly id: string;
  /** Why residents do not open it themselves, and where they turn: a sentence for them. */
  readonly closed: Label;
}

/** A heading on the page of services (section `doorGroups`): 报修投诉, 办事 … */
export interface DoorGroup {
  readonly id: string;
  readonly name: Label;
  /** An icon of the kit. */
  readonly icon: string;
  /** Groups stand in this order. */
  readonly order: number;
}

export const isOpen = (door: ResidentDoor | undefined): door is OpenDoor | undefined =>
  door === undefined || !('closed' in door);

/**
 * What whoever asks needs of a playbook: the form, the words of its stages, and his own steps. Deadlines, owners and
 * the steps of staff stay inside; a phone loads a tenth.
 * @param door that of the playbook; a district's own playbook has none and is open
 * @returns undefined when residents do not open such matters
 */
export const residentDoor = (playbook: Playbook, door?: ResidentDoor): Playbook | undefined => {
  if (!playbook.reporters.includes('resident') || !isOpen(door)) return undefined;
  const { onReport: _onReport, audience: _audience, ...open } = playbook;
  return {
    ...open,
    clocks: [],
    routing: [],
    stages: playbook.stages.map(({ owner: _owner, ...stage }) => stage),
    actions: playbook.actions.filter((action) => action.who.some((owner) => 'reporter' in owner)),
  };
};

export interface DoorProblem {
  readonly id: string;
  readonly path: string;
  readonly message: string;
}

/** What is wrong with the doors of all packs: an unknown playbook or group, and a playbook that nobody decided about. */
export const doorProblems = (
  doors: readonly ResidentDoor[],
  around: { readonly playbooks: readonly Playbook[]; readonly groups: readonly DoorGroup[] },
): readonly DoorProblem[] => {
  const decided = new Set(doors.map((door) => door.id));
  const forResidents = around.playbooks.filter((playbook) => playbook.reporters.includes('resident'));
  const known = new Map(forResidents.map((playbook) => [playbook.id, playbook]));
  const groups = new Set(around.groups.map((group) => group.id));
  return [
    ...forResidents
      .filter((playbook) => !decided.has(playbook.id))
      .map(({ id }) => ({ id, path: '', message: 'say in residentDoors whether residents meet it: open or closed' })),
    ...doors.flatMap((door): DoorProblem[] => {
      if (!known.has(door.id))
        return [
          { id: door.id, path: 'id', message: 'there is no playbook of this id that takes reports of residents' },
        ];
      if (!isOpen(door)) {
        return known.get(door.id)?.quick
          ? [{ id: door.id, path: 'closed', message: 'the quick report of residents cannot be closed' }]
          : [];
      }
      return [
        ...(groups.has(door.group) ? [] : [{ id: door.id, path: 'group', message: `there is no group ${door.group}` }]),
        ...(Number.isInteger(door.rank) && door.rank > 0
          ? []
          : [{ id: door.id, path: 'rank', message: 'a rank is a whole number from 1' }]),
        ...(door.words.zh.length > 0 && door.words.en.length > 0
          ? []
          : [{ id: door.id, path: 'words', message: 'everyday words are needed in zh and en' }]),
      ];
    }),
  ];
};
