import type { SheetReading } from '#engines/case/contract';
import { usePick, useText } from '#platform/web/i18n';
import { words } from './matter-words.ts';

interface ColumnTableProps {
  readonly reading: SheetReading;
  readonly columns: readonly string[];
  readonly onChange: (columns: readonly string[]) => void;
}

/** Each column of the sheet with its first cells, and what it means. A meaning taken elsewhere moves here. */
export const ColumnTable = ({ reading, columns, onChange }: ColumnTableProps) => {
  const t = useText(words);
  const pick = usePick();
  const set = (at: number, target: string): void =>
    onChange(columns.map((known, index) => (index === at ? target : target !== '' && known === target ? '' : known)));
  return (
    <div className="tablewrap" tabIndex={0} role="region" aria-label={t('columns')}>
      <table className="table" data-dense>
        <thead>
          <tr>
            <th scope="col">{t('column')}</th>
            <th scope="col">{t('means')}</th>
            <th scope="col">{t('sample')}</th>
          </tr>
        </thead>
        <tbody>
          {reading.headers.map((header, at) => {
            const title = header || t('empty');
            return (
              <tr key={`${at}-${header}`}>
                <th scope="row">{title}</th>
                <td>
                  <select
                    className="lf-input lf-select"
                    aria-label={`${title} ${t('means')}`}
                    value={columns[at] ?? ''}
                    onChange={(event) => set(at, event.target.value)}
                  >
                    <option value="">{t('none')}</option>
                    {reading.targets.map((target) => (
                      <option key={target.id} value={target.id}>
                        {pick(target.name)}
                        {target.required ? ' *' : ''}
                      </option>
                    ))}
                  </select>
                </td>
                <td className="quiet import-sample">
                  {reading.sample
                    .map((row) => row[at])
                    .filter(Boolean)
                    .slice(0, 3)
                    .join(' / ')}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
};
