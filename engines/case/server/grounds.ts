import { rankOf, type Sensitivity, sensitivities } from '#kernel/sensitivity';
import type { Id } from '#kernel/ids';
import type { Parts } from '#platform/server/parts';
import type { Playbook } from '#engines/case/model';
import { caseSettings } from './case-settings.ts';
import type { StoredCase } from './case-store.ts';
import type { CaseWrite, WriteGround } from './case-write.ts';
import type { Definitions } from './definitions.ts';

/** What every write of a matter needs, and whom it tells afterwards. */
export const createGrounds = (parts: Pick<Parts, 'settings' | 'live'>, definitions: Definitions) => {
  const shared = async (): Promise<Pick<WriteGround, 'reworkDays'>> => ({
    reworkDays: await parts.settings.get<number>(caseSettings.reworkDays, caseSettings.otherwise.reworkDays),
  });
  const groundOf = async (sensitivity: number, playbook: Playbook): Promise<WriteGround> => ({
    ...(await shared()),
    sensitivity,
    playbook,
  });

  /** Live screens ask again; only those hear of it that may read the matter. */
  const tell = ({ district, id, state, sensitivity, grants, desks }: CaseWrite, before?: StoredCase): void => {
    const bodies = new Set<Id>(grants.map((one) => one.body));
    if (state.assignee) bodies.add(state.assignee.body);
    if (before?.state.assignee) bodies.add(before.state.assignee.body);
    for (const desk of desks ?? []) if (desk.body) bodies.add(desk.body);
    const label: Sensitivity = sensitivities[sensitivity] ?? 'key-persons';
    const roles = definitions.playbookOf(state).audience;
    parts.live.tell({
      topic: 'case',
      district,
      path: state.place.path,
      id,
      for: {
        permission: 'case.read',
        clearance: label,
        bodies: [...bodies],
        ...(sensitivity >= rankOf('key-persons') && { roles: [...(roles ?? [])] }),
      },
    });
  };

  /** Lists are to be asked again; single matters are not told of. */
  const tellOfMany = (writes: readonly CaseWrite[]): void => {
    for (const district of new Set(writes.map((write) => write.district))) {
      const plain = writes.find((write) => write.district === district && write.sensitivity <= rankOf('internal'));
      if (!plain) continue;
      const bodies = new Set(writes.flatMap((write) => (write.state.assignee ? [write.state.assignee.body] : [])));
      parts.live.tell({
        topic: 'case',
        district,
        path: plain.state.place.path,
        id: '',
        for: { permission: 'case.read', clearance: 'internal', bodies: [...bodies] },
      });
    }
  };

  return { shared, groundOf, tell, tellOfMany };
};

export type Grounds = ReturnType<typeof createGrounds>;
