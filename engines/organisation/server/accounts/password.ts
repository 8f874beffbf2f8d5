import { argon2, type Argon2Parameters, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * Passwords at rest: Argon2id in the PHC form `$argon2id$v=19$m=32768,t=2,p=1$<salt>$<hash>`. The parameters
 * are read from the stored value, so they may be raised: the next sign-in writes the new ones.
 */
interface Cost {
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
}

/** 32 MiB, two passes: 50–80 ms of one core; above the OWASP minimum of 19 MiB, two passes. */
const cost: Cost = { memory: 32_768, passes: 2, parallelism: 1 };
const length = 32;

/** More at once would only make each slower and take 32 MiB each; a flood of sign-ins waits here. */
const together = 2;
let running = 0;
const waiting: (() => void)[] = [];

const derive = async (password: string, nonce: Buffer, with_: Cost, tagLength: number): Promise<Buffer> => {
  if (running >= together) await new Promise<void>((go) => waiting.push(go));
  else running += 1;
  try {
    const parameters: Argon2Parameters = { message: password.normalize('NFKC'), nonce, tagLength, ...with_ };
    return await new Promise<Buffer>((resolve, reject) =>
      argon2('argon2id', parameters, (error, key) => (error ? reject(error) : resolve(key as Buffer))),
    );
  } finally {
    // The place is handed on rather than freed, so that nobody slips in between.
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
};

const text = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');

const write = ({ memory, passes, parallelism }: Cost, salt: Buffer, hash: Buffer): string =>
  `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${text(salt)}$${text(hash)}`;

const form = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

export const hashPassword = async (password: string): Promise<string> => {
  const salt = randomBytes(16);
  return write(cost, salt, await derive(password, salt, cost, length));
};

export interface PasswordCheck {
  readonly right: boolean;
  /** True when the stored value has other parameters than those of today. */
  readonly outdated: boolean;
}

/** Compares in constant time. Without a stored value it works as long and says no: nobody learns which accounts exist. */
export const verifyPassword = async (password: string, stored: string | undefined): Promise<PasswordCheck> => {
  const parts = stored === undefined ? null : form.exec(stored);
  if (!parts) {
    await derive(password, randomBytes(16), cost, length);
    return { right: false, outdated: false };
  }
  const [, memory, passes, parallelism, salt = '', hash = ''] = parts;
  const its: Cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  const expected = Buffer.from(hash, 'base64');
  const derived = await derive(password, Buffer.from(salt, 'base64'), its, expected.length);
  return {
    right: timingSafeEqual(derived, expected),
    outdated: its.memory !== cost.memory || its.passes !== cost.passes || its.parallelism !== cost.parallelism,
  };
};
