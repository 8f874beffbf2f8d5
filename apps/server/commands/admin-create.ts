import { parseArgs } from 'node:util';
import type { OrganisationEngine } from '#engines/organisation/server';

const usage = `lifang admin create --account NAME --password PASSWORD --at CODE [--name NAME] [--role ROLE]

  Makes an administrator of a territory (440310, 4403 …), which need not be imported yet.
  --password -   reads the password from standard input, so that it stays out of the shell's history
  --role         unless told, the role that a pack declares for the first administrator;
                 security-admin or audit-admin make the other two of the three administrators,
                 where nobody is there yet who could grant them`;

interface Opened {
  readonly engines: { readonly organisation: Pick<OrganisationEngine, 'createAdministrator'> };
}

const readInput = async (): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/\r?\n$/, '');
};

/** The way in for an installation without accounts, and for whoever locked himself out. */
export const adminCreate = {
  name: 'admin create',
  summary: 'Make an administrator',
  usage,
  run: async (args: readonly string[], open: () => Promise<Opened>): Promise<void> => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        account: { type: 'string' },
        password: { type: 'string' },
        at: { type: 'string' },
        name: { type: 'string' },
        role: { type: 'string' },
      },
    });
    const { account, at, name = account, role } = values;
    if (!account || !values.password || !at || !name) throw new Error(usage);
    const password = values.password === '-' ? await readInput() : values.password;
    const { engines } = await open();
    await engines.organisation.createAdministrator({ account, password, name, at, role });
    process.stdout.write(`The account ${account} may now sign in and administers ${at}.\n`);
  },
};
