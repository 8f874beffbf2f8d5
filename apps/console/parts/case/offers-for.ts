import type { ActionOffer, CaseRow } from '#engines/case/contract';
import type { Playbook } from '#engines/case/model';

/** Steps that every one of the rows can take now, by what their playbooks say; whether I may is the server's word. */
export const offersFor = (
  rows: readonly Pick<CaseRow, 'playbook' | 'stage'>[],
  findPlaybook: (id: string) => Playbook | undefined,
): readonly ActionOffer[] => {
  const [first, ...others] = rows.map((row) =>
    (findPlaybook(row.playbook)?.actions ?? []).filter((action) => action.batch && action.from.includes(row.stage)),
  );
  return (first ?? [])
    .filter((action) => others.every((list) => list.some((one) => one.id === action.id)))
    .map((action) => ({
      id: action.id,
      name: action.name,
      tone: action.tone ?? 'normal',
      form: [...(action.form ?? [])],
      proposed: {},
      batch: true,
      asks: action.needs !== undefined,
    }));
};
