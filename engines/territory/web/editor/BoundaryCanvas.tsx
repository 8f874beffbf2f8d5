import type { FeatureCollection } from 'geojson';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { LngLat, Position, Shape } from '#engines/territory/model';
import { defineMessages, useFormats, usePick, useText } from '#platform/web/i18n';
import { Button, List, ListRow, ProblemNote, StatusTag } from '#platform/web/kit';
import { MapView, type TileSettings } from '#platform/web/map';
import type { CheckedArea } from '../../model/boundary-checks.ts';
import {
  draftOf,
  insertVertex,
  moveVertex,
  removeVertex,
  replaceRing,
  shapeOfDraft,
  type VertexPlace,
} from './boundary-draft.ts';
import { CoordinateList } from './CoordinateList.tsx';
import type { LeafletMap } from './leaflet-types.ts';
import { snapTo } from './snap.ts';
import { useDraft } from './use-draft.ts';
import { useFindings } from './use-findings.ts';
import { createVertexLayer, type VertexLayer } from './vertex-layer.ts';

const messages = defineMessages({
  zh: {
    map: '{name}的边界',
    add: '在地图上描点',
    stop: '结束描点',
    adding: '在地图上逐点点击；靠近相邻边界时会自动对齐。',
    editing:
      '拖动圆点修改，点两点之间的小点加点；选中圆点后可用方向键微调（按住 Shift 每次 10 像素），按 Delete 删除。',
    undo: '撤销',
    removePoint: '删除所选点',
    clear: '清空重画',
    save: '保存边界',
    cancel: '取消',
    list: '按坐标编辑',
    vertex: '第 {number} 点',
    many: '有些点靠得太近没有显示，放大地图后可以逐点修改。',
    points: '{count} 个点',
    overlap: '与{name}重叠',
    outside: '超出上级边界',
    gap: '与相邻区域之间留有空白',
    area: '{count} 平方米',
    found: '与周边的衔接',
    fits: '与相邻区域衔接良好',
  },
  en: {
    map: 'Boundary of {name}',
    add: 'Add points on the map',
    stop: 'Stop adding',
    adding: 'Click point by point; near a neighbour’s border a point aligns with it.',
    editing:
      'Drag the dots; the small dots between two make a new one. Arrow keys nudge the chosen dot (10 px with Shift), Delete removes it.',
    undo: 'Undo',
    removePoint: 'Remove the chosen point',
    clear: 'Start over',
    save: 'Save the boundary',
    cancel: 'Cancel',
    list: 'Edit by coordinates',
    vertex: 'Point {number}',
    many: 'Some points are too close to show; zoom in to edit them one by one.',
    points: '{count} {count|point|points}',
    overlap: 'Overlaps {name}',
    outside: 'Beyond the boundary above',
    gap: 'Leaves a gap to its neighbours',
    area: '{count} m²',
    found: 'How it fits',
    fits: 'Fits with its neighbours',
  },
});

export interface BoundaryCanvasProps {
  readonly name: string;
  readonly path: string;
  readonly start: Shape | null;
  readonly center: LngLat | null;
  readonly neighbours: readonly CheckedArea[];
  readonly parent: Shape | null;
  readonly nameOf: (path: string) => string;
  readonly saving: boolean;
  readonly problem: unknown;
  readonly onSave: (shape: Shape | null) => void;
  readonly onCancel?: () => void;
  readonly tiles?: TileSettings;
  readonly height: number;
}

const emptyDraft = draftOf(null);

