import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import { sentenceOf } from '#kernel/domain-error';
import { label } from '#kernel/label';
import type { LoadedPacks } from '#kernel/pack-loader';
import type { CodeList } from '#fields/field';
import type {
  CaseDocument,
  DoorGroup,
  Plan,
  Playbook,
  ReportChannel,
  ResidentDoor,
  SlotPlan,
} from '#engines/case/model';
import { type CaseEngine, createCaseEngine } from '#engines/case/server';
import type { ImportMap } from '#engines/exchange/model';
import { createExchangeEngine, type ExchangeEngine } from '#engines/exchange/server';
import type { Indicator } from '#engines/indicator/model';
import { createIndicatorEngine, type IndicatorEngine } from '#engines/indicator/server';
import type { BodyKind, BusinessLine, Role, StaffRule } from '#engines/organisation/model';
import { createNoticeEngine, type NoticeEngine } from '#engines/notice/server';
import type { NoticeTemplate } from '#engines/notice/model';
import { createOrganisationEngine, type OrganisationEngine } from '#engines/organisation/server';
import { defaultLevels, districtPath } from '#engines/territory/model';
import { createTerritoryEngine, type TerritoryEngine } from '#engines/territory/server';
import { createCalendar } from '#platform/server/calendar';
import type { KeyFor } from '#platform/server/keys';
import type { Parts } from '#platform/server/parts';
import { permissions } from './permissions.ts';
import { knownPermissions } from './section-checkers.ts';
import { divisionPorts } from './wiring/divisions.ts';
import { gatewaysFrom } from './wiring/gateways.ts';
import { locatePlaceBy } from './wiring/locate-place.ts';
import { mayReadAbout } from './wiring/may-read-about.ts';
import { notifyBy } from './wiring/notify.ts';
import { followersOf } from './wiring/followers.ts';
import { oidcFrom } from './wiring/oidc-settings.ts';
import { phonesNear } from './wiring/phones-near.ts';
import { tellSecurityBy } from './wiring/tell-security.ts';
import { valueNames } from './wiring/value-names.ts';

type CaseTransaction = Parameters<CaseEngine['countAssigned']>[0];

export interface Engines {
  readonly territory: TerritoryEngine;
  readonly organisation: OrganisationEngine;
  readonly cases: CaseEngine;
  readonly indicators: IndicatorEngine;
  readonly exchange: ExchangeEngine;
  readonly notices: NoticeEngine;
  readonly routes: (app: FastifyInstance) => void;
  /** Resolves when every engine has read what it keeps in memory. */
  readonly ready: () => Promise<void>;
  readonly close: () => void;
}

interface EngineSources {
  readonly parts: Parts;
  readonly packs: LoadedPacks;
  readonly pool: pg.Pool;
  readonly keyFor: KeyFor;
}

/** Residents and their codes belong to no district. */
const nowhere = '000000';

