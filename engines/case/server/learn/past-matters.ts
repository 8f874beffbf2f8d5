import { sql as raw } from 'kysely';
import { isRefusal } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import type { Instant } from '#kernel/instant';
import { workingMinutesBetween, type WorkingCalendar } from '#kernel/working-calendar';
import type { Json } from '#fields/field';
import type { learn, Playbook, RunningClock } from '#engines/case/model';
import type { Sql } from '#platform/server/parts';
import type { Definitions } from '../definitions.ts';
import type { CasePorts } from '../ports.ts';
import { askedMatter } from './asked-matter.ts';

/** The newest closed matters are enough; older ones tell of another division of labour. */
const MOST = 200_000;
const AT_ONCE = 2_000;

interface Row {
  readonly id: Id;
  readonly playbook: string;
  readonly playbook_version: number;
  readonly category: string;
  readonly path: string;
  readonly title: string;
  readonly channel: string;
  readonly reporter_kind: string;
  readonly assignee: Id;
  readonly reported_at: Instant;
  readonly data: Readonly<Record<string, Json>> | null;
  readonly clocks: Readonly<Record<string, RunningClock>> | null;
}

/** Working hours on the main clock, pauses taken off; null when the clock or the calendar of a year is not known. */
const hoursTaken = (playbook: Playbook, clocks: Row['clocks'], calendar: WorkingCalendar): number | null => {
  const main = playbook.clocks.find((clock) => clock.main);
  const ran = main && clocks?.[main.id];
  if (!ran?.stoppedAt) return null;
  let minutes = workingMinutesBetween(calendar, ran.startedAt, ran.stoppedAt);
  for (const { from, to } of ran.pauses) {
    const pause = workingMinutesBetween(calendar, from, to);
    if (isRefusal(minutes) || isRefusal(pause)) return null;
    minutes -= pause;
  }
  return isRefusal(minutes) ? null : Math.max(0, minutes / 60);
};

/**
 * Closed matters of a district with the body that had each in the end: a first wrong dispatch teaches nothing. Matters
 * labelled above `internal` are not learnt from, so that no suggestion tells of them; one that repeats another counts once.
 * @returns as of today: work of an abolished body is that of its successor, and falls away without one
 */
export const readPastMatters = async (
  sql: Sql,
  ports: Pick<CasePorts, 'heirsOf' | 'calendar' | 'namesOf'>,
  definitions: Definitions,
  district: string,
): Promise<{ readonly matters: readonly learn.PastMatter[]; readonly bodies: ReadonlyMap<string, string> }> => {
  const calendar = await ports.calendar();
  const found: learn.PastMatter[] = [];
  let after: Pick<Row, 'reported_at' | 'id'> | undefined;
  while (found.length < MOST) {
    const { rows } = await raw<Row>`
      select c.id, c.playbook, c.playbook_version, c.category, c.path, c.title, c.channel, c.reporter_kind, c.assignee,
        c.reported_at, c.state -> 'data' as data, c.state -> 'clocks' as clocks
      from case_file c
      where c.district = ${district} and c.status = 'closed' and c.assignee is not null and c.sensitivity <= 1
        and c.duplicate_of is null
        and ${after ? raw`(c.reported_at, c.id) < (${after.reported_at}::timestamptz, ${after.id}::uuid)` : raw`true`}
      order by c.reported_at desc, c.id desc limit ${AT_ONCE}`.execute(sql);
    for (const row of rows) {
      const playbook = definitions.playbookOf({ playbook: row.playbook, playbookVersion: row.playbook_version });
      found.push({
        ...askedMatter(definitions, playbook, { ...row, reporterKind: row.reporter_kind, data: row.data ?? {} }),
        at: row.reported_at,
        body: row.assignee,
        hours: hoursTaken(playbook, row.clocks, calendar),
      });
    }
    after = rows.at(-1);
    if (rows.length < AT_ONCE) break;
  }
  const heirs = await ports.heirsOf(district, [...new Set(found.map(({ body }) => body))]);
  return {
    matters: found.flatMap((matter) => {
      const heir = heirs.get(matter.body);
      return heir ? [{ ...matter, body: heir.id }] : [];
    }),
    bodies: new Map([...heirs.values()].map(({ id, name }) => [id, name])),
  };
};

/** Families of the bodies, by their names without the names of the places where the matters lay. */
export const familiesOf = async (
  ports: Pick<CasePorts, 'namesOf'>,
  matters: readonly learn.PastMatter[],
  bodies: ReadonlyMap<string, string>,
  familyOf: (name: string, places: readonly string[]) => string,
): Promise<ReadonlyMap<string, string>> => {
  const paths = new Set(matters.flatMap(({ places }) => places.slice(0, 2)));
  const names = await ports.namesOf([...paths]);
  const places = [...new Set([...names.values()].flatMap((name) => name.split(' · ')))];
  return new Map([...bodies].map(([id, name]) => [id, familyOf(name, places)]));
};
