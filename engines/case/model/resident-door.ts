import type { Playbook } from './playbook.ts';

/**
 * What whoever asks needs of a playbook: the form, the words of its stages, and his own steps. Deadlines, owners and
 * the steps of staff stay inside; a phone loads a tenth.
 * @returns undefined when residents do not open such matters
 */
export const residentDoor = (playbook: Playbook): Playbook | undefined => {
  if (!playbook.reporters.includes('resident')) return undefined;
  const { onReport: _onReport, audience: _audience, ...open } = playbook;
  return {
    ...open,
    clocks: [],
    routing: [],
    stages: playbook.stages.map(({ owner: _owner, ...stage }) => stage),
    actions: playbook.actions.filter((action) => action.who.some((owner) => 'reporter' in owner)),
  };
};