/** Makes the engines and answers, port by port, what one asks of another. */
export const createEngines = ({ parts, packs, pool, keyFor }: EngineSources): Engines => {
  const roles = packs.all<Role>('roles');
  const codeLists = packs.all<CodeList>('codeLists');
  const territory = createTerritoryEngine(parts, {
    pool,
    postsAt: (path) => organisation.postsAt(path),
    // Matters go before the facts, which follow their subjects.
    followers: followersOf(() => [organisation.relocate, cases.relocate, indicators.relocate]),
  });
  const { namesOf } = territory;

  const organisation = createOrganisationEngine(parts, {
    roles: () => roles,
    permissions: permissions.filter(({ id }) => knownPermissions.has(id)),
    bodyKinds: packs.all<BodyKind>('bodyKinds'),
    findPath: async (code) => (await territory.findNode(code))?.path,
    namesOf,
    countOpenCases: (posts) => cases.countOpenCases(posts),
    businessLines: packs.all<BusinessLine>('businessLines'),
    staffRules: packs.all<StaffRule>('staffRules'),
    countAssigned: (trx, ...asked) => cases.countAssigned(trx as CaseTransaction, ...asked),
    findAssigned: (trx, ...asked) => cases.findAssigned(trx as CaseTransaction, ...asked),
    handOverCases: (trx, given) => cases.handOverCases(trx as CaseTransaction, given),
    listOpenCases: (post) => cases.listOpenAt(post),
    calendar: createCalendar(parts.settings),
    profilesOf: territory.profilesOf,
    gridOf: async (path) => (await territory.ancestorAt(path, 'grid'))?.path,
    phonesAt: phonesNear(territory),
    findPlate: (code) => cases.getPlate(code),
    ensurePlate: (path, by) => cases.ensurePlate(path, by),
    keyFor,
    oidc: oidcFrom(parts),
    tellPerson: (sql, told) => notices.tell(sql, told),
    residents: {
      sendCode: async (sql, { request, phone, code, minutes, expiresAt }) => {
        await notices.sendNotice(sql, {
          district: nowhere,
          id: request,
          template: 'resident.code',
          values: { code, minutes },
          to: [{ phone }],
          channels: ['sms'],
          expiresAt,
        });
      },
      tellPhoneChanged: async (sql, phone, event) => {
        await notices.sendNotice(sql, {
          district: nowhere,
          id: event,
          template: 'resident.phone-changed',
          values: {},
          to: [{ phone }],
          channels: ['sms'],
        });
      },
      dataOf: async (session) => ({
        reports: await cases.reportsOf(session),
        joined: await cases.joinedBy(session.person),
        notices: await notices.exportOf(session),
      }),
      forget: async (sql, resident) => {
        await notices.forgetResident(sql, resident);
        await cases.forgetResident(sql, resident);
      },
    },
  });

  const cases = createCaseEngine(parts, {
    definitions: {
      playbooks: packs.all<Playbook>('playbooks'),
      codeLists,
      roles,
      bodyKinds: packs.all<BodyKind>('bodyKinds'),
      templates: packs.all<NoticeTemplate>('noticeTemplates').map((template) => template.id),
      documents: packs.all<CaseDocument>('documents'),
      plans: packs.all<Plan>('plans'),
      doors: packs.all<ResidentDoor>('residentDoors'),
      doorGroups: packs.all<DoorGroup>('doorGroups'),
      channels: packs.all<ReportChannel>('reportChannels'),
      levels: defaultLevels.map((level) => level.id),
    },
    districts: organisation.districts,
    placesAtLevel: territory.childrenAtLevel,
    locatePlace: locatePlaceBy(territory),
    namesOf,
    findBody: organisation.findBody,
    namesOfBodies: organisation.namesOfBodies,
    heirsOf: organisation.heirsOf,
    namesOfPersons: organisation.namesOfPersons,
    calendar: createCalendar(parts.settings),
    buildingsBelow: async (path) => (await territory.childrenAtLevel(path, 'building')).map((node) => node.path),
    phonesAt: phonesNear(territory),
    postsHeld: organisation.postsOf,
    postsOfBody: organisation.postsOfBody,
    postsFor: organisation.postsFor,
    personsOnDuty: organisation.personsOnDuty,
    notify: notifyBy(packs.all<NoticeTemplate>('noticeTemplates'), () => notices),
    slots: {
      plans: packs.all<SlotPlan>('slotPlans'),
      bodiesOfKind: organisation.bodiesOfKind,
      scopesOfRole: organisation.scopesOfRole,
      owners: {
        bodyKinds: new Set(packs.all<BodyKind>('bodyKinds').map((kind) => kind.id)),
        roles: new Set(roles.map((role) => role.id)),
      },
    },
    tellSecurity: tellSecurityBy(
      parts,
      () => roles,
      () => notices,
    ),
    tellPerson: (sql, told) => notices.tell(sql, told),
    keyFor,
  });

  const notices = createNoticeEngine(parts, {
    templates: packs.all<NoticeTemplate>('noticeTemplates'),
    holdersOf: organisation.holdersOf,
    leadersOf: organisation.leadersOf,
    contactOf: organisation.contactOf,
    contactOfResident: organisation.contactOfResident,
    mayRead: mayReadAbout(cases),
    namesOfPersons: organisation.namesOfPersons,
    gateways: gatewaysFrom(parts),
  });

  const indicators = createIndicatorEngine(parts, {
    indicators: packs.all<Indicator>('indicators'),
    codeList: (id) => codeLists.find((list) => list.id === id),
    packOf: (id) => {
      const pack = packs.packOf('indicators', id);
      return { id: pack?.id ?? id, name: pack?.name ?? label(id, id) };
    },
    findNode: async (code) => {
      const node = await territory.findNodeEver(code);
      return node && { ...node, ended: node.ended !== undefined };
    },
    childrenAtLevel: territory.childrenAtLevel,
    childrenBetween: territory.childrenBetween,
    namesOf,
    namesOfValues: valueNames(packs, organisation.namesOfAnyBodies, cases.everyPlaybook),
    scopesToRead: (session) => organisation.scopesWith(session, 'figure.read'),
    scopesToOpen: (session) => organisation.scopesInFullWith(session, 'figure.read'),
    namesOfSubjects: cases.namesOfSubjects,
    placesOf: cases.placesOf,
  });

  /** In a demo installation whoever imported a district sees it; elsewhere posts are given by those who may. */
  const shareImported = async (district: string, person: string): Promise<void> => {
    const scope = districtPath(district);
    const name = (await namesOf([scope])).get(scope) ?? district;
    await organisation.lendPost({ person, scope, title: `${name}数据查看（演示）` });
  };

  const exchange = createExchangeEngine(parts, {
    importMaps: packs.all<ImportMap>('importMaps'),
    codeList: (id) => codeLists.find((list) => list.id === id),
    ...(parts.demo ? { shareImported } : {}),
    ...divisionPorts(territory),
    ensureBodies: organisation.ensureBodies,
    countMissingBodies: organisation.countMissingBodies,
    takePastCases: async (batch, by) => {
      const { refused, ...rest } = await cases.importCases(batch, { by });
      return {
        ...rest,
        refused: refused.map(({ externalId, refusal }) => ({ externalId, reason: sentenceOf(refusal) })),
      };
    },
    knownPastCases: cases.knownImports,
  });

  return {
    territory,
    organisation,
    cases,
    indicators,
    exchange,
    notices,
    routes: (app) => {
      for (const engine of [organisation, territory, cases, indicators, exchange, notices]) engine.routes(app);
    },
    ready: async () => {
      await organisation.ready();
      await cases.ready();
    },
    close: () => organisation.close(),
  };
};
