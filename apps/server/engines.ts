import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import { sentenceOf } from '#kernel/domain-error';
import type { LoadedPacks } from '#kernel/pack-loader';
import type { CodeList } from '#fields/field';
import type { Playbook } from '#engines/case/model';
import { type CaseEngine, createCaseEngine } from '#engines/case/server';
import type { ImportMap } from '#engines/exchange/model';
import { createExchangeEngine, type ExchangeEngine } from '#engines/exchange/server';
import type { Indicator } from '#engines/indicator/model';
import { createIndicatorEngine, type IndicatorEngine } from '#engines/indicator/server';
import type { BodyKind, BusinessLine, Role } from '#engines/organisation/model';
import { createNoticeEngine, type NoticeEngine } from '#engines/notice/server';
import type { NoticeTemplate } from '#engines/notice/model';
import { createOrganisationEngine, type OrganisationEngine } from '#engines/organisation/server';
import { districtPath } from '#engines/territory/model';
import { createTerritoryEngine, type TerritoryEngine } from '#engines/territory/server';
import { createCalendar } from '#platform/server/calendar';
import type { KeyFor } from '#platform/server/keys';
import type { Parts } from '#platform/server/parts';
import { divisionPorts } from './wiring/divisions.ts';
import { gatewaysFrom } from './wiring/gateways.ts';
import { locatePlaceBy } from './wiring/locate-place.ts';
import { mayReadAbout } from './wiring/may-read-about.ts';
import { followersOf } from './wiring/followers.ts';
import { phonesNear } from './wiring/phones-near.ts';
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

/** Makes the engines and answers, port by port, what one asks of another. */
export const createEngines = ({ parts, packs, pool, keyFor }: EngineSources): Engines => {
  const roles = packs.all<Role>('roles');
  const codeLists = packs.all<CodeList>('codeLists');
  const territory = createTerritoryEngine(parts, {
    pool,
    // Matters go before the facts, which follow their subjects.
    followers: followersOf(() => [organisation.relocate, cases.relocate, indicators.relocate]),
  });
  const { namesOf } = territory;

  const organisation = createOrganisationEngine(parts, {
    roles: () => roles,
    bodyKinds: packs.all<BodyKind>('bodyKinds'),
    findPath: async (code) => (await territory.findNode(code))?.path,
    namesOf,
    countOpenCases: (posts) => cases.countOpenCases(posts),
    businessLines: packs.all<BusinessLine>('businessLines'),
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
    tellPerson: (sql, told) => notices.tell(sql, told),
  });

  const cases = createCaseEngine(parts, {
    definitions: { playbooks: packs.all<Playbook>('playbooks'), codeLists, roles },
    locatePlace: locatePlaceBy(territory),
    namesOf,
    findBody: organisation.findBody,
    namesOfBodies: organisation.namesOfBodies,
    namesOfPersons: organisation.namesOfPersons,
    calendar: createCalendar(parts.settings),
    buildingsBelow: async (path) => (await territory.childrenAtLevel(path, 'building')).map((node) => node.path),
    phonesAt: phonesNear(territory),
    keyFor,
  });

  const notices = createNoticeEngine(parts, {
    templates: packs.all<NoticeTemplate>('noticeTemplates'),
    holdersOf: organisation.holdersOf,
    leadersOf: organisation.leadersOf,
    contactOf: organisation.contactOf,
    contactOfResident: async () => ({ phone: null, email: null }),
    mayRead: mayReadAbout(cases),
    namesOfPersons: organisation.namesOfPersons,
    gateways: gatewaysFrom(parts),
  });

  const indicators = createIndicatorEngine(parts, {
    indicators: packs.all<Indicator>('indicators'),
    findNode: territory.findNode,
    childrenAtLevel: territory.childrenAtLevel,
    namesOf,
    namesOfValues: valueNames(packs, organisation.namesOfAnyBodies),
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
    ready: cases.ready,
    close: () => organisation.close(),
  };
};
