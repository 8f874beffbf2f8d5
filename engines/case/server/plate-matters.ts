import { sql as raw } from 'kysely';
import type { Id } from '#kernel/ids';
import type { Instant } from '#kernel/instant';
import { type Label, label } from '#kernel/label';
import { rankOf } from '#kernel/sensitivity';
import type { PlateMatter } from '#engines/case/contract';
import { findStage } from '#engines/case/model';
import { districtOfPath, scopeRange } from '#engines/territory/model';
import type { Sql } from '#platform/server/parts';
import type { Definitions } from './definitions.ts';
import type { Doors } from './doors.ts';
import { forNeighbours } from './neighbour-words.ts';

const DAYS_BACK = 90;
const SHOWN = 20;

interface PlateRow {
  readonly id: Id;
  readonly playbook: string;
  readonly playbook_version: number;
  readonly stage: string;
  readonly status: 'open' | 'closed';
  readonly category: string;
  readonly reported_at: Instant;
  readonly closed_at: Instant | null;
  readonly me_too: number;
  readonly answer: string | null;
  readonly outcome: string | null;
}

/** A closing stage speaks to whoever asked (等您确认); to neighbours it is simply settled. */
const ended = ({ status, outcome }: PlateRow): Label | undefined => {
  if (status !== 'closed') return undefined;
  return outcome === 'declined' ? label('未予受理', 'Not accepted') : label('已办结', 'Settled');
};

/**
 * What was reported in the house of a plate within 90 days and what came of it (S676): of what its door says
 * that neighbours see it, up to `internal`, by category, stage and public answer. No title, place, number or person.
 */
export const createPlateMatters = (sql: Sql, definitions: Definitions, shown: Doors['forNeighbours']) => ({
  /** @param path of the plate; the newest first */
  listAtPlate: async (path: string, now: Instant): Promise<PlateMatter[]> => {
    await definitions.ready();
    const { from, to } = scopeRange(path);
    const { rows } = await raw<PlateRow>`
      select c.id, c.playbook, c.playbook_version, c.stage, c.status, c.category, c.reported_at, c.closed_at,
        c.me_too, c.state ->> 'answer' as answer, c.state ->> 'outcome' as outcome
      from case_file c
      where c.district = ${districtOfPath(path)} and c.path >= ${from} and c.path < ${to}
        and (c.playbook = any(${[...shown.playbooks]}::text[])
          or c.playbook || ' ' || coalesce(c.category_class, c.category) = any(${[...shown.classes]}::text[]))
        and c.sensitivity <= ${rankOf('internal')}::int
        and c.reported_at > ${now}::timestamptz - make_interval(days => ${DAYS_BACK})
        and c.state ->> 'duplicateOf' is null and c.state ->> 'outcome' is distinct from 'withdrawn'
      order by c.reported_at desc limit ${SHOWN}`.execute(sql);
    return rows.map((row) => {
      const playbook = definitions.playbookOf({ playbook: row.playbook, playbookVersion: row.playbook_version });
      return {
        id: row.id,
        name: definitions.categoryName(playbook, row.category),
        shown: ended(row) ?? findStage(playbook, row.stage)?.shown ?? label(row.stage, row.stage),
        status: row.status,
        reportedAt: row.reported_at,
        closedAt: row.closed_at,
        meToo: row.me_too,
        // An answer on the way is for whoever asked; what hangs in the house is what came of it.
        answer: row.status === 'closed' && row.answer ? forNeighbours(row.answer) : null,
      };
    });
  },
});
