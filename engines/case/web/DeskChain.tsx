import type { DeskView } from '#engines/case/contract';
import { defineMessages, useFormats, useNow, usePick, useText } from '#platform/web/i18n';
import './case.css';

const messages = defineMessages({
  zh: {
    caption: '流转用时',
    desk: '经手',
    from: '到达',
    taken: '签收',
    stayed: '停留',
    working: '其中工作时间',
    left: '转出',
    here: '目前在此',
    notTaken: '未签收',
    hours: '{n} 小时',
    unknown: '工作日历未公布',
  },
  en: {
    caption: 'Time at each desk',
    desk: 'Desk',
    from: 'Came',
    taken: 'Taken',
    stayed: 'Stayed',
    working: 'Working time',
    left: 'Left by',
    here: 'here now',
    notTaken: 'not taken',
    hours: '{n} h',
    unknown: 'Calendar not published',
  },
});

/** Where a matter has been, and how long it lay at each desk (S673). */
export const DeskChain = ({ desks }: { desks: readonly DeskView[] }) => {
  const t = useText(messages);
  const pick = usePick();
  const formats = useFormats();
  const now = useNow();
  const hours = (n: number): string => t('hours', { n: formats.number(n, n < 10 ? 1 : 0) });
  return (
    <div className="lf-scroll" role="region" aria-label={t('caption')} tabIndex={0}>
      <table className="lf-desks">
        <caption className="lf-unseen">{t('caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('desk')}</th>
            <th scope="col">{t('from')}</th>
            <th scope="col">{t('stayed')}</th>
            <th scope="col">{t('working')}</th>
            <th scope="col">{t('left')}</th>
          </tr>
        </thead>
        <tbody>
          {desks.map((desk) => (
            <tr key={`${desk.from} ${desk.owner.zh}`}>
              <th scope="row">
                {desk.body ?? pick(desk.owner)}
                {desk.body ? (
                  <small className="lf-hint">
                    {desk.takenAt ? `${t('taken')} ${formats.moment(desk.takenAt, now)}` : t('notTaken')}
                  </small>
                ) : null}
              </th>
              <td>{formats.moment(desk.from, now)}</td>
              <td>{hours(desk.hours)}</td>
              <td>{desk.workingHours === null ? t('unknown') : hours(desk.workingHours)}</td>
              <td>{desk.to === null ? t('here') : desk.left ? pick(desk.left) : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