/** The drawing itself: a map with handles, the same as numbers, and how it fits with what lies around. */
export const BoundaryCanvas = (props: BoundaryCanvasProps) => {
  const { name, path, start, center, neighbours, parent, nameOf, saving, problem, onSave, onCancel, tiles, height } =
    props;
  const t = useText(messages);
  const pick = usePick();
  const formats = useFormats();
  const { draft, change, undo, canUndo, changed } = useDraft(useMemo(() => draftOf(start), [start]));
  const [selected, setSelected] = useState<VertexPlace>();
  const [adding, setAdding] = useState(start === null);
  const [many, setMany] = useState(false);
  const [shown, setShown] = useState<{ readonly map: LeafletMap; readonly leaflet: typeof import('leaflet') }>();
  const layer = useRef<VertexLayer>(undefined);

  const shape = useMemo(() => shapeOfDraft(draft), [draft]);
  const snap = useMemo(() => snapTo(neighbours.map((one) => one.shape)), [neighbours]);
  const { of: checked, problems, misfits } = useFindings(path, shape, neighbours, parent);
  const ring = selected?.ring ?? 0;
  const positions = draft.rings[ring]?.positions ?? [];

  const latest = useRef({ draft, change, adding, snap, positions, ring });
  latest.current = { draft, change, adding, snap, positions, ring };

  const ready = useCallback((map: LeafletMap, leaflet: typeof import('leaflet')) => {
    map.on('click', ({ latlng }) => {
      const now = latest.current;
      if (!now.adding) return;
      const metres = 12 * map.containerPointToLatLng([0, 0]).distanceTo(map.containerPointToLatLng([1, 0]));
      const place = { ring: now.ring, index: now.positions.length };
      now.change(insertVertex(now.draft, place, now.snap([latlng.lng, latlng.lat], metres)));
      setSelected(place);
    });
    setShown({ map, leaflet });
  }, []);

  useEffect(() => {
    if (!shown) return undefined;
    const made = createVertexLayer(
      shown.leaflet,
      shown.map,
      { vertex: ({ index }) => t('vertex', { number: index + 1 }) },
      {
        onMove: (place, to) => {
          setSelected(place);
          latest.current.change(moveVertex(latest.current.draft, place, to));
        },
        onInsert: (place, position) => {
          setSelected(place);
          latest.current.change(insertVertex(latest.current.draft, place, position));
        },
        onRemove: (place) => {
          setSelected(undefined);
          latest.current.change(removeVertex(latest.current.draft, place));
        },
        onSelect: setSelected,
        onManyHandles: setMany,
      },
    );
    layer.current = made;
    // The map has looked at all its areas by now; what is drawn is only one of them.
    const own = latest.current.draft.rings.flatMap(({ positions: ring }) =>
      ring.map(([lng, lat]) => [lat, lng] as [number, number]),
    );
    if (own.length > 0) shown.map.fitBounds(own, { padding: [32, 32], animate: false });
    return () => {
      layer.current = undefined;
      made.remove();
    };
  }, [shown, t]);
  useEffect(() => layer.current?.show(draft, selected, snap), [shown, draft, selected, snap, t]);
  useMisfits(
    shown,
    misfits.map((one) => one.shape),
  );

  const areas = useMemo<FeatureCollection>(() => {
    const around = [...(parent ? [{ path: '', shape: parent }] : []), ...neighbours];
    return {
      type: 'FeatureCollection',
      features: around.map((area) => ({
        type: 'Feature',
        properties: { code: area.path || 'above', name: area.path === '' ? '' : nameOf(area.path) },
        geometry: area.shape as never,
      })),
    };
    // oxlint-disable-next-line react/exhaustive-deps -- nameOf speaks of the same neighbours
  }, [neighbours, parent]);
  const middle = start || areas.features.length > 0 ? undefined : (center ?? undefined);
  const words = {
    overlap: (paths: readonly string[]) => t('overlap', { name: nameOf(paths.find((one) => one !== path) ?? '') }),
    outside: () => t('outside'),
    gap: () => t('gap'),
  };

  return (
    <div className="lf-stack lf-boundary-editor">
      <p className="lf-hint" role="status">
        {adding ? t('adding') : t('editing')}
        {many ? ` ${t('many')}` : ''}
      </p>
      <div style={{ height }} className={adding ? 'lf-boundary-adding' : undefined}>
        <MapView
          areas={areas}
          center={middle}
          label={t('map', { name })}
          onReady={ready}
          {...(tiles ? { tiles } : {})}
        />
      </div>
      <div className="lf-boundary-tools">
        <Button aria-pressed={adding} icon="plus" onClick={() => setAdding(!adding)}>
          {adding ? t('stop') : t('add')}
        </Button>
        <Button disabled={!canUndo} onClick={undo}>
          {t('undo')}
        </Button>
        <Button
          icon="trash"
          disabled={selected === undefined}
          onClick={() => {
            if (selected) change(removeVertex(draft, selected));
            setSelected(undefined);
          }}
        >
          {t('removePoint')}
        </Button>
        <Button
          onClick={() => {
            change(emptyDraft);
            setSelected(undefined);
            setAdding(true);
          }}
        >
          {t('clear')}
        </Button>
        <span className="lf-hint">{t('points', { count: positions.length })}</span>
      </div>
      <div aria-live="polite" className="lf-stack">
        {problems.length + misfits.length > 0 ? (
          <List label={t('found')}>
            {problems.map((one) => (
              <ListRow key={one.kind} icon="alert" title={pick(one.text)} />
            ))}
            {misfits.map((one, index) => (
              <ListRow
                // Misfits have no identity; the list is replaced as a whole.
                key={`${one.kind}-${index}`}
                title={words[one.kind](one.paths)}
                note={t('area', { count: formats.number(one.areaSquareMetres) })}
              />
            ))}
          </List>
        ) : shape && checked === shape && neighbours.length > 0 ? (
          <div>
            <StatusTag tone="done">{t('fits')}</StatusTag>
          </div>
        ) : null}
      </div>
      <details>
        <summary>{t('list')}</summary>
        <CoordinateList
          positions={positions}
          onChange={(next: readonly Position[]) => change(replaceRing(draft, ring, next))}
        />
      </details>
      {problem === undefined ? null : <ProblemNote error={problem} />}
      <div className="lf-boundary-tools">
        <Button
          look="primary"
          busy={saving}
          disabled={!shape || !changed || problems.length > 0}
          onClick={() => onSave(shape)}
        >
          {t('save')}
        </Button>
        {onCancel ? <Button onClick={onCancel}>{t('cancel')}</Button> : null}
      </div>
    </div>
  );
};

/** Gaps and overlaps in their own colour, under the handles. */
const useMisfits = (
  shown: { readonly map: LeafletMap; readonly leaflet: typeof import('leaflet') } | undefined,
  shapes: readonly Shape[],
): void => {
  const key = JSON.stringify(shapes);
  useEffect(() => {
    if (!shown || key === '[]') return undefined;
    const layer = shown.leaflet.geoJSON(JSON.parse(key), {
      style: { className: 'lf-map-problem', weight: 1 },
      interactive: false,
    });
    layer.addTo(shown.map);
    return () => void layer.remove();
  }, [shown, key]);
};
