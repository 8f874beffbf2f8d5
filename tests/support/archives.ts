import { crc32, deflateRawSync } from 'node:zlib';

export interface ArchivePart {
  readonly name: string;
  readonly data?: Buffer | string;
  /** What the directory says of it, when that is not the truth. */
  readonly says?: { readonly size?: number; readonly method?: number; readonly flags?: number };
  /** Lies where this part of the archive lies, instead of having bytes of its own. */
  readonly sharing?: number;
}

const u16 = (value: number): Buffer => Buffer.from([value & 0xff, (value >> 8) & 0xff]);
const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
};

/** A ZIP archive as somebody might make it who means harm. */
export const makeZip = (parts: readonly ArchivePart[]): Buffer => {
  const bodies: Buffer[] = [];
  const heads: Buffer[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const { name, data = '', says = {}, sharing } of parts) {
    const plain = Buffer.from(data);
    const packed = deflateRawSync(plain);
    const [title, method] = [Buffer.from(name), says.method ?? 8];
    const sums = [u32(crc32(plain)), u32(packed.length), u32(says.size ?? plain.length)];
    const fixed = [u16(20), u16(says.flags ?? 0x800), u16(method), u32(0x21 << 16), ...sums, u16(title.length), u16(0)];
    const local = Buffer.concat([u32(0x04034b50), ...fixed, title, packed]);
    const place = sharing === undefined ? offset : (offsets[sharing] ?? 0);
    offsets.push(place);
    if (sharing === undefined) {
      bodies.push(local);
      offset += local.length;
    }
    heads.push(Buffer.concat([u32(0x02014b50), u16(20), ...fixed, u16(0), u16(0), u16(0), u32(0), u32(place), title]));
  }
  const directory = Buffer.concat(heads);
  const end = Buffer.concat([
    u32(0x06054b50),
    u16(0),
    u16(0),
    u16(parts.length),
    u16(parts.length),
    u32(directory.length),
    u32(offset),
    u16(0),
  ]);
  return Buffer.concat([...bodies, directory, end]);
};

const sheet = (rows: string): string =>
  `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;

/** A small workbook, with more parts or other ones. */
export const workbook = (more: readonly ArchivePart[] = []): readonly ArchivePart[] => {
  const own = new Set(more.map(({ name }) => name));
  return [
    {
      name: '[Content_Types].xml',
      data: '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    },
    { name: 'xl/workbook.xml', data: '<?xml version="1.0"?><workbook/>' },
    { name: 'xl/worksheets/sheet1.xml', data: sheet('<row><c t="inlineStr"><is><t>甲</t></is></c></row>') },
  ]
    .filter(({ name }) => !own.has(name))
    .concat(more as { name: string; data: string }[]);
};
