import { type DomainError, refuse } from '#kernel/domain-error';
import type { Playbook } from '#engines/case/model';
import type { Parts } from '#platform/server/parts';
import { caseSettings } from './case-settings.ts';

/** Dormant playbooks that were woken, by id (S114, S188). What was opened while one was awake goes on when it sleeps again. */
const wokenIds = async ({ settings }: Pick<Parts, 'settings'>): Promise<ReadonlySet<string>> =>
  new Set(await settings.get<readonly string[]>(caseSettings.awake, caseSettings.otherwise.awake));

const sleeps = (playbook: Playbook, woken: ReadonlySet<string>): boolean =>
  playbook.dormant === true && !woken.has(playbook.id);

/** The refusal `case.dormant` when nothing new may be opened by it. */
export const refusalOfSleeper = async (
  parts: Pick<Parts, 'settings'>,
  playbook: Playbook,
): Promise<DomainError | null> =>
  playbook.dormant && sleeps(playbook, await wokenIds(parts)) ? refuse('case.dormant', { name: playbook.name }) : null;

/** Those that sleep have no door: their matters are still read and shown, nobody is offered to open one. */
export const withoutSleepersDoors = async (
  parts: Pick<Parts, 'settings'>,
  playbooks: readonly Playbook[],
): Promise<readonly Playbook[]> => {
  if (!playbooks.some((playbook) => playbook.dormant)) return playbooks;
  const woken = await wokenIds(parts);
  return playbooks.map((playbook) => (sleeps(playbook, woken) ? { ...playbook, reporters: [] } : playbook));
};
