import { DomainError } from '#kernel/domain-error';
import type { documentRoutes } from '#engines/case/contract';
import type { Handlers } from '#platform/server/http';
import type { Session } from '#platform/server/parts';
import type { CaseEngineParts } from '../engine-parts.ts';
import { type SeenCase, see } from '../readers.ts';
import { documentFile } from './files.ts';

/** Documents for staff who may read the matter, and for whoever has shown that it is his. */
export const createDocumentHandlers = (engine: CaseEngineParts): Handlers<typeof documentRoutes> => {
  const { parts, definitions, store, readers, progress, publicLimits, followers, documents } = engine;

  const getReadable = async (session: Session, id: string, permission?: string): Promise<SeenCase> => {
    await definitions.ready();
    const reader = readers.readerOf(session, parts.clock(), permission);
    const readable = see(reader, (await store.findCase(reader.districts, id, { reader })).stored);
    if (!readable) throw new DomainError('request.not-found');
    return readable;
  };

  return {
    listDocuments: async ({ session, params, locale }) =>
      documents.list(await getReadable(session, params.id), { session, locale }),
    previewDocument: async ({ session, params, locale }) =>
      documents.preview(await getReadable(session, params.id), params.document, { session, locale }),
    issueDocument: async ({ session, params, body, address, locale }) => {
      const stored = await getReadable(session, params.id, 'case.act');
      return (await documents.issue(stored, params.document, { session, locale, address, said: body })).view;
    },
    getDocumentFile: async ({ session, params, body, address, locale }) => {
      const { format, ...said } = body;
      const stored = await getReadable(session, params.id, 'case.act');
      return documentFile(
        parts,
        await documents.issue(stored, params.document, { session, locale, address, said }),
        format,
      );
    },

    listProgressDocuments: ({ body, address, locale }) =>
      publicLimits.withQueryCode(body, address, async () =>
        documents.list(await progress.getByCode(body), { session: null, locale }),
      ),
    getProgressDocument: ({ body: { query, document }, address, locale }) =>
      publicLimits.withQueryCode(query, address, async () =>
        documents.preview(await progress.getByCode(query), document, { session: null, locale }),
      ),
    listMyReportDocuments: async ({ session, params, locale }) => {
      await definitions.ready();
      return documents.list(await followers.getFollowed(session.person, params.id), { session: null, locale });
    },
    getMyReportDocument: async ({ session, params, locale }) => {
      await definitions.ready();
      const stored = await followers.getFollowed(session.person, params.id);
      return documents.preview(stored, params.document, { session: null, locale });
    },
  };
};
