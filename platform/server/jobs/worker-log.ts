import { Logger as WorkerLogger } from 'graphile-worker';
import type { Logger } from 'pino';

export const quiet = new WorkerLogger(() => () => undefined);

/** The queue's log in ours. Its messages quote errors, which quote values, so only warnings and their place are kept. */
export const workerLog = (log: Logger): WorkerLogger =>
  new WorkerLogger(({ taskIdentifier, jobId }) => (level) => {
    if (level === 'error' || level === 'warning')
      log.warn({ task: taskIdentifier, queued: jobId }, 'the job queue reports trouble');
  });
