import type { LatLngExpression, Layer, LeafletMap, Marker } from './leaflet-types.ts';
import type { Position } from '#engines/territory/model';
import { type Draft, moveVertex, type VertexPlace } from './boundary-draft.ts';
import type { Snap } from './snap.ts';

/** Handles nearer than this (px) hide one another: whoever zooms in sees them all. */
const handleGap = 20;
/** A handle for a new vertex needs room between its neighbours (px). */
const middleGap = 44;
const mostHandles = 400;
/** How near a drag comes before it snaps, in px. */
const snapPixels = 12;

export interface VertexLayerWords {
  /** Said of a handle: 第 3 点. */
  readonly vertex: (place: VertexPlace) => string;
}

export interface VertexLayerEvents {
  readonly onMove: (place: VertexPlace, to: Position) => void;
  readonly onInsert: (place: VertexPlace, position: Position) => void;
  readonly onRemove: (place: VertexPlace) => void;
  readonly onSelect: (place: VertexPlace) => void;
  readonly onManyHandles: (hidden: boolean) => void;
}

export interface VertexLayer {
  readonly show: (draft: Draft, selected: VertexPlace | undefined, snap: Snap) => void;
  readonly remove: () => void;
}

const latLng = ([lng, lat]: Position): LatLngExpression => [lat, lng];

/**
 * The draft on the map: its outline, a handle for each vertex (drag, arrow keys, Delete) and a smaller one
 * between each two (drag or click makes a vertex). Only handles in view exist.
 */
export const createVertexLayer = (
  leaflet: typeof import('leaflet'),
  map: LeafletMap,
  words: VertexLayerWords,
  events: VertexLayerEvents,
): VertexLayer => {
  const outline = leaflet.layerGroup().addTo(map);
  const handles = leaflet.layerGroup().addTo(map);
  let draft: Draft = { rings: [] };
  let selected: VertexPlace | undefined;
  let snap: Snap = (position) => position;
  let dragging = false;

  const metresPerPixel = (): number => {
    const size = map.getSize();
    const middle = size.divideBy(2);
    return map.containerPointToLatLng(middle).distanceTo(map.containerPointToLatLng(middle.add([1, 0])));
  };
  const snapped = (marker: Marker): Position => {
    const { lng, lat } = marker.getLatLng();
    return snap([lng, lat], snapPixels * metresPerPixel());
  };

  const drawOutline = (shown: Draft): void => {
    outline.clearLayers();
    const parts = new Map<number, (readonly Position[])[]>();
    for (const { part, positions } of shown.rings) parts.set(part, [...(parts.get(part) ?? []), positions]);
    for (const rings of parts.values()) {
      const lines = rings.map((ring) => ring.map(latLng));
      const layer: Layer =
        (rings[0]?.length ?? 0) >= 3
          ? leaflet.polygon(lines, { className: 'lf-draft', interactive: false })
          : leaflet.polyline(lines, { className: 'lf-draft lf-draft-open', interactive: false });
      layer.addTo(outline);
    }
  };

  const handleOf = (position: Position, className: string, size: number, keyboard: boolean, title: string): Marker =>
    leaflet.marker(latLng(position), {
      draggable: true,
      keyboard,
      title,
      alt: title,
      autoPanOnFocus: false,
      icon: leaflet.divIcon({ className: `lf-vertex ${className}`, iconSize: [size, size] }),
    });

  const addVertex = (place: VertexPlace, position: Position): void => {
    const isOn = selected?.ring === place.ring && selected.index === place.index;
    const marker = handleOf(position, isOn ? 'lf-vertex-on' : '', 18, true, words.vertex(place));
    marker.on('click', () => events.onSelect(place));
    marker.on('dragstart', () => {
      dragging = true;
    });
    marker.on('drag', () => {
      const to = snapped(marker);
      marker.setLatLng(latLng(to));
      drawOutline(moveVertex(draft, place, to));
    });
    marker.on('dragend', () => {
      dragging = false;
      events.onMove(place, snapped(marker));
    });
    marker.addTo(handles);
    const element = marker.getElement();
    element?.addEventListener('keydown', (event) => {
      const far = event.shiftKey ? 10 : 1;
      const step = { ArrowLeft: [-far, 0], ArrowRight: [far, 0], ArrowUp: [0, -far], ArrowDown: [0, far] }[event.key];
      if (step) {
        const [x = 0, y = 0] = step;
        const { lng, lat } = map.containerPointToLatLng(map.latLngToContainerPoint(marker.getLatLng()).add([x, y]));
        events.onMove(place, [lng, lat]);
      } else if (event.key === 'Delete' || event.key === 'Backspace') events.onRemove(place);
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
    if (isOn) element?.focus({ preventScroll: true });
  };

  const addMiddle = (place: VertexPlace, from: Position, to: Position): void => {
    const middle: Position = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
    const marker = handleOf(middle, 'lf-vertex-middle', 12, false, '');
    marker.on('click', () => events.onInsert(place, middle));
    marker.on('dragstart', () => {
      dragging = true;
    });
    marker.on('dragend', () => {
      dragging = false;
      events.onInsert(place, snapped(marker));
    });
    marker.addTo(handles);
  };

  const drawHandles = (): void => {
    if (dragging) return;
    handles.clearLayers();
    const view = map.getBounds().pad(0.1);
    const pixel = (position: Position) => map.latLngToContainerPoint(latLng(position));
    let hidden = false;
    let count = 0;
    draft.rings.forEach(({ positions }, ring) => {
      let last: Position | undefined;
      positions.forEach((position, index) => {
        if (!view.contains(latLng(position))) return;
        const isOn = selected?.ring === ring && selected.index === index;
        if (!isOn && (count >= mostHandles || (last && pixel(last).distanceTo(pixel(position)) < handleGap))) {
          hidden = true;
          return;
        }
        const next = positions[(index + 1) % positions.length];
        if (next && positions.length > 2 && pixel(position).distanceTo(pixel(next)) >= middleGap)
          addMiddle({ ring, index: index + 1 }, position, next);
        addVertex({ ring, index }, position);
        last = position;
        count += 1;
      });
    });
    events.onManyHandles(hidden);
  };

  map.on('moveend zoomend', drawHandles);
  return {
    show: (next, nextSelected, nextSnap) => {
      draft = next;
      selected = nextSelected;
      snap = nextSnap;
      drawOutline(draft);
      drawHandles();
    },
    remove: () => {
      map.off('moveend zoomend', drawHandles);
      outline.remove();
      handles.remove();
    },
  };
};
