import { pathToCode } from '#engines/territory/model';
import { paths } from './pack.ts';
import { people } from './world.ts';

export type Choose = <Item>(items: readonly Item[]) => Item;
export type Ask = string | ((choose: Choose) => string);
const anyCode: Ask = (choose) => `at=${pathToCode(choose(paths))}`;
export const always = 'from=2020-01-01&to=2030-01-01';

const at = (choose: Choose): string => {
  const place = pathToCode(choose(paths));
  return `district=${place.slice(0, 6)}&plan=test.visit&place=${place}`;
};
const slots: Ask = (choose) => at(choose);

/**
 * How each GET operation is asked: its query. A new operation has no entry here and fails the test until somebody has
 * thought about it. `alone`: proved elsewhere, because no member of staff can ask it.
 */
export const asked: Readonly<Record<string, readonly Ask[] | 'alone'>> = {
  // case
  listPlaybooks: [''],
  getDesignGround: [''],
  listDesigns: [''],
  listDesignProposals: [''],
  getDesign: [''],
  listPublications: [''],
  listCases: [
    'size=100',
    'size=100&sort=due',
    'size=100&view=inbox',
    'size=100&view=reported',
    'size=100&words=%E7%94%B5%E6%A2%AF',
    anyCode,
  ],
  countInbox: [''],
  getCase: [''],
  getCaseFile: [''],
  listExports: ['view=mine', 'view=decide'],
  getExportFile: [`key=${'a'.repeat(43)}`],
  listPlates: [anyCode],
  openPlate: [''],
  listPlateMatters: [''],
  listDocuments: [''],
  previewDocument: [''],
  getSheetTemplate: [''],
  suggestRouting: [''],
  getRoutingModel: [''],
  listPlans: [''],
  seeCalendar: ['from=2026-03-01&to=2026-03-31'],
  listMyReports: 'alone',
  getMyReport: 'alone',
  listMyReportDocuments: 'alone',
  getMyReportDocument: 'alone',
  listSlotPlacesPublicly: ['district=990101&plan=test.visit'],
  listSlotsPublicly: [slots],
  listSlotPlaces: ['district=990101&plan=test.visit'],
  listSlots: [slots],
  listSlotPlans: ['district=990101', 'district=990102'],
  listSlotDesks: ['district=990101&day=2026-11-23', 'district=990102&day=2026-11-23'],
  listFailedEffects: ['', 'state=given-up'],
  countFailedEffects: [''],
  getPlanGround: [''],
  listSlotBookings: [(choose) => `${at(choose)}&day=2026-11-23`],
  // figures
  listIndicators: [''],
  getFigures: [
    (choose) => `ids=test.plain&at=${pathToCode(choose(paths))}&${always}&by=community`,
    (choose) =>
      `ids=${choose(['test.closed', 'test.persons'])}&at=${pathToCode(choose(paths))}&${always}&dimension=body`,
  ],
  openFigure: [(choose) => `at=${pathToCode(choose(paths))}&${always}&part=numerator&size=100`],
  // territory
  listRoots: [''],
  getTerritory: [''],
  listChildren: [''],
  listBoundaries: ['level=grid', 'level=community'],
  searchTerritory: ['words=%E5%9C%B0', 'words=9901'],
  listPublicPlaces: [''],
  listPublicBoundaries: ['level=grid'],
  checkBoundaries: [''],
  suggestHouseholdGroups: ['size=50'],
  listHouseholdGroups: [''],
  listLevels: [''],
  listZones: [''],
  listRulings: [''],
  listHistory: [''],
  listChanges: ['', anyCode],
  getChange: [''],
  // organisation
  // One’s own account, whoever one is.
  getMe: 'alone',
  seeFactors: 'alone',
  seeSecurity: 'alone',
  listOwnSessions: 'alone',
  listSuspended: [''],
  seeSignInWays: [''],
  listProposals: ['', 'state=open'],
  listGrants: ['', 'view=open'],
  seeAdministrators: [''],
  seeInstallation: [''],
  listDemoAccounts: [''],
  listPeople: ['', 'words=%E4%BA%BA', anyCode],
  seeLeaving: [''],
  listRoles: [''],
  listPermissions: [''],
  listRoleProposals: [''],
  exportRoles: [''],
  listShifts: [(choose) => `at=${pathToCode(choose(paths))}&from=2026-11-01&to=2026-11-20`],
  seeOnDuty: [anyCode],
  seeMyDuty: ['from=2026-11-01&to=2026-11-20'],
  listDutyPeople: [anyCode],
  listSwaps: ['', anyCode],
  listLeaves: ['', anyCode],
  proposeCovers: [(choose) => `post=${choose(people).post}&from=2026-11-25&to=2026-11-28`],
  listTransfers: ['', anyCode],
  listMembers: [''],
  seeGridForce: [''],
  getCardPhoto: [''],
  seePublicBoard: [''],
  getPublicPhoto: [''],
  listBodies: ['', 'words=%E5%8D%95', anyCode],
  getBody: [''],
  seeChart: [anyCode],
  listPosts: ['', anyCode],
  seePostJob: [''],
  listMyJobs: [''],
  listBusinessLines: [''],
  listLinePosts: ['line=grid.safety', anyCode],
  findAnswerer: [(choose) => `at=${pathToCode(choose(paths))}&line=grid.safety`],
  listEstablishment: ['', anyCode],
  listLoads: ['', anyCode],
  listBodyKinds: [''],
  getResident: 'alone',
  listResidentSessions: 'alone',
  exportResident: 'alone',
  // notices
  listNotices: [''],
  countNotices: [''],
  listNoticeReceipts: [''],
  listMyNotices: 'alone',
  countMyNotices: 'alone',
  seeQueue: [''],
  // others
  listImportMaps: [''],
  getJob: [''],
  getJobFile: [''],
  live: 'alone',
  getSettings: [''],
  listAudit: ['', 'action=case.report'],
  getAuditHealth: [''],
};
