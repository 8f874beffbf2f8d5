import type { ImportReport } from '#engines/exchange/contract';
import { defineMessages, useFormats, usePick, useText } from '#platform/web/i18n';

const words = defineMessages({
  zh: {
    rowsIn: '文件行数',
    taken: '导入',
    known: '已有，不重复导入',
    setAside: '未导入',
    bodiesMade: '新建单位',
    placesMatched: '对上的区域',
    reasons: '需要说明的行',
    reason: '原因',
    rows: '行数',
    what: '处理',
    whole: '整行不导入',
    part: '照常导入，只略去这一项',
  },
  en: {
    rowsIn: 'Rows in the file',
    taken: 'Taken',
    known: 'Known already',
    setAside: 'Set aside',
    bodiesMade: 'Bodies made',
    placesMatched: 'Places matched',
    reasons: 'Rows with a remark',
    reason: 'Reason',
    rows: 'Rows',
    what: 'What was done',
    whole: 'The whole row is set aside',
    part: 'Taken, without this value',
  },
});

/** Rows in, taken, known, set aside, and why. */
export const ReportTable = ({ report }: { report: ImportReport }) => {
  const t = useText(words);
  const pick = usePick();
  const formats = useFormats();
  const numbers = (['rowsIn', 'taken', 'known', 'setAside', 'bodiesMade', 'placesMatched'] as const).map((key) => ({
    key,
    text: formats.number(report[key]),
  }));
  return (
    <div className="stack">
      <dl className="import-numbers">
        {numbers.map((one) => (
          <div key={one.key}>
            <dt>{t(one.key)}</dt>
            <dd>{one.text}</dd>
          </div>
        ))}
      </dl>
      {report.reasons.length > 0 ? (
        <div className="tablewrap">
          <table className="table" data-dense>
            <caption className="lf-unseen">{t('reasons')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('reason')}</th>
                <th scope="col">{t('what')}</th>
                <th scope="col" data-align="end">
                  {t('rows')}
                </th>
              </tr>
            </thead>
            <tbody>
              {report.reasons.map((one) => (
                <tr key={one.reason.en}>
                  <th scope="row">{pick(one.reason)}</th>
                  <td>{one.whole ? t('whole') : t('part')}</td>
                  <td data-align="end">{formats.number(one.rows)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </div>
  );
};
