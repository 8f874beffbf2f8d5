import { DomainError } from '#kernel/domain-error';
import type { learnRoutes } from '#engines/case/contract';
import { districtPath } from '#engines/territory/model';
import type { Handlers } from '#platform/server/http';
import type { Session } from '#platform/server/parts';
import type { CaseEngineParts } from '../engine-parts.ts';
import { see } from '../readers.ts';
import { createModelStore } from './model-store.ts';
import { createSuggestions } from './suggestions.ts';
import { createTrainJob, FEWEST_MATTERS } from './train-job.ts';

const PERMISSION = 'routing.learn';
const LATEST = 10;

/** What is learnt is of the district whole: whoever looks at it has a post whose range is all of it. */
const districtOf = (session: Session): string => {
  const post = session.posts.find(
    ({ permissions, district, scope }) => permissions.has(PERMISSION) && districtPath(district).startsWith(scope),
  );
  if (!post) throw new DomainError('routing.no-district');
  return post.district;
};

/** Routing that learns (派单建议): trained as a job on closed matters, asked by whoever dispatches. */
export const createLearning = ({ parts, ports, definitions, lists, readers, store }: CaseEngineParts) => {
  const models = createModelStore(parts.sql);
  const training = createTrainJob(parts, ports, definitions, models);
  const { suggest } = createSuggestions(ports, definitions, lists, models);

  const handlers: Handlers<typeof learnRoutes> = {
    suggestRouting: async ({ session, params }) => {
      await definitions.ready();
      const now = parts.clock();
      const reader = readers.readerOf(session, now);
      const seen = see(reader, (await store.findCase(reader.districts, params.id, { reader })).stored);
      if (!seen) throw new DomainError('request.not-found');
      return suggest(seen, {
        actor: readers.actorOn(session, seen),
        reader,
        posts: readers.workingPosts(session),
        now,
      });
    },

    getRoutingModel: async ({ session }) => {
      const district = districtOf(session);
      const [inUse, latest] = await Promise.all([models.findInUse(district), models.listCards(district, LATEST)]);
      return { current: inUse?.card ?? null, latest: [...latest], few: FEWEST_MATTERS };
    },

    learnRouting: ({ session, body, address }) =>
      training.start(districtOf(session), body.id, { person: session.person, address }),
  };

  return {
    handlers,
    /** Asks for a training as a job, in nobody’s name. */
    startLearning: async (district: string): Promise<void> => {
      await training.start(district, parts.newId(), null);
    },
    /** For tests and programs: trains at once. */
    learnNow: (district: string) => training.run(district, parts.newId(), null),
  };
};
