import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import { useCallback } from 'react';
import { CaseForm, PlaybookDiagram, reportFields, usePlaybooks } from '#engines/case/web';
import { type Playbook, versionText } from '#engines/case/model';
import type { FieldContext } from '#fields/field';
import { useForm } from '#fields/web';
import { newId } from '#platform/web/api';
import { useLocale, usePick, useText } from '#platform/web/i18n';
import { Empty, Notice, Skeleton } from '#platform/web/kit';
import { cases, organisation } from '../../app/clients.ts';
import { useMay, useMe } from '../../app/session.ts';
import { Page, Panel } from '../../parts/page.tsx';
import { Failure } from '../../parts/states.tsx';
import { CategoryTable } from './category-table.tsx';
import { words } from './playbook-words.ts';
import { StageTable } from './stage-table.tsx';
import './playbooks.css';

const sights = ['diagram', 'stages', 'form', 'categories'] as const;
type Sight = (typeof sights)[number];

/** Names of roles: from the organisation where my posts may read it, else those of my own posts. */
const useRoleName = (): ((role: string) => string) => {
  const pick = usePick();
  const me = useMe();
  const allowed = useMay()('organisation.read');
  const { data } = useQuery({
    queryKey: ['organisation', 'roles'],
    queryFn: () => organisation.listRoles(),
    enabled: allowed,
    staleTime: 10 * 60_000,
  });
  return useCallback(
    (role: string) => {
      const found = data?.find((one) => one.id === role)?.name ?? me.posts.find((post) => post.role === role)?.roleName;
      return found ? pick(found) : role;
    },
    [data, me, pick],
  );
};

export const PlaybookPage = () => {
  const t = useText(words);
  const pick = usePick();
  const navigate = useNavigate();
  const { id } = useParams({ from: '/inside/playbooks/$id' });
  const search = useSearch({ from: '/inside/playbooks/$id' });
  const { known, error, retry } = usePlaybooks();
  const roleName = useRoleName();
  const locale = useLocale();
  const playbook = known?.findPlaybook(id);
  const see = sights.find((one) => one === search.see) ?? 'diagram';
  return (
    <Page
      title={playbook ? pick(playbook.name) : ''}
      aside={playbook ? <span className="quiet">{versionText(playbook.version, locale)}</span> : null}
      actions={playbook ? <DesignButton playbook={playbook} /> : null}
      lead={
        <>
          <Link to="/playbooks">{t('back')}</Link>
          {playbook ? <p>{pick(playbook.summary)}</p> : null}
        </>
      }
    >
      {error ? <Failure error={error} retry={retry} /> : null}
      {known || error ? null : <Skeleton rows={6} />}
      {known && !playbook ? <Empty icon="search" title={t('missing')} /> : null}
      {known && playbook ? (
        <div className="stack">
          <div className="playbook-tabs">
            <Segmented<Sight>
              aria-label={t('see')}
              value={see}
              options={sights.map((one) => ({ value: one, label: t(one) }))}
              onChange={(value) =>
                void navigate({ to: '/playbooks/$id', params: { id }, search: { see: value }, replace: true })
              }
            />
          </div>
          {see === 'diagram' ? (
            <Panel>
              <PlaybookDiagram playbook={playbook} roleName={roleName} />
            </Panel>
          ) : null}
          {see === 'stages' ? <StageTable playbook={playbook} roleName={roleName} /> : null}
          {see === 'form' ? <Preview key={playbook.id} playbook={playbook} context={known.context} /> : null}
          {see === 'categories' ? <CategoryTable list={known.context.codeList(playbook.categories)} /> : null}
        </div>
      ) : null}
    </Page>
  );
};

/** Those who may design playbooks begin with a copy of the one that they see. */
const DesignButton = ({ playbook }: { playbook: Playbook }) => {
  const t = useText(words);
  const navigate = useNavigate();
  const may = useMay()('playbook.design');
  const start = useMutation({
    mutationFn: () =>
      cases.startDesign({
        body: { id: newId(), definition: playbook, basedOn: { playbook: playbook.id, version: playbook.version } },
      }),
    onSuccess: (view) => void navigate({ to: '/designer/$id', params: { id: view.row.id } }),
  });
  if (!may) return null;
  return (
    <>
      {start.isError ? <Failure error={start.error} /> : null}
      <Button loading={start.isPending} onClick={() => start.mutate()}>
        {t('seeDesign')}
      </Button>
    </>
  );
};

const Preview = ({ playbook, context }: { playbook: Playbook; context: FieldContext }) => {
  const t = useText(words);
  const form = useForm(reportFields(playbook), context);
  return (
    <Panel className="playbook-form">
      <Notice>{t('formNote')}</Notice>
      <CaseForm playbook={playbook} context={context} form={form} />
    </Panel>
  );
};
