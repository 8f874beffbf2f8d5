import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { sql as raw } from 'kysely';
import { DomainError } from '#kernel/domain-error';
import type { ImportReport } from '#engines/exchange/contract';
import { type ExchangeEngine, reportOf } from '#engines/exchange/server';
import { type DemoAccount, demoAccountsKey, type OrganisationEngine } from '#engines/organisation/server';
import { districtPath } from '#engines/territory/model';
import type { Parts } from '#platform/server/parts';
import { readEnvironment } from '../environment.ts';

const usage = `lifang import cases FILE --map MAP [--post ACCOUNT] [--json]

  Takes past matters from a sheet (CSV; UTF-8 or GBK), in chunks. What was taken before adds nothing.
  --map    an import map that a pack declares, such as pingshan
  --post   gives this account a post in the district, so that it sees what was imported;
           a demo installation does so for its district manager
  --json   the report as JSON`;

interface Opened {
  readonly parts: Parts;
  readonly engines: {
    readonly exchange: Pick<ExchangeEngine, 'getImportMap' | 'importCases'>;
    readonly organisation: Pick<OrganisationEngine, 'lendPost'>;
  };
}

const asText = (report: ImportReport, seconds: number): string => {
  const counted = [
    ['Rows in', report.rowsIn],
    ['Taken', report.taken],
    ['Known already', report.known],
    ['Set aside', report.setAside],
    ['Bodies made', report.bodiesMade],
    ['Places matched', report.placesMatched],
    ['Divisions planted', report.divisionsPlanted],
  ] as const;
  return [
    ...counted.map(([name, count]) => `${name.padEnd(18)}${String(count).padStart(8)}`),
    ...report.reasons.map(
      ({ reason, rows, whole }) =>
        `  ${whole ? 'row set aside' : 'value left out'}  ${rows} × ${reason.zh} (${reason.en})`,
    ),
    ...(report.sheet ? [`What was left out is listed in ${report.sheet}`] : []),
    `${seconds.toFixed(1)} s`,
  ].join('\n');
};

const personOf = async (parts: Parts, account: string): Promise<string> => {
  const found = await raw<{ person: string }>`select person from account where name = ${account}`.execute(parts.sql);
  const person = found.rows[0]?.person;
  if (person === undefined) throw new DomainError('organisation.unknown');
  return person;
};

/** Whom the demo shows imported districts to: the account whose post is the widest, first in its list of managers. */
const demoViewer = async (parts: Parts): Promise<string | undefined> => {
  if (!parts.demo) return undefined;
  const accounts = await parts.settings.get<readonly DemoAccount[]>(demoAccountsKey, []);
  for (const { account } of accounts) {
    const found = await raw<{ name: string }>`
      select account.name from account
      join holder on holder.district = account.district and holder.person = account.person
      join post on post.district = holder.district and post.id = holder.post
      where account.name = ${account} and post.role = 'district-manager' limit 1`.execute(parts.sql);
    if (found.rows.length > 0) return account;
  }
  return undefined;
};

const toTerminal = (text: string): void => {
  process.stdout.write(text);
};

export const importCases = {
  name: 'import cases',
  summary: 'Import past matters from a sheet',
  usage,
  run: async (
    args: readonly string[],
    open: () => Promise<Opened>,
    write: (text: string) => void = toTerminal,
  ): Promise<void> => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { map: { type: 'string' }, post: { type: 'string' }, json: { type: 'boolean' } },
    });
    const [file, ...rest] = positionals;
    if (file === undefined || rest.length > 0 || !values.map) throw new Error(usage);
    const given = await stat(file).catch(() => undefined);
    if (!given?.isFile()) throw new DomainError('import.file-unreadable', { detail: file });

    const { parts, engines } = await open();
    const map = engines.exchange.getImportMap(values.map);
    const folder = path.join(readEnvironment(process.env, process.cwd()).dataFolder, 'imports');
    const sheet = path.join(folder, `${map.id}-set-aside.csv`);
    const began = performance.now();
    const talks = process.stderr.isTTY && !values.json;
    let written: Promise<void> | undefined;
    let stream: ReturnType<typeof createWriteStream> | undefined;
    const outcome = await engines.exchange.importCases({
      map,
      open: async () => createReadStream(file),
      write: {
        by: `lifang import cases ${path.basename(file)}`,
        aside: async () => {
          await mkdir(folder, { recursive: true });
          stream = createWriteStream(sheet, { mode: 0o600 });
          written = finished(stream);
          return stream;
        },
      },
      progress: async (done, total) => void (talks && process.stderr.write(`\r${done} / ${total} `)),
    });
    stream?.end();
    await written;
    if (talks) process.stderr.write('\r');

    const account = values.post ?? (await demoViewer(parts));
    if (account !== undefined)
      await engines.organisation.lendPost({
        person: await personOf(parts, account),
        scope: districtPath(map.district),
        title: map.name.zh,
      });
    const report = reportOf(outcome, outcome.asideLines > 0 ? sheet : null);
    write(`${values.json ? JSON.stringify(report, null, 2) : asText(report, (performance.now() - began) / 1000)}\n`);
  },
};
