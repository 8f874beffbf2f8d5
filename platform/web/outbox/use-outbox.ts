import { useEffect, useState, useSyncExternalStore } from 'react';
import { type Command, isUnsent } from './command.ts';
import { type StartedOutbox, startOutbox } from './start-outbox.ts';

/** The outbox once it is open; undefined in the first moment. */
export const useStartedOutbox = (name: string): StartedOutbox | undefined => {
  const [opened, setOpened] = useState<StartedOutbox>();
  useEffect(() => {
    let gone = false;
    void startOutbox(name).then((one) => {
      if (!gone) setOpened(one);
    });
    return () => {
      gone = true;
    };
  }, [name]);
  return opened;
};

const none: readonly Command[] = [];
const quiet = (): (() => void) => () => undefined;

/** What lies in the outbox now, renewed as it changes. */
export const useOutbox = (name: string) => {
  const opened = useStartedOutbox(name);
  const commands = useSyncExternalStore(opened?.outbox.subscribe ?? quiet, () => opened?.outbox.commands ?? none);
  return { ...opened, ready: opened !== undefined, commands, unsent: commands.filter(isUnsent).length };
};
