import { type Label, label } from '#kernel/label';
import type { Playbook } from './playbook.ts';
import { type DoorGroup, isOpen, type OpenDoor, type ResidentDoor } from './resident-door.ts';

/** One entry of the page of services. */
export interface Service {
  readonly id: string;
  readonly name: Label;
  readonly summary: Label;
  readonly quick: boolean;
  readonly identity: OpenDoor['identity'];
  readonly neighbours: boolean;
  readonly group: string;
  readonly rank: number;
  readonly words: readonly string[];
  /** Names of what it is about: 电梯, 下水道. */
  readonly kinds: readonly string[];
}

export interface ServiceGroup {
  readonly group: DoorGroup;
  readonly services: readonly Service[];
}

/** Where a district's own playbooks stand, which no pack knows. */
const others: DoorGroup = {
  id: 'other',
  name: label('其他事项', 'Other'),
  icon: 'list',
  order: Number.MAX_SAFE_INTEGER,
};

/** @param kindsOf names of the categories of a playbook, in every language */
export const servicesOf = (
  playbooks: readonly Playbook[],
  doors: readonly ResidentDoor[],
  kindsOf: (playbook: Playbook) => readonly string[],
  audience?: OpenDoor['audience'],
): readonly Service[] => {
  const byId = new Map(doors.map((door) => [door.id, door]));
  return playbooks.flatMap((playbook): Service[] => {
    const door = byId.get(playbook.id);
    if (!playbook.reporters.includes('resident') || !isOpen(door) || door?.audience !== audience) return [];
    return [
      {
        id: playbook.id,
        name: door?.name ?? playbook.name,
        summary: door?.summary ?? playbook.summary,
        quick: playbook.quick === true,
        identity: door?.identity,
        neighbours: door?.neighbours !== undefined,
        group: door?.group ?? others.id,
        rank: door?.rank ?? Number.MAX_SAFE_INTEGER,
        words: [...(door?.words.zh ?? []), ...(door?.words.en ?? [])],
        kinds: kindsOf(playbook),
      },
    ];
  });
};

/** In the order of the groups, and within each what is asked for most first; a group without entries is left out. */
export const groupServices = (services: readonly Service[], groups: readonly DoorGroup[]): readonly ServiceGroup[] => {
  const known = new Set(groups.map((group) => group.id));
  return [...groups, others]
    .sort((one, other) => one.order - other.order)
    .map((group) => ({
      group,
      services: services
        .filter((one) => (known.has(one.group) ? one.group : others.id) === group.id)
        .sort((one, other) => one.rank - other.rank),
    }))
    .filter((one) => one.services.length > 0);
};

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().trim();

/** An everyday word stands in what was typed, or what was typed is its beginning: 漏水 in 我家厕所漏水了, 停电 for 停. */
const meets = (word: string, typed: string): boolean => {
  const one = plain(word);
  if (one.startsWith(typed)) return true;
  return /^[a-z0-9 ]+$/.test(one) ? ` ${typed} `.includes(` ${one} `) : typed.includes(one);
};

const worth = (service: Service, typed: string): number => {
  const names = [service.name.zh, service.name.en].map(plain);
  if (names.some((name) => name.includes(typed))) return 4;
  if (service.words.some((word) => meets(word, typed))) return 3;
  if (service.kinds.some((kind) => plain(kind).includes(typed) || (kind.length > 1 && meets(kind, typed)))) return 2;
  return [service.summary.zh, service.summary.en].some((text) => plain(text).includes(typed)) ? 1 : 0;
};

/**
 * What a resident means by the words of every day, the likeliest first, else in the order given: its name, a word that leads there, what it is
 * about, its description. Words parted by a space must all be met.
 */
export const findServices = (services: readonly Service[], typed: string): readonly Service[] => {
  const asked = plain(typed);
  if (asked === '') return services;
  const parts = asked.split(/\s+/);
  const worthOf = (service: Service): number => {
    const whole = worth(service, asked);
    if (whole > 0 || parts.length === 1) return whole;
    return Math.min(...parts.map((part) => worth(service, part)));
  };
  return services
    .map((service) => ({ service, worth: worthOf(service) }))
    .filter((one) => one.worth > 0)
    .sort((one, other) => other.worth - one.worth)
    .map((one) => one.service);
};
