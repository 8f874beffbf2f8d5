import { type Static, Type } from 'typebox';
import { defineRoutes } from '#kernel/route';
import { Id, Instant } from '#platform/contract';

const byId = Type.Object({ id: Id });

export const SuspendedAccount = Type.Object(
  { person: Id, name: Type.String(), account: Type.String(), usedAt: Instant, suspendedAt: Instant },
  { $id: 'SuspendedAccount' },
);
export type SuspendedAccount = Static<typeof SuspendedAccount>;

/** What an administrator does to the accounts of others, as far as his posts reach. */
export const accountAdminRoutes = defineRoutes({
  endSessionsOfPerson: {
    method: 'DELETE',
    url: '/api/people/:id/sessions',
    tag: 'organisation',
    who: { permission: 'organisation.edit' },
    summary: 'End all sessions of a person at once',
    params: byId,
    errors: ['organisation.beyond-scope', 'organisation.beyond-role', 'request.not-found'],
  },
  resetPassword: {
    method: 'POST',
    url: '/api/people/:id/starting-password',
    tag: 'organisation',
    who: { permission: 'organisation.edit' },
    confirm: true,
    summary: 'A starting password, shown once, that has to be changed at the next sign-in; sessions end',
    params: byId,
    answer: Type.Object({ password: Type.String(), until: Instant }),
    errors: ['organisation.beyond-scope', 'organisation.beyond-role', 'organisation.not-yourself', 'request.not-found'],
  },
  resetFactors: {
    method: 'DELETE',
    url: '/api/people/:id/factors',
    tag: 'organisation',
    who: { permission: 'organisation.edit' },
    confirm: true,
    summary: 'Remove the second factors of somebody who lost them; sessions end',
    params: byId,
    errors: ['organisation.beyond-scope', 'organisation.beyond-role', 'organisation.not-yourself', 'request.not-found'],
  },
  listSuspended: {
    method: 'GET',
    url: '/api/suspended-accounts',
    tag: 'organisation',
    who: { permission: 'organisation.edit' },
    summary: 'Accounts suspended because nobody used them for 90 days',
    answer: Type.Array(SuspendedAccount),
  },
  openAgain: {
    method: 'POST',
    url: '/api/people/:id/open-account',
    tag: 'organisation',
    who: { permission: 'organisation.edit' },
    summary: 'Open a suspended account again',
    params: byId,
    errors: ['organisation.beyond-scope', 'organisation.beyond-role', 'request.not-found'],
  },
});
