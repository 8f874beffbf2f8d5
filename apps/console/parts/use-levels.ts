import { useQuery } from '@tanstack/react-query';
import { usePick } from '#platform/web/i18n';
import { territory } from '../app/clients.ts';

/** The levels of the tree and the kinds of nodes, with their names. */
export const useLevels = () => {
  const pick = usePick();
  const { data } = useQuery({
    queryKey: ['territory-levels'],
    queryFn: () => territory.listLevels(),
    staleTime: 10 * 60_000,
  });
  const levels = data?.levels ?? [];
  const level = levels.find.bind(levels);
  return {
    levels,
    kinds: data?.kinds ?? [],
    levelName: (id: string): string => pick(level((one) => one.id === id)?.name ?? { zh: id, en: id }),
    kindName: (id: string): string => pick(data?.kinds.find((one) => one.id === id)?.name ?? { zh: id, en: id }),
  };
};
