import { type Anchor, createAnchor, createAudit, createAuditMacs, type Head } from '#platform/server/audit';
import { createKek, createKeyring, createKeys } from '#platform/server/keys';
import type { Audit, Sql } from '#platform/server/parts';
import { openSql } from '#platform/server/sql';
import { sql as raw } from 'kysely';
import type { Environment } from '../environment.ts';
import { derivedPurposes } from '../sealed-columns.ts';

export interface DatabaseAudit {
  readonly sql: Sql;
  readonly audit: Audit;
  readonly anchor: Anchor;
}

/** The newest seal of each district. */
export const findHeads = async (sql: Sql): Promise<readonly Head[]> => {
  const { rows } = await raw<Head>`
    select distinct on (district) district, seq, encode(mac, 'hex') as seal, total from audit_seal order by district, seq desc`.execute(
    sql,
  );
  return rows;
};

/** The log of a database that is not opened as an installation: for commands that copy or replace it whole. */
export const withDatabaseAudit = async <Result>(
  env: Pick<Environment, 'keyFile' | 'secret' | 'oldSecret' | 'cipher' | 'anchorFile'>,
  url: string,
  work: (log: DatabaseAudit) => Promise<Result>,
): Promise<Result> => {
  const opened = openSql(url, { max: 2, name: 'lifang command' });
  try {
    const secret = { file: env.keyFile, given: env.secret };
    const keyring = createKeyring({
      sql: opened.sql,
      kek: createKek(env.oldSecret ? [secret, env.oldSecret] : [secret], env.cipher),
      algorithm: env.cipher,
      derived: { purposes: derivedPurposes, keyFor: createKeys(env.oldSecret ?? secret) },
    });
    const macs = await createAuditMacs(keyring.keyFor);
    return await work({
      sql: opened.sql,
      audit: await createAudit(keyring.keyFor, { agent: 'lifang command' }),
      anchor: createAnchor(env.anchorFile, macs.anchor),
    });
  } finally {
    await opened.close();
  }
};
