import type { Label } from '#kernel/label';
import { DomainError } from '#kernel/domain-error';
import type { Instant } from '#kernel/instant';
import type { CodeItem, CodeList, FieldContext } from '#fields/field';
import { type CaseState, mostPackVersion, type Playbook } from '#engines/case/model';
import { type Pool } from 'pg';
import type { Parts } from '#platform/server/parts';
import { createPublications, inForce, type Publication, publishedAt } from './designs/publications.ts';
import type { CaseDefinitions, CaseRole } from './ports.ts';

/**
 * Playbooks, code lists and roles by id, in memory. New matters begin under the version in force in their district
 * (its own, from the day on which it was published, else the pack's); matters in course keep theirs.
 */
export interface Definitions {
  /** As the packs declare them; what a district has of them is `playbooksIn`. */
  readonly playbooks: readonly Playbook[];
  /** Each playbook as a district has it at a moment; without a district as the packs declare it. */
  readonly playbooksIn: (district: string | undefined, now?: Instant) => readonly Playbook[];
  /** Every playbook that any district has or had, each once, with those of the packs. */
  readonly everyPlaybook: () => readonly Playbook[];
  /** What the districts published, as far as it is known here. */
  readonly publications: () => readonly Publication[];
  /** The district that published anything, where it is one only: an installation of one district need not say which. */
  readonly onlyDistrict: () => string | undefined;
  readonly codeLists: readonly CodeList[];
  readonly fields: FieldContext;
  readonly roles: ReadonlyMap<string, CaseRole>;
  readonly roleName: (role: string) => Label | undefined;
  /** The version in force. Refuses with `case.playbook-unknown`, or `case.playbook-withdrawn` where the district ended its own. */
  readonly getPlaybook: (id: string, district?: string, now?: Instant) => Playbook;
  /** The version that a matter runs on. */
  readonly playbookOf: (
    state: Pick<Exclude<CaseState, { status: 'none' }>, 'playbook' | 'playbookVersion'>,
  ) => Playbook;
  readonly categoryName: (playbook: Playbook, code: string) => Label;
  /** Undefined for a way that no pack declares. */
  readonly channelName: (id: string) => Label | undefined;
  readonly findItem: (list: string, code: string) => CodeItem | undefined;
  /** Resolves when the versions in force are stored, the older ones are read, and what was published is fresh. */
  readonly ready: () => Promise<void>;
  /** Reads what was published again, here and in every other process. */
  readonly tellPublished: (district: string, playbook: string) => Promise<void>;
}

const versionKey = (id: string, version: number): string => `${id} ${version}`;

export const createDefinitions = (
  pool: Pool,
  { playbooks, codeLists, roles, channels = [] }: CaseDefinitions,
  { clock, live, log }: Pick<Parts, 'clock' | 'live' | 'log'>,
): Definitions => {
  const tooHigh = playbooks.find((playbook) => playbook.version > mostPackVersion);
  if (tooHigh) throw new RangeError(`version ${tooHigh.version} of ${tooHigh.id} is kept for districts`);
  const lists = new Map(codeLists.map((list) => [list.id, list]));
  const items = new Map(codeLists.map((list) => [list.id, new Map(list.items.map((item) => [item.code, item]))]));
  const packed = new Map(playbooks.map((playbook) => [playbook.id, playbook]));
  const rolesById = new Map(roles.map((role) => [role.id, role]));
  const stored = new Map<string, Playbook>();
  const find = (id: string, version: number): Playbook | undefined => stored.get(versionKey(id, version));

  const readDefinitions = async (published: readonly Publication[]): Promise<void> => {
    const missing = published.filter((one) => !find(one.playbook, one.version));
    if (missing.length === 0) return;
    const { rows } = await pool.query<{ definition: Playbook }>(
      'select definition from playbook_version where (id, version) in (select * from unnest($1::text[], $2::int[]))',
      [missing.map((one) => one.playbook), missing.map((one) => one.version)],
    );
    for (const { definition } of rows) stored.set(versionKey(definition.id, definition.version), definition);
  };
  const publications = createPublications(pool, clock, readDefinitions);
  live.listen(({ topic }) => {
    if (topic !== 'playbook' && topic !== 'everything') return;
    publications
      .reloadNow()
      .catch((error: unknown) => log.warn({ err: error }, 'published playbooks could not be read'));
  });

  // The same version with another text replaces it: that is a pack in the making. In use a change is a new version.
  const prepare = async (): Promise<void> => {
    const ours = JSON.stringify(playbooks.map((one) => ({ id: one.id, version: one.version, definition: one })));
    await pool.query(
      `insert into playbook_version (id, version, definition)
       select id, version, definition from jsonb_to_recordset($1::jsonb) as p(id text, version int, definition jsonb) order by id
       on conflict (id, version) do update set definition = excluded.definition
       where playbook_version.definition is distinct from excluded.definition`,
      [ours],
    );
    const { rows } = await pool.query<{ definition: Playbook }>('select definition from playbook_version');
    for (const { definition } of rows) stored.set(versionKey(definition.id, definition.version), definition);
  };
  let preparing: Promise<void> | undefined;

  return {
    playbooks,
    playbooksIn: (district, now = clock()) => inForce(packed, publications.known(), find, district, now),
    everyPlaybook: () => {
      const own = publications.known().flatMap(({ playbook, version }) => find(playbook, version) ?? []);
      return [...new Map([...own, ...playbooks].map((one) => [one.id, one])).values()];
    },
    publications: publications.known,
    onlyDistrict: () => {
      const districts = new Set(publications.known().map((one) => one.district));
      return districts.size === 1 ? [...districts][0] : undefined;
    },
    codeLists,
    fields: { codeList: (id) => lists.get(id) },
    roles: rolesById,
    roleName: (role) => rolesById.get(role)?.name,
    getPlaybook: (id, district, now = clock()) => {
      const known = publications.known();
      const published = district === undefined ? undefined : publishedAt(known, district, id, now);
      const playbook = (published && find(id, published.version)) ?? packed.get(id);
      if (playbook) return playbook;
      const past = known.findLast((one) => one.district === district && one.playbook === id && one.in_force_at <= now);
      const ended = past && find(id, past.version);
      throw ended
        ? new DomainError('case.playbook-withdrawn', { name: ended.name })
        : new DomainError('case.playbook-unknown', { id });
    },
    playbookOf: ({ playbook: id, playbookVersion }) => {
      const now = packed.get(id);
      const playbook = now?.version === playbookVersion ? now : find(id, playbookVersion);
      if (!playbook) throw new Error(`the playbook ${id}, version ${playbookVersion}, is not stored`);
      return playbook;
    },
    categoryName: (playbook, code) => items.get(playbook.categories)?.get(code)?.name ?? { zh: code, en: code },
    channelName: (id) => channels.find((one) => one.id === id)?.name,
    findItem: (list, code) => items.get(list)?.get(code),
    ready: async () => {
      preparing ??= prepare().catch((error: unknown) => {
        preparing = undefined;
        throw error;
      });
      await preparing;
      await publications.fresh();
    },
    tellPublished: async (district, playbook) => {
      await publications.reloadNow();
      live.tell({ topic: 'playbook', district, path: '', id: playbook });
    },
  };
};
