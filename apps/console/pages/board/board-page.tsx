import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Select } from 'antd';
import type { FeatureCollection } from 'geojson';
import type { FigureView, IndicatorView } from '#engines/indicator/contract';
import {
  FigureMap,
  type FigurePart,
  FigureTile,
  periodFrom,
  Ranking,
  stepOf,
  TrendChart,
} from '#engines/indicator/web';
import { chinaDate } from '#kernel/instant';
import { defineMessages, useFormats, useNow, usePick, useText } from '#platform/web/i18n';
import { Empty, Skeleton } from '#platform/web/kit';
import { figures as client, territory } from '../../app/clients.ts';
import type { boardSearch } from '../../app/router.tsx';
import { withoutEmpty } from '../../app/search.ts';
import { homeOf, useMay, useMe } from '../../app/session.ts';
import { useMapKey } from '../../app/use-map-key.ts';
import { Page, Panel } from '../../parts/page.tsx';
import { Loaded } from '../../parts/states.tsx';
import { TerritorySelect } from '../../parts/territory-select.tsx';
import { useLevels } from '../../parts/use-levels.ts';
import { FactDrawer } from './fact-drawer.tsx';
import { PeriodPicker } from './period-picker.tsx';
import './board.css';

const words = defineMessages({
  zh: {
    title: '数据看板',
    asOf: '截至 {moment}',
    business: '业务',
    overview: '总览',
    emptyTitle: '还没有指标',
    emptyText: '业务包里声明了指标，这里就会显示。',
    trend: '{name} · 走势',
    ranking: '{name} · 下级对比',
    businesses: '{name} · 按业务',
    map: '{name} · 分布',
    noLower: '这个区域没有下级可比',
    unplaced: '{name}的：{text}，不参与对比',
    noBoundary: '下级区域还没有边界',
    up: '返回{name}',
    noHome: '您的岗位没有辖区，请先选择区域',
  },
  en: {
    title: 'Dashboard',
    asOf: 'As of {moment}',
    business: 'Business',
    overview: 'Overview',
    emptyTitle: 'No indicators yet',
    emptyText: 'They appear here when a pack declares them.',
    trend: '{name} · trend',
    ranking: '{name} · below this territory',
    businesses: '{name} · by business',
    map: '{name} · map',
    noLower: 'Nothing below this territory to compare',
    unplaced: '{name}: {text}, not compared',
    noBoundary: 'The territories below have no boundaries yet',
    up: 'Back to {name}',
    noHome: 'Your post has no territory: please choose one',
  },
});

export type BoardSearch = ReturnType<typeof boardSearch>;

const hasFeatures = (value: unknown): value is FeatureCollection =>
  typeof value === 'object' &&
  value !== null &&
  'features' in value &&
  Array.isArray(value.features) &&
  value.features.length > 0;

