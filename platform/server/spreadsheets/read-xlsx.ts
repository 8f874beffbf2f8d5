import { inflateRawSync } from 'node:zlib';

/**
 * Reads the first sheet of an xlsx workbook (ECMA-376 part 1, 18.3) as rows of texts. Runs in a process of its own, see
 * `sheet-child.ts`; own code, because of a workbook only texts are wanted, and what the usual packages know beyond that
 * (formulas, drawings, links) is what a hostile file would reach for. Formulas are not computed: their last value counts.
 */
export interface XlsxLimits {
  readonly rows: number;
  readonly columns: number;
  readonly cell: number;
  /** Bytes that one part of the archive may unpack to. */
  readonly part: number;
}

export class SheetRefused extends Error {}

const findParts = (bytes: Buffer, limits: XlsxLimits): ReadonlyMap<string, () => string> => {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > bytes.length) throw new SheetRefused('no directory');
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  const parts = new Map<string, () => string>();
  for (let entry = 0; entry < count && entry < 2_000; entry += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) throw new SheetRefused('directory');
    const [method, packed, size] = [
      bytes.readUInt16LE(at + 10),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt32LE(at + 24),
    ];
    const [nameLength, offset] = [bytes.readUInt16LE(at + 28), bytes.readUInt32LE(at + 42)];
    const more = bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength).replace(/^\//, '');
    parts.set(name.toLowerCase(), () => {
      if (size > limits.part) throw new SheetRefused('too large');
      const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
      const raw = bytes.subarray(start, start + packed);
      if (method === 0) return raw.toString('utf8');
      if (method !== 8) throw new SheetRefused('method');
      return inflateRawSync(raw, { maxOutputLength: limits.part }).toString('utf8');
    });
    at += 46 + nameLength + more;
  }
  return parts;
};

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const plain = (text: string): string =>
  text
    .replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex: string, decimal: string, name: string) => {
      if (name) return entities[name] ?? whole;
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .replace(/_x([0-9A-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** Texts of `<t>` in a piece of XML, joined; phonetic hints are left out. */
const textsIn = (xml: string): string =>
  [...xml.replace(/<rPh\b[\s\S]*?<\/rPh>/g, '').matchAll(/<t\b[^>]*?(?:\/>|>([\s\S]*?)<\/t>)/g)]
    .map(([, text = '']) => plain(text))
    .join('');

const sharedTexts = (xml: string): readonly string[] =>
  [...xml.matchAll(/<si\b[^>]*?(?:\/>|>([\s\S]*?)<\/si>)/g)].map(([, inner = '']) => textsIn(inner));

const isDateFormat = (code: string): boolean => /[ymdhs年月日时分]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
/** Built-in formats that show a date or a time, the Chinese ones too (18.8.30). */
const dateFormats = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** Which styles of cells show their number as a date. */
const dateStyles = (xml: string): readonly boolean[] => {
  const own = new Map(
    [...xml.matchAll(/<numFmt\b[^>]*>/g)].map(([tag]) => [
      Number(attribute(tag, 'numFmtId')),
      plain(attribute(tag, 'formatCode') ?? ''),
    ]),
  );
  const cells = /<cellXfs\b[\s\S]*?<\/cellXfs>/.exec(xml)?.[0] ?? '';
  return [...cells.matchAll(/<xf\b[^>]*>/g)].map(([tag]) => {
    const id = Number(attribute(tag, 'numFmtId') ?? 0);
    const code = own.get(id);
    return code === undefined ? dateFormats(id) : isDateFormat(code);
  });
};

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
    .exec(tag)
    ?.slice(1)
    .find((one) => one !== undefined);

/** A serial number as `2026-11-22`, or `2026-11-22 14:05` when it has a time. */
const dateText = (serial: number, from1904: boolean): string => {
  const days = serial + (from1904 ? 1_462 : 0);
  if (days < 1 || days > 2_958_465) return String(serial);
  const minutes = Math.round(days * 1_440);
  const text = new Date((minutes - 25_569 * 1_440) * 60_000).toISOString();
  return minutes % 1_440 === 0 ? text.slice(0, 10) : text.slice(0, 16).replace('T', ' ');
};

/** `AB12` → 27; -1 for what is no reference. */
const columnOf = (reference: string): number => {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0];
  if (!letters) return -1;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
};

interface Reading {
  readonly shared: readonly string[];
  readonly dates: readonly boolean[];
  readonly from1904: boolean;
}

const cellText = (tag: string, inner: string, { shared, dates, from1904 }: Reading): string => {
  const type = attribute(tag, 't') ?? 'n';
  if (type === 'inlineStr') return textsIn(inner);
  const value = /<v\b[^>]*>([\s\S]*?)<\/v>/.exec(inner)?.[1];
  if (value === undefined) return '';
  if (type === 's') return shared[Number(value)] ?? '';
  if (type === 'b') return value.trim() === '1' ? '是' : '否';
  if (type === 'e') return '';
  if (type === 'str' || type === 'd') return plain(value);
  const number = Number(value);
  if (!Number.isFinite(number)) return plain(value);
  // Long numbers were typed as text or lost their last digits already; Excel shows fifteen.
  return dates[Number(attribute(tag, 's') ?? 0)] ? dateText(number, from1904) : String(Number(number.toPrecision(15)));
};

const firstSheet = (parts: ReadonlyMap<string, () => string>): string => {
  const book = parts.get('xl/workbook.xml')?.() ?? '';
  const relations = parts.get('xl/_rels/workbook.xml.rels')?.() ?? '';
  const sheet = [...book.matchAll(/<sheet\b[^>]*>/g)].find(
    ([tag]) => !/hidden/i.test(attribute(tag, 'state') ?? ''),
  )?.[0];
  const id = sheet && attribute(sheet, 'r:id');
  const relation = [...relations.matchAll(/<Relationship\b[^>]*>/g)].find(([tag]) => attribute(tag, 'Id') === id)?.[0];
  const target = (relation && attribute(relation, 'Target')) ?? 'worksheets/sheet1.xml';
  const name = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  const found = parts.get(name.toLowerCase());
  if (!found) throw new SheetRefused('no sheet');
  return found();
};

/** Rows of the first sheet that is not hidden. @throws SheetRefused */
export const readXlsx = (bytes: Buffer, limits: XlsxLimits): readonly (readonly string[])[] => {
  const parts = findParts(bytes, limits);
  const reading: Reading = {
    shared: sharedTexts(parts.get('xl/sharedstrings.xml')?.() ?? ''),
    dates: dateStyles(parts.get('xl/styles.xml')?.() ?? ''),
    from1904: /<workbookPr\b[^>]*date1904\s*=\s*"(1|true)"/.test(parts.get('xl/workbook.xml')?.() ?? ''),
  };
  const rows: string[][] = [];
  for (const [, , inner = ''] of firstSheet(parts).matchAll(/<row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/row>)/g)) {
    const row: string[] = [];
    let at = 0;
    for (const [, tag = '', content = ''] of inner.matchAll(/<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)) {
      const place = columnOf(attribute(` ${tag}`, 'r') ?? '');
      if (place >= 0) at = place;
      const text = cellText(` ${tag}`, content, reading);
      if (text !== '') {
        if (at >= limits.columns) throw new SheetRefused('columns');
        if (text.length > limits.cell) throw new SheetRefused('cell');
        while (row.length < at) row.push('');
        row[at] = text;
      }
      at += 1;
    }
    rows.push(row);
    if (rows.length > limits.rows) throw new SheetRefused('rows');
  }
  return rows;
};
