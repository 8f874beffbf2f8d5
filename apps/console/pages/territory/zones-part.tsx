import { useQuery } from '@tanstack/react-query';
import { TerritoryMap } from '#engines/territory/web';
import { useText } from '#platform/web/i18n';
import { Empty, StatusTag } from '#platform/web/kit';
import { territory } from '../../app/clients.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Loaded } from '../../parts/states.tsx';
import { useLevels } from '../../parts/use-levels.ts';
import { words } from './places-words.ts';

/** Zones across the tree (商圈, 市场) at or below a node: a list and the map that shows them. */
export const ZonesPart = ({ code, onOpen }: { code: string; onOpen: (code: string) => void }) => {
  const t = useText(words);
  const { kindName } = useLevels();
  const zones = useQuery({
    queryKey: ['territory', 'zones', code],
    queryFn: () => territory.listZones({ params: { code } }),
  });
  const tag = (drawn: boolean) =>
    drawn ? <StatusTag tone="done">{t('drawn')}</StatusTag> : <StatusTag tone="soon">{t('notDrawn')}</StatusTag>;
  return (
    <div className="stack">
      <p className="quiet">{t('zonesLead')}</p>
      <Loaded query={zones}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty icon="mapPin" title={t('noZones')} />
          ) : (
            <>
              <DataTable
                caption={t('zones')}
                rows={rows}
                keyOf={(row) => row.code}
                nameOf={(row) => row.name}
                open={(row) => onOpen(row.code)}
                columns={[
                  {
                    id: 'zone',
                    title: t('zone'),
                    head: true,
                    cell: (row) => (
                      <button type="button" className="link" onClick={() => onOpen(row.code)}>
                        {row.name}
                      </button>
                    ),
                  },
                  { id: 'kind', title: t('kind'), cell: (row) => kindName(row.kind) },
                  { id: 'code', title: t('code'), cell: (row) => <code>{row.code}</code> },
                  { id: 'boundary', title: t('boundary'), cell: (row) => tag(row.hasBoundary) },
                ]}
                card={(row) => (
                  <>
                    <button type="button" className="link" onClick={() => onOpen(row.code)}>
                      {row.name}
                    </button>
                    <span className="row">{tag(row.hasBoundary)}</span>
                  </>
                )}
              />
              <TerritoryMap at={code} level="zone" height={360} onSelect={onOpen} />
            </>
          )
        }
      </Loaded>
    </div>
  );
};
