import type { FastifyInstance } from 'fastify';
import { DomainError } from '#kernel/domain-error';
import { exchangeRoutes } from '#engines/exchange/contract';
import { columnsOf, type ImportMap } from '#engines/exchange/model';
import { districtPath } from '#engines/territory/model';
import { bindRoutes } from '#platform/server/http';
import type { Parts, Session } from '#platform/server/parts';
import { withReceipt } from '#platform/server/receipts';
import { createImports, importKind, type ImportPayload } from './imports.ts';
import type { ExchangePorts } from './ports.ts';
import { type ImportOptions, type ImportOutcome, runImport } from './run-import.ts';

export { reportOf } from './imports.ts';
export type { Division, ExchangePorts, PastCase, PastCasesTaken } from './ports.ts';
export type { ImportOutcome } from './run-import.ts';

/** What comes in from other systems, and goes out to them. */
export const createExchangeEngine = (parts: Parts, ports: ExchangePorts) => {
  const imports = createImports(parts, ports);
  parts.jobs.define<ImportPayload>(importKind, imports.runJob);

  /** A post whose range holds the map's district; a demo installation lends one (`shareImported`). */
  const mayImport = (session: Session, map: ImportMap): void => {
    const path = districtPath(map.district);
    const holds = session.posts.some((post) => path.startsWith(post.scope));
    if (!holds && !ports.shareImported) throw new DomainError('permission.denied');
  };

  return {
    routes: (app: FastifyInstance): void =>
      bindRoutes(app, exchangeRoutes, {
        listImportMaps: async () =>
          ports.importMaps.map((map) => ({ id: map.id, name: map.name, columns: [...columnsOf(map)] })),
        previewImport: async ({ session, body }) => {
          mayImport(session, imports.getMap(body.map));
          const { report, sample } = await imports.preview(body.map, body.file);
          return { report, sample: sample.map((row) => ({ ...row })) };
        },
        startImport: async ({ session, body }) => {
          const map = imports.getMap(body.map);
          mayImport(session, map);
          if ((await parts.files.find([body.file])).length === 0)
            throw new DomainError('import.file-unreadable', { detail: body.file.slice(0, 8) });
          const payload: ImportPayload = { map: map.id, file: body.file, person: session.person, name: session.name };
          // Kept where the person's own jobs are, whatever district the file speaks of.
          const district = session.posts[0]?.district ?? map.district;
          const said = [importKind, session.person, body];
          await withReceipt(parts.sql, { district, id: body.id, said }, async (trx) => {
            await parts.jobs.start(trx, { id: body.id, kind: importKind, district, person: session.person, payload });
            return null;
          });
          return {
            id: body.id,
            kind: importKind,
            state: 'waiting' as const,
            done: 0,
            total: null,
            file: null,
            result: null,
            message: null,
          };
        },
      }),

    getImportMap: imports.getMap,
    /** An import of a file at hand, as the command line does it. */
    importCases: async (options: ImportOptions): Promise<ImportOutcome> => {
      const outcome = await runImport(options, ports);
      if (options.write) await imports.audit(options.map, outcome, null);
      return outcome;
    },
  };
};

export type ExchangeEngine = ReturnType<typeof createExchangeEngine>;
