import { type Label, label } from '#kernel/label';
import type { Playbook } from './playbook.ts';

/** Several playbooks may name the same step differently; more names than this say nothing any more. */
const MOST = 3;

/**
 * What the steps of playbooks are called, by the action of their audit rows: `case.dispatch` → 派单. Playbooks that share
 * an id name it together: 接单／签收.
 */
export const namesOfActions = (playbooks: readonly Playbook[]): ReadonlyMap<string, Label> => {
  const found = new Map<string, Label[]>();
  for (const { actions } of playbooks)
    for (const { id, name } of actions) {
      const names = found.get(`case.${id}`) ?? [];
      if (!names.some((one) => one.zh === name.zh)) names.push(name);
      found.set(`case.${id}`, names);
    }
  return new Map(
    [...found].map(([action, names]) => {
      const few = names.slice(0, MOST);
      return [action, label(few.map((one) => one.zh).join('／'), few.map((one) => one.en).join(' / '))];
    }),
  );
};
