import { open, type FileHandle } from 'node:fs/promises';
import process from 'node:process';
import { createInflateRaw } from 'node:zlib';
import { Readable } from 'node:stream';
import { type ArchiveEntry, archiveLimits, refuseArchive, refuseEntry } from './archive-rules.ts';

/** A program of its own: reads a ZIP archive to its last byte, keeping nothing. Says why it is refused, or `fine`. */

class Refused extends Error {}

const at = async (file: FileHandle, position: number, length: number): Promise<Buffer> => {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  if (bytesRead !== length) throw new Refused('cut off');
  return buffer;
};

const entriesOf = async (file: FileHandle, size: number): Promise<readonly ArchiveEntry[]> => {
  const tailLength = Math.min(size, 65_557);
  const tail = await at(file, size - tailLength, tailLength);
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > tail.length) throw new Refused('no directory');
  const count = tail.readUInt16LE(end + 10);
  const length = tail.readUInt32LE(end + 12);
  const start = tail.readUInt32LE(end + 16);
  if (count > archiveLimits.entries || length > 1_000_000 || start + length > size) throw new Refused('directory');
  const directory = await at(file, start, length);
  const entries: ArchiveEntry[] = [];
  let place = 0;
  while (place + 46 <= directory.length && entries.length < count) {
    if (directory.readUInt32LE(place) !== 0x02014b50) throw new Refused('directory');
    const nameLength = directory.readUInt16LE(place + 28);
    const more = directory.readUInt16LE(place + 30) + directory.readUInt16LE(place + 32);
    entries.push({
      name: directory.toString('utf8', place + 46, place + 46 + nameLength),
      flags: directory.readUInt16LE(place + 8),
      method: directory.readUInt16LE(place + 10),
      packed: directory.readUInt32LE(place + 20),
      size: directory.readUInt32LE(place + 24),
      offset: directory.readUInt32LE(place + 42),
    });
    place += 46 + nameLength + more;
  }
  if (entries.length !== count || place !== directory.length) throw new Refused('directory');
  return entries;
};

const piecesOf = async function* (file: FileHandle, start: number, length: number): AsyncGenerator<Buffer> {
  for (let done = 0; done < length; done += 65_536) yield await at(file, start + done, Math.min(65_536, length - done));
};

/** Unpacks an entry and counts what really comes, whatever its head says. */
const readEntry = async (file: FileHandle, entry: ArchiveEntry, left: number): Promise<number> => {
  const head = await at(file, entry.offset, 30);
  if (head.readUInt32LE(0) !== 0x04034b50 || head.readUInt16LE(8) !== entry.method) throw new Refused('local head');
  const start = entry.offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
  const packed = Readable.from(piecesOf(file, start, entry.packed));
  const inflate = createInflateRaw();
  packed.once('error', (error) => inflate.destroy(error));
  const stream = entry.method === 8 ? packed.pipe(inflate) : packed;
  const xml = /\.(xml|rels|vml)$/i.test(entry.name);
  let size = 0;
  let last = '';
  for await (const piece of stream as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > entry.size || size > left) throw new Refused('more than it says');
    if (!xml) continue;
    const text = last + piece.toString('latin1');
    // UTF-16 is allowed in XML and not made by any office program: what looks for markup would be blind in it.
    if (size === piece.length && /^(\xff\xfe|\xfe\xff|<\0|\0<)/.test(text)) throw new Refused('UTF-16');
    if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw new Refused('document type');
    if (/TargetMode\s*=\s*["']External/i.test(text) && !/hyperlink/i.test(text)) throw new Refused('external part');
    last = text.slice(-64);
  }
  if (size !== entry.size) throw new Refused('less than it says');
  return size;
};

const inspect = async (name: string): Promise<string> => {
  const file = await open(name, 'r');
  try {
    const entries = await entriesOf(file, (await file.stat()).size);
    const why = refuseArchive(entries) ?? entries.map(refuseEntry).find((one) => one !== undefined);
    if (why) return why;
    let left: number = archiveLimits.allBytes;
    for (const entry of entries) left -= await readEntry(file, entry, left);
    return 'fine';
  } catch (error) {
    return error instanceof Refused ? error.message : 'unreadable';
  } finally {
    await file.close();
  }
};

process.stdout.write(await inspect(process.argv[2] ?? ''));
