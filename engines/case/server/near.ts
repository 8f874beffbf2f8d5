import { sql as raw } from 'kysely';
import type { Id } from '#kernel/ids';
import { type Instant, millisBetween } from '#kernel/instant';
import { label } from '#kernel/label';
import type { NearCase } from '#engines/case/contract';
import { ALIKE, findStage, likeness, metresBetween } from '#engines/case/model';
import { scopeRange } from '#engines/territory/model';
import type { Sql } from '#platform/server/parts';
import type { Definitions } from './definitions.ts';
import type { Doors } from './doors.ts';
import { inScopes } from './list-conditions.ts';
import type { LocatedPlace } from './ports.ts';
import { openlyKnown, type Reader } from './readers.ts';

/** Degrees around a point that hold everything within 300 m, up to 60° of latitude. */
const AROUND = { lat: 0.0028, lng: 0.0056 } as const;
const DAYS_BACK = 30;
const LOOKED_AT = 200;
const SHOWN = 5;

interface NearRow {
  readonly id: Id;
  readonly number: string;
  readonly title: string;
  readonly playbook: string;
  readonly playbook_version: number;
  readonly stage: string;
  readonly category: string;
  readonly category_class: string | null;
  readonly lng: number | null;
  readonly lat: number | null;
  readonly place: string;
  readonly words: string | null;
  readonly reported_at: Instant;
}

/**
 * Open matters that may be the same as one that somebody is about to report: those that anybody may know of who
 * stands beside them (about what is common to neighbours, not labelled), and those the reader may read anyway. Nothing
 * personal is shown: title, number, stage, distance.
 */
export const createNear = (sql: Sql, definitions: Definitions, doors: Pick<Doors, 'undecided' | 'forNeighbours'>) => {
  const nearCases = async (asked: {
    readonly place: LocatedPlace;
    readonly category?: string | undefined;
    readonly categoryClass?: string | undefined;
    readonly words?: string | undefined;
    readonly now: Instant;
    /** Whoever may read more is shown more. */
    readonly reader?: Reader | undefined;
  }): Promise<NearCase[]> => {
    await definitions.ready();
    const { district, path, point } = asked.place;
    const { from, to } = scopeRange(path);
    const open = openlyKnown(definitions.everyPlaybook);
    const { playbooks, classes } = doors.forNeighbours;
    const common = raw`(c.playbook = any(${doors.undecided ? [...open.playbooks] : playbooks}::text[])
      or c.playbook || ' ' || coalesce(c.category_class, c.category) = any(${classes}::text[]))`;
    const openly = raw`(c.sensitivity <= ${open.rank}::int and ${common})`;
    const nearby = point
      ? raw`c.lat between ${point.lat - AROUND.lat} and ${point.lat + AROUND.lat}
          and c.lng between ${point.lng - AROUND.lng} and ${point.lng + AROUND.lng}`
      : raw`c.path >= ${from} and c.path < ${to}`;
    const { rows } = await raw<NearRow>`
      select c.id, c.number, c.title, c.playbook, c.playbook_version, c.stage, c.category, c.category_class, c.lng, c.lat,
        c.place, c.reported_at,
        (select string_agg(value, ' ') from jsonb_each_text(c.state -> 'data') where jsonb_typeof(c.state -> 'data' -> key) = 'string') as words
      from case_file c
      where c.district = ${district} and c.status = 'open' and ${nearby}
        and (${openly}${asked.reader ? raw` or ${inScopes(asked.reader)}` : raw``})
        and c.reported_at > ${asked.now}::timestamptz - make_interval(days => ${DAYS_BACK})
      order by c.reported_at desc limit ${LOOKED_AT}`.execute(sql);
    return rows
      .map((row) => {
        const there = row.lng === null || row.lat === null ? null : { lng: row.lng, lat: row.lat };
        const metres = point && there ? metresBetween(point, there) : null;
        const same = row.category === asked.category;
        const alike = likeness({
          metres,
          hoursApart: millisBetween(row.reported_at, asked.now) / 3_600_000,
          category: same
            ? 'same'
            : row.category_class && row.category_class === asked.categoryClass
              ? 'class'
              : 'other',
          words: [asked.words ?? '', [row.title, row.place, row.words].filter(Boolean).join(' ')],
        });
        return { row, metres, alike };
      })
      .filter(({ alike }) => alike >= ALIKE)
      .sort((one, other) => other.alike - one.alike)
      .slice(0, SHOWN)
      .map(({ row, metres, alike }) => ({
        row: {
          id: row.id,
          number: row.number,
          title: row.title,
          shown: stageShown(row),
          reportedAt: row.reported_at,
        },
        metres: Math.round(metres ?? 0),
        likeness: alike,
      }));
  };

  const stageShown = ({ playbook, playbook_version, stage }: NearRow) =>
    findStage(definitions.playbookOf({ playbook, playbookVersion: playbook_version }), stage)?.shown ??
    label(stage, stage);

  return { nearCases };
};
