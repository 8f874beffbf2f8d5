import type { caseRoutes } from '#engines/case/contract';
import type { Handlers } from '#platform/server/http';
import type { Session } from '#platform/server/parts';
import type { Reader, WorkingPost } from '../readers.ts';
import type { ExportRequests } from './export-requests.ts';

interface ExportHandling {
  readonly requests: ExportRequests;
  readonly reading: (session: Session, permission?: string) => Reader;
  readonly workingPosts: (session: Session) => readonly WorkingPost[];
}

export const exportHandlers = ({
  requests,
  reading,
  workingPosts,
}: ExportHandling): Pick<
  Handlers<typeof caseRoutes>,
  'askExport' | 'listExports' | 'decideExport' | 'getExportFile'
> => ({
  askExport: ({ session, body, address, locale }) =>
    requests.ask(
      { ...body, reader: reading(session, 'case.export'), posts: workingPosts(session) },
      { session, locale, address },
    ),
  listExports: ({ session, query }) => requests.list(session, query.view),
  decideExport: ({ session, params, body, address, locale }) =>
    requests.decide(params.id, body, { session, locale, address }),
  getExportFile: ({ session, params, query, address }) =>
    requests.fetchFile(params.id, query.key, { session, address }),
});
