import { useQuery } from '@tanstack/react-query';
import type { BoundaryProblem } from '#engines/territory/contract';
import { defineMessages, useFormats, useText } from '#platform/web/i18n';
import { Button, Empty, List, ListRow, ProblemNote, Skeleton, StatusTag } from '#platform/web/kit';
import { checksQuery } from './territory-queries.ts';

const messages = defineMessages({
  zh: {
    gap: '空白：没有划给任何下级',
    overlap: '重叠',
    outside: '超出上级边界',
    'unplaced-building': '楼栋不在任何网格内',
    'twice-placed-building': '楼栋落在两个网格内',
    'misplaced-building': '楼栋位置与所属网格不一致',
    'no-boundary': '还没有画边界',
    again: '重新检查',
    all: '在地图上全部标出',
    clean: '没有发现空白、重叠和位置不符的楼栋',
    cleanText: '下级的边界首尾相接，楼栋都在各自的网格里。',
    area: '{count} 平方米',
    found: '发现 {count} 处问题',
    problems: '边界问题',
  },
  en: {
    gap: 'Gap: given to nobody below',
    overlap: 'Overlap',
    outside: 'Beyond the boundary above',
    'unplaced-building': 'Building in no grid',
    'twice-placed-building': 'Building in two grids',
    'misplaced-building': 'Building lies in another grid than its own',
    'no-boundary': 'Boundary not drawn yet',
    again: 'Check again',
    all: 'Mark all on the map',
    clean: 'No gap, no overlap, no building out of place',
    cleanText: 'The boundaries below meet, and every building lies in its own grid.',
    area: '{count} m²',
    found: '{count} {count|problem|problems} found',
    problems: 'Boundary problems',
  },
});

export interface BoundaryChecksProps {
  readonly code: string;
  readonly onShow?: (problems: readonly BoundaryProblem[]) => void;
}

/** Gaps, overlaps and buildings out of place below a node; each leads to its place on the map. */
export const BoundaryChecks = ({ code, onShow }: BoundaryChecksProps) => {
  const t = useText(messages);
  const formats = useFormats();
  const checks = useQuery(checksQuery(code));
  const again = (
    <Button icon="refresh" busy={checks.isFetching} onClick={() => void checks.refetch()}>
      {t('again')}
    </Button>
  );
  if (checks.isError) return <ProblemNote error={checks.error} onRetry={() => void checks.refetch()} />;
  if (checks.isPending) return <Skeleton rows={2} card={false} />;
  if (checks.data.length === 0)
    return (
      <Empty icon="checkCircle" title={t('clean')} action={again}>
        {t('cleanText')}
      </Empty>
    );
  const drawn = checks.data.filter((one) => one.shape !== null || one.nodes.some((node) => node.center));
  return (
    <div className="lf-stack">
      <div className="lf-checks-head">
        <StatusTag tone="soon" icon="alert">
          {t('found', { count: checks.data.length })}
        </StatusTag>
        <span className="lf-boundary-tools">
          {onShow && drawn.length > 0 ? <Button onClick={() => onShow(drawn)}>{t('all')}</Button> : null}
          {again}
        </span>
      </div>
      <List label={t('problems')}>
        {checks.data.map((problem, index) => (
          <ListRow
            // Problems have no identity of their own; the list is replaced as a whole.
            key={`${problem.kind}-${index}`}
            title={t(problem.kind)}
            note={[
              problem.nodes.map((node) => node.name).join('、'),
              problem.areaSquareMetres === null ? '' : t('area', { count: formats.number(problem.areaSquareMetres) }),
            ]
              .filter(Boolean)
              .join(' · ')}
            {...(onShow && drawn.includes(problem) ? { onPress: () => onShow([problem]) } : {})}
          />
        ))}
      </List>
    </div>
  );
};
