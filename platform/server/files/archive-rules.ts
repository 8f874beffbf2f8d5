/** How much a sheet may unpack to. A workbook of 200,000 rows has about 15 entries and 60 MB. */
export const archiveLimits = {
  entries: 2_000,
  entryBytes: 100_000_000,
  allBytes: 150_000_000,
  /** Unpacked to packed, for entries that are not small. XML of sheets packs to a fortieth at most. */
  ratio: 120,
  smallBytes: 1_000_000,
} as const;

export interface ArchiveEntry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

const nested =
  /\.(zip|jar|7z|rar|gz|tgz|bz2|xz|xlsx|xlsm|docx|docm|pptx|exe|dll|js|vbs|bat|cmd|ps1|hta|sh|html?|svg)$/i;

/** Why an entry is refused by what it says of itself; undefined when it may be unpacked. */
export const refuseEntry = ({ name, flags, method, packed, size }: ArchiveEntry): string | undefined => {
  if (name.length > 200 || /[\0-\x1f\x7f\\:]/.test(name)) return 'name';
  if (name.startsWith('/') || name.split('/').includes('..')) return 'path';
  if (flags & 0x1) return 'encrypted';
  if (method !== 0 && method !== 8) return 'method';
  if (nested.test(name)) return 'nested';
  if (/vbaProject|activeX|oleObject|embeddings\/|externalLinks\//i.test(name)) return 'active content';
  if (size > archiveLimits.entryBytes) return 'entry size';
  if (size > archiveLimits.smallBytes && size > packed * archiveLimits.ratio) return 'ratio';
  return undefined;
};

/** Why the whole is refused: its entries have to be those of a workbook, each once, and not too many. */
export const refuseArchive = (entries: readonly ArchiveEntry[]): string | undefined => {
  if (entries.length === 0 || entries.length > archiveLimits.entries) return 'entries';
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  if (names.size !== entries.length) return 'double entries';
  if (!names.has('[content_types].xml') || !names.has('xl/workbook.xml')) return 'not a workbook';
  if (entries.reduce((sum, { size }) => sum + size, 0) > archiveLimits.allBytes) return 'size';
  const spans = entries.map(({ offset, packed }) => [offset, offset + packed] as const).sort((a, b) => a[0] - b[0]);
  // Entries that share their bytes: a small file may unpack to anything.
  if (spans.some(([start], at) => start < (spans[at - 1]?.[1] ?? 0))) return 'overlap';
  return undefined;
};
