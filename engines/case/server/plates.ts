import { randomBytes } from 'node:crypto';
import { sql as raw } from 'kysely';
import { DomainError } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import type { Instant } from '#kernel/instant';
import { codeToPath, districtOfPath, inScope, scopeRange } from '#engines/territory/model';
import type { Parts, SqlOrTransaction } from '#platform/server/parts';
import { withReceipt } from '#platform/server/receipts';
import type { CasePorts } from './ports.ts';
import type { Reader } from './readers.ts';

/** Who makes plates: a person within his range, or a program of the server. */
export interface PlateMaker {
  readonly person: Id | null;
  readonly scopes: readonly { readonly scope: string }[];
}

export interface Plate {
  readonly district: string;
  readonly code: string;
  readonly path: string;
  readonly revokedAt: Instant | null;
}

/** Without letters that are read as one another; sixteen of them are 80 random bits. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const newCode = (): string => Array.from(randomBytes(16), (byte) => alphabet[byte & 31]).join('');

/** QR plates (一楼一码): an opaque code for a place, which can be revoked and made anew. */
export const createPlates = (parts: Parts, ports: CasePorts) => {
  const assertInScope = (reader: PlateMaker, path: string): void => {
    if (!reader.scopes.some(({ scope }) => inScope(path, scope))) throw new DomainError('permission.denied');
  };

  const listPlates = async (reader: Reader, code: string): Promise<readonly Plate[]> => {
    const path = codeToPath(code);
    assertInScope(reader, path);
    const { from, to } = scopeRange(path);
    const { rows } = await raw<Plate>`
      select district, code, path, revoked_at as "revokedAt" from qr_plate
      where district = ${districtOfPath(path)} and path >= ${from} and path < ${to}
      order by path, made_at limit 5000`.execute(parts.sql);
    return rows;
  };

  const makePlates = async (
    reader: PlateMaker,
    command: { readonly id: Id; readonly at: string; readonly address: string | null },
  ): Promise<{ made: number }> => {
    const path = codeToPath(command.at);
    assertInScope(reader, path);
    const district = districtOfPath(path);
    const buildings = await ports.buildingsBelow(path);
    const said = ['make-plates', reader.person, command.at];
    return withReceipt(parts.sql, { district, id: command.id, said }, async (transaction) => {
      const rows = buildings.map((building) => ({ path: building, code: newCode() }));
      const { rows: made } = await raw<{ code: string }>`
        insert into qr_plate (district, code, path, made_at, made_by)
        select ${district}, p.code, p.path, ${parts.clock()}::timestamptz, ${reader.person}::uuid
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as p(path text, code text)
        on conflict (district, path) where revoked_at is null do nothing
        returning code`.execute(transaction);
      await audit(
        transaction,
        { district, reader, address: command.address },
        'plate.make',
        `territory:${command.at}`,
        {
          made: made.length,
        },
      );
      return { made: made.length };
    });
  };

  const revokePlate = async (reader: Reader, code: string, address: string | null): Promise<void> => {
    const plate = await findPlate(code);
    if (!plate || !reader.scopes.some(({ scope }) => inScope(plate.path, scope)))
      throw new DomainError('plate.unknown');
    await parts.sql.transaction().execute(async (transaction) => {
      const { rows } = await raw`
        update qr_plate set revoked_at = ${parts.clock()}::timestamptz, revoked_by = ${reader.person}::uuid
        where district = ${plate.district} and code = ${code} and revoked_at is null returning code`.execute(
        transaction,
      );
      if (rows.length > 0) {
        await audit(transaction, { district: plate.district, reader, address }, 'plate.revoke', `plate:${code}`);
      }
    });
  };

  /** The plate in use of one place, made when there is none: for a notice board that hangs there. */
  const ensurePlate = async (path: string, person: Id | null): Promise<string> => {
    const district = districtOfPath(path);
    const made = await raw<{ code: string }>`
      insert into qr_plate (district, code, path, made_at, made_by)
      values (${district}, ${newCode()}, ${path}, ${parts.clock()}::timestamptz, ${person}::uuid)
      on conflict (district, path) where revoked_at is null do nothing returning code`.execute(parts.sql);
    const known = await raw<{ code: string }>`
      select code from qr_plate where district = ${district} and path = ${path} and revoked_at is null`.execute(
      parts.sql,
    );
    const code = made.rows[0]?.code ?? known.rows[0]?.code;
    if (code === undefined) throw new DomainError('plate.unknown');
    return code;
  };

  const findPlate = async (code: string): Promise<Plate | undefined> => {
    const { rows } = await raw<Plate>`
      select district, code, path, revoked_at as "revokedAt" from qr_plate where code = ${code} limit 1`.execute(
      parts.sql,
    );
    return rows[0];
  };

  /** Refuses with `plate.unknown` for an unknown and a revoked one alike. */
  const getPlate = async (code: string): Promise<Plate> => {
    const plate = await findPlate(code);
    if (!plate || plate.revokedAt) throw new DomainError('plate.unknown');
    return plate;
  };

  const audit = (
    sql: SqlOrTransaction,
    by: { readonly district: string; readonly reader: PlateMaker; readonly address: string | null },
    action: string,
    object: string,
    detail: Readonly<Record<string, number>> = {},
  ): Promise<void> =>
    parts.audit.write(sql, {
      district: by.district,
      person: by.reader.person,
      address: by.address,
      action,
      object,
      result: 'done',
      detail,
    });

  return { listPlates, makePlates, revokePlate, getPlate, ensurePlate };
};

export type Plates = ReturnType<typeof createPlates>;
