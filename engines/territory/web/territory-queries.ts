import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { useMemo } from 'react';
import type { Label } from '#kernel/label';
import { territoryRoutes } from '#engines/territory/contract';
import { api } from '#platform/web/api';
import { usePick } from '#platform/web/i18n';

export const territory = api(territoryRoutes);

/** What `listBoundaries` writes on each feature. */
export interface AreaProperties {
  readonly code: string;
  readonly name: string;
  readonly level: string;
  readonly kind: string;
  readonly childCount: number;
}
export type Areas = FeatureCollection<Polygon | MultiPolygon, AreaProperties>;

const minute = 60_000;

export const rootsQuery = () =>
  queryOptions({
    queryKey: ['territory', 'roots'],
    queryFn: ({ signal }) => territory.listRoots({}, { signal }),
    staleTime: minute,
  });

export const childrenQuery = (code: string) =>
  queryOptions({
    queryKey: ['territory', 'children', code],
    queryFn: ({ signal }) => territory.listChildren({ params: { code } }, { signal }),
    staleTime: minute,
  });

export const detailQuery = (code: string) =>
  queryOptions({
    queryKey: ['territory', 'detail', code],
    queryFn: ({ signal }) => territory.getTerritory({ params: { code } }, { signal }),
    staleTime: minute,
  });

export const boundariesQuery = (code: string, level?: string) =>
  queryOptions({
    queryKey: ['territory', 'boundaries', code, level ?? ''],
    queryFn: ({ signal }) =>
      territory.listBoundaries(
        { params: { code }, query: level === undefined ? {} : { level } },
        { signal },
      ) as Promise<Areas>,
    staleTime: minute,
  });

export const checksQuery = (code: string) =>
  queryOptions({
    queryKey: ['territory', 'checks', code],
    queryFn: ({ signal }) => territory.checkBoundaries({ params: { code } }, { signal, timeout: minute }),
    staleTime: minute,
  });

export const searchQuery = (words: string, at?: string) =>
  queryOptions({
    queryKey: ['territory', 'search', words, at ?? ''],
    queryFn: ({ signal }) =>
      territory.searchTerritory(
        { query: at === undefined ? { words, size: 20 } : { words, size: 20, at } },
        { signal },
      ),
    enabled: words !== '',
    staleTime: minute,
    placeholderData: keepPreviousData,
  });

/** Names of levels in the locale that shows; the id where the list has not come yet. */
export const useLevelName = (): ((level: string) => string) => {
  const pick = usePick();
  const { data } = useQuery({
    queryKey: ['territory', 'levels'],
    queryFn: ({ signal }) => territory.listLevels({}, { signal }),
    staleTime: 10 * minute,
  });
  return useMemo(() => {
    const names = new Map<string, Label>(data?.levels.map((level) => [level.id, level.name]));
    return (level) => {
      const name = names.get(level);
      return name ? pick(name) : '';
    };
  }, [data, pick]);
};
