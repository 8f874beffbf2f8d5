import path from 'node:path';
import { startEmbeddedPostgres } from '#platform/server/sql';
import type { Environment } from './environment.ts';

export interface Database {
  /** As the role that the server works as. */
  readonly url: string;
  /** As the owner; undefined when one role does everything. */
  readonly ownerUrl: string | undefined;
  /** A sentence for the person at the terminal, when the data lie somewhere they would not look. */
  readonly remark: string | undefined;
  /** For a server: an embedded database that was killed is started again. */
  readonly watch: (tell: (what: 'gone' | 'back') => void) => void;
  /** Stops the embedded server, unless another Lifang process is still using it. Close your own connections first. */
  readonly release: () => Promise<void>;
}

/** The database that the environment names, else the embedded one of the data folder, started when it does not run. */
export const openDatabase = async (
  env: Pick<Environment, 'databaseUrl' | 'ownerUrl' | 'dataFolder'>,
): Promise<Database> => {
  if (env.databaseUrl)
    return {
      url: env.databaseUrl,
      ownerUrl: env.ownerUrl,
      remark: undefined,
      watch: () => undefined,
      release: async () => undefined,
    };
  const embedded = await startEmbeddedPostgres(path.join(env.dataFolder, 'postgres'));
  return {
    url: embedded.appUrl,
    ownerUrl: embedded.url,
    remark: embedded.moved
      ? `PostgreSQL does not run as root, and its user cannot get to ${env.dataFolder}, so the database lies in ${embedded.folder}.`
      : undefined,
    watch: embedded.watch,
    release: embedded.release,
  };
};
