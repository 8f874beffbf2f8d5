import { PassThrough } from 'node:stream';
import { DomainError } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import type { Label } from '#kernel/label';
import type { ImportReport } from '#engines/exchange/contract';
import type { ImportMap, SheetRow } from '#engines/exchange/model';
import type { JobProgress, JobResult, Parts } from '#platform/server/parts';
import type { ExchangePorts } from './ports.ts';
import { type ImportOutcome, runImport } from './run-import.ts';

export const importKind = 'exchange.import-cases';

export interface ImportPayload {
  readonly map: string;
  readonly file: string;
  readonly person: Id;
  readonly name: string;
}

export const reportOf = ({ asideLines: _, ...outcome }: ImportOutcome, sheet: string | null): ImportReport => ({
  ...outcome,
  reasons: [...outcome.reasons],
  sheet,
});

export const summaryOf = (report: ImportOutcome): Label => ({
  zh: `读入 ${report.rowsIn} 行：接收 ${report.taken} 件，已有 ${report.known} 件，未接收 ${report.setAside} 行`,
  en: `${report.rowsIn} rows read: ${report.taken} taken, ${report.known} known already, ${report.setAside} set aside`,
});

/** Imports and previews over stored files; the command line hands its own file to `runImport`. */
export const createImports = (parts: Parts, ports: ExchangePorts) => {
  const getMap = (id: string): ImportMap => {
    const map = ports.importMaps.find((one) => one.id === id);
    if (!map) throw new DomainError('import.map-unknown', { map: id });
    return map;
  };
  const opener = (file: string) => async () => {
    const stored = await parts.files.open(file);
    if (!stored) throw new DomainError('import.file-unreadable', { detail: file.slice(0, 8) });
    return stored.body;
  };

  const preview = async (
    mapId: string,
    file: string,
  ): Promise<{ readonly report: ImportReport; readonly sample: readonly SheetRow[] }> => {
    const sample: SheetRow[] = [];
    const outcome = await runImport({ map: getMap(mapId), open: opener(file), write: null, sample }, ports);
    return { report: reportOf(outcome, null), sample };
  };

  /** One import with its audit row; where the rows left out went is said in the answer. */
  const audit = (map: ImportMap, outcome: ImportOutcome, person: Id | null): Promise<void> =>
    parts.audit.write(parts.sql, {
      district: map.district,
      person,
      action: 'exchange.import-cases',
      object: `import:${map.id}`,
      result: 'done',
      detail: { rowsIn: outcome.rowsIn, taken: outcome.taken, known: outcome.known, setAside: outcome.setAside },
    });

  const runJob = async (payload: ImportPayload, progress: JobProgress): Promise<JobResult> => {
    const map = getMap(payload.map);
    const name = `${map.id}-未接收.csv`;
    let kept: Promise<{ readonly id: string }> | undefined;
    let sheet: PassThrough | undefined;
    const aside = async (): Promise<PassThrough> => {
      sheet = new PassThrough();
      kept = parts.files.write(name, 'text/csv', sheet);
      // Told by the await below, or by the import's own failure.
      kept.catch(() => undefined);
      return sheet;
    };
    try {
      const outcome = await runImport(
        { map, open: opener(payload.file), write: { by: payload.name, aside }, progress: progress.report },
        ports,
      );
      sheet?.end();
      const file = await kept;
      await audit(map, outcome, payload.person);
      await ports.shareImported?.(map.district, payload.person);
      return {
        ...(file ? { file: { id: file.id, name } } : {}),
        result: reportOf(outcome, file ? name : null),
        message: summaryOf(outcome),
      };
    } catch (error) {
      sheet?.destroy();
      throw error;
    }
  };

  return { getMap, preview, audit, runJob };
};

export type Imports = ReturnType<typeof createImports>;
