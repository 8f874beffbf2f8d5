import { label, type Label } from '#kernel/label';

/**
 * A level of the tree, as data: a district may say 大网格 and 小网格, leave levels out, or add its own.
 * Code asks a level for what it declares, never for its id.
 */
export interface Level {
  readonly id: string;
  readonly name: Label;
  /** Order from the top; a child's rank is always greater than its parent's. */
  readonly rank: number;
  /** First letter of local steps of this level; official levels have none. */
  readonly letter?: string;
  /** Lies across the tree: has its own polygon, is counted apart, never holds a point as its deepest node. */
  readonly apart?: true;
  /** Each node of this level must lie in exactly one node of the named level; checked on the map. */
  readonly liesIn?: string;
  /** The nodes of this level cover their parent's ground without gap or overlap; checked on the map. */
  readonly covers?: true;
  /** People without sign-in may choose from this level. */
  readonly open?: true;
}

export const defaultLevels: readonly Level[] = [
  { id: 'province', name: label('省级', 'Province'), rank: 10, open: true },
  { id: 'city', name: label('地级', 'City'), rank: 20, covers: true, open: true },
  { id: 'district', name: label('区县', 'District'), rank: 30, covers: true, open: true },
  { id: 'street', name: label('街道（乡镇）', 'Street'), rank: 40, covers: true, open: true },
  { id: 'community', name: label('社区（村）', 'Community'), rank: 50, covers: true, open: true },
  { id: 'group', name: label('居民（村民）小组', 'Residents’ group'), rank: 55, letter: 'n' },
  { id: 'grid', name: label('网格', 'Grid'), rank: 60, letter: 'g', covers: true },
  { id: 'microgrid', name: label('微网格', 'Micro-grid'), rank: 70, letter: 'm', covers: true },
  { id: 'estate', name: label('小区', 'Estate'), rank: 75, letter: 'e' },
  { id: 'building', name: label('楼栋', 'Building'), rank: 80, letter: 'b', liesIn: 'grid' },
  { id: 'unit', name: label('单元', 'Stairwell'), rank: 90, letter: 'u' },
  { id: 'zone', name: label('跨界片区（商圈、市场）', 'Zone'), rank: 65, letter: 'z', apart: true },
];

export const findLevel = (id: string, levels: readonly Level[] = defaultLevels): Level | undefined =>
  levels.find((level) => level.id === id);

/** What is wrong with a list of levels; empty when it is right. */
export const problemsOfLevels = (levels: readonly Level[]): string[] => {
  const problems: string[] = [];
  const ids = new Set<string>();
  const letters = new Set<string>();
  for (const level of levels) {
    if (ids.has(level.id)) problems.push(`level ${level.id} is declared twice`);
    ids.add(level.id);
    if (!Number.isInteger(level.rank)) problems.push(`level ${level.id}: rank must be a whole number`);
    if (level.letter === undefined) continue;
    if (!/^[a-z]$/.test(level.letter)) problems.push(`level ${level.id}: letter must be one of a–z`);
    if (letters.has(level.letter)) problems.push(`level ${level.id}: letter ${level.letter} is taken`);
    letters.add(level.letter);
  }
  for (const id of ['province', 'city', 'district', 'street', 'community'])
    if (!ids.has(id)) problems.push(`official level ${id} is missing`);
  for (const level of levels)
    if (level.liesIn !== undefined && !ids.has(level.liesIn))
      problems.push(`level ${level.id} lies in ${level.liesIn}, which is not declared`);
  return problems;
};

/** Levels that may stand directly below a node of this level, nearest first. */
export const levelsBelow = (id: string, levels: readonly Level[] = defaultLevels): Level[] => {
  const above = findLevel(id, levels);
  if (!above || above.apart) return [];
  return levels.filter((level) => level.rank > above.rank).sort((a, b) => a.rank - b.rank);
};

/** Official level of a code by its count of digits. */
export const levelOfDigits: Readonly<Record<number, string>> = {
  2: 'province',
  4: 'city',
  6: 'district',
  9: 'street',
  12: 'community',
};

/** What a node is, beside its level. Others may be entered; these the platform knows by name. */
export const kinds: Readonly<Record<string, Label>> = {
  urban: label('城市社区', 'Urban'),
  rural: label('村', 'Rural'),
  street: label('街道', 'Street office'),
  town: label('镇', 'Town'),
  township: label('乡', 'Township'),
  special: label('功能区（类似街道）', 'Special zone'),
  virtual: label('虚拟社区', 'Virtual community'),
  exclusive: label('专属网格', 'Exclusive grid'),
  undetermined: label('插花地（归属未定）', 'Undetermined'),
  settled: label('插花地（归属已定）', 'Settled enclave'),
  ordinary: label('一般', 'Ordinary'),
};
