import process from 'node:process';
import { parseArgs } from 'node:util';
import type { Due } from '#platform/server/retention';
import type { Lifang } from '../compose.ts';
import { table } from './table.ts';

type Open = () => Promise<Lifang>;
const say = (text: string): void => void process.stdout.write(`${text}\n`);
const tableOf = (due: readonly Due[], head: string): string =>
  table(
    ['rule', 'what', 'kept', head],
    due.map(({ rule, due: count }) => [rule.id, rule.name.zh, rule.keeps.zh, String(count)]),
    { right: [3] },
  );

const previewUsage = `lifang retention preview [--at DAY]

  What will be deleted by tonight's run, rule by rule, and what is held back. Nothing is changed.
  --at  as of another day, such as 2028-01-01`;

export const retentionPreview = {
  name: 'retention preview',
  summary: 'What would be deleted because its time is over',
  usage: previewUsage,
  run: async (args: readonly string[], open: Open): Promise<void> => {
    const { values } = parseArgs({ args: [...args], options: { at: { type: 'string' } } });
    if (values.at !== undefined && !/^\d{4}-\d\d-\d\d$/.test(values.at)) throw new Error(previewUsage);
    const { retention, holds } = await open();
    say(tableOf(await retention.preview(values.at === undefined ? undefined : `${values.at}T00:00:00.000Z`), 'due'));
    for (const { district, object, reason, madeAt } of await holds.list())
      say(`held since ${madeAt.slice(0, 10)}: ${district} ${object} (${reason})`);
  },
};

const runUsage = `lifang retention run

  Deletes now what is over, as the run of each night does, and writes it into the audit log.`;

export const retentionRun = {
  name: 'retention run',
  summary: 'Delete what is over now',
  usage: runUsage,
  run: async (args: readonly string[], open: Open): Promise<void> => {
    if (args.length > 0) throw new Error(runUsage);
    say(tableOf(await (await open()).retention.run(), 'deleted'));
  },
};

const holdUsage = `lifang retention hold DISTRICT OBJECT --reason TEXT
lifang retention hold DISTRICT OBJECT --release

  Keeps something beyond its time: case:<id>, or * for everything of the district (a lawsuit, an inspection).`;

export const retentionHold = {
  name: 'retention hold',
  summary: 'Hold back what would be deleted, or release it',
  usage: holdUsage,
  run: async (args: readonly string[], open: Open): Promise<void> => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { reason: { type: 'string' }, release: { type: 'boolean', default: false } },
    });
    const [district = '', object = '', ...rest] = positionals;
    const right = /^\d{6}$/.test(district) && /^(\*|case:[0-9a-f-]{36})$/.test(object) && rest.length === 0;
    if (!right || values.release === Boolean(values.reason)) throw new Error(holdUsage);
    const { holds } = await open();
    if (values.release) await holds.release(district, object);
    else await holds.hold(district, object, values.reason ?? '');
  },
};
