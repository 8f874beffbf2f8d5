import { subscribe } from 'node:diagnostics_channel';
import { type Answered, answeredChannel } from '#platform/server/http';

/** Operations that are not asked by GET and change nothing that anyone would look for in the audit log. */
export const unaudited: Readonly<Record<string, string>> = {
  previewImport: 'shows what an import would do',
  previewChange: 'shows what a change of divisions would do',
  previewPlan: 'shows when a plan would open matters; writes nothing',
  previewSlotPlan: 'shows whom a change of bookable times would touch; writes nothing',
  nearCases: 'a search, by POST because of what it carries',
  nearPublicly: 'a search, by POST because of what it carries',
  seeRoute: 'a way through one’s own work; where the person is does not belong into an address',
  locate: 'a question about a place',
  locatePublicly: 'a question about a place',
  readCaseSheet: 'headers of a sheet that was sent; writes nothing',
  previewCaseSheet: 'a check of a sheet; writes nothing',
  seeProgress: 'a look by query code; the code does not belong into an address',
  listProgressDocuments: 'a look by query code; the code does not belong into an address',
  getProgressDocument: 'a look by query code; the code does not belong into an address',
  getProgressFile: 'a look by query code; the code does not belong into an address',
  askPasskey: 'a challenge; the answer to it is a row',
  beginPasskey: 'a challenge; the enrolment is a row',
  beginTotp: 'a proposal; the enrolment is a row',
  beginOidc: 'a way to the provider; coming back is a row',
  beginLink: 'a way to the provider; coming back is a row',
  putFile: 'bytes that nobody refers to yet; the deed that names them is a row',
  putFilePublicly: 'bytes that nobody refers to yet; the deed that names them is a row',
  importBoundaries: 'starts a job; what the job changes is a row of its own transaction',
  startImport: 'starts a job; what the job changes is a row of its own transaction',
  markNoticesRead: 'one’s own marks of what was read; an acknowledgement is a row',
  markMyNoticesRead: 'one’s own marks of what was read',
};

/** Operations that may find nothing to change: a row is not asked of each answer, but of one at least in each test process. */
export const sometimesNothing: Readonly<Record<string, string>> = {
  takeBatch: 'each matter succeeds or is refused alone',
  askExport: 'a repeat finds the request standing',
  linkDuplicate: 'the link may stand already, or there may be none to take back',
  endOtherSessions: 'there may be no others',
  endSessionsOfPerson: 'there may be none',
  signOut: 'there may be no session any more',
  signOutResident: 'there may be no session any more',
  endOwnSession: 'it may have ended meanwhile',
  endResidentSession: 'it may have ended meanwhile',
  leaveMyReport: 'it may not be followed any more',
  appointFirstSecurity: 'a repeat finds the first one standing',
};

/** Answers of this process to what is not asked by GET, that left no row although one has to be there. */
export const answersWithoutRow = (): ReadonlySet<string> => without;

const without = new Set<string>();

subscribe(answeredChannel, (message) => {
  const { route, method, left } = message as Answered;
  if (method === 'GET' || left) return;
  if (!(route in unaudited) && !(route in sometimesNothing)) without.add(route);
});
