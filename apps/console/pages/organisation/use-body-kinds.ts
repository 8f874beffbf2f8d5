import { useQuery } from '@tanstack/react-query';
import { usePick } from '#platform/web/i18n';
import { organisation } from '../../app/clients.ts';

/** The kinds of bodies that packs declare, with their names; a kind that no pack declares any more keeps its id. */
export const useBodyKinds = () => {
  const pick = usePick();
  const { data } = useQuery({
    queryKey: ['organisation', 'body-kinds'],
    queryFn: () => organisation.listBodyKinds(),
    staleTime: 10 * 60_000,
  });
  const kinds = (data ?? []).map((kind) => ({ value: kind.id, label: pick(kind.name) }));
  return { kinds, nameOf: (id: string): string => kinds.find((kind) => kind.value === id)?.label ?? id };
};
