import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { useState } from 'react';
import { chinaDate } from '#kernel/instant';
import { differences, type DesignProblem, type Playbook } from '#engines/case/model';
import { asProblem, newId } from '#platform/web/api';
import { useFormats, usePick, useText } from '#platform/web/i18n';
import { Notice, toast } from '#platform/web/kit';
import { cases } from '../../app/clients.ts';
import { SimpleForm } from '../../parts/simple-form.tsx';
import { words } from './designer-words.ts';
import type { Ground } from './ground.ts';

/** What a version changes, in words, and the day from which it is to be in force: proposed, for another person to decide. */
export const PublishDrawer = ({
  open,
  design,
  playbook,
  base,
  problems,
  dirty,
  ground,
  onClose,
  onPublished,
}: {
  open: boolean;
  design: { readonly id: string; readonly revision: number };
  playbook: Playbook;
  base: Playbook | null;
  problems: readonly DesignProblem[];
  dirty: boolean;
  ground: Ground;
  onClose: () => void;
  onPublished: () => void;
}) => {
  const t = useText(words);
  const pick = usePick();
  const formats = useFormats();
  const client = useQueryClient();
  const [id, setId] = useState(newId);
  const today = chinaDate(new Date().toISOString());
  const publish = useMutation({
    mutationFn: (from: string) =>
      cases.proposeDesign({ params: { id: design.id }, body: { id, revision: design.revision, from } }),
    onSuccess: async (made) => {
      toast(t('proposeDone', { from: formats.day(made.from) }));
      setId(newId());
      onPublished();
      await client.invalidateQueries({ queryKey: ['design'] });
    },
  });
  const changes = base ? differences(base, playbook, ground.roleLabel) : [];
  const ready = problems.length === 0 && !dirty && (base === null || changes.length > 0);
  return (
    <Drawer title={t('publishTitle')} open={open} onClose={onClose} destroyOnHidden width={520}>
      <div className="stack">
        <p className="quiet">{t('publishHow')}</p>
        {problems.length > 0 ? (
          <Notice tone="overdue" icon="alert">
            {t('publishProblems', { count: problems.length })}
          </Notice>
        ) : null}
        {dirty ? (
          <Notice tone="soon" icon="alert">
            {t('publishSaveFirst')}
          </Notice>
        ) : null}
        {base ? (
          <section>
            <h2 className="designer-small-title">{t('whatChanges')}</h2>
            {changes.length === 0 ? <p className="quiet">{t('nothingChanges')}</p> : null}
            <ul className="designer-list">
              {changes.map((change, index) => (
                <li key={index}>{pick(change)}</li>
              ))}
            </ul>
          </section>
        ) : null}
        {ready ? (
          <SimpleForm<'from'>
            items={[{ id: 'from', label: t('fromDay'), type: 'date', required: true }]}
            start={{ from: today }}
            submit={t('proposeNow')}
            busy={publish.isPending}
            problem={publish.isError ? asProblem(publish.error) : undefined}
            onSubmit={({ from }) => publish.mutate(from)}
          />
        ) : null}
      </div>
    </Drawer>
  );
};
