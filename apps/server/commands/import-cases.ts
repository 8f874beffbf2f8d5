import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { sql as raw } from 'kysely';
import { DomainError } from '#kernel/domain-error';
import type { LoadedPacks } from '#kernel/pack-loader';
import type { ImportReport } from '#engines/exchange/contract';
import { type ExchangeEngine, reportOf } from '#engines/exchange/server';
import type { Role } from '#engines/organisation/model';
import { type DemoAccount, demoAccountsKey, type OrganisationEngine } from '#engines/organisation/server';
import { districtPath } from '#engines/territory/model';
import type { TerritoryEngine } from '#engines/territory/server';
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
  readonly packs: Pick<LoadedPacks, 'all'>;
  readonly engines: {
    readonly exchange: Pick<ExchangeEngine, 'getImportMap' | 'importCases'>;
    readonly organisation: Pick<OrganisationEngine, 'lendPost'>;
    readonly territory: Pick<TerritoryEngine, 'namesOf'>;
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

/** Whom the demo shows imported districts to: the first of its accounts that may import. */
const demoViewer = async ({ parts, packs }: Opened): Promise<string | undefined> => {
  if (!parts.demo) return undefined;
  const importing = packs.all<Role>('roles').filter((role) => role.permissions.includes('import.run'));
  const shown = await parts.settings.get<readonly DemoAccount[]>(demoAccountsKey, []);
  const found = await raw<{ name: string }>`
    select account.name from account
    join holder on holder.district = account.district and holder.person = account.person
    join post on post.district = holder.district and post.id = holder.post
    where account.name = any(${shown.map(({ account }) => account)}::text[])
      and post.role = any(${importing.map(({ id }) => id)}::text[])
    order by account.name limit 1`.execute(parts.sql);
  return found.rows[0]?.name;
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

    const opened = await open();
    const { parts, engines } = opened;
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

    const account = values.post ?? (await demoViewer(opened));
    if (account !== undefined) {
      const scope = districtPath(map.district);
      const name = (await engines.territory.namesOf([scope])).get(scope) ?? map.district;
      await engines.organisation.lendPost({ person: await personOf(parts, account), scope, title: `${name}数据查看` });
    }
    const report = reportOf(outcome, outcome.asideLines > 0 ? sheet : null);
    write(`${values.json ? JSON.stringify(report, null, 2) : asText(report, (performance.now() - began) / 1000)}\n`);
  },
};
