import type { Id } from '#kernel/ids';
import type { FormDraft } from '#fields/web';
import { newId } from '#platform/web/api';
import { newQueryCode } from '../../shell/query-code.ts';

/** A report being written. It has its id and its query code from the first moment on, so that nothing is made twice. */
export interface ReportDraft {
  readonly id: Id;
  readonly queryCode: string;
  readonly plate: KnownPlate | null;
  readonly values: FormDraft;
}

/** What a scanned plate says; without a line only its code is known. */
export interface KnownPlate {
  readonly code: string;
  readonly place: { readonly code: string; readonly name: string; readonly text: string } | null;
  readonly district: string | null;
}

export const newDraft = (plate: KnownPlate | null): ReportDraft => ({
  id: newId(),
  queryCode: newQueryCode(),
  plate,
  values: {},
});

/** Where a draft lies among the drafts of the outbox: that of the quick report, and one for each service. */
export const draftKey = (service: string | undefined): string =>
  service === undefined ? 'report' : `report-${service}`;

/** Where the questions stand: those of the quick report, and those of a service. */
export const questionsAt = (service: string | undefined): string =>
  service === undefined ? '/report' : `/services/${service}`;
