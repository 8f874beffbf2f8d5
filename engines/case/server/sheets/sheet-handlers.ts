import type { sheetRoutes } from '#engines/case/contract';
import type { Handlers } from '#platform/server/http';
import { withReceipt } from '#platform/server/receipts';
import type { CaseEngineParts } from '../engine-parts.ts';
import { actorOf } from '../readers.ts';
import { importingOf, sheetImportKind, type SheetPayload } from './matter-sheets.ts';

export const createSheetHandlers = ({ parts, definitions, sheets }: CaseEngineParts): Handlers<typeof sheetRoutes> => ({
  getSheetTemplate: async ({ session, params }) => {
    await definitions.ready();
    return sheets.template(params.playbook, session.posts[0]?.district ?? '');
  },
  readCaseSheet: ({ session, body }) => sheets.read(body.file, body.playbook, importingOf(session, actorOf(session))),
  previewCaseSheet: ({ session, body }) => sheets.preview(body, importingOf(session, actorOf(session))),
  importCaseSheet: async ({ session, body, address }) => {
    const { id, ...order } = body;
    const by = importingOf(session, actorOf(session));
    const { district } = by;
    const payload: SheetPayload = { order, by };
    const said = [sheetImportKind, session.person, body];
    await withReceipt(parts.sql, { district, id, said }, async (trx) => {
      await parts.jobs.start(trx, { id, kind: sheetImportKind, district, person: session.person, payload });
      await parts.audit.write(trx, {
        district,
        person: session.person,
        address,
        action: 'case.ask-import-sheet',
        object: `playbook:${order.playbook}`,
        result: 'done',
      });
      return null;
    });
    return {
      id,
      kind: sheetImportKind,
      state: 'waiting',
      done: 0,
      total: null,
      file: null,
      result: null,
      message: null,
    };
  },
});
