import { createReadStream } from 'node:fs';
import { chmod, mkdir, open, stat } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Macs } from './macs.ts';

/** The newest seal of a district, as it is written down outside the database. */
export interface Head {
  readonly district: string;
  readonly seq: number;
  /** Of the seal, as hexadecimal text. */
  readonly seal: string;
  /** Rows sealed in the district up to here. */
  readonly total: number;
}

/** `head`: so far it had come. `restored`: a backup was put in, and what was ahead of it is given up knowingly. */
export interface AnchorLine extends Head {
  readonly kind: 'head' | 'restored';
  readonly at: string;
  readonly mac: string;
}

const partsOf = ({ kind, at, district, seq, seal, total }: Omit<AnchorLine, 'mac'>): readonly string[] => [
  'lifang.audit.anchor.1',
  kind,
  at,
  district,
  String(seq),
  seal,
  String(total),
];

export interface Anchor {
  readonly file: string;
  /** Appends and waits until it is on disk. */
  readonly append: (kind: AnchorLine['kind'], heads: readonly Head[], at: string) => Promise<void>;
  /** The database was set back knowingly: from here on these are the heads, and districts that have none begin anew. */
  readonly accept: (heads: readonly Head[], at: string) => Promise<void>;
  /** Line by line; null for one that this installation did not write. An absent file has none. */
  readonly read: () => AsyncGenerator<AnchorLine | null>;
  readonly exists: () => Promise<boolean>;
}

const lineOf = (text: string, macs: Macs): AnchorLine | null => {
  try {
    const line = JSON.parse(text) as AnchorLine;
    return macs.fits(Buffer.from(line.mac, 'hex'), partsOf(line)) ? line : null;
  } catch {
    return null;
  }
};

/** Heads of the chains in a file that only its owner may read; copy it away, or have it on another disk. */
export const createAnchor = (file: string, macs: Macs): Anchor => {
  const append: Anchor['append'] = async (kind, heads, at) => {
    if (heads.length === 0) return;
    const lines = heads.map(({ district, seq, seal, total }) => {
      const line = { kind, at, district, seq, seal, total };
      return `${JSON.stringify({ ...line, mac: macs.of(partsOf(line)).toString('hex') })}\n`;
    });
    await mkdir(path.dirname(file), { recursive: true });
    const handle = await open(file, 'a', 0o600);
    try {
      // A line is short enough to be appended whole, also when several processes do it.
      for (const line of lines) await handle.write(line);
      await handle.datasync();
    } finally {
      await handle.close();
    }
    await chmod(file, 0o600).catch(() => undefined);
  };
  const read: Anchor['read'] = async function* () {
    const found = await stat(file).catch(() => undefined);
    if (!found) return;
    // What is being appended meanwhile belongs to the next look.
    if (found.size === 0) return;
    const stream = createReadStream(file, { end: found.size - 1 });
    for await (const text of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY }))
      if (text) yield lineOf(text, macs);
  };
  return {
    file,
    append,
    read,
    accept: async (heads, at) => {
      const gone = new Set<string>();
      for await (const line of read()) if (line) gone.add(line.district);
      for (const { district } of heads) gone.delete(district);
      const empty = [...gone].map((district) => ({ district, seq: 0, seal: '', total: 0 }));
      await append('restored', [...heads, ...empty], at);
    },
    exists: () =>
      stat(file).then(
        () => true,
        () => false,
      ),
  };
};
