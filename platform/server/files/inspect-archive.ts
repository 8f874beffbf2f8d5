import { execFile } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { DomainError } from '#kernel/domain-error';

const program = path.join(import.meta.dirname, 'archive-child.ts');
const mostMillis = 15_000;
const heapMegabytes = 64;

/**
 * Has an archive read by a process of its own, which has little memory and little time and is killed when it
 * needs more: whatever is wrong with the archive, the server goes on.
 * @throws file.unreadable
 */
export const inspectArchive = (file: string): Promise<void> =>
  new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [`--max-old-space-size=${heapMegabytes}`, '--disable-warning=ExperimentalWarning', program, file],
      { timeout: mostMillis, killSignal: 'SIGKILL', maxBuffer: 4_096, env: { UV_THREADPOOL_SIZE: '1' } },
      (error, said) => {
        if (!error && said === 'fine') resolve();
        else reject(new DomainError('file.unreadable'));
      },
    );
  });
