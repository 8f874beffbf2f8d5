import type { FastifyInstance } from 'fastify';
import type { Id } from '#kernel/ids';
import { caseRoutes } from '#engines/case/contract';
import { noCase } from '#engines/case/model';
import { codeToPath } from '#engines/territory/model';
import { bindRoutes } from '#platform/server/http';
import type { Parts, Session } from '#platform/server/parts';
import { createApplicantHandlers } from './applicant/find-applicant.ts';
import { createDocumentHandlers } from './documents/document-handlers.ts';
import { createCaseEngineParts } from './engine-parts.ts';
import { designHandlers } from './designs/design-handlers.ts';
import type { CasePorts } from './ports.ts';
import { createEffectHandlers } from './effects/mend-effects.ts';
import { createPlanHandlers } from './plans/plan-handlers.ts';
import { createLearning } from './learn/index.ts';
import { createPublicHandlers } from './public-handlers.ts';
import { createResidentHandlers } from './resident-handlers.ts';
import { createSlotHandlers } from './slots/slot-handlers.ts';
import { createSheetHandlers } from './sheets/sheet-handlers.ts';
import { createStaffHandlers } from './staff-handlers.ts';
import type { CaseUseCases } from './use-cases.ts';

export { onBehalfFields } from './on-behalf.ts';
export type { CaseDefinitions, CasePorts, CaseRole, LocatedPlace, WherePlace } from './ports.ts';
export type * from './use-cases.ts';
export { caseSettings } from './case-settings.ts';
export type { WorkHandOver } from './hand-over.ts';

/** Matters: reported, worked on by the rules of their playbook, answered. */
export const createCaseEngine = (parts: Parts, ports: CasePorts) => {
  const engine = createCaseEngineParts(parts, ports);
  const { commands, bulk, store, definitions, lists, plates } = engine;
  const learning = createLearning(engine);

  const useCases: CaseUseCases = {
    reportCase: commands.reportCase,
    takeAction: async (input) => (await commands.takeAction(input)).state,
    findState: async (district, id) => (await store.findCase([district], id)).stored?.state ?? noCase,
    writeHistories: bulk.writeHistories,
    importCases: bulk.importCases,
  };

  return {
    routes: (app: FastifyInstance): void =>
      bindRoutes(app, caseRoutes, {
        ...createStaffHandlers(engine),
        ...createPublicHandlers(engine),
        ...createResidentHandlers(engine),
        ...createApplicantHandlers(engine),
        ...createSlotHandlers(engine),
        ...designHandlers(engine.designs),
        ...learning.handlers,
        ...createPlanHandlers(engine),
        ...createEffectHandlers(engine),
        ...createDocumentHandlers(engine),
        ...createSheetHandlers(engine),
      }),
    ...useCases,
    /** QR plates for the buildings below a place that have none; for programs of the server. */
    makePlates: async (at: string): Promise<number> => {
      const path = codeToPath(at);
      const everything = {
        person: null,
        scopes: [{ scope: path }],
      };
      return (await plates.makePlates(everything, { id: parts.newId(), at, address: null })).made;
    },
    /** Suggestions for dispatch are learnt anew from the closed matters of a district, as a job. */
    startLearning: learning.startLearning,
    /** Reminds of booked times that are near; a job does it every five minutes. */
    remindOfSlots: engine.slots.reminders.remindDue,
    /** Runs what follows from steps, and what clocks have to do now; jobs do it each minute. */
    runEffects: engine.effects.settle,
    watchClocks: engine.clocks.watch,
    /** Forgets rights that are over; a job does it each night. */
    sweepGrants: engine.sweepGrants,
    /** Switches a plan of a pack on at some places, without asking who may: for programs of the server. @throws plan.unknown */
    startPlan: async (district: string, id: string, places: readonly string[], person: Id): Promise<void> => {
      const { plan } = await engine.plans.store.getPlan(district, id);
      await engine.plans.store.putPlan(parts.sql, district, { plan, on: true, places }, { person, at: parts.clock() });
    },
    /** Opens what plans ask for today; a job does it every ten minutes. */
    openPlanned: engine.plans.openPlanned,
    /** Takes away files of exports that were fetched or are over; a job does it every ten minutes. */
    sweepExports: engine.requests.sweep,
    /** For the organisation: how many open matters wait at each post. */
    countOpenCases: lists.countOpenCases,
    /** For the organisation, in its transaction: open work of a body, and its going over to another. */
    countAssigned: engine.handOver.countAssigned,
    findAssigned: engine.handOver.findAssigned,
    handOverCases: engine.handOver.handOverCases,
    listOpenAt: engine.handOver.listOpenAt,
    /** A plate in use; one that is unknown or revoked is refused with `plate.unknown`. */
    getPlate: plates.getPlate,
    ensurePlate: plates.ensurePlate,
    /** Matters and plates follow changes of the tree, in their transaction. */
    relocate: engine.relocate.follower,
    /** For facts: where some matters lie now. */
    placesOf: engine.relocate.placesOf,
    /** For figures: number and title of those of the matters that the session may read. */
    namesOfSubjects: async (session: Session, subjects: readonly { readonly id: Id }[]) => {
      const ids = subjects.map(({ id }) => id);
      const rows = ids.length ? await lists.listByIds(engine.readers.readerOf(session, parts.clock()), ids) : [];
      return new Map(rows.map(({ id, number, title }) => [id, { number, title }] as const));
    },
    /** For retention: personal values whose time is over. */
    expireContacts: engine.expireContacts,
    /** For residents’ accounts: what they follow, as they see it; and to untie them when they leave. */
    reportsOf: engine.followers.reportsOf,
    joinedBy: engine.followers.joinedBy,
    forgetResident: engine.followers.forgetResident,
    /** Every playbook that packs declare or districts published. */
    everyPlaybook: engine.definitions.everyPlaybook,
    /** Which numbers of a collection were imported already. */
    knownImports: lists.knownImports,
    /** Stores the playbooks in force and reads the older versions; done at the first use, if not before. */
    ready: async (): Promise<void> => {
      await definitions.ready();
      await engine.words.fillWords();
    },
  };
};

export type CaseEngine = ReturnType<typeof createCaseEngine>;
