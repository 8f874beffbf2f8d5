import { Type } from 'typebox';
import { defineRoutes } from '#kernel/route';
import { Id, TerritoryCode } from '#platform/contract';
import { ChangeBody, ChangePreview, ChangeView, HistoryEntry, HouseholdGroupView } from './change-schemas.ts';

const byCode = Type.Object({ code: TerritoryCode });
const byId = Type.Object({ id: Id });
const who = { permission: 'territory.edit' } as const;
const tag = 'territory';
const Day = Type.String({ format: 'date' });
const Basis = Type.String({ minLength: 1, maxLength: 500, description: 'Number of the approval, or the reason.' });
const Expected = Type.Object({ expectedVersion: Type.Integer() });

/** Changes of divisions: drafted, looked at, carried out on their day; and what became of each node. */
export const changeRoutes = defineRoutes({
  previewChange: {
    method: 'POST',
    url: '/api/territory-changes/preview',
    tag,
    who,
    summary: 'What a change of divisions would move, and what stands in its way',
    maxBody: 5_000_000,
    body: Type.Object({ change: ChangeBody }),
    answer: ChangePreview,
    errors: ['territory.boundary-invalid', 'request.not-found'],
  },
  listChanges: {
    method: 'GET',
    url: '/api/territory-changes',
    tag,
    who,
    summary: 'Changes of divisions in my range: drafts, scheduled, done',
    answer: Type.Array(ChangeView),
  },
  getChange: {
    method: 'GET',
    url: '/api/territory-changes/:id',
    tag,
    who,
    summary: 'A change of divisions',
    params: byId,
    answer: ChangeView,
    errors: ['territory.change-unknown'],
  },
  draftChange: {
    method: 'POST',
    url: '/api/territory-changes',
    tag,
    who,
    summary: 'Save a change of divisions as a draft',
    maxBody: 5_000_000,
    body: Type.Object({ id: Id, change: ChangeBody, on: Day, basis: Basis }),
    answer: ChangeView,
    errors: ['territory.boundary-invalid', 'territory.change-not-yet', 'request.id-reused', 'request.not-found'],
  },
  redraftChange: {
    method: 'PUT',
    url: '/api/territory-changes/:id',
    tag,
    who,
    summary: 'Write a draft anew',
    maxBody: 5_000_000,
    params: byId,
    body: Type.Object({ change: ChangeBody, on: Day, basis: Basis, expectedVersion: Type.Integer() }),
    answer: ChangeView,
    errors: [
      'territory.change-unknown',
      'territory.change-settled',
      'territory.change-not-yet',
      'territory.boundary-invalid',
      'request.not-found',
    ],
  },
  applyChange: {
    method: 'POST',
    url: '/api/territory-changes/:id/apply',
    tag,
    who,
    confirm: true,
    summary: 'Carry a change out: at once, or on its day at midnight of China',
    params: byId,
    body: Expected,
    answer: ChangeView,
    errors: ['territory.change-unknown', 'territory.change-settled', 'territory.change-refused'],
  },
  withdrawChange: {
    method: 'POST',
    url: '/api/territory-changes/:id/withdraw',
    tag,
    who,
    summary: 'Give up a draft or a scheduled change',
    params: byId,
    body: Expected,
    answer: ChangeView,
    errors: ['territory.change-unknown', 'territory.change-settled'],
  },
  listHistory: {
    method: 'GET',
    url: '/api/territory/:code/history',
    tag,
    who: { permission: 'territory.read' },
    summary: 'What a node was called, belonged to and came from, newest first',
    params: byCode,
    answer: Type.Array(HistoryEntry),
    errors: ['territory.unknown', 'request.not-found'],
  },
  listHouseholdGroups: {
    method: 'GET',
    url: '/api/territory/:code/accepted-household-groups',
    tag,
    who: { permission: 'territory.read' },
    summary: 'Household groups (联户组) at or below a node',
    params: byCode,
    answer: Type.Array(HouseholdGroupView),
    errors: ['request.not-found'],
  },
  acceptHouseholdGroups: {
    method: 'POST',
    url: '/api/territory/:code/accepted-household-groups',
    tag,
    who,
    summary: 'Accept household groups at a node; those that were there before end',
    params: byCode,
    maxBody: 2_000_000,
    body: Type.Object({
      id: Id,
      groups: Type.Array(
        Type.Object({
          name: Type.String({ minLength: 1, maxLength: 80 }),
          dwellings: Type.Array(Type.String({ maxLength: 80 }), { minItems: 1, maxItems: 60 }),
        }),
        { maxItems: 3000 },
      ),
    }),
    answer: Type.Array(HouseholdGroupView),
    errors: ['territory.unknown', 'territory.ended', 'request.id-reused', 'request.not-found'],
  },
});
