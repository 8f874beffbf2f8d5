import type { Label } from '#kernel/label';
import { DomainError } from '#kernel/domain-error';
import type { CodeItem, CodeList, FieldContext } from '#fields/field';
import type { CaseState, Playbook } from '#engines/case/model';
import { type Pool } from 'pg';
import type { CaseDefinitions, CaseRole } from './ports.ts';

/** Playbooks, code lists and roles by id, in memory. Matters in course keep the version they began with. */
export interface Definitions {
  readonly playbooks: readonly Playbook[];
  readonly codeLists: readonly CodeList[];
  readonly fields: FieldContext;
  readonly roles: ReadonlyMap<string, CaseRole>;
  readonly roleName: (role: string) => Label | undefined;
  /** The version in force. Refuses with `case.playbook-unknown`. */
  readonly getPlaybook: (id: string) => Playbook;
  /** The version that a matter runs on. */
  readonly playbookOf: (
    state: Pick<Exclude<CaseState, { status: 'none' }>, 'playbook' | 'playbookVersion'>,
  ) => Playbook;
  readonly categoryName: (playbook: Playbook, code: string) => Label;
  readonly findItem: (list: string, code: string) => CodeItem | undefined;
  /** Resolves when the versions in force are stored and the older ones are read. */
  readonly ready: () => Promise<void>;
}

export const createDefinitions = (pool: Pool, { playbooks, codeLists, roles }: CaseDefinitions): Definitions => {
  const lists = new Map(codeLists.map((list) => [list.id, list]));
  const items = new Map(codeLists.map((list) => [list.id, new Map(list.items.map((item) => [item.code, item]))]));
  const current = new Map(playbooks.map((playbook) => [playbook.id, playbook]));
  const rolesById = new Map(roles.map((role) => [role.id, role]));
  const older = new Map<string, Playbook>();
  const versionKey = (id: string, version: number): string => `${id} ${version}`;

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
    for (const { definition } of rows) older.set(versionKey(definition.id, definition.version), definition);
  };
  let preparing: Promise<void> | undefined;

  return {
    playbooks,
    codeLists,
    fields: { codeList: (id) => lists.get(id) },
    roles: rolesById,
    roleName: (role) => rolesById.get(role)?.name,
    getPlaybook: (id) => {
      const playbook = current.get(id);
      if (!playbook) throw new DomainError('case.playbook-unknown', { id });
      return playbook;
    },
    playbookOf: ({ playbook: id, playbookVersion }) => {
      const now = current.get(id);
      const playbook = now?.version === playbookVersion ? now : older.get(versionKey(id, playbookVersion));
      if (!playbook) throw new Error(`the playbook ${id}, version ${playbookVersion}, is not stored`);
      return playbook;
    },
    categoryName: (playbook, code) => items.get(playbook.categories)?.get(code)?.name ?? { zh: code, en: code },
    findItem: (list, code) => items.get(list)?.get(code),
    ready: () => {
      preparing ??= prepare().catch((error: unknown) => {
        preparing = undefined;
        throw error;
      });
      return preparing;
    },
  };
};
