import type { DiagramPart } from '#engines/case/web';

/** What is being edited: a part of the diagram, or what stands in none. */
export type Chosen = DiagramPart | { readonly kind: 'about' | 'form' | 'routing'; readonly id: '' };

export const about: Chosen = { kind: 'about', id: '' };

export const chosenKey = ({ kind, id }: Chosen): string => (id ? `${kind} ${id}` : kind);

/** @returns undefined for a key that names nothing */
export const chosenOf = (key: string): Chosen | undefined => {
  const [kind, id = ''] = key.split(' ');
  if (kind === 'about' || kind === 'form' || kind === 'routing') return { kind, id: '' };
  if ((kind === 'stage' || kind === 'action' || kind === 'clock') && id !== '') return { kind, id };
  return undefined;
};

/** Where a problem of the checker lies: `stage verify`, `action dispatch`, `routing 2`, `fields`. */
export const chosenOfProblem = (where: string): Chosen => {
  if (where.startsWith('routing')) return { kind: 'routing', id: '' };
  if (where === 'fields' || where === 'title') return { kind: where === 'fields' ? 'form' : 'about', id: '' };
  const [kind, id] = where.split(' ');
  return (id && chosenOf(`${kind} ${id}`)) || about;
};
