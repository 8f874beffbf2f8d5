import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Playbook } from '#engines/case/model';
import type { CodeItem, CodeList } from '#fields/field';
import { cases } from '../../app/clients.ts';

export interface PlaybookBook {
  readonly playbooks: readonly Playbook[];
  readonly codeLists: readonly CodeList[];
  readonly playbook: (id: string) => Playbook | undefined;
  readonly codeList: (id: string) => CodeList | undefined;
  /** An item of the list by which a playbook classifies. */
  readonly category: (playbook: string, code: string) => CodeItem | undefined;
}

export const playbooksQuery = {
  queryKey: ['playbooks'],
  queryFn: () => cases.listPlaybooks(),
  staleTime: 10 * 60_000,
} as const;

/** All definitions, with look-ups; undefined while they are being read. */
export const usePlaybooks = (): PlaybookBook | undefined => {
  const { data } = useQuery(playbooksQuery);
  return useMemo(() => {
    if (!data) return undefined;
    const playbooks = new Map(data.playbooks.map((one) => [one.id, one]));
    const lists = new Map(data.codeLists.map((one) => [one.id, one]));
    return {
      playbooks: data.playbooks,
      codeLists: data.codeLists,
      playbook: (id) => playbooks.get(id),
      codeList: (id) => lists.get(id),
      category: (playbook, code) =>
        lists.get(playbooks.get(playbook)?.categories ?? '')?.items.find((item) => item.code === code),
    };
  }, [data]);
};
