import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { DomainError } from '#kernel/domain-error';
import { findPathOfCode, levelOfDigits, officialKind, shortName } from '#engines/territory/model';
import type { PlantedNode } from './plant-territory.ts';

/** The lists of the statistical divisions, largest places first: `code,name,…` each. */
const files = ['provinces.csv', 'cities.csv', 'areas.csv', 'streets.csv', 'villages.csv'] as const;

/** Cells of one line; quotes may hold commas and doubled quotes. No list has a cell of several lines. */
const cellsOf = (line: string): string[] => {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < line.length; i += 1) {
    const sign = line[i] as string;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (line[i + 1] === '"') {
        cell += '"';
        i += 1;
      } else quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === ',') {
      cells.push(cell);
      cell = '';
    } else cell += sign;
  }
  return [...cells, cell];
};

const nodeOf = (file: string, number: number, code: string, official: string): PlantedNode => {
  const level = levelOfDigits[code.length];
  const found = findPathOfCode(code);
  if (!level || !found || !official)
    throw new DomainError('import.file-unreadable', { detail: `${file} 第 ${number} 行不是“代码,名称”` });
  const name = shortName(official);
  return { path: found, name, officialName: name === official ? null : official, level, kind: officialKind(code) };
};

/**
 * One list, line by line: the whole country needs no more memory than a street.
 * @param wanted codes whose node is wanted
 */
const readList = async function* (file: string, wanted: (code: string) => boolean): AsyncGenerator<PlantedNode> {
  const name = path.basename(file);
  let number = 0;
  let rest = '';
  const read = function* (lines: readonly string[]): Generator<PlantedNode> {
    for (const line of lines) {
      number += 1;
      const text = line.replace(number === 1 ? /^\ufeff|\r$/g : /\r$/, '');
      if (text === '' || (number === 1 && !/^"?[0-9]/.test(text))) continue;
      const quick = text.slice(0, text.indexOf(',')).replaceAll('"', '').trim();
      if (!wanted(quick)) continue;
      const [code = '', official = ''] = cellsOf(text);
      yield nodeOf(name, number, code.trim(), official.trim());
    }
  };
  for await (const chunk of createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 20 })) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    yield* read(lines);
  }
  yield* read([rest]);
};

/** True for the node, what lies below it, and its trail. */
const around =
  (code: string | undefined) =>
  (one: string): boolean =>
    code === undefined || one.startsWith(code) || code.startsWith(one);

/**
 * Nodes of the official lists in a folder (or of the named files), parents first.
 * @param code only this place with its trail above and everything below; all of them without it
 */
export const readOfficial = async function* (
  from: string | readonly string[],
  code?: string,
): AsyncGenerator<PlantedNode> {
  const all = typeof from === 'string' ? files.map((file) => path.join(from, file)) : from;
  for (const file of all) {
    const isThere = await stat(file).then(
      (one) => one.isFile(),
      () => false,
    );
    if (!isThere) throw new DomainError('import.file-unreadable', { detail: `没有找到 ${file}` });
    yield* readList(file, around(code));
  }
};
