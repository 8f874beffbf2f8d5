import { type Playbook, type PlaybookTableAction, type PlaybookTableRow, tablePlaybook } from '#engines/case/model';
import { useLocale, useText } from '#platform/web/i18n';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { words } from './playbook-words.ts';

/** Each stage with its owner, what can be done there and its deadlines: the diagram in words. */
export const StageTable = ({ playbook, roleName }: { playbook: Playbook; roleName: (role: string) => string }) => {
  const t = useText(words);
  const locale = useLocale();
  const rows = tablePlaybook(playbook, locale, roleName);
  const actionText = ({ name, to }: PlaybookTableAction): string =>
    to.length === 0 ? t('stays', { action: name }) : t('goesTo', { action: name, stage: to.join(' / ') });
  const notes = ({ who, needs, notBy }: PlaybookTableAction): string =>
    [
      who,
      ...(needs ? [t('needs', { who: needs })] : []),
      ...(notBy.length > 0 ? [t('notBy', { actions: notBy.join(locale === 'zh' ? '、' : ', ') })] : []),
    ].join(locale === 'zh' ? '；' : '; ');
  const owner = (row: PlaybookTableRow): string => (row.ends ? t('ends') : row.owner);
  const actions = (row: PlaybookTableRow) => (
    <ul>
      {row.actions.map((action) => (
        <li key={action.id}>
          {actionText(action)} <span className="quiet small">（{notes(action)}）</span>
        </li>
      ))}
    </ul>
  );
  const clocks = (row: PlaybookTableRow) => (
    <ul>
      {row.clocks.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
  const columns: readonly Column<PlaybookTableRow>[] = [
    { id: 'stage', title: t('stage'), head: true, cell: (row) => row.stage },
    { id: 'shown', title: t('shown'), cell: (row) => row.shown },
    { id: 'owner', title: t('owner'), cell: owner },
    { id: 'actions', title: t('actions'), roomy: true, cell: actions },
    { id: 'clocks', title: t('clocks'), cell: clocks },
  ];
  return (
    <>
      <p className="quiet">{t('manyLimits')}</p>
      <DataTable
        caption={t('stages')}
        rows={rows}
        columns={columns}
        keyOf={(row) => row.id}
        nameOf={(row) => row.stage}
        card={(row) => (
          <>
            <strong>{row.stage}</strong>
            <p className="card-meta">
              <span>{owner(row)}</span>
              <span>{row.shown}</span>
            </p>
            {actions(row)}
            <div className="quiet">{clocks(row)}</div>
          </>
        )}
      />
    </>
  );
};
