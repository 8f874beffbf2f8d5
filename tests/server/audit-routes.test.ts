import assert from 'node:assert/strict';
import { access, glob, readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import type { Route } from '#kernel/route';
import { sometimesNothing, unaudited } from '#tests/support/unaudited.ts';
import { routeTables } from '../../apps/server/route-tables.ts';

/**
 * Where a test calls an operation over HTTP and gets an answer that left a row. That each such answer leaves one is
 * asserted in every test with a database (`tests/support/unaudited.ts`), so here only that none is forgotten.
 */
const shownBy: Readonly<Record<string, string>> = {
  acceptHouseholdGroups: 'engines/territory/server/changes/changes.pg.test.ts',
  acknowledgeNotice: 'engines/notice/server/inside.pg.test.ts',
  actOnMyReport: 'engines/case/server/followers.pg.test.ts',
  actPublicly: 'engines/case/server/public.pg.test.ts',
  activate: 'engines/organisation/server/people/grants.who.pg.test.ts',
  addBody: 'engines/organisation/server/people/manage.who.pg.test.ts',
  addLeave: 'engines/organisation/server/duty/duty.who.pg.test.ts',
  addMeToo: 'engines/case/server/case.pg.test.ts',
  addMeTooPublicly: 'engines/case/server/case.pg.test.ts',
  addMember: 'engines/organisation/server/structure/structure.who.pg.test.ts',
  addPerson: 'engines/organisation/server/people/grants.who.pg.test.ts',
  addPost: 'engines/organisation/server/duty/duty.who.pg.test.ts',
  addRota: 'engines/organisation/server/duty/duty.who.pg.test.ts',
  addTerritory: 'engines/territory/server/territory.pg.test.ts',
  adoptReport: 'engines/case/server/followers.pg.test.ts',
  allowOver: 'engines/organisation/server/structure/structure.who.pg.test.ts',
  answerSwap: 'engines/organisation/server/duty/duty.who.pg.test.ts',
  answerTransfer: 'engines/organisation/server/duty/duty.who.pg.test.ts',
  applyChange: 'engines/territory/server/changes/changes.pg.test.ts',
  appointFirstSecurity: 'engines/organisation/server/people/grants.who.pg.test.ts',
  askSwap: 'engines/organisation/server/duty/duty.who.pg.test.ts',
  askTransfer: 'engines/organisation/server/duty/duty.who.pg.test.ts',
  cancelChange: 'engines/organisation/server/structure/structure.who.pg.test.ts',
  cancelLeave: 'engines/organisation/server/duty/duty.who.pg.test.ts',
  changeBody: 'engines/organisation/server/structure/structure.who.pg.test.ts',
  changePassword: 'engines/organisation/server/accounts/passwords.pg.test.ts',
  changeSlotPlan: 'engines/case/server/slots/slots.pg.test.ts',
  changePhone: 'engines/organisation/server/residents/residents.pg.test.ts',
  checkShift: 'engines/organisation/server/duty/duty.who.pg.test.ts',
  confirmJob: 'engines/organisation/server/structure/structure.who.pg.test.ts',
  confirmSession: 'engines/organisation/server/accounts/factors.pg.test.ts',
  decideGrant: 'engines/organisation/server/people/grants.who.pg.test.ts',
  decideRole: 'engines/organisation/server/people/roles.who.pg.test.ts',
  declareCard: 'engines/organisation/server/structure/structure.who.pg.test.ts',
  deleteResident: 'engines/organisation/server/residents/residents.pg.test.ts',
  disablePerson: 'engines/organisation/server/people/manage.who.pg.test.ts',
  draftChange: 'engines/territory/server/changes/changes.pg.test.ts',
  drawBoundary: 'engines/territory/server/territory.pg.test.ts',
  editPerson: 'engines/organisation/server/people/grants.who.pg.test.ts',
  editTerritory: 'engines/territory/server/territory.pg.test.ts',
  enablePerson: 'engines/organisation/server/people/grants.who.pg.test.ts',
  endHolder: 'engines/organisation/server/people/grants.who.pg.test.ts',
  endMember: 'engines/organisation/server/structure/structure.who.pg.test.ts',
  endOtherSessions: 'engines/organisation/server/accounts/passwords.pg.test.ts',
  endOwnSession: 'engines/organisation/server/accounts/passwords.pg.test.ts',
  endResidentSession: 'engines/organisation/server/residents/residents.pg.test.ts',
  endSessionsOfPerson: 'engines/organisation/server/accounts/passwords.pg.test.ts',
  exportAudit: 'tests/server/audit.pg.test.ts',
  exportCases: 'engines/case/server/exports/export.pg.test.ts',
  findApplicant: 'engines/case/server/applicant/applicants.pg.test.ts',
  finishLink: 'engines/organisation/server/accounts/oidc.pg.test.ts',
  finishOidc: 'engines/organisation/server/accounts/oidc.pg.test.ts',
  finishTotp: 'engines/organisation/server/accounts/factors.pg.test.ts',
  freezeTransfer: 'engines/organisation/server/duty/duty.who.pg.test.ts',
  giveUpEffect: 'engines/case/server/effects/mend-effects.pg.test.ts',
  issueActivation: 'engines/organisation/server/people/grants.who.pg.test.ts',
  leaveMyReport: 'engines/case/server/followers.pg.test.ts',
  linkDuplicate: 'engines/case/server/case.pg.test.ts',
  makePlates: 'engines/case/server/followers.pg.test.ts',
  markSlotBooking: 'engines/case/server/slots/slots.pg.test.ts',
  openAgain: 'engines/organisation/server/accounts/passwords.pg.test.ts',
  printBoard: 'engines/organisation/server/structure/structure.who.pg.test.ts',
  proposeHolder: 'engines/organisation/server/people/grants.who.pg.test.ts',
  proposeRole: 'engines/organisation/server/people/roles.who.pg.test.ts',
  proposeTransfer: 'engines/organisation/server/duty/duty.who.pg.test.ts',
  putSetting: 'tests/server/audit.pg.test.ts',
  receiveNote: 'engines/organisation/server/duty/duty.who.pg.test.ts',
  removeLink: 'engines/organisation/server/accounts/oidc.pg.test.ts',
  removeTotp: 'engines/organisation/server/accounts/factors.pg.test.ts',
  renewRecovery: 'engines/organisation/server/accounts/factors.pg.test.ts',
  reportCase: 'engines/case/server/case.pg.test.ts',
  reportPublicly: 'engines/case/server/followers.pg.test.ts',
  resetFactors: 'engines/organisation/server/accounts/factors.pg.test.ts',
  resetPassword: 'engines/organisation/server/accounts/passwords.pg.test.ts',
  retryEffect: 'engines/case/server/effects/mend-effects.pg.test.ts',
  revealValue: 'engines/case/server/reveal.pg.test.ts',
  revokeHolder: 'engines/organisation/server/duty/duty.who.pg.test.ts',
  revokePlate: 'engines/case/server/public.pg.test.ts',
  ruleTerritory: 'engines/territory/server/territory.who.pg.test.ts',
  seeSwap: 'engines/organisation/server/duty/duty.who.pg.test.ts',
  sendCode: 'engines/organisation/server/residents/residents.pg.test.ts',
  sendDeletionCode: 'engines/organisation/server/residents/residents.pg.test.ts',
  sendPhoneCodes: 'engines/organisation/server/residents/residents.pg.test.ts',
  setEstablishment: 'engines/organisation/server/structure/structure.who.pg.test.ts',
  setLinePosts: 'engines/organisation/server/structure/structure.who.pg.test.ts',
  setPostJob: 'engines/organisation/server/structure/structure.who.pg.test.ts',
  setSuperiors: 'engines/organisation/server/structure/structure.who.pg.test.ts',
  setUp: 'engines/organisation/server/accounts/sessions.pg.test.ts',
  showFactor: 'engines/organisation/server/accounts/factors.pg.test.ts',
  signIn: 'engines/organisation/server/accounts/factors.pg.test.ts',
  signInResident: 'engines/organisation/server/residents/residents.pg.test.ts',
  signOut: 'engines/organisation/server/accounts/sessions.pg.test.ts',
  signOutResident: 'engines/organisation/server/residents/residents.pg.test.ts',
  signTransfer: 'engines/organisation/server/duty/duty.who.pg.test.ts',
  startDesign: 'engines/case/server/designs/designs.who.pg.test.ts',
  saveDesign: 'engines/case/server/designs/designs.who.pg.test.ts',
  dropDesign: 'engines/case/server/designs/designs.who.pg.test.ts',
  proposeDesign: 'engines/case/server/designs/designs.who.pg.test.ts',
  decideDesign: 'engines/case/server/designs/designs.who.pg.test.ts',
  withdrawPublication: 'engines/case/server/designs/designs.who.pg.test.ts',
  learnRouting: 'engines/case/server/learn/learn.pg.test.ts',
  switchPlan: 'engines/case/server/plans/plans.pg.test.ts',
  savePlan: 'engines/case/server/plans/plans.pg.test.ts',
  takeAction: 'engines/case/server/case.pg.test.ts',
  takeBatch: 'engines/case/server/case.pg.test.ts',
  issueDocument: 'engines/case/server/documents/documents.pg.test.ts',
  getDocumentFile: 'engines/case/server/documents/documents.pg.test.ts',
  importCaseSheet: 'engines/case/server/sheets/sheets.pg.test.ts',
  verifyAudit: 'tests/server/audit.pg.test.ts',
  withdrawCard: 'engines/organisation/server/structure/structure.who.pg.test.ts',
  withdrawChange: 'engines/territory/server/changes/changes.pg.test.ts',
  withdrawProposal: 'engines/organisation/server/people/grants.who.pg.test.ts',
  withdrawRoleProposal: 'engines/organisation/server/people/roles.who.pg.test.ts',
  writeNote: 'engines/organisation/server/duty/duty.who.pg.test.ts',
};

/** Not called over HTTP by a test with a database: the row that its use case writes. */
const writes: Readonly<Record<string, string>> = {
  addPasskey: 'account.enrol-passkey',
  removePasskey: 'account.remove-passkey',
  addShift: 'duty.add-shift',
  changeShift: 'duty.change-shift',
  cancelShift: 'duty.cancel-shift',
  withdrawTransfer: 'withdraw-transfer',
  abolishPost: 'organisation.abolish-post',
  setTerm: 'organisation.set-term',
  redraftChange: 'redraft-change',
  askExport: 'export.ask',
  decideExport: 'export.approve',
  retryMessage: 'retry',
  cancelMessage: 'cancel',
  putSecuritySetting: 'settings.change',
};

const root = path.resolve(import.meta.dirname, '../..');
const mutating = Object.values(routeTables)
  .flatMap((table) => Object.entries<Route>(table))
  .filter(([, route]) => route.method !== 'GET')
  .map(([name]) => name);

test('security 28: every operation that changes something leaves a row in the audit log, or says why not', async () => {
  const open = mutating.filter((name) => !(name in unaudited) && !(name in shownBy) && !(name in writes));
  assert.deepEqual(open, [], 'call it in a test with a database, or give the reason in tests/support/unaudited.ts');
  const known = new Set(mutating);
  for (const list of [unaudited, sometimesNothing, shownBy, writes])
    assert.deepEqual(
      Object.keys(list).filter((name) => !known.has(name)),
      [],
      'there is no such operation any more',
    );
  assert.deepEqual(
    Object.keys(unaudited).filter((name) => name in shownBy),
    [],
  );
  for (const file of new Set(Object.values(shownBy))) await access(path.join(root, file));
});

test('security 28: what is not called over HTTP has its row in the code', async () => {
  let code = '';
  for await (const file of glob('{engines/*/server,apps/server}/**/*.ts', { cwd: root }))
    if (!file.endsWith('.test.ts')) code += await readFile(path.join(root, file), 'utf8');
  assert.deepEqual(
    Object.entries(writes).filter(([, action]) => !code.includes(`'${action}'`)),
    [],
  );
});
