import { defaultLevels, type Level, problemsOfLevels } from '#engines/territory/model';
import type { Parts } from '#platform/server/parts';

/** Levels of this installation: the setting `territory.levels`, else the default list. A wrong setting is refused by name. */
export const readLevels = async (parts: Parts): Promise<readonly Level[]> => {
  const levels = await parts.settings.get<readonly Level[]>('territory.levels', defaultLevels);
  const problems = problemsOfLevels(levels);
  if (problems.length > 0) throw new Error(`setting territory.levels: ${problems.join('; ')}`);
  return levels;
};