export const BoardPage = () => {
  const t = useText(words);
  const pick = usePick();
  const formats = useFormats();
  const now = useNow();
  const me = useMe();
  const may = useMay()('figure.read');
  const mapKey = useMapKey();
  const { levels } = useLevels();
  const navigate = useNavigate();
  const search = useSearch({ from: '/inside/board' });
  const at = search.at ?? homeOf(me);
  const period = periodFrom(search.from, search.to, chinaDate(now));
  const change = (next: BoardSearch): void =>
    void navigate({ to: '/board', search: withoutEmpty({ ...search, ...next }), resetScroll: false });

  const definitions = useQuery({
    queryKey: ['indicators'],
    queryFn: () => client.listIndicators(),
    enabled: may,
    staleTime: 10 * 60_000,
  });
  const all = definitions.data ?? [];
  const named = all.find((one) => one.id === search.of);
  const packs = [...new Map(all.map((one) => [one.pack.id, one.pack])).values()];
  const pack = search.pack ?? (named && !named.headline ? named.pack.id : undefined);
  const shown = all.filter((one) => (pack === undefined ? one.headline : one.pack.id === pack));
  const chosen = shown.find((one) => one.id === search.of) ?? shown[0];
  const range = { at: at ?? '', from: period.from, to: period.to };
  const ready = may && at !== undefined;

  const node = useQuery({
    queryKey: ['territory', 'detail', at],
    queryFn: () => territory.getTerritory({ params: { code: at ?? '' } }),
    enabled: ready,
    staleTime: 60_000,
  });
  const children = useQuery({
    queryKey: ['territory', 'children', at],
    queryFn: () => territory.listChildren({ params: { code: at ?? '' } }),
    enabled: ready,
    staleTime: 60_000,
  });
  // What lies across the tree (a market, a business quarter) is counted apart.
  const level = children.data?.find((child) => !levels.some((one) => one.id === child.level && one.apart))?.level;
  const whole = useQuery({
    queryKey: ['figure', 'whole', range, pack ?? ''],
    queryFn: () =>
      client.getFigures({ query: { ids: shown.map((one) => one.id).join(','), ...range, trend: stepOf(period) } }),
    enabled: ready && shown.length > 0,
    placeholderData: (before) => before,
  });
  const below = useQuery({
    queryKey: ['figure', 'below', range, chosen?.id, level],
    queryFn: () => client.getFigures({ query: { ids: chosen?.id ?? '', ...range, by: level ?? '' } }),
    enabled: ready && chosen !== undefined && level !== undefined,
    placeholderData: (before) => before,
  });
  // Codes of categories mean one thing in each business: what counts several cannot be told apart by them.
  const groups = useQuery({
    queryKey: ['figure', 'playbook', range, chosen?.id],
    queryFn: () => client.getFigures({ query: { ids: chosen?.id ?? '', ...range, dimension: 'playbook' } }),
    enabled: ready && chosen !== undefined,
    placeholderData: (before) => before,
  });
  const boundaries = useQuery({
    queryKey: ['territory', 'boundaries', at, level],
    queryFn: () => territory.listBoundaries({ params: { code: at ?? '' }, query: level ? { level } : {} }),
    enabled: ready && level !== undefined,
    staleTime: 10 * 60_000,
  });

  const open = (indicator: string, part: FigurePart, where = at): void =>
    change({ open: indicator, part, where: where === at ? undefined : where, after: undefined });
  const figureOf = (indicator: IndicatorView): FigureView | undefined =>
    whole.data?.figures.find((figure) => figure.indicator === indicator.id);
  const trendOf = (indicator: IndicatorView) =>
    (whole.data?.trend ?? []).filter((point) => point.indicator === indicator.id);
  const lower = (below.data?.figures ?? []).filter((figure) => figure.code !== at && figure.indicator === chosen?.id);
  // What is known of the whole only would be missing from the sum without a word.
  const unplaced = below.data?.figures.find(
    (figure) => figure.own && figure.indicator === chosen?.id && figure.value !== null,
  );
  const businesses = (groups.data?.groups ?? []).filter(
    (group) => group.indicator === chosen?.id && group.value !== null,
  );
  const opened = all.find((one) => one.id === search.open);
  const parent = node.data?.trail.at(-2);
  const inScope = parent && me.posts.some((post) => parent.code.startsWith(post.scope.code));

  return (
    <Page
      title={node.data ? `${node.data.node.name} · ${t('title')}` : t('title')}
      needs="figure.read"
      aside={
        whole.data ? <span className="quiet">{t('asOf', { moment: formats.moment(whole.data.asOf, now) })}</span> : null
      }
    >
      <div className="row board-pickers">
        <TerritorySelect
          className="board-at"
          value={at}
          clearable={false}
          onChange={(code) => change({ at: code, open: undefined, part: undefined, where: undefined })}
        />
        {parent && inScope ? (
          <button type="button" className="figure-link" onClick={() => change({ at: parent.code })}>
            {t('up', { name: parent.name })}
          </button>
        ) : null}
        {packs.length > 1 ? (
          <Select
            aria-label={t('business')}
            className="board-pack"
            popupMatchSelectWidth={false}
            value={pack ?? ''}
            onChange={(next) => change({ pack: next || undefined, of: undefined, open: undefined, part: undefined })}
            options={[
              { value: '', label: t('overview') },
              ...packs.map((one) => ({ value: one.id, label: pick(one.name) })),
            ]}
          />
        ) : null}
        <span className="bar-space" />
        <PeriodPicker
          period={period}
          today={chinaDate(now)}
          onChange={(next) => change({ ...next, after: undefined })}
        />
      </div>
      {at === undefined ? <Empty icon="mapPin" title={t('noHome')} /> : null}
      {at === undefined ? null : (
        <Loaded query={definitions}>
          {(list) =>
            list.length === 0 ? (
              <Empty title={t('emptyTitle')}>{t('emptyText')}</Empty>
            ) : (
              <div className="stack">
                <Loaded query={whole} bones={<Skeleton rows={4} />}>
                  {(data) => (
                    <div className="board-tiles">
                      {shown.map((indicator) => (
                        <FigureTile
                          key={indicator.id}
                          indicator={indicator}
                          figure={figureOf(indicator)}
                          asOf={data.asOf}
                          trend={trendOf(indicator).map((point) => point.value)}
                          selected={indicator.id === chosen?.id}
                          onChoose={() => change({ of: indicator.id })}
                          onOpen={(part) => open(indicator.id, part)}
                          onPart={(id) => open(id, 'numerator')}
                        />
                      ))}
                    </div>
                  )}
                </Loaded>
                {chosen ? (
                  <div className="board-parts">
                    <Panel title={t('trend', { name: pick(chosen.name) })} className="board-trend">
                      <Loaded query={whole}>
                        {() => <TrendChart indicator={chosen} points={trendOf(chosen)} step={stepOf(period)} />}
                      </Loaded>
                    </Panel>
                    <Panel title={t('ranking', { name: pick(chosen.name) })}>
                      {children.data && !level ? (
                        <p className="quiet">{t('noLower')}</p>
                      ) : (
                        <Loaded query={below} bones={<Skeleton rows={4} card={false} />}>
                          {() => (
                            <>
                              <Ranking
                                label={t('ranking', { name: pick(chosen.name) })}
                                better={chosen.better}
                                rows={lower.map((figure) => ({ key: figure.code, ...figure }))}
                                onOpen={(code) => open(chosen.id, 'numerator', code)}
                              />
                              {unplaced ? (
                                <p className="quiet">
                                  {t('unplaced', { name: unplaced.name, text: pick(unplaced.text) })}
                                </p>
                              ) : null}
                            </>
                          )}
                        </Loaded>
                      )}
                    </Panel>
                    <Panel title={t('map', { name: pick(chosen.name) })} className="board-map">
                      {boundaries.data !== undefined && !hasFeatures(boundaries.data) ? (
                        <p className="quiet">{t('noBoundary')}</p>
                      ) : children.data && !level ? (
                        <p className="quiet">{t('noLower')}</p>
                      ) : (
                        <Loaded query={below} bones={<Skeleton rows={4} card={false} />}>
                          {() =>
                            hasFeatures(boundaries.data) ? (
                              <FigureMap
                                indicator={chosen}
                                boundaries={boundaries.data}
                                figures={lower}
                                tiandituKey={mapKey}
                                onOpen={(code) => change({ at: code })}
                              />
                            ) : null
                          }
                        </Loaded>
                      )}
                    </Panel>
                    <Panel title={t('businesses', { name: pick(chosen.name) })}>
                      <Loaded query={groups} bones={<Skeleton rows={4} card={false} />}>
                        {() => (
                          <div
                            className="board-groups"
                            tabIndex={0}
                            role="region"
                            aria-label={t('businesses', { name: pick(chosen.name) })}
                          >
                            <Ranking
                              label={t('businesses', { name: pick(chosen.name) })}
                              ranks={false}
                              better="higher"
                              rows={businesses.map((group) => ({
                                key: group.key,
                                name: pick(group.name),
                                value: group.value,
                                text: group.text,
                              }))}
                            />
                          </div>
                        )}
                      </Loaded>
                    </Panel>
                  </div>
                ) : null}
              </div>
            )
          }
        </Loaded>
      )}
      {opened && at ? (
        <FactDrawer
          indicator={opened}
          at={search.where ?? at}
          period={period}
          part={(search.part as FigurePart | undefined) ?? 'numerator'}
          onPart={(part) => change({ part, after: undefined })}
          onFigure={(id) => change({ open: id, part: 'numerator', after: undefined })}
          onClose={() => change({ open: undefined, part: undefined, where: undefined, after: undefined })}
        />
      ) : null}
    </Page>
  );
};
