import { DomainError } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import type { Job } from '#platform/contract';
import type { Datum, TerritoryPath } from '#engines/territory/model';
import type { Parts, Session } from '#platform/server/parts';
import { withReceipt } from '#platform/server/receipts';
import type { Editor } from './edit-territory.ts';
import { importBoundaries, importSummary } from './import-boundaries.ts';
import { reachOfScopes } from './reach.ts';

const kind = 'territory.import-boundaries';

interface Payload {
  readonly scopes: readonly string[];
  readonly person: Id;
  readonly address: string;
  readonly district: string;
  readonly datum: Datum;
  readonly geojson: unknown;
}

/** Boundaries from GeoJSON as a job: what the person may write is fixed when it starts. */
export const boundaryJob = {
  define: (parts: Parts, changed: (path: TerritoryPath) => void): void => {
    parts.jobs.define<Payload>(kind, async (payload, progress) => {
      const reach = reachOfScopes(payload.scopes);
      const { paths, ...result } = await parts.sql.transaction().execute(async (trx) => {
        const done = await importBoundaries(trx, reach, payload, (at, total) => progress.report(at, total));
        await parts.audit.write(trx, {
          district: payload.district,
          person: payload.person,
          address: payload.address,
          action: 'territory.import-boundaries',
          object: `territory:${payload.district}`,
          result: 'done',
          detail: { set: done.set, unchanged: done.unchanged, refused: done.refused.length },
        });
        return done;
      });
      for (const path of paths) changed(path);
      return { result, message: importSummary(result) };
    });
  },

  start: async (
    parts: Parts,
    editor: Editor,
    session: Session,
    body: { readonly id: Id; readonly datum: Datum; readonly geojson: unknown },
  ): Promise<Job> => {
    const district = session.posts[0]?.district;
    if (district === undefined) throw new DomainError('permission.denied');
    const { scopes } = editor.reach;
    const payload: Payload = {
      scopes,
      person: editor.person,
      address: editor.address,
      district,
      datum: body.datum,
      geojson: body.geojson,
    };
    await withReceipt(parts.sql, { district, id: body.id, said: [kind, editor.person, body] }, async (trx) => {
      await parts.jobs.start(trx, { id: body.id, kind, district, person: editor.person, payload });
      return null;
    });
    return { id: body.id, kind, state: 'waiting', done: 0, total: null, file: null, result: null, message: null };
  },
};
