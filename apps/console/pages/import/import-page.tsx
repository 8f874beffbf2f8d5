import { useNavigate, useSearch } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { defineMessages, useText } from '#platform/web/i18n';
import { useMay } from '../../app/session.ts';
import { Page } from '../../parts/page.tsx';
import { MapImport } from './map-import.tsx';
import { MatterImport } from './matter-import.tsx';
import './import.css';

const words = defineMessages({
  zh: {
    title: '数据导入',
    lead: '先预检，不写入任何数据；确认无误后再导入。重复导入同一份文件不会产生重复数据。',
    matters: '按流程导入事项',
    past: '历史数据',
    what: '导入什么',
  },
  en: {
    title: 'Import',
    lead: 'The check writes nothing. Import when it looks right; the same file again adds nothing.',
    matters: 'Matters of a playbook',
    past: 'Past data',
    what: 'What to import',
  },
});

/** New matters from the sheets that people have, or the past of a district by a declared map. */
export const ImportPage = () => {
  const t = useText(words);
  const may = useMay();
  const navigate = useNavigate();
  const { see } = useSearch({ from: '/inside/import' });
  const views = [
    ...(may('case.report') ? (['matters'] as const) : []),
    ...(may('import.run') ? (['past'] as const) : []),
  ];
  const view = views.find((one) => one === see) ?? views[0];
  return (
    <Page title={t('title')} lead={t('lead')} needs={view === undefined ? 'case.report' : undefined}>
      <div className="stack">
        {views.length > 1 ? (
          <div>
            <Segmented
              aria-label={t('what')}
              value={view ?? 'matters'}
              options={views.map((value) => ({ value, label: t(value) }))}
              onChange={(next) => void navigate({ to: '/import', search: { see: next } })}
            />
          </div>
        ) : null}
        {view === 'matters' ? <MatterImport /> : null}
        {view === 'past' ? <MapImport /> : null}
      </div>
    </Page>
  );
};
