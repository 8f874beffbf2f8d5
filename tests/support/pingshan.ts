import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { chinaInstant } from '#kernel/instant';
import { learn } from '#engines/case/model';

const packed = path.join(import.meta.dirname, '../journeys/data/pingshan-events-2018-02-to-10.csv.gz');

const known = (cell: string | undefined): string | undefined => (cell === undefined || cell === '-' ? undefined : cell);

const sure = (cells: readonly (string | undefined)[]): readonly string[] => cells.filter((cell) => cell !== undefined);

/**
 * The events of Pingshan as routing learns from them: kind, place, source and nature of the request, all known when a
 * matter comes in. Whether it was in time, and how often it was handled, is known afterwards and stays out; a running
 * number would tell the day of filing, and stays out too. Rows without an acting unit teach nothing.
 */
export const readPingshan = (): {
  readonly matters: readonly learn.PastMatter[];
  readonly families: ReadonlyMap<string, string>;
} => {
  const [head = '', ...lines] = gunzipSync(readFileSync(packed))
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split(/\r?\n/);
  const columns = head.split(',');
  const rows = lines.map((line) => {
    const cells = line.split(',');
    return new Map(columns.map((column, index) => [column, known(cells[index])] as const));
  });
  const names = new Map<string, string>();
  const matters = rows.flatMap((row): learn.PastMatter[] => {
    const [unit, time] = [row.get('DISPOSE_UNIT_ID'), row.get('CREATE_TIME')];
    if (unit === undefined || time === undefined) return [];
    if (!names.has(unit)) names.set(unit, row.get('DISPOSE_UNIT_NAME') ?? unit);
    const [day = '', clock = ''] = time.split(' ');
    const [hour = 0, minute = 0] = clock.split(':').map(Number);
    const [source, property] = [row.get('EVENT_SRC_ID'), row.get('EVENT_PROPERTY_ID')];
    return [
      {
        list: 'pingshan',
        kinds: sure([row.get('SUB_TYPE_ID'), row.get('MAIN_TYPE_ID'), row.get('EVENT_TYPE_ID')]).map(
          (code, level) => `${'smt'[level]}${code}`,
        ),
        places: sure([row.get('STREET_ID'), row.get('COMMUNITY_ID')]),
        values: { ...(source && { source }), ...(property && { property }) },
        words: '',
        at: chinaInstant(day, hour * 60 + minute),
        body: unit,
        hours: null,
      },
    ];
  });
  const places = [...new Set(rows.flatMap((row) => sure([row.get('STREET_NAME'), row.get('COMMUNITY_NAME')])))];
  const families = new Map([...names].map(([unit, name]) => [unit, learn.familyOf(name, places)]));
  return { matters: matters.sort((one, other) => (one.at < other.at ? -1 : 1)), families };
};
