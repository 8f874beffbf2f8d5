import type { KeyFor } from '#platform/server/keys';
import type { Audit } from '#platform/server/parts';
import { createAuditMacs, createMacs, type Macs } from './macs.ts';
import { countRow } from './origin.ts';
import { insertRow, stampWith } from './rows.ts';

export interface AuditOptions {
  /** What stands for the agent where no request is: `lifang command`. */
  readonly agent?: string;
  /** Told of each row that was made, before it is committed: something will have to be sealed. */
  readonly made?: (district: string) => void;
}

/** Audit rows stand in the transaction of what they tell of: if they cannot be written, it did not happen. */
export const createAudit = async (keyFor: KeyFor, options: AuditOptions = {}): Promise<Audit> => {
  const macs = await createAuditMacs(keyFor);
  const stampRow = stampWith(macs.row, options);
  const others = new Map<string, Promise<Macs>>();
  const macsFor = (purpose: string): Promise<Macs> => {
    const known = others.get(purpose) ?? keyFor(`row.${purpose}`).then(createMacs);
    others.set(purpose, known);
    return known;
  };
  const stamp: Audit['stamp'] = (row) => {
    const stamped = stampRow(row);
    countRow();
    options.made?.(row.district);
    return stamped;
  };
  return {
    stamp,
    write: (sql, row) => insertRow(sql, stamp(row)),
    rowMac: async (purpose, parts) => (await macsFor(purpose)).of([purpose, ...parts]).toString('base64url'),
    rowMacFits: async (purpose, parts, mac) =>
      (await macsFor(purpose)).fits(Buffer.from(mac ?? '', 'base64url'), [purpose, ...parts]),
  };
};
