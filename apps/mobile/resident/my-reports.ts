import { useEffect, useState } from 'react';
import { type Label, label } from '#kernel/label';
import type { Receipt } from '#engines/case/contract';
import type { Tone } from '#platform/web/kit';
import { type Command, type OutboxStore, startOutbox, useOutbox } from '#platform/web/outbox';

/** The outbox of residents on this device. */
export const RESIDENT = 'resident';

/** A matter that this device reported, or follows by number and query code. */
export interface MyReport {
  readonly key: string;
  readonly title: string;
  /** Undefined until the server has it. */
  readonly number: string | undefined;
  readonly queryCode: string;
  readonly command: Command | undefined;
  readonly href: string;
}

interface ReportBody {
  readonly queryCode: string;
}

export const receiptOf = (command: Command): Receipt | undefined =>
  command.state === 'received' ? (command.receipt as Receipt) : undefined;
export const queryCodeOf = (command: Command): string => (command.call.body as ReportBody).queryCode;

export interface Followed {
  readonly number: string;
  readonly queryCode: string;
  readonly title: string;
}

const reportOfCommand = (command: Command): MyReport => {
  const number = receiptOf(command)?.number;
  return {
    key: command.id,
    title: command.title,
    number,
    queryCode: queryCodeOf(command),
    command,
    href: number ? `/progress/${number}` : `/sent/${command.id}`,
  };
};

const FOLLOWED = 'followed';
const readFollowed = async (store: OutboxStore): Promise<readonly Followed[]> =>
  ((await store.findValue(FOLLOWED)) as readonly Followed[] | undefined) ?? [];

/** Keeps a report that was found by its number. Waits for the store, so that nothing is lost while it still opens. */
export const follow = async (one: Followed): Promise<void> => {
  const { store } = (await startOutbox(RESIDENT)).outbox;
  const others = (await readFollowed(store)).filter((other) => other.number !== one.number);
  await store.putValue(FOLLOWED, [one, ...others].slice(0, 50));
};

/** All reports of this device, the newest first, then those followed by number; `ready` once both were read. */
export const useMyReports = () => {
  const { outbox, commands } = useOutbox(RESIDENT);
  const [followed, setFollowed] = useState<readonly Followed[]>();
  useEffect(() => {
    if (outbox) void readFollowed(outbox.store).then(setFollowed, () => setFollowed([]));
  }, [outbox]);
  const own = commands.filter((one) => one.kind === 'report').map(reportOfCommand);
  const known = new Set(own.map((one) => one.number));
  const others = (followed ?? [])
    .filter((one) => !known.has(one.number))
    .map((one): MyReport => ({ ...one, key: one.number, command: undefined, href: `/progress/${one.number}` }));
  return {
    ready: followed !== undefined,
    reports: [...own, ...others],
    unsent: own.filter((one) => one.number === undefined).length,
  };
};

/** Playbooks of what this device reported, the latest first, each once. */
export const playbooksReported = (reports: readonly MyReport[]): readonly string[] => [
  ...new Set(
    reports.flatMap(({ command }) => {
      const body = command?.call.body as { readonly report?: { readonly playbook?: string } } | undefined;
      return body?.report?.playbook ?? [];
    }),
  ),
];

/** How a report stands as far as this device knows. */
export const stateWord = (report: MyReport): { readonly tone: Tone; readonly text: Label } => {
  const { command } = report;
  if (!command || command.state === 'received')
    return { tone: 'done', text: label('已收到，点开看进度', 'Received; open to see how it goes') };
  if (command.state === 'refused')
    return { tone: 'overdue', text: label('没有发送成功，请修改', 'Not accepted, please mend it') };
  return { tone: 'soon', text: label('还没发出，联网后自动发送', 'Not sent yet; goes out with a connection') };
};
