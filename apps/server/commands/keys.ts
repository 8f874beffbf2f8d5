import process from 'node:process';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { createKek } from '#platform/server/keys';
import type { KeyRow } from '#platform/server/keys';
import type { Lifang } from '../compose.ts';
import { openDatabase } from '../database.ts';
import { readEnvironment } from '../environment.ts';
import { sealedColumns } from '../sealed-columns.ts';
import { resealJob } from '../wiring/keep-seals-fresh.ts';
import { table } from './table.ts';

type Open = () => Promise<Lifang>;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

const stateOf = (row: KeyRow): string =>
  row.state === 'active' ? 'in use' : row.retiredAt ? `retired ${row.retiredAt}` : 'opens old values';

const listUsage = `lifang keys list

  The data keys of the installation: for what, of which algorithm, since when, and by which secret they are
  wrapped. No key is shown.`;

export const keysList = {
  name: 'keys list',
  summary: 'Data keys: purpose, algorithm, age, state',
  usage: listUsage,
  run: async (args: readonly string[], open: Open): Promise<void> => {
    if (args.length > 0) throw new Error(listUsage);
    const { keyring, resealing } = await open();
    const rows = await keyring.list();
    say(
      table(
        ['key', 'purpose', 'algorithm', 'made', 'wrapped by', 'state'],
        rows.map((row) => [row.id, row.purpose, row.algorithm, row.madeAt, row.wrappedBy, stateOf(row)]),
      ),
    );
    const stale = await resealing.countStale();
    if (stale > 0) say(`${stale} values still lie under a former key; a running server seals them anew.`);
  },
};

const purposes = [...new Set(sealedColumns.map((one) => one.purpose ?? 'seal'))];
const rotateUsage = `lifang keys rotate [PURPOSE]

  Makes a new data key for one purpose, or for each, and seals everything anew with it, while servers work:
  old and new values can be read throughout. The former key is retired when nothing lies under it.
  Purposes: ${purposes.join(', ')}. The algorithm of new keys is that of LIFANG_CIPHER.`;

export const keysRotate = {
  name: 'keys rotate',
  summary: 'New data keys; everything is sealed anew in the background',
  usage: rotateUsage,
  run: async (args: readonly string[], open: Open): Promise<void> => {
    const [purpose, ...rest] = args;
    const wanted = purpose === undefined ? purposes : purposes.filter((one) => one === purpose);
    if (rest.length > 0 || wanted.length === 0) throw new Error(rotateUsage);
    const { keyring, parts, resealing } = await open();
    const id = parts.newId();
    await parts.sql.transaction().execute(async (transaction) => {
      for (const one of wanted) {
        const { old, active } = await keyring.rotate(transaction, one);
        await parts.audit.write(transaction, {
          district: '000000',
          person: null,
          action: 'keys.rotate',
          object: `data-key:${active}`,
          result: 'done',
          detail: { purpose: one, former: old },
        });
        say(`${one}: ${active} is in use, ${old} opens what lies under it.`);
      }
      await parts.jobs.start(transaction, { id, kind: resealJob, district: '000000', person: null, payload: null });
    });
    await keyring.changed();
    const stale = await resealing.countStale();
    say(`${stale} values are sealed anew by a running server (job ${id}); “lifang keys list” shows what is left.`);
  },
};

const rewrapUsage = `lifang keys rewrap

  After a new secret: wraps every data key with it. Before that, restart each server with the new secret and
  the old one beside it (LIFANG_OLD_SECRET or LIFANG_OLD_KEY_FILE); afterwards the old one may go.
  Values are not touched, so this takes a moment, whatever the size of the installation.`;

export const keysRewrap = {
  name: 'keys rewrap',
  summary: 'Wrap all data keys with a new secret',
  usage: rewrapUsage,
  run: async (args: readonly string[], open: Open): Promise<void> => {
    if (args.length > 0) throw new Error(rewrapUsage);
    const { keyring, parts } = await open();
    const wrapped = await parts.sql.transaction().execute(async (transaction) => {
      const count = await keyring.rewrap(transaction);
      await parts.audit.write(transaction, {
        district: '000000',
        person: null,
        action: 'keys.rewrap',
        object: 'data-key',
        result: 'done',
        detail: { wrapped: count },
      });
      return count;
    });
    await keyring.changed();
    say(
      wrapped === 0
        ? 'All data keys are wrapped by this secret already.'
        : `${wrapped} data keys are wrapped by the new secret. Restart the servers without the old one, and keep the old one as long as backups from before are kept.`,
    );
  },
};

const giveUpUsage = `lifang keys give-up --yes

  When the secret is lost for good: destroys the data keys that it wrapped, so that a server starts again and
  makes new ones. Whatever they sealed (contacts of residents, phones, second factors, secrets of gateways) can
  never be read again, query codes no longer open anything, and the audit log up to now cannot be verified.
  With the right secret.key or LIFANG_SECRET none of this is needed.`;

export const keysGiveUp = {
  name: 'keys give-up',
  summary: 'The secret is lost: go on without what it sealed',
  usage: giveUpUsage,
  run: async (
    args: readonly string[],
    _open: unknown,
    atEnd: (step: () => Promise<unknown>) => void,
  ): Promise<void> => {
    const { values } = parseArgs({ args: [...args], options: { yes: { type: 'boolean', default: false } } });
    if (!values.yes) throw new Error(giveUpUsage);
    const env = readEnvironment(process.env, process.cwd());
    const database = await openDatabase(env);
    atEnd(database.release);
    const kek = await createKek([{ file: env.keyFile, given: env.secret }]).id();
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    try {
      const { rowCount } = await client.query(
        `update data_key set state = 'old', wrapped = '', retired_at = coalesce(retired_at, now())
         where wrapped <> '' and split_part(wrapped, '.', 2) <> $1`,
        [kek],
      );
      say(
        rowCount ? `${rowCount} data keys are given up.` : 'Every data key opens with this secret; nothing was done.',
      );
    } finally {
      await client.end();
    }
  },
};
