import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { RoutingModelCard } from '#engines/case/contract';
import { newId } from '#platform/web/api';
import { useFormats, useNow, useText } from '#platform/web/i18n';
import { Empty, Notice } from '#platform/web/kit';
import { cases } from '../../app/clients.ts';
import { useMay } from '../../app/session.ts';
import { JobProgress } from '../../parts/job-progress.tsx';
import { Page } from '../../parts/page.tsx';
import { Failure, Loaded } from '../../parts/states.tsx';
import { ModelCard } from './model-card.tsx';
import { units, words } from './routing-words.ts';
import { TrainingLog } from './training-log.tsx';
import './routing.css';

/** How right the suggestions of the district are, what they were learnt from, and a button to learn anew. */
export const RoutingPage = () => {
  const t = useText(words);
  const formats = useFormats();
  const now = useNow();
  const client = useQueryClient();
  const may = useMay()('routing.learn');
  const [job, setJob] = useState<string>();
  const query = useQuery({
    queryKey: ['routing-model'],
    queryFn: () => cases.getRoutingModel({}),
    enabled: may,
  });
  const train = useMutation({
    mutationFn: (id: string) => cases.learnRouting({ body: { id } }),
    onSuccess: ({ id }) => setJob(id),
  });
  const whyNone = (latest: RoutingModelCard | undefined, fewest: number): string => {
    const few = formats.count(fewest, units.matters);
    if (latest?.state === 'worse') return t('noneWorse');
    return latest
      ? t('noneFew', { matters: formats.count(latest.matters, units.matters), few })
      : t('noneYet', { few });
  };
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      needs="routing.learn"
      actions={
        <Button type="primary" loading={train.isPending} onClick={() => train.mutate(newId())}>
          {t('train')}
        </Button>
      }
    >
      {train.isError ? <Failure error={train.error} retry={() => train.mutate(newId())} /> : null}
      {job ? (
        <JobProgress id={job} onDone={() => void client.invalidateQueries({ queryKey: ['routing-model'] })} />
      ) : null}
      <Loaded query={query}>
        {({ current, latest, few }) => (
          <div className="stack">
            {current && latest[0]?.state === 'worse' ? (
              <Notice tone="soon" icon="alert">
                {t('worse', { when: formats.moment(latest[0].trainedAt, now) })}
              </Notice>
            ) : null}
            {current ? <ModelCard card={current} /> : <Empty title={t('noneTitle')}>{whyNone(latest[0], few)}</Empty>}
            {latest.length > 0 ? <TrainingLog cards={latest} inUse={current?.id} /> : null}
          </div>
        )}
      </Loaded>
    </Page>
  );
};
