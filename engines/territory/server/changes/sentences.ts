import { label, type Label } from '#kernel/label';
import {
  type Change,
  findPathOfCode,
  type PlanNode,
  type PlanProblem,
  type TerritoryPath,
} from '#engines/territory/model';

/** What a change is, in one line: 「槐荫社区」「柳溪社区」合并为「槐柳社区」. Kept with it, whatever the names are later. */
export const titleOf = (change: Change, nodes: ReadonlyMap<TerritoryPath, Pick<PlanNode, 'name'>>): string => {
  const name = (code: string): string => `「${nodes.get(findPathOfCode(code) ?? '')?.name ?? code}」`;
  switch (change.kind) {
    case 'rename':
      return `${name(change.code)}更名为「${change.name.trim()}」`;
    case 'move':
      return `${name(change.code)}划入${name(change.parent)}`;
    case 'split':
      return `${name(change.code)}拆分为${change.parts.map((part) => `「${part.name.trim()}」`).join('')}`;
    case 'merge': {
      const { into } = change;
      const sources = change.codes.filter((code) => !('code' in into) || code !== into.code);
      return 'code' in into
        ? `${sources.map(name).join('')}并入${name(into.code)}`
        : `${sources.map(name).join('')}合并为「${into.name.trim()}」`;
    }
    case 'end':
      return `${name(change.code)}撤销`;
    case 'reopen':
      return `${name(change.code)}恢复`;
  }
};

const sentences: Readonly<Record<PlanProblem['code'], (name: string) => Label>> = {
  unknown: (name) => label(`没有编码为 ${name} 的区域`, `there is no territory ${name}`),
  ended: (name) => label(`「${name}」已经撤销`, `“${name}” has ended`),
  'not-ended': (name) => label(`「${name}」没有撤销，无需恢复`, `“${name}” has not ended`),
  'other-district': (name) =>
    label(`「${name}」的调整跨了区县，需由上级另行办理`, `“${name}” would leave its district, which is not done here`),
  'inside-itself': (name) => label(`「${name}」不能划入它自己的下级`, `“${name}” lies inside what is to be moved`),
  'same-place': (name) => label(`它已经隶属于「${name}」`, `it already belongs to “${name}”`),
  level: (name) => label(`「${name}」的层级不能设在这里`, `the level of “${name}” cannot stand here`),
  step: (name) => label(`编号「${name}」不合规范`, `“${name}” is no right step of a code`),
  taken: (name) =>
    label(`编码 ${name} 已经用过，编码不能再给别的区域`, `the code ${name} was used before and is never given again`),
  'no-free-step': (name) => label(`「${name}」没有空余的编号`, `“${name}” has no number left`),
  'too-few': (name) => label(`「${name}」至少要涉及两个区域`, `“${name}”: at least two are needed`),
  'levels-differ': (name) => label(`「${name}」与其他区域层级不同`, `“${name}” is of another level than the others`),
  'kept-twice': () => label('只能有一个区域沿用原编码', 'only one part can keep the code'),
  'child-nowhere': (name) => label(`「${name}」还没有分到任何一部分`, `“${name}” is in none of the parts`),
  'child-twice': (name) => label(`「${name}」被分到了两个部分`, `“${name}” is in two parts`),
  'not-a-child': (name) => label(`${name} 不是它的下级`, `${name} does not lie directly below it`),
  'carries-on': () => label('请选定由哪一部分承接岗位和机构', 'choose the part that takes over posts and bodies'),
  'children-remain': (name) =>
    label(`「${name}」还有下级区域，请先合并或调整`, `“${name}” still has territories below; merge or move them first`),
  'above-ended': (name) => label(`上级「${name}」已经撤销`, `“${name}” above it has ended`),
  'same-name': (name) => label(`名称没有变化，还是「${name}」`, `the name is “${name}” already`),
  'child-names': (name) =>
    label(
      `合并后下级有重名，例如「${name}」，请随后更名`,
      `two territories below will be called “${name}”; rename one afterwards`,
    ),
  'name-taken': (name) => label(`同一上级下已有「${name}」，请确认不是笔误`, `there is another “${name}” beside it`),
};

export const problemText = (problem: PlanProblem): Label => sentences[problem.code](problem.name);
