import { AsyncLocalStorage } from 'node:async_hooks';

/** Where a request came from, for rows that are written while it is answered. */
export interface Origin {
  readonly trace: string;
  /** Shortened: `Chrome 120 · Windows`. */
  readonly agent: string | null;
  readonly address: string | null;
}

interface Kept extends Origin {
  /** Rows that were made for it so far. */
  rows: number;
  /** It was answered before: a repeat changes nothing, and so leaves no row. */
  repeated: boolean;
}

const storage = new AsyncLocalStorage<Kept>();

/** Everything that `work` writes into the audit log carries this origin. */
export const withOrigin = <Result>(origin: Origin, work: () => Result): Result =>
  storage.run({ ...origin, rows: 0, repeated: false }, work);

export const currentOrigin = (): Origin | undefined => storage.getStore();

export const countRow = (): void => {
  const kept = storage.getStore();
  if (kept) kept.rows += 1;
};

/** To be called where a command's receipt is found: the row of its first time stands. */
export const noteRepeat = (): void => {
  const kept = storage.getStore();
  if (kept) kept.repeated = true;
};

/** Whether what is being answered left a row, now or when it was asked for first. */
export const leftRow = (): boolean => {
  const kept = storage.getStore();
  return kept !== undefined && (kept.rows > 0 || kept.repeated);
};

const browsers: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger\/(\d+)/, '微信'],
  [/DingTalk\/(\d+)/, '钉钉'],
  [/Edg(?:A|iOS)?\/(\d+)/, 'Edge'],
  [/OPR\/(\d+)/, 'Opera'],
  [/Firefox\/(\d+)/, 'Firefox'],
  [/(?:Chrome|CriOS)\/(\d+)/, 'Chrome'],
  [/Version\/(\d+)[\d.]* (?:Mobile\/\S+ )?Safari/, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

const shorten = (agent: string): string => {
  const system = systems.find(([pattern]) => pattern.test(agent))?.[1];
  for (const [pattern, name] of browsers) {
    const version = pattern.exec(agent)?.[1];
    if (version) return [`${name} ${version}`, system].filter(Boolean).join(' · ');
  }
  return agent.slice(0, 60);
};

/** There are few different ones, and each comes with every request. */
const known = new Map<string, string>();
const mostKnown = 500;

/** What is worth keeping of a `User-Agent`: browser with its version, and system; else its beginning. */
export const shortAgent = (agent: string | undefined): string | null => {
  if (!agent) return null;
  const given = agent.slice(0, 400);
  const found = known.get(given);
  if (found !== undefined) return found;
  if (known.size >= mostKnown) known.clear();
  const short = shorten(given);
  known.set(given, short);
  return short;
};
