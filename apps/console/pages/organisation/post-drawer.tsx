import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer, Input } from 'antd';
import { useState } from 'react';
import type { JobView, PostView } from '#engines/organisation/contract';
import { asProblem } from '#platform/web/api';
import { usePick, useText } from '#platform/web/i18n';
import { Empty, toast } from '#platform/web/kit';
import { organisation } from '../../app/clients.ts';
import { useMay } from '../../app/session.ts';
import { Panel } from '../../parts/page.tsx';
import { SimpleForm } from '../../parts/simple-form.tsx';
import { Loaded } from '../../parts/states.tsx';
import { structureWords } from './structure-words.ts';

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

const JobEditor = ({ job, onSaved }: { job: JobView; onSaved: (job: JobView) => void }) => {
  const t = useText(structureWords);
  const pick = usePick();
  const [duties, setDuties] = useState(job.duties.join('\n'));
  const [powers, setPowers] = useState(job.powers.join('\n'));
  const save = useMutation({
    mutationFn: () =>
      organisation.setPostJob({ params: { id: job.post }, body: { duties: linesOf(duties), powers: linesOf(powers) } }),
    onSuccess: onSaved,
    onError: (error) => toast(pick(asProblem(error).sentence), 'overdue'),
  });
  return (
    <div className="stack">
      <label className="stack">
        <span>{t('duties')}</span>
        <Input.TextArea rows={6} value={duties} onChange={(event) => setDuties(event.target.value)} />
      </label>
      <label className="stack">
        <span>{t('powers')}</span>
        <Input.TextArea rows={4} value={powers} onChange={(event) => setPowers(event.target.value)} />
      </label>
      <div>
        <Button type="primary" loading={save.isPending} onClick={() => save.mutate()}>
          {t('save')}
        </Button>
      </div>
    </div>
  );
};

/** What a post is for, and for each holder how and until when it is held. */
export const PostDrawer = ({ post, onClose }: { post: PostView; onClose: () => void }) => {
  const t = useText(structureWords);
  const pick = usePick();
  const client = useQueryClient();
  const mayEdit = useMay()('organisation.edit');
  const key = ['organisation', 'job', post.id];
  const job = useQuery({ queryKey: key, queryFn: () => organisation.seePostJob({ params: { id: post.id } }) });
  const term = useMutation({
    mutationFn: ({ person, acting, ends }: { person: string; acting: string; ends: string }) =>
      organisation.setTerm({
        params: { id: post.id, person },
        body: { acting: acting === 'acting', termEnds: ends || null },
      }),
    onSuccess: async () => {
      toast(t('done'));
      await client.invalidateQueries({ queryKey: ['organisation', 'posts'] });
    },
  });
  const abolish = useMutation({
    mutationFn: () => organisation.abolishPost({ params: { id: post.id } }),
    onSuccess: async () => {
      toast(t('done'));
      onClose();
      await client.invalidateQueries({ queryKey: ['organisation'] });
    },
    onError: (error) => toast(pick(asProblem(error).sentence), 'overdue'),
  });
  const saved = (next: JobView): void => {
    toast(t('done'));
    client.setQueryData(key, next);
  };
  return (
    <Drawer open onClose={onClose} title={`${post.title} · ${post.body.name}`} size={520} destroyOnHidden>
      <div className="stack">
        <Panel title={t('job')}>
          <Loaded query={job}>
            {(text) =>
              mayEdit ? (
                <JobEditor key={text.version} job={text} onSaved={saved} />
              ) : text.version === 0 ? (
                <Empty icon="info" title={t('noJob')} />
              ) : (
                <>
                  <ol>
                    {text.duties.map((line) => (
                      <li key={line}>{line}</li>
                    ))}
                  </ol>
                  <ul>
                    {text.powers.map((line) => (
                      <li key={line}>{line}</li>
                    ))}
                  </ul>
                </>
              )
            }
          </Loaded>
        </Panel>
        {mayEdit
          ? post.holders
              .filter((holder) => holder.standsInFor === null)
              .map((holder) => (
                <Panel key={holder.person} title={t('termOf', { name: holder.name })}>
                  <SimpleForm
                    items={[
                      {
                        id: 'acting',
                        label: t('isActing'),
                        required: true,
                        options: [
                          { value: 'appointed', label: t('appointed') },
                          { value: 'acting', label: t('actingHold') },
                        ],
                      },
                      { id: 'ends', label: t('termEnds'), type: 'date' },
                    ]}
                    start={{ acting: holder.acting ? 'acting' : 'appointed', ends: holder.termEnds ?? '' }}
                    submit={t('save')}
                    busy={term.isPending}
                    problem={term.isError ? asProblem(term.error) : undefined}
                    onSubmit={(values) => term.mutate({ person: holder.person, ...values })}
                  />
                </Panel>
              ))
          : null}
        {mayEdit && post.holders.length === 0 ? (
          <Button danger loading={abolish.isPending} onClick={() => abolish.mutate()}>
            {t('abolishPost')}
          </Button>
        ) : null}
      </div>
    </Drawer>
  );
};
