import { useState } from 'react';
import { DueTag, MarkTags } from '#engines/case/web';
import { defineMessages, useFormats, useNow, usePick, useText } from '#platform/web/i18n';
import { Button, Empty, List, ListRow, Notice, ProblemNote, Skeleton } from '#platform/web/kit';
import { Page } from '../shell/Page.tsx';
import { hrefOf } from '../shell/router.ts';
import { useCached } from './cached.ts';
import { cases } from './clients.ts';
import { WorkNav } from './WorkNav.tsx';

const messages = defineMessages({
  zh: {
    title: '今日路线',
    lead: '先办最急的，再就近走。只是建议，不记录轨迹。',
    from: '从我现在的位置排',
    finding: '正在定位…',
    noPosition: '没有取得位置，已按第一件事项的位置排列。',
    none: '今天没有要跑的事项',
    first: '先办',
    on: '{metres}',
    whole: '{n} 站，约 {metres}',
    more: '另有 {n} 件没有列入，请先办完这些。',
    stale: '没有网络。这是 {when} 排的路线。',
  },
  en: {
    title: 'Route of the day',
    lead: 'What presses comes first, then the nearest. It only proposes; no track is kept.',
    from: 'Begin where I am',
    finding: 'Finding where you are…',
    noPosition: 'Your position is not known; the way begins at the first matter.',
    none: 'Nowhere to go today',
    first: 'first',
    on: '{metres}',
    whole: '{n} {n|stop|stops}, about {metres}',
    more: '{n} more are not on it; do these first.',
    stale: 'No connection. This is the way as it was at {when}.',
  },
});

interface Point {
  readonly lng: number;
  readonly lat: number;
}

/** Asked once, on the person's own word; not kept anywhere. */
const positionOnce = (): Promise<Point | undefined> =>
  new Promise((resolve) => {
    if (!navigator.geolocation) return resolve(undefined);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ lng: coords.longitude, lat: coords.latitude }),
      () => resolve(undefined),
      { timeout: 8_000, maximumAge: 60_000 },
    );
  });

/** What waits for me today in the order of a short way. */
export const RoutePage = () => {
  const t = useText(messages);
  const pick = usePick();
  const formats = useFormats();
  const now = useNow();
  const [from, setFrom] = useState<Point>();
  const [asked, setAsked] = useState<'no' | 'finding' | 'found' | 'refused'>('no');
  const route = useCached(['case', 'route', from ? `${from.lng},${from.lat}` : ''], (signal) =>
    cases.seeRoute({ body: from ? { point: from } : {} }, { signal }),
  );
  const locate = async () => {
    setAsked('finding');
    const found = await positionOnce();
    setFrom(found);
    setAsked(found ? 'found' : 'refused');
  };
  const way = route.data?.value;
  return (
    <Page title={t('title')} back="/work" nav={<WorkNav />} offlineTold={route.data?.stale ?? false}>
      <p className="lf-hint">{t('lead')}</p>
      {route.data?.stale ? (
        <Notice tone="soon" icon="cloudOff">
          {t('stale', { when: formats.moment(route.data.at, now) })}
        </Notice>
      ) : null}
      {asked === 'found' ? null : (
        <Button icon="target" busy={asked === 'finding'} onClick={() => void locate()}>
          {asked === 'finding' ? t('finding') : t('from')}
        </Button>
      )}
      {asked === 'refused' ? <Notice>{t('noPosition')}</Notice> : null}
      {route.isPending ? (
        <Skeleton rows={6} />
      ) : !way ? (
        <ProblemNote error={route.error} onRetry={() => void route.refetch()} />
      ) : way.stops.length === 0 ? (
        <Empty icon="checkCircle" title={t('none')} />
      ) : (
        <>
          <p>{t('whole', { n: way.stops.length, metres: formats.metres(way.metres) })}</p>
          <List label={t('title')}>
            {way.stops.map(({ matter, metres, first }, index) => (
              <ListRow
                key={matter.id}
                href={hrefOf(`/work/case/${matter.id}`)}
                title={`${index + 1}. ${matter.title}`}
                note={
                  <>
                    {[
                      matter.place.text || matter.place.name,
                      metres === null ? undefined : t('on', { metres: formats.metres(metres) }),
                      first ? t('first') : undefined,
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                    <span className="m-row-tags">
                      <DueTag row={matter} />
                      <MarkTags row={matter} />
                      <span>{pick(matter.stageName)}</span>
                    </span>
                  </>
                }
              />
            ))}
          </List>
          {way.more > 0 ? <p className="lf-hint">{t('more', { n: way.more })}</p> : null}
        </>
      )}
    </Page>
  );
};
