import { Link, useNavigate } from '@tanstack/react-router';
import { usePlaybooks } from '#engines/case/web';
import { type Playbook, versionText } from '#engines/case/model';
import { defineMessages, useFormats, useLocale, usePick, useText } from '#platform/web/i18n';
import { Empty, Skeleton } from '#platform/web/kit';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Page } from '../../parts/page.tsx';
import { Failure } from '../../parts/states.tsx';

const words = defineMessages({
  zh: {
    title: '办理流程',
    lead: '业务包的流程和本区发布的版本：流程图、环节和时限、上报表单、事项类别。系统管理员可以在「流程设计」里修改。',
    name: '流程',
    reporters: '谁可以上报',
    resident: '居民',
    staff: '工作人员',
    system: '系统',
    stages: '环节',
    categories: '类别',
    version: '版本',
    emptyTitle: '还没有办理流程',
    emptyText: '装入业务包后会显示在这里。',
  },
  en: {
    title: 'Playbooks',
    lead: 'Playbooks of packs, and those that the district published: diagram, stages and deadlines, report form, categories. System administrators change them in the designer.',
    name: 'Playbook',
    reporters: 'Who may report',
    resident: 'Residents',
    staff: 'Staff',
    system: 'The system',
    stages: 'Stages',
    categories: 'Categories',
    version: 'Version',
    emptyTitle: 'No playbooks yet',
    emptyText: 'They appear when a pack is loaded.',
  },
});

export const PlaybooksPage = () => {
  const t = useText(words);
  const pick = usePick();
  const formats = useFormats();
  const locale = useLocale();
  const navigate = useNavigate();
  const { known, error, retry } = usePlaybooks();
  const name = (one: Playbook) => (
    <Link to="/playbooks/$id" params={{ id: one.id }} className="case-title">
      {pick(one.name)}
    </Link>
  );
  const reporters = (one: Playbook): string => one.reporters.map((kind) => t(kind)).join('、');
  const count = (one: Playbook): number => {
    const items = known?.context.codeList(one.categories)?.items ?? [];
    const parents = new Set(items.map((item) => item.parent));
    return items.filter((item) => !parents.has(item.code)).length;
  };
  const columns: readonly Column<Playbook>[] = [
    {
      id: 'name',
      title: t('name'),
      head: true,
      cell: (one) => (
        <>
          {name(one)}
          <p className="quiet small">{pick(one.summary)}</p>
        </>
      ),
    },
    { id: 'reporters', title: t('reporters'), cell: reporters },
    { id: 'stages', title: t('stages'), align: 'end', cell: (one) => formats.number(one.stages.length) },
    { id: 'categories', title: t('categories'), align: 'end', cell: (one) => formats.number(count(one)) },
    { id: 'version', title: t('version'), align: 'end', cell: (one) => versionText(one.version, locale) },
  ];
  return (
    <Page title={t('title')} lead={t('lead')}>
      {error ? <Failure error={error} retry={retry} /> : null}
      {known || error ? null : <Skeleton rows={4} />}
      {known && known.playbooks.length === 0 ? <Empty title={t('emptyTitle')}>{t('emptyText')}</Empty> : null}
      {known && known.playbooks.length > 0 ? (
        <DataTable
          caption={t('title')}
          rows={known.playbooks}
          columns={columns}
          keyOf={(one) => one.id}
          nameOf={(one) => pick(one.name)}
          open={(one) => void navigate({ to: '/playbooks/$id', params: { id: one.id } })}
          card={(one) => (
            <>
              {name(one)}
              <p className="card-meta">
                <span>{pick(one.summary)}</span>
                <span>{reporters(one)}</span>
              </p>
            </>
          )}
        />
      ) : null}
    </Page>
  );
};
