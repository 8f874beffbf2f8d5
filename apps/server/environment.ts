import path from 'node:path';
import { type SyslogTarget, syslogTargetOf } from '#platform/server/audit';
import { type SecretSource, type SuiteName, suiteNames } from '#platform/server/keys';

/** What the person who starts Lifang may say by the environment. */
export interface Environment {
  readonly port: number;
  readonly host: string;
  /** Undefined: the embedded database in the data folder. */
  readonly databaseUrl: string | undefined;
  /** The owner of its tables, who migrates, backs up and restores; undefined: the role of `databaseUrl` does all. */
  readonly ownerUrl: string | undefined;
  /** Where the heads of the audit log are written down outside the database. */
  readonly anchorFile: string;
  /** Where a copy of the audit log is sent to. */
  readonly syslog: SyslogTarget | undefined;
  /** Absolute. */
  readonly dataFolder: string;
  /** Where files lie; several machines of one installation share it. */
  readonly filesFolder: string;
  /** The demo district is made and shown in an empty installation. */
  readonly demo: boolean;
  readonly log: 'file' | 'stdout' | 'silent';
  readonly logLevel: string;
  readonly secret: string | undefined;
  /** Where the secret lies when none is given. */
  readonly keyFile: string;
  /** The secret before this one, while keys are wrapped anew. */
  readonly oldSecret: SecretSource | undefined;
  /** How new data keys seal. */
  readonly cipher: SuiteName;
  readonly trustProxy: readonly string[];
  readonly rateFactor: number;
  readonly imageHosts: readonly string[];
  readonly metricsAllow: readonly string[];
  /** Absolute; an SM2 key that signs documents. */
  readonly signKeyFile: string | undefined;
  /** `host:port` of clamd. */
  readonly clamd: string | undefined;
}

export class BadEnvironment extends Error {}

const listOf = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);

const oneOf = <T extends string>(name: string, text: string | undefined, values: readonly T[], otherwise: T): T => {
  if (!text) return otherwise;
  const found = values.find((value) => value === text);
  if (!found) throw new BadEnvironment(`${name} is “${text}”, but may only be ${values.join(', ')}.`);
  return found;
};

const numberOf = (name: string, text: string | undefined, otherwise: number, least: number, most: number): number => {
  if (!text) return otherwise;
  const value = Number(text);
  if (!(value >= least && value <= most)) {
    throw new BadEnvironment(`${name} is “${text}”, but has to be a number from ${least} to ${most}.`);
  }
  return value;
};

const syslogOf = (text: string | undefined): SyslogTarget | undefined => {
  if (!text) return undefined;
  const target = syslogTargetOf(text);
  if (!target)
    throw new BadEnvironment(`LIFANG_SYSLOG is “${text}”, but has to be udp://host:port or tcp://host:port.`);
  return target;
};

const scannerOf = (text: string | undefined): string | undefined => {
  if (text && !/^[^\s:][^\s]*:\d{1,5}$/.test(text))
    throw new BadEnvironment(`LIFANG_CLAMD is “${text}”, but has to be host:port.`);
  return text || undefined;
};

const oldSecretOf = (env: NodeJS.ProcessEnv, folder: string): SecretSource | undefined => {
  const [given, file] = [env['LIFANG_OLD_SECRET'], env['LIFANG_OLD_KEY_FILE']];
  if (given) return { file: '', given };
  return file ? { file: path.resolve(folder, file) } : undefined;
};

/** @throws BadEnvironment with a sentence that names the variable */
export const readEnvironment = (env: NodeJS.ProcessEnv, folder: string): Environment => {
  const secret = env['LIFANG_SECRET'] || undefined;
  if (secret !== undefined && secret.length < 32)
    throw new BadEnvironment('LIFANG_SECRET needs at least 32 characters.');
  const dataFolder = path.resolve(folder, env['LIFANG_DATA'] || 'data');
  return {
    port: Math.round(numberOf('PORT', env['PORT'], 8080, 0, 65_535)),
    host: env['HOST'] || '127.0.0.1',
    databaseUrl: env['DATABASE_URL'] || undefined,
    ownerUrl: (env['DATABASE_URL'] && env['LIFANG_OWNER_URL']) || undefined,
    anchorFile: path.resolve(folder, env['LIFANG_AUDIT_ANCHOR'] || path.join(dataFolder, 'audit-anchor.log')),
    syslog: syslogOf(env['LIFANG_SYSLOG']),
    dataFolder,
    filesFolder: path.resolve(folder, env['LIFANG_FILES'] || path.join(dataFolder, 'files')),
    demo: oneOf('LIFANG_DEMO', env['LIFANG_DEMO'], ['0', '1'], '1') === '1',
    log: oneOf('LIFANG_LOG', env['LIFANG_LOG'], ['file', 'stdout', 'silent'], 'file'),
    logLevel: oneOf('LIFANG_LOG_LEVEL', env['LIFANG_LOG_LEVEL'], ['debug', 'info', 'warn', 'error'], 'info'),
    secret,
    keyFile: path.resolve(folder, env['LIFANG_KEY_FILE'] || path.join(dataFolder, 'secret.key')),
    oldSecret: oldSecretOf(env, folder),
    cipher: oneOf('LIFANG_CIPHER', env['LIFANG_CIPHER'], suiteNames, 'sm4-ctr-hmac-sm3'),
    trustProxy: listOf(env['LIFANG_TRUST_PROXY']),
    rateFactor: numberOf('LIFANG_RATE_FACTOR', env['LIFANG_RATE_FACTOR'], 1, 0.01, 1_000_000),
    imageHosts: listOf(env['LIFANG_IMAGE_HOSTS']),
    metricsAllow: listOf(env['LIFANG_METRICS']),
    clamd: scannerOf(env['LIFANG_CLAMD']),
    signKeyFile: env['LIFANG_SIGN_KEY'] ? path.resolve(folder, env['LIFANG_SIGN_KEY']) : undefined,
  };
};
