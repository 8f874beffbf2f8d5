import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CodeItem, CodeList, FieldContext } from '#fields/field';
import { caseRoutes } from '#engines/case/contract';
import type { DoorGroup, Playbook, ReportChannel, ResidentDoor } from '#engines/case/model';
import { api } from '#platform/web/api';
import { keep, readKept } from '#platform/web/theme';

const cases = api(caseRoutes);

interface Declared {
  readonly playbooks: readonly Playbook[];
  readonly codeLists: readonly CodeList[];
  // Absent in what an earlier release left on the device.
  readonly doors?: readonly ResidentDoor[];
  readonly doorGroups?: readonly DoorGroup[];
  readonly channels?: readonly ReportChannel[];
}

/** Residents get what they need of a playbook, staff the whole; on one phone both are kept. */
type Door = 'resident' | 'staff';

const keptAs = (door: Door, district: string | undefined): string =>
  ['playbooks', door, ...(district === undefined ? [] : [district])].join('-');

const fetchDeclared = async (door: Door, district: string | undefined, signal: AbortSignal): Promise<Declared> => {
  const declared = await cases.listPlaybooks({ query: district === undefined ? {} : { district } }, { signal });
  keep(keptAs(door, district), declared);
  return declared;
};

export interface Playbooks {
  readonly playbooks: readonly Playbook[];
  readonly doors: readonly ResidentDoor[];
  readonly doorGroups: readonly DoorGroup[];
  /** On which ways staff say that a matter came; empty for residents. */
  readonly channels: readonly ReportChannel[];
  readonly context: FieldContext;
  readonly findPlaybook: (id: string) => Playbook | undefined;
}

/**
 * Playbooks and code lists as a district has them: public, seldom changed, and kept on the device so that a report can
 * be written without a line.
 * @param district of the place, where it is known before; else that of whoever is signed in, or the only one
 */
export const usePlaybooks = (door: Door = 'staff', district?: string) => {
  const query = useQuery({
    queryKey: ['playbook', door, district ?? ''],
    queryFn: ({ signal }) => fetchDeclared(door, district, signal),
    staleTime: 10 * 60_000,
    initialData: () => readKept<Declared | undefined>(keptAs(door, district), undefined),
    initialDataUpdatedAt: 0,
  });
  const { data } = query;
  const known = useMemo<Playbooks | undefined>(() => {
    if (!data) return undefined;
    const lists = new Map(data.codeLists.map((list) => [list.id, list]));
    return {
      playbooks: data.playbooks,
      doors: data.doors ?? [],
      doorGroups: data.doorGroups ?? [],
      channels: data.channels ?? [],
      context: { codeList: (id) => lists.get(id) },
      findPlaybook: (id) => data.playbooks.find((one) => one.id === id),
    };
  }, [data]);
  return { known, error: known ? null : query.error, retry: () => void query.refetch() };
};

/** The categories of a playbook: those that people need most, and all by class. */
export const categoriesOf = (playbook: Playbook, context: FieldContext) => {
  const items: readonly CodeItem[] = context.codeList(playbook.categories)?.items ?? [];
  const parents = new Set(items.map((item) => item.parent).filter((code) => code !== undefined));
  const leaves = items.filter((item) => !parents.has(item.code));
  const rank = (item: CodeItem): number => {
    const value = item.extra?.['common'];
    return typeof value === 'number' ? value : Number.POSITIVE_INFINITY;
  };
  const common = leaves.filter((item) => Number.isFinite(rank(item))).sort((a, b) => rank(a) - rank(b));
  return {
    common: common.length > 0 ? common.slice(0, 8) : leaves.slice(0, 8),
    classes: items
      .filter((item) => parents.has(item.code))
      .map((item) => ({ item, below: leaves.filter((leaf) => leaf.parent === item.code) })),
    leaves,
    find: (code: string) => items.find((item) => item.code === code),
  };
};
