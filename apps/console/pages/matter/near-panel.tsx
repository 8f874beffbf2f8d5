import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { CaseView } from '#engines/case/contract';
import { asProblem, newId } from '#platform/web/api';
import { useFormats, useNow, usePick, useText } from '#platform/web/i18n';
import { Skeleton, toast } from '#platform/web/kit';
import { cases } from '../../app/clients.ts';
import { useMay } from '../../app/session.ts';
import { Panel } from '../../parts/page.tsx';
import { Loaded } from '../../parts/states.tsx';
import { words } from './matter-words.ts';

/** Matters near in place, time and words; whoever acts may say that this one repeats another. */
export const NearPanel = ({ view }: { view: CaseView }) => {
  const t = useText(words);
  const pick = usePick();
  const formats = useFormats();
  const now = useNow();
  const client = useQueryClient();
  const mayLink = useMay()('case.act');
  const { row } = view;
  const near = useQuery({
    queryKey: ['case', 'near', row.id],
    queryFn: () =>
      cases.nearCases({
        body: {
          playbook: row.playbook,
          category: row.category,
          words: row.title,
          code: row.place.code,
          ...(row.place.point ? { point: { ...row.place.point, datum: 'WGS-84' as const } } : {}),
        },
      }),
    staleTime: 60_000,
  });
  const link = useMutation({
    mutationFn: (of: string | null) => cases.linkDuplicate({ params: { id: row.id }, body: { id: newId(), of } }),
    onSuccess: (next) => {
      toast(t('linked'));
      client.setQueryData(['case', 'one', row.id], next);
    },
    onError: (error) => toast(pick(asProblem(error).sentence), 'overdue'),
  });
  return (
    <Panel title={t('near')} className="no-print">
      {view.duplicateOf ? (
        <div className="row">
          <span className="quiet">
            {t('duplicateOf')} {view.duplicateOf.number}
          </span>
          {mayLink ? (
            <Button size="small" loading={link.isPending} onClick={() => link.mutate(null)}>
              {t('unlink')}
            </Button>
          ) : null}
        </div>
      ) : (
        <Loaded query={near} bones={<Skeleton rows={2} card={false} />}>
          {(found) => {
            const others = found.filter((one) => one.row.id !== row.id);
            return others.length === 0 ? (
              <p className="quiet">{t('noNear')}</p>
            ) : (
              <>
                <p className="quiet small">{t('nearHint')}</p>
                <ul className="matter-near">
                  {others.map((one) => (
                    <li key={one.row.id}>
                      <div>
                        <Link to="/cases/$id" params={{ id: one.row.id }}>
                          {one.row.title}
                        </Link>
                        <p className="quiet small">
                          {[
                            one.row.number,
                            pick(one.row.shown),
                            formats.moment(one.row.reportedAt, now),
                            t('far', { metres: formats.metres(one.metres) }),
                            t('likeness', { percent: formats.percent(one.likeness, 0) }),
                          ].join(' · ')}
                        </p>
                      </div>
                      {mayLink ? (
                        <Button size="small" loading={link.isPending} onClick={() => link.mutate(one.row.id)}>
                          {t('link')}
                        </Button>
                      ) : null}
                    </li>
                  ))}
                </ul>
              </>
            );
          }}
        </Loaded>
      )}
    </Panel>
  );
};
