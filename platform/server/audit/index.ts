import { sql as raw } from 'kysely';
import type { Id } from '#kernel/ids';
import type { Audit } from '#platform/server/parts';

/** Audit rows stand in the transaction of what they tell of: if they cannot be written, it did not happen. */
export const createAudit = (newId: () => Id): Audit => ({
  write: async (sql, row) => {
    await raw`
      insert into audit_row (district, id, person, on_behalf_of, address, action, object, result, detail)
      values (${row.district}, ${newId()}, ${row.person}, ${row.onBehalfOf ?? null}, ${row.address ?? null},
        ${row.action}, ${row.object}, ${row.result}, ${JSON.stringify(row.detail ?? {})}::jsonb)`.execute(sql);
  },
});
