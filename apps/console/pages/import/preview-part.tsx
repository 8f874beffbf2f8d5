import { Button } from 'antd';
import type { SheetPreview } from '#engines/case/contract';
import { useFormats, usePick, useText } from '#platform/web/i18n';
import { Notice } from '#platform/web/kit';
import { Panel } from '../../parts/page.tsx';
import { words } from './matter-words.ts';

export const Numbers = ({
  numbers,
}: {
  readonly numbers: readonly (readonly [name: string, count: number, unit: string])[];
}) => {
  const formats = useFormats();
  return (
    <dl className="import-numbers">
      {numbers.map(([name, count, unit]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{[formats.number(count), unit].filter(Boolean).join(' ')}</dd>
        </div>
      ))}
    </dl>
  );
};

interface PreviewPartProps {
  readonly preview: SheetPreview;
  readonly headers: readonly string[];
  readonly busy: boolean;
  readonly problem: string | undefined;
  readonly onStart: () => void;
}

/** What an import would do, and every cell that is not right. */
export const PreviewPart = ({ preview, headers, busy, problem, onStart }: PreviewPartProps) => {
  const t = useText(words);
  const pick = usePick();
  const { rows, good, known, bad, faults } = preview;
  return (
    <Panel title={t('result')}>
      <div className="stack">
        <Numbers
          numbers={[
            [t('rows'), rows, t('unit')],
            [t('good'), good, t('unit')],
            [t('known'), known, t('unit')],
            [t('bad'), bad, t('unit')],
          ]}
        />
        {problem ? (
          <Notice tone="overdue" icon="alert">
            {problem}
          </Notice>
        ) : null}
        {good === 0 ? <Notice tone="soon">{t('nothing')}</Notice> : null}
        <div>
          <Button type="primary" loading={busy} disabled={good === 0} onClick={onStart}>
            {t('start', { count: good })}
          </Button>
        </div>
        {faults.length > 0 ? (
          <div className="tablewrap" tabIndex={0} role="region" aria-label={t('faults')}>
            <table className="table" data-dense>
              <caption className="lf-unseen">{t('faults')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('line')}</th>
                  <th scope="col">{t('where')}</th>
                  <th scope="col">{t('why')}</th>
                </tr>
              </thead>
              <tbody>
                {faults.map(({ line, column, reason }) => (
                  <tr key={`${line} ${column} ${reason.zh}`}>
                    <td>{line}</td>
                    <td>{column === null ? t('whole') : headers[column]}</td>
                    <td>{pick(reason)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        ) : null}
        {faults.length >= 200 ? <p className="quiet">{t('more', { count: 200 })}</p> : null}
      </div>
    </Panel>
  );
};
