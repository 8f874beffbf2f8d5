import type { residentCaseRoutes } from '#engines/case/contract';
import type { Handlers } from '#platform/server/http';
import { filesNamed } from './case-files.ts';
import { actOn } from './commands.ts';
import type { CaseEngineParts } from './engine-parts.ts';
import { provenReporter } from './progress.ts';
import { seenByProof } from './readers.ts';

/** Doors for residents who signed in: their own reports, with what the one who asked may do. */
export const createResidentHandlers = (engine: CaseEngineParts): Handlers<typeof residentCaseRoutes> => {
  const { parts, commands, progress, followers, publicLimits } = engine;
  return {
    listMyReports: ({ session, query }) => followers.listFollowed(session.person, query.after),
    adoptReport: ({ session, body, address }) =>
      publicLimits.withQueryCode(body, address, async () => {
        const stored = await progress.getByCode(body);
        await followers.follow(session.person, stored.district, stored.state.id);
        return progress.progressView(stored, parts.clock());
      }),
    getMyReport: async ({ session, params }) =>
      progress.progressView(await followers.getFollowed(session.person, params.id), parts.clock()),
    actOnMyReport: async ({ session, params, body, address }) => {
      const { district, state } = await followers.getFollowed(session.person, params.id);
      await parts.files.claim(filesNamed(body.form), { by: null, command: body.id });
      const stored = await commands.perform({
        districts: [district],
        caseId: state.id,
        id: body.id,
        actor: provenReporter,
        ...actOn(provenReporter, state.id, body),
        origin: { address },
      });
      return progress.progressView(seenByProof(stored), parts.clock());
    },
    leaveMyReport: ({ session, params }) => followers.unfollow(session.person, params.id),
  };
};
