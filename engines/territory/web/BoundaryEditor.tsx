import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { TerritoryDetail } from '#engines/territory/contract';
import { findPathOfCode, findShape, pathToCode, type Shape } from '#engines/territory/model';
import { ProblemNote, Skeleton } from '#platform/web/kit';
import type { TileSettings } from '#platform/web/map';
import { BoundaryCanvas } from './editor/BoundaryCanvas.tsx';
import type { CheckedArea } from '../model/boundary-checks.ts';
import { boundariesQuery, detailQuery, territory } from './territory-queries.ts';

export interface BoundaryEditorProps {
  readonly code: string;
  readonly onSaved?: (detail: TerritoryDetail) => void;
  readonly onCancel?: () => void;
  readonly tiles?: TileSettings;
  /** px of the map */
  readonly height?: number;
}

const noNeighbours: readonly CheckedArea[] = [];

/** Draws or changes the boundary of a node beside its neighbours: fetches what it needs, saves what was drawn. */
export const BoundaryEditor = ({ code, onSaved, onCancel, tiles, height = 480 }: BoundaryEditorProps) => {
  const client = useQueryClient();
  // What others draw meanwhile must not move the points under the hand; the version tells when saving.
  const detail = useQuery({
    ...detailQuery(code),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnMount: 'always',
    refetchOnWindowFocus: false,
  });
  const trail = detail.data?.trail;
  const parentCode = trail && trail.length > 1 ? trail[trail.length - 2]?.code : undefined;
  const level = detail.data?.node.level;
  const parent = useQuery({ ...detailQuery(parentCode ?? ''), enabled: parentCode !== undefined });
  const around = useQuery({
    ...boundariesQuery(parentCode ?? '', level),
    enabled: parentCode !== undefined && level !== undefined,
  });

  const neighbours = useMemo<readonly CheckedArea[]>(
    () =>
      around.data?.features.flatMap((feature) => {
        const { code: other } = feature.properties;
        const shape = findShape(feature.geometry);
        return other === code || !shape ? [] : [{ path: findPathOfCode(other) ?? other, shape }];
      }) ?? noNeighbours,
    [around.data, code],
  );
  const parentShape = useMemo(() => findShape(parent.data?.boundary) ?? null, [parent.data]);
  const names = useMemo(
    () => new Map(around.data?.features.map((feature) => [feature.properties.code, feature.properties.name])),
    [around.data],
  );

  const save = useMutation({
    mutationFn: ({ shape, version }: { shape: Shape | null; version: number }) =>
      territory.drawBoundary({
        params: { code },
        body: { datum: 'WGS-84', geometry: shape, expectedVersion: version },
      }),
    onSuccess: async (saved) => {
      await client.invalidateQueries({ queryKey: ['territory'] });
      onSaved?.(saved);
    },
  });
  const { reset } = save;
  useEffect(reset, [code, reset]);

  const failed = [detail, parent, around].find((query) => query.isError);
  if (failed) return <ProblemNote error={failed.error} onRetry={() => void failed.refetch()} />;
  if (!detail.data || detail.isFetching || around.isLoading || parent.isLoading)
    return <Skeleton rows={4} card={false} />;
  const { node, boundary, version } = detail.data;
  return (
    <BoundaryCanvas
      // A refused save (somebody else was first) keeps the drawing; a new version begins anew.
      key={`${code} ${version}`}
      name={node.name}
      path={node.path}
      start={findShape(boundary) ?? null}
      center={node.center ?? parent.data?.node.center ?? null}
      neighbours={neighbours}
      parent={parentShape}
      nameOf={(path) => names.get(pathToCode(path)) ?? ''}
      saving={save.isPending}
      problem={save.isError ? save.error : undefined}
      onSave={(shape) => save.mutate({ shape, version })}
      height={height}
      {...(onCancel ? { onCancel } : {})}
      {...(tiles ? { tiles } : {})}
    />
  );
};
