import type { CaseImported } from '#engines/case/model';

/** A closed matter of the past, as one event: the least that a history can be. */
export const pastCase = (
  id: string,
  path: string,
  point: { readonly lng: number; readonly lat: number } | null = null,
): CaseImported => {
  const at = '2025-03-01T02:00:00.000Z';
  return {
    type: 'CaseImported',
    at,
    by: { kind: 'system', person: null, name: 'test', post: null, title: null, body: null },
    id,
    number: id.slice(-10),
    playbook: 'test.past',
    playbookVersion: 1,
    title: '事项',
    category: '1',
    categoryClass: null,
    place: { path, point, text: '' },
    data: {},
    channel: 'file',
    imported: { source: 'test', externalId: id },
    stage: 'done',
    owner: null,
    assignee: null,
    answer: null,
    rating: null,
    closed: { at, outcome: 'resolved', timing: 'in-time' },
  };
};
