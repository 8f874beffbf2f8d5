import { canonicalJson } from '#platform/server/receipts';
import type { Parts } from '#platform/server/parts';
import { type Role, type RoleOverlay, rolesInForce } from '#engines/organisation/model';
import type { OrganisationSql, OrganisationTransaction } from '../tables.ts';

/** Should news get lost, memory is this old at most. */
const freshFor = 5_000;

/** The values that a version's keyed hash covers (security 36). */
const valuesOf = (role: string, version: number, overlay: RoleOverlay): readonly string[] => [
  role,
  String(version),
  canonicalJson(overlay),
];

/**
 * The roles in force, in memory: what the packs declare, with what two people changed here. A change is in force in
 * every server process as soon as its news arrives, without a restart. `roles()` is the same list until something changed.
 */
export const createRoleBook = (
  parts: Pick<Parts, 'sql' | 'live' | 'log' | 'audit' | 'clock'>,
  packed: readonly Role[],
) => {
  const sql: OrganisationSql = parts.sql;
  let roles = packed;
  let overlays: ReadonlyMap<string, RoleOverlay> = new Map();
  let versions: ReadonlyMap<string, number> = new Map();
  let known = '';
  let readAt = 0;
  let reading: Promise<void> | undefined;

  const read = async (): Promise<void> => {
    const rows = await sql
      .selectFrom('role_version')
      .select(['role', 'version', 'overlay', 'seal'])
      .distinctOn('role')
      .orderBy('role')
      .orderBy('version', 'desc')
      .execute();
    readAt = Date.parse(parts.clock());
    const seen = JSON.stringify(rows.map((row) => [row.role, row.version, row.seal, row.overlay]));
    if (seen === known) return;
    const next = new Map<string, RoleOverlay>();
    for (const { role, version, overlay, seal } of rows) {
      const isTrue = await parts.audit.rowMacFits('role', valuesOf(role, version, overlay), seal);
      if (!isTrue)
        parts.log.error(
          { role, version },
          'a role was altered outside of Lifang; it gives no rights until it is mended',
        );
      // An altered role gives nothing at all: what it was is not known any more.
      next.set(role, isTrue ? overlay : { ...overlay, retired: true });
    }
    known = seen;
    overlays = next;
    versions = new Map(rows.map((row) => [row.role, row.version]));
    roles = rows.length === 0 ? packed : rolesInForce(packed, next);
  };

  const reload = async (): Promise<void> => {
    reading ??= read().finally(() => {
      reading = undefined;
    });
    await reading;
  };
  /** Reads what was committed before the call, even if a reading began earlier. */
  const reloadNow = async (): Promise<void> => {
    await reading?.catch(() => undefined);
    await reload();
  };
  const quietly = (): void =>
    void reload().catch((error: unknown) => parts.log.warn({ err: error }, 'the roles could not be read again'));

  const stopListening = parts.live.listen(({ topic }) => {
    if (topic === 'role' || topic === 'everything')
      void reloadNow().catch((error: unknown) => parts.log.warn({ err: error }, 'the roles could not be read again'));
  });

  return {
    roles: (): readonly Role[] => {
      if (readAt > 0 && Date.parse(parts.clock()) - readAt > freshFor) {
        readAt = Date.parse(parts.clock());
        quietly();
      }
      return roles;
    },
    packed,
    overlays: (): ReadonlyMap<string, RoleOverlay> => overlays,
    versionOf: (role: string): number => versions.get(role) ?? 0,
    /** Before the first request is served, and after each change that this process made. */
    open: reloadNow,
    /** Keeps a new version; `tellChanged` follows the commit. */
    write: async (
      trx: OrganisationTransaction,
      row: {
        readonly role: string;
        readonly version: number;
        readonly overlay: RoleOverlay;
        readonly proposal: string;
      },
    ): Promise<void> => {
      const seal = await parts.audit.rowMac('role', valuesOf(row.role, row.version, row.overlay));
      await trx
        .insertInto('role_version')
        .values({ ...row, overlay: JSON.stringify(row.overlay), at: parts.clock(), seal })
        .execute();
    },
    tellChanged: async (role: string): Promise<void> => {
      await reloadNow();
      parts.live.tell({ topic: 'role', district: '', path: '', id: role });
    },
    close: stopListening,
  };
};

export type RoleBook = ReturnType<typeof createRoleBook>;
