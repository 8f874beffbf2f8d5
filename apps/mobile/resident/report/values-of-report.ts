import type { PublicReport } from '#engines/case/contract';
import { placeFields } from '#engines/case/web';
import type { FormDraft } from '#fields/web';
import type { Command } from '#platform/web/outbox';
import type { KnownPlate } from './report-draft.ts';

/** A refused report as a draft again, to be mended: the way back of `reportOf`. */
export const valuesOfReport = (
  command: Command,
): { readonly playbook: string; readonly plate: KnownPlate | null; readonly values: FormDraft } => {
  const { report, plate, district } = command.call.body as PublicReport;
  return {
    playbook: report.playbook,
    plate: plate ? { code: plate, place: null, district } : null,
    values: {
      ...(report.values as FormDraft),
      category: report.category,
      [placeFields.code.id]: plate ? null : (report.place.code ?? null),
      [placeFields.point.id]: report.place.point ?? null,
      [placeFields.text.id]: report.place.text || null,
    },
  };
};
