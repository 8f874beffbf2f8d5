import { useQuery } from '@tanstack/react-query';
import type { HistoryEntry } from '#engines/territory/contract';
import { useFormats, useText } from '#platform/web/i18n';
import { Timeline } from '#platform/web/kit';
import { territory } from '../../../app/clients.ts';
import { Loaded } from '../../../parts/states.tsx';
import { words } from './words.ts';

/** What became of a node and what it came from, newest on top. */
export const HistoryPart = ({ code }: { code: string }) => {
  const t = useText(words);
  const formats = useFormats();
  const history = useQuery({
    queryKey: ['territory', 'history', code],
    queryFn: () => territory.listHistory({ params: { code } }),
  });
  const titleOf = (entry: HistoryEntry): string => {
    if (entry.kind === 'begin') return `${t('begin')}：${entry.title ?? ''}`;
    if (entry.title) return entry.title;
    return entry.kind === 'name' ? t('nameChanged') : t('boundaryChanged');
  };
  return (
    <Loaded query={history}>
      {(entries) =>
        entries.length === 0 ? (
          <p className="quiet">{t('noHistory')}</p>
        ) : (
          <Timeline
            label={t('history')}
            steps={entries.map((entry, index) => ({
              key: `${entry.on} ${index}`,
              title: titleOf(entry),
              when: formats.day(entry.on),
              children: (
                <>
                  {entry.basis ? <p className="quiet">{entry.basis}</p> : null}
                  {entry.nameBefore && (entry.kind === 'rename' || entry.kind === 'name') ? (
                    <p className="quiet">{t('renamedFrom', { name: entry.nameBefore })}</p>
                  ) : null}
                </>
              ),
            }))}
          />
        )
      }
    </Loaded>
  );
};
