import { useCallback, useState } from 'react';
import { ApiProblem } from '#platform/web/api';
import { type Command, type NewCommand, useStartedOutbox } from '#platform/web/outbox';

/** How a command stands when the person gets an answer: done, refused, or kept for later. */
export type Posted =
  | { readonly kind: 'received'; readonly receipt: unknown }
  | { readonly kind: 'refused'; readonly problem: ApiProblem }
  | { readonly kind: 'kept' };

/** Longer than this nobody waits for a poor line: the command goes on by itself. */
const PATIENCE = 12_000;

const outcomeOf = (command: Command | undefined): Posted | undefined => {
  if (!command) return undefined;
  if (command.state === 'received') return { kind: 'received', receipt: command.receipt };
  if (command.state === 'refused' && command.problem) {
    const { code, sentence, status, fields } = command.problem;
    return {
      kind: 'refused',
      problem: new ApiProblem({ kind: 'refused', code, sentence, status: status ?? 422, fields: fields ?? [] }),
    };
  }
  // The first attempt ended without an answer, or waits for something else.
  if (command.state === 'waiting' && (command.frozen || command.needsSession)) return { kind: 'kept' };
  return undefined;
};

/** Puts commands into an outbox and waits for the first answer. A refused one is taken out again: its form stands open. */
export const usePosted = (name: string) => {
  const opened = useStartedOutbox(name);
  const [busy, setBusy] = useState(false);
  const post = useCallback(
    async (given: NewCommand): Promise<Posted> => {
      if (!opened) return { kind: 'kept' };
      const { outbox } = opened;
      setBusy(true);
      await outbox.post(given);
      const find = () => outbox.commands.find((one) => one.id === given.id);
      const posted = await new Promise<Posted>((resolve) => {
        const done = (outcome: Posted) => {
          clearTimeout(timer);
          stop();
          resolve(outcome);
        };
        const look = () => {
          const outcome = outcomeOf(find());
          if (outcome) done(outcome);
        };
        const stop = outbox.subscribe(look);
        const timer = setTimeout(() => done({ kind: 'kept' }), PATIENCE);
        look();
      });
      if (posted.kind === 'refused') await outbox.remove(given.id);
      setBusy(false);
      return posted;
    },
    [opened],
  );
  return { opened, post, busy };
};
