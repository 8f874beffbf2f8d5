import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import type { PlateView } from '#engines/case/contract';
import { filesOf } from '#engines/case/web';
import { keep } from '#platform/web/theme';
import { askToKeep, useStartedOutbox } from '#platform/web/outbox';
import { cases } from '../clients.ts';
import { RESIDENT } from '../my-reports.ts';
import { draftKey, newDraft, type ReportDraft } from './report-draft.ts';

/** The report being written on this device: read when the page opens, kept at each keystroke. */
export const useReportDraft = (plate: string | undefined, service: string | undefined) => {
  const key = draftKey(service);
  const opened = useStartedOutbox(RESIDENT);
  const [draft, setDraft] = useState<ReportDraft>();

  useEffect(() => {
    if (!opened) return undefined;
    let gone = false;
    void opened.drafts.find<ReportDraft>(key).then((kept) => {
      if (gone) return;
      const same = kept && (plate === undefined || kept.plate?.code === plate);
      setDraft(same ? kept : newDraft(plate === undefined ? null : { code: plate, place: null, district: null }));
    });
    return () => {
      gone = true;
    };
  }, [opened, plate, key]);

  const save = useCallback(
    (next: ReportDraft) => {
      setDraft(next);
      void askToKeep();
      void opened?.drafts.save(key, next, filesOf(next.values));
    },
    [opened, key],
  );
  return { opened, draft, save };
};

/** What a plate opens; its phone numbers stay on the device for the page of phones. */
export const usePlate = (code: string | undefined) =>
  useQuery({
    queryKey: ['plate', code],
    enabled: code !== undefined,
    staleTime: 60 * 60_000,
    queryFn: async ({ signal }): Promise<PlateView> => {
      const found = await cases.openPlate({ params: { code: code ?? '' } }, { signal });
      keep('phones', { place: found.place.name, phones: found.phones });
      return found;
    },
  });
