import { DomainError, isRefusal } from '#kernel/domain-error';
import { addressKey } from '#platform/server/http';
import type { Limit, Parts } from '#platform/server/parts';

const hour = 3600;

/** What may come through the doors without sign-in, over all server processes (security 63). */
export const createPublicLimits = ({ limits }: Pick<Parts, 'limits'>) => {
  const refuse = (seconds: number): void => {
    if (seconds > 0) throw new DomainError('request.too-many', { seconds });
  };

  /** Wrong codes for one number: few from one address, more from all, so that nobody can shut the owner out. */
  const wrongCodes = (number: string, address: string): readonly Limit[] => [
    { key: `query-code ${number} ${addressKey(address)}`, most: 10, seconds: hour },
    { key: `query-code ${number}`, most: 100, seconds: hour },
  ];

  return {
    /** Asks with number and code; only what was wrong counts. @throws request.too-many, progress.unknown */
    withQueryCode: async <Answer>(
      query: { readonly number: string },
      address: string,
      ask: () => Promise<Answer>,
    ): Promise<Answer> => {
      const counted = wrongCodes(query.number.normalize('NFKC').trim(), address);
      refuse(await limits.look(counted));
      try {
        return await ask();
      } catch (error) {
        if (isRefusal(error) && error.code === 'progress.unknown') await limits.take(counted);
        throw error;
      }
    },
    /** Reports from one plate: a building in trouble may call often, a script may not. @throws request.too-many */
    reportFromPlate: async (code: string): Promise<void> => {
      refuse(
        await limits.take([
          { key: `plate ${code}`, most: 10, seconds: 60 },
          { key: `plate ${code}`, most: 60, seconds: hour },
          { key: `plate ${code}`, most: 200, seconds: 24 * hour },
        ]),
      );
    },
  };
};

export type PublicLimits = ReturnType<typeof createPublicLimits>;
