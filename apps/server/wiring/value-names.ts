import type { Id } from '#kernel/ids';
import { type Label, label } from '#kernel/label';
import type { LoadedPacks } from '#kernel/pack-loader';
import type { CodeList } from '#fields/field';
import type { Playbook } from '#engines/case/model';

interface NamesOfBodies {
  (ids: readonly Id[]): Promise<ReadonlyMap<Id, string>>;
}

type Resolve = (values: readonly string[]) => Promise<ReadonlyMap<string, Label>>;

const found = (values: readonly string[], name: (value: string) => Label | undefined): ReadonlyMap<string, Label> =>
  new Map(
    values.flatMap((value) => {
      const text = name(value);
      return text ? [[value, text] as const] : [];
    }),
  );

/** How people call the values of the facts' dimensions, from the packs and the organisation. */
export const valueNames = (packs: LoadedPacks, namesOfBodies: NamesOfBodies, playbooks: () => readonly Playbook[]) => {
  const items = new Map(
    packs
      .all<CodeList>('codeLists')
      .flatMap((list) => list.items.map((item) => [item.code, item.name] as const))
      .reverse(),
  );
  const ofItems: Resolve = async (values) => found(values, (value) => items.get(value));
  const byDimension: Readonly<Record<string, Resolve>> = {
    playbook: async (values) => found(values, (value) => playbooks().find((one) => one.id === value)?.name),
    stage: async (values) => {
      const stages = new Map(playbooks().flatMap((one) => one.stages.map((stage) => [stage.id, stage.name] as const)));
      return found(values, (value) => stages.get(value));
    },
    body: async (values) => {
      const names = await namesOfBodies(values);
      return found(values, (value) => {
        const name = names.get(value);
        return name === undefined ? undefined : label(name, name);
      });
    },
  };
  /** A dimension without a source of its own holds codes of the packs' lists. */
  return (dimension: string, values: readonly string[]): Promise<ReadonlyMap<string, Label>> =>
    (byDimension[dimension] ?? ofItems)(values);
};
