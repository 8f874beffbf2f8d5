/**
 * A column that holds sealed values. Each is declared once, in `apps/server/sealed-columns.ts`: the change of a
 * key finds there what has to be sealed anew, and the canary tests what may lie in a database at all.
 */
export interface SealedColumn {
  readonly table: string;
  readonly column: string;
  /** Columns that make the `row` of a sealed place, in its order, joined by a space. */
  readonly key: readonly string[];
  /** Purpose of its data key: `seal` unless told. Begins with `seal.`. */
  readonly purpose?: `seal.${string}`;
  /** `json`: the column is jsonb, and its value the sealed text as a JSON string. Other values are left alone. */
  readonly form?: 'text' | 'json';
  /** Values from before keys had names: purposes of their two keys. They were bound to table and row alone. */
  readonly unnamed?: { readonly cipher: string; readonly mac: string };
}

export const columnId = ({ table, column }: { readonly table: string; readonly column: string }): string =>
  `${table}.${column}`;

/** Whether a text has the form of a sealed value, for whoever looks for values that nobody declared. */
export const looksSealed = (text: string): boolean =>
  /^(sm4-ctr-hmac-sm3|aes-256-gcm)\.(k[0-9a-f]{10}\.)?[\w-]{16,22}\.[\w-]*\.[\w-]{22,43}$/.test(text);
