import type { Followed, Follower, TerritoryPorts } from '#engines/territory/server';

/** What hangs on the tree, asked for when a change comes: the engines behind it are made after the tree. */
export const followersOf = (follow: () => readonly Follower[]): NonNullable<TerritoryPorts['followers']> => [
  {
    preview: async (sql, relocation) => {
      const moved: Followed['moved'][number][] = [];
      for (const one of follow()) moved.push(...(await one.preview(sql, relocation)));
      return moved;
    },
    follow: async (trx, relocation) => {
      const followed: Followed[] = [];
      for (const one of follow()) followed.push(await one.follow(trx, relocation));
      return {
        moved: followed.flatMap((one) => one.moved),
        tell: () => {
          for (const one of followed) one.tell?.();
        },
      };
    },
  },
];
