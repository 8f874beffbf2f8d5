import { DomainError } from '#kernel/domain-error';
import { findPathOfCode } from '#engines/territory/model';
import type { NearCase } from '#engines/case/contract';
import type { Point } from '#platform/contract';
import type { Parts } from '#platform/server/parts';
import { poolOf } from '#platform/server/sql';
import { createApplicantBook } from './applicant/keep-applicants.ts';
import { createBatch } from './batch.ts';
import { createBulk } from './bulk.ts';
import { createContext } from './case-context.ts';
import { createCaseLists } from './case-lists.ts';
import { createCaseStore } from './case-store.ts';
import { createViews } from './case-view.ts';
import { createCommands } from './commands.ts';
import { createContactSeal } from './contact-seal.ts';
import { createDefinitions } from './definitions.ts';
import { createContactExpiry } from './expire-contacts.ts';
import { createCopies } from './documents/copies.ts';
import { createDoors } from './doors.ts';
import { createPlateMatters } from './plate-matters.ts';
import { createDesigns } from './designs/designs.ts';
import { createExports } from './exports/export-file.ts';
import { createExportRequests } from './exports/export-requests.ts';
import { createEffectQueue } from './effects/effect-queue.ts';
import { createEffectRunner } from './effects/run-effect.ts';
import { createClockWatch } from './effects/watch-clocks.ts';
import { createGrounds } from './grounds.ts';
import { createFollowers } from './followers.ts';
import { createHandOver } from './hand-over.ts';
import { createNear } from './near.ts';
import { createPlates } from './plates.ts';
import type { CasePorts } from './ports.ts';
import { createWordFilling } from './fill-words.ts';
import { createOpenPlanned, createPlacesOfPlan } from './plans/open-planned.ts';
import { createPlanStore } from './plans/plan-store.ts';
import { createProgress } from './progress.ts';
import { createReaders, openlyKnown, type Reader } from './readers.ts';
import { createPublicLimits } from './public-limits.ts';
import { createRelated } from './related.ts';
import { createReveals } from './reveal.ts';
import { createGrantSweep } from './sweep-grants.ts';
import { createRelocate } from './relocate.ts';
import { createMatterSheets } from './sheets/matter-sheets.ts';
import { createSlots } from './slots/index.ts';

export interface NearQuestion {
  readonly playbook: string;
  readonly district?: string | undefined;
  readonly category?: string | undefined;
  readonly code?: string | undefined;
  readonly point?: Point | undefined;
  readonly words?: string | undefined;
  readonly reader?: Reader | undefined;
}

/** The rooms of the engine, put together once. */
export const createCaseEngineParts = (parts: Parts, ports: CasePorts) => {
  const pool = poolOf(parts.sql);
  const definitions = createDefinitions(pool, ports.definitions, parts);
  const store = createCaseStore(pool, parts.audit.stamp);
  const lists = createCaseLists(parts.sql, pool);
  const seal = createContactSeal(parts);
  const contextOf = createContext(ports, definitions);
  const views = createViews(ports, definitions);
  const doors = createDoors(ports.definitions);
  const near = createNear(parts.sql, definitions, doors);
  const readers = createReaders(ports.definitions.playbooks);
  const grounds = createGrounds(parts, definitions);
  const exports = createExports(parts, definitions, { lists, store, views, seal });

  /** Asked before a report is sent: where, of what kind, in which words. */
  const nearTo = async (asked: NearQuestion): Promise<NearCase[]> => {
    const { code, point, category, words } = asked;
    if (code !== undefined && findPathOfCode(code) === undefined) throw new DomainError('case.place-unknown');
    const place = await ports.locatePlace({
      ...(asked.district !== undefined && { district: asked.district }),
      ...(code !== undefined && { code }),
      ...(point && { point }),
    });
    if (!place) return [];
    const list = definitions.getPlaybook(asked.playbook, place.district).categories;
    const categoryClass = category === undefined ? undefined : definitions.findItem(list, category)?.parent;
    return near.nearCases({ place, category, categoryClass, words, now: parts.clock(), reader: asked.reader });
  };

  const progress = createProgress(ports, definitions, store, views);
  const followers = createFollowers(parts, store, progress);
  const slots = createSlots(parts, ports, {
    definitions,
    store,
    seal,
    lists,
    readers,
    residentsOf: followers.residentsOf,
  });
  const onEffects = (): void => effects.kick();
  const commands = createCommands(
    parts,
    ports,
    definitions,
    store,
    contextOf,
    seal,
    grounds,
    slots.book,
    createApplicantBook(parts),
    onEffects,
  );
  const runner = createEffectRunner(
    parts,
    ports,
    definitions,
    store,
    seal,
    commands,
    (district, id) => followers.residentsOf(parts.sql, district, id),
    (district, id) => followers.affectedOf(parts.sql, district, id),
  );
  const effects = createEffectQueue(parts, runner.runEffect);
  const reveals = createReveals(parts, ports, definitions, seal);
  const planStore = createPlanStore(parts, ports.definitions.plans);
  const placesOf = createPlacesOfPlan(ports);
  return {
    parts,
    ports,
    definitions,
    store,
    lists,
    views,
    seal,
    near: { nearTo },
    doors,
    plateMatters: createPlateMatters(parts.sql, definitions, doors.forNeighbours),
    words: createWordFilling(parts, pool),
    designs: createDesigns(parts, ports, definitions),
    readers,
    openly: openlyKnown(definitions.everyPlaybook),
    commands,
    plans: {
      store: planStore,
      levels: new Set(ports.definitions.levels),
      placesOf,
      openPlanned: createOpenPlanned(parts, ports, definitions, planStore, placesOf, commands),
    },
    batch: createBatch(parts, ports, definitions, store, contextOf, grounds, onEffects),
    bulk: createBulk(parts, ports, definitions, store, contextOf, seal, grounds),
    expireContacts: createContactExpiry(parts, definitions, seal),
    handOver: createHandOver(parts, definitions, contextOf, grounds),
    plates: createPlates(parts, ports),
    relocate: createRelocate(parts.live),
    progress,
    followers,
    effects,
    clocks: createClockWatch(parts, ports, definitions, store, commands, runner),
    related: createRelated(store, lists, definitions),
    slots,
    publicLimits: createPublicLimits(parts),
    exports,
    requests: createExportRequests(parts, ports, exports),
    sweepGrants: createGrantSweep(parts),
    reveals,
    sheets: createMatterSheets(parts, ports, { definitions, store, commands, contextOf }),
    documents: createCopies(parts, ports, { definitions, views, seal, reveals }),
  };
};

export type CaseEngineParts = ReturnType<typeof createCaseEngineParts>;
