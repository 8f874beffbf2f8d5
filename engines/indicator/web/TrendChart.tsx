import type { EChartsType } from 'echarts/core';
import { useEffect, useRef, useState } from 'react';
import type { IndicatorView } from '#engines/indicator/contract';
import type { Label } from '#kernel/label';
import { useFormats, useNow, usePick, useText } from '#platform/web/i18n';
import { useTheme } from '#platform/web/theme';
import { words } from './words.ts';

export interface TrendPoint {
  readonly start: string;
  readonly value: number | null;
  readonly numerator: number;
  readonly text?: Label;
}

interface TrendChartProps {
  readonly indicator: IndicatorView;
  readonly points: readonly TrendPoint[];
  readonly step: 'day' | 'week' | 'month';
  readonly height?: number;
}

/** How a value is written on an axis; a figure itself is always printed by the server. */
const tickOf =
  (unit: string) =>
  (value: number): string =>
    unit === 'percent' ? `${+(value * 100).toFixed(1)} %` : value.toLocaleString('en-US', { maximumFractionDigits: 1 });

/** A month, of the text of its first day: `2018 年 2 月 1 日` or `1 Feb 2018`. */
const monthOf = (day: string): string => day.replace(/ 1 日$/, '').replace(/^1 /, '');

/** A figure through time, as a chart and, for whoever cannot see one or wants the numbers, as a table. */
export const TrendChart = ({ indicator, points, step, height = 260 }: TrendChartProps) => {
  const t = useText(words);
  const pick = usePick();
  const formats = useFormats();
  const now = useNow(600_000);
  const { theme } = useTheme();
  const box = useRef<HTMLDivElement>(null);
  const [asTable, setAsTable] = useState(false);
  const [chart, setChart] = useState<EChartsType>();
  const name = pick(indicator.name);
  const tick = tickOf(indicator.unit);
  const startOf = (point: TrendPoint, asNow?: string): string =>
    step === 'month' ? monthOf(formats.day(point.start)) : formats.day(point.start, asNow);
  const textOf = (point: TrendPoint): string =>
    point.value === null ? t('none') : point.text ? pick(point.text) : tick(point.value);

  const hasChart = !asTable && points.some((point) => point.value !== null);

  useEffect(() => {
    if (!hasChart) return undefined;
    let gone = false;
    let made: EChartsType | undefined;
    let watch: ResizeObserver | undefined;
    void import('./echarts-parts.ts').then(({ init }) => {
      if (gone || !box.current) return;
      made = init(box.current);
      watch = new ResizeObserver(() => made?.resize());
      watch.observe(box.current);
      setChart(made);
    });
    return () => {
      gone = true;
      watch?.disconnect();
      made?.dispose();
      setChart(undefined);
    };
  }, [hasChart]);

  useEffect(() => {
    if (!chart) return;
    const { colors, chart: series, fonts } = theme;
    const line = indicator.kind !== 'count';
    chart.setOption(
      {
        animation: false,
        textStyle: { fontFamily: fonts.text, color: colors.ink2 },
        grid: { left: 4, right: 12, top: 16, bottom: 4, containLabel: true },
        // Drawn on the canvas: an HTML tooltip carries inline styles, which the page's policy forbids.
        tooltip: {
          trigger: 'axis',
          renderMode: 'richText',
          backgroundColor: colors.surface,
          borderColor: colors.line,
          textStyle: { color: colors.ink, fontFamily: fonts.text },
          formatter: (hovered: { dataIndex: number }[]) => {
            const point = points[hovered[0]?.dataIndex ?? -1];
            return point ? `${startOf(point)}\n${textOf(point)}` : '';
          },
        },
        xAxis: {
          type: 'category',
          data: points.map((point) => startOf(point, now)),
          axisLine: { lineStyle: { color: colors.line } },
          axisTick: { show: false },
          axisLabel: { color: colors.ink2, hideOverlap: true },
        },
        yAxis: {
          type: 'value',
          minInterval: indicator.unit === 'percent' || line ? 0 : 1,
          splitLine: { lineStyle: { color: colors.line } },
          axisLabel: { color: colors.ink2, formatter: tick },
        },
        series: [
          {
            type: line ? 'line' : 'bar',
            data: points.map((point) => point.value),
            itemStyle: { color: series[0], borderRadius: line ? 0 : [3, 3, 0, 0] },
            lineStyle: { width: 2, color: series[0] },
            barMaxWidth: 24,
            symbol: 'circle',
            symbolSize: 5,
            showSymbol: points.length <= 45,
          },
        ],
      },
      true,
    );
  });

  return (
    <div className="figure-trend">
      <button type="button" className="figure-link figure-switch" onClick={() => setAsTable(!asTable)}>
        {asTable ? t('showChart') : t('showTable')}
      </button>
      {asTable ? (
        <div
          className="figure-scroll"
          style={{ maxHeight: height }}
          tabIndex={0}
          role="region"
          aria-label={t('trend', { name })}
        >
          <table className="figure-table">
            <thead>
              <tr>
                <th scope="col">{t('day')}</th>
                <th scope="col">{t('value')}</th>
              </tr>
            </thead>
            <tbody>
              {points.map((point) => (
                <tr key={point.start}>
                  <th scope="row">{startOf(point)}</th>
                  <td>{textOf(point)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : !hasChart ? (
        <p className="quiet">{t('noTrend')}</p>
      ) : (
        <div
          ref={box}
          style={{ height }}
          role="img"
          aria-label={`${t('trend', { name })}：${points
            .slice(-3)
            .map((point) => `${startOf(point)} ${textOf(point)}`)
            .join('；')}`}
        />
      )}
    </div>
  );
};
