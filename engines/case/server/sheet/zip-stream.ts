import { Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

/** One file of an archive; its text comes piece by piece. */
export interface ZipEntry {
  readonly name: string;
  readonly text: AsyncIterable<string> | Iterable<string>;
}

/** Every entry has the same moment: what is written depends on its content alone (1980-01-01, the format's first day). */
const DOS_DATE = 0x21;
/** Sizes follow the data (bit 3), names are UTF-8 (bit 11). */
const FLAGS = 0x0808;

interface Written {
  readonly name: Buffer;
  readonly offset: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
}

/** A ZIP archive as a stream of bytes; memory holds one piece at a time. Entries below 4 GB. */
export const zipStream = async function* (entries: Iterable<ZipEntry>): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name, 'utf8');
    const head = localHeader(name);
    yield head;
    const sums = { crc: 0, size: 0, packed: 0 };
    for await (const piece of deflated(entry.text, sums)) yield piece;
    const tail = descriptor(sums);
    yield tail;
    written.push({ name, offset, ...sums });
    offset += head.length + sums.packed + tail.length;
  }
  const central = Buffer.concat(written.map(centralHeader));
  yield central;
  yield endRecord(written.length, central.length, offset);
};

const deflated = async function* (
  text: ZipEntry['text'],
  sums: { crc: number; size: number; packed: number },
): AsyncGenerator<Buffer> {
  const counted = async function* (): AsyncGenerator<Buffer> {
    for await (const piece of text) {
      const bytes = Buffer.from(piece, 'utf8');
      sums.crc = crc32(bytes, sums.crc);
      sums.size += bytes.length;
      yield bytes;
    }
  };
  const source = Readable.from(counted());
  const deflate = createDeflateRaw({ level: 6 });
  source.once('error', (error) => deflate.destroy(error));
  for await (const piece of source.pipe(deflate) as AsyncIterable<Buffer>) {
    sums.packed += piece.length;
    yield piece;
  }
};

const record = (size: number, fields: readonly (readonly [offset: number, bytes: 2 | 4, value: number])[]): Buffer => {
  const buffer = Buffer.alloc(size);
  for (const [offset, bytes, value] of fields) buffer.writeUIntLE(value, offset, bytes);
  return buffer;
};

const localHeader = (name: Buffer): Buffer =>
  Buffer.concat([
    record(30, [
      [0, 4, 0x04034b50],
      [4, 2, 20],
      [6, 2, FLAGS],
      [8, 2, 8],
      [12, 2, DOS_DATE],
      [26, 2, name.length],
    ]),
    name,
  ]);

const descriptor = ({ crc, packed, size }: { crc: number; packed: number; size: number }): Buffer =>
  record(16, [
    [0, 4, 0x08074b50],
    [4, 4, crc],
    [8, 4, packed],
    [12, 4, size],
  ]);

const centralHeader = ({ name, offset, crc, packed, size }: Written): Buffer =>
  Buffer.concat([
    record(46, [
      [0, 4, 0x02014b50],
      [4, 2, 20],
      [6, 2, 20],
      [8, 2, FLAGS],
      [10, 2, 8],
      [14, 2, DOS_DATE],
      [16, 4, crc],
      [20, 4, packed],
      [24, 4, size],
      [28, 2, name.length],
      [42, 4, offset],
    ]),
    name,
  ]);

const endRecord = (count: number, size: number, offset: number): Buffer =>
  record(22, [
    [0, 4, 0x06054b50],
    [8, 2, count],
    [10, 2, count],
    [12, 4, size],
    [16, 4, offset],
  ]);
