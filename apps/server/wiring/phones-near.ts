import { type Label, label } from '#kernel/label';
import { trailPaths } from '#engines/territory/model';
import type { TerritoryEngine } from '#engines/territory/server';

export interface PhoneNear {
  readonly name: Label;
  readonly phone: string;
}

/** Entry of a node's profile that holds its service phone. */
export const phoneEntry = 'phone';

/** The line of every local government (国办发〔2020〕53号); it answers where the node has no phone of its own. */
const hotline: PhoneNear = { name: label('12345 政务服务便民热线', '12345 government hotline'), phone: '12345' };

/** Whom a resident of a place can phone: what the profiles on its trail say, nearest first, then 12345. */
export const phonesNear =
  (territory: Pick<TerritoryEngine, 'profilesOf'>) =>
  async (path: string): Promise<readonly PhoneNear[]> => {
    const nodes = await territory.profilesOf(trailPaths(path));
    const near = [...nodes]
      .sort((a, b) => b.path.length - a.path.length)
      .flatMap(({ name, profile }): PhoneNear[] => {
        const phone = profile[phoneEntry];
        return typeof phone === 'string' && phone !== '' ? [{ name: label(name, name), phone }] : [];
      });
    return [...near, hotline];
  };
