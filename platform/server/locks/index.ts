import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * A file that says which process holds something. A process that was killed leaves the file, so it also
 * says when that process began: another process that got the same number is not mistaken for it.
 */
export interface Holder {
  readonly pid: number;
  readonly began: string;
  /** What the holder tells others, such as its address. */
  readonly note: string;
}

export interface HeldLock {
  readonly setNote: (note: string) => Promise<void>;
  readonly release: () => Promise<void>;
}

/** Start of a process in clock ticks since boot, with the boot; '' where the system does not tell. */
const beganOf = (pid: number): string => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const ticks = text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? '';
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${ticks}`;
  } catch {
    return '';
  }
};

/** One that has ended but whose parent has not taken note is no longer alive. */
const isZombie = (pid: number): boolean => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).startsWith('Z');
  } catch {
    return false;
  }
};

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Who holds the lock; undefined when nobody does, also when its holder was killed. */
export const findHolder = async (file: string): Promise<Holder | undefined> => {
  const text = await readFile(file, 'utf8').catch(() => '');
  try {
    const holder = JSON.parse(text) as Holder;
    return isAlive(holder.pid) && beganOf(holder.pid) === holder.began ? holder : undefined;
  } catch {
    return undefined;
  }
};

const writeAside = async (file: string, note: string): Promise<string> => {
  const aside = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const holder: Holder = { pid: process.pid, began: beganOf(process.pid), note };
  await writeFile(aside, JSON.stringify(holder));
  return aside;
};

/** Removes the lock of a dead holder; puts it back when another process was quicker and it is a living one's. */
const takeAway = async (file: string): Promise<Holder | undefined> => {
  const old = `${file}.${process.pid}.old`;
  const moved = await rename(file, old).then(
    () => true,
    () => false,
  );
  if (!moved) return undefined;
  const holder = await findHolder(old);
  if (holder) await link(old, file).catch(() => undefined);
  await rm(old, { force: true });
  return holder;
};

/** Takes the lock, or says who has it. */
export const tryLock = async (file: string, note = ''): Promise<HeldLock | Holder> => {
  await mkdir(path.dirname(file), { recursive: true });
  const aside = await writeAside(file, note);
  try {
    for (;;) {
      try {
        // A link appears at once with its content, or fails: nobody ever reads half a lock.
        await link(aside, file);
        break;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
        const holder = (await findHolder(file)) ?? (await takeAway(file));
        if (holder) return holder;
      }
    }
  } finally {
    await rm(aside, { force: true });
  }
  return {
    setNote: async (text) => {
      await rename(await writeAside(file, text), file);
    },
    release: () => rm(file, { force: true }),
  };
};

export const isHeld = (outcome: HeldLock | Holder): outcome is HeldLock => 'release' in outcome;

/** Does a short piece of work that no other process may do at the same time; waits for its turn. */
export const withLock = async <T>(file: string, work: () => Promise<T>, patience = 90_000): Promise<T> => {
  const until = Date.now() + patience;
  for (;;) {
    const outcome = await tryLock(file);
    if (isHeld(outcome)) return work().finally(outcome.release);
    if (Date.now() > until) throw new Error(`the process ${outcome.pid} has been holding ${file} for too long`);
    await wait(50);
  }
};
