import type { Static } from 'typebox';
import { DomainError } from '#kernel/domain-error';
import { chinaDate, plusDays } from '#kernel/instant';
import { label } from '#kernel/label';
import type { caseRoutes, OwnPlan, planRoutes } from '#engines/case/contract';
import {
  findStage,
  metresBetween,
  nextDays,
  type Plan,
  type PlanFault,
  planFaults,
  plannableCategories,
  routeOfTheDay,
} from '#engines/case/model';
import { codeToPath, inScope } from '#engines/territory/model';
import type { Handlers } from '#platform/server/http';
import type { Session } from '#platform/server/parts';
import { withReceipt } from '#platform/server/receipts';
import type { CaseEngineParts } from '../engine-parts.ts';
import { ownersLabel } from '../parts-view.ts';
import type { DistrictPlan } from './plan-store.ts';

/** Stops of one way: more than anybody walks in a day. */
const STOPS = 60;
const DAY = 86_400_000;
/** Days that somebody sees before a plan is saved. */
const PREVIEW = 6;

type Answer<Route extends 'listPlans'> = Awaited<ReturnType<Handlers<typeof caseRoutes>[Route]>>;
type PlanView = Answer<'listPlans'>[number];

export const createPlanHandlers = (
  engine: CaseEngineParts,
): Pick<Handlers<typeof caseRoutes>, keyof typeof planRoutes> => {
  const { parts, ports, definitions, plans, lists, views, readers } = engine;

  const districtOf = (session: Session): string => {
    const [post] = session.posts;
    if (!post) throw new DomainError('permission.denied');
    return post.district;
  };

  /** Only within the range of the posts that carry the right. */
  const assertReach = (session: Session, district: string, places: readonly string[] | null): void => {
    const reach = session.posts.filter((post) => post.permissions.has('plan.manage'));
    const paths = places?.map(codeToPath) ?? [codeToPath(district)];
    if (!paths.every((path) => reach.some((post) => inScope(path, post.scope))))
      throw new DomainError('permission.denied');
  };

  /** Whether a plan opens matters within the range of somebody's posts, or at a place around it. */
  const concerns = (session: Session, places: readonly string[] | null): boolean =>
    places === null ||
    places
      .map(codeToPath)
      .some((path) => session.posts.some(({ scope }) => inScope(path, scope) || inScope(scope, path)));

  /** Before somebody switched it on a plan opened nothing. */
  const isWithin = ({ changedAt }: DistrictPlan, day: string): boolean => !changedAt || day >= chinaDate(changedAt);

  const viewsOf = async (district: string, found: readonly DistrictPlan[]): Promise<PlanView[]> => {
    const [calendar, last] = await Promise.all([ports.calendar(), plans.store.lastDays(district)]);
    const today = chinaDate(parts.clock());
    const playbooks = definitions.playbooksIn(district);
    return found.map(({ plan, on, own, places }) => {
      const playbook = playbooks.find((one) => one.id === plan.playbook);
      const done = last.get(plan.id);
      return {
        id: plan.id,
        name: plan.name,
        summary: plan.summary,
        playbook: { id: plan.playbook, name: playbook?.name ?? label(plan.playbook, plan.playbook) },
        category: {
          code: plan.category,
          name: playbook ? definitions.categoryName(playbook, plan.category) : label(plan.category, plan.category),
        },
        level: plan.level,
        every: plan.every as PlanView['every'],
        opensAt: plan.opensAt,
        workingDays: plan.workingDays === true,
        season: plan.season ?? null,
        on,
        own,
        places: places ? [...places] : null,
        // What has opened today is not to come.
        nextDays: on ? [...nextDays(plan, done?.day === today ? plusDays(today, 1) : today, calendar, 3)] : [],
        last: done ? { day: done.day, opened: done.opened, missed: done.missed } : null,
      };
    });
  };

  const viewOf = async (district: string, plan: DistrictPlan): Promise<PlanView> => {
    const [view] = await viewsOf(district, [plan]);
    if (!view) throw new DomainError('plan.unknown', { id: plan.plan.id });
    return view;
  };

  const change = async (
    call: { readonly session: Session; readonly address: string },
    command: { readonly id: string; readonly said: unknown },
    changed: Pick<DistrictPlan, 'plan' | 'on' | 'places'>,
  ): Promise<PlanView> => {
    const { session, address } = call;
    const district = districtOf(session);
    assertReach(session, district, changed.places);
    const said = ['plan', session.person, command.said];
    await withReceipt(parts.sql, { district, id: command.id, said }, async (trx) => {
      await plans.store.putPlan(trx, district, changed, { person: session.person, at: parts.clock() });
      await parts.audit.write(trx, {
        district,
        person: session.person,
        address,
        action: 'plan.change',
        object: `plan:${changed.plan.id}`,
        result: 'done',
        detail: { on: changed.on, places: changed.places?.length ?? null },
      });
      return null;
    });
    return viewOf(district, await plans.store.getPlan(district, changed.plan.id));
  };

  const ownPlan = (id: string, { name, summary, workingDays, season, ...rest }: Static<typeof OwnPlan>): Plan => ({
    ...rest,
    id,
    name: label(name, name),
    summary: label(summary, summary),
    ...(workingDays && { workingDays }),
    ...(season && { season }),
  });

  const faultsOf = (session: Session, plan: Plan): readonly PlanFault[] =>
    planFaults(plan, {
      playbooks: new Map(definitions.playbooksIn(districtOf(session)).map((one) => [one.id, one])),
      levels: plans.levels,
      fields: definitions.fields,
    });

  const wrong = ({ field, problem }: PlanFault, also: readonly DomainError[] = []): DomainError =>
    new DomainError('plan.wrong', { problem }, { field, also });

  const inboxOf = async (session: Session, size: number) => {
    await definitions.ready();
    const reader = readers.readerOf(session, parts.clock());
    return lists.listCases({ view: 'inbox', sort: 'due', size }, reader, readers.workingPosts(session), parts.clock());
  };

  return {
    listPlans: async ({ session }) => {
      const district = districtOf(session);
      return viewsOf(district, await plans.store.plansOf(district));
    },
    switchPlan: async ({ session, params, body, address }) => {
      const { plan } = await plans.store.getPlan(districtOf(session), params.plan);
      const { on, places } = body;
      return change({ session, address }, { id: body.id, said: [plan.id, on, places] }, { plan, on, places });
    },
    savePlan: async ({ session, params, body, address }) => {
      const plan = ownPlan(params.plan, body.plan);
      const [fault, ...others] = faultsOf(session, plan);
      if (fault)
        throw wrong(
          fault,
          others.map((one) => wrong(one)),
        );
      const district = districtOf(session);
      const known = (await plans.store.plansOf(district)).find((one) => one.plan.id === plan.id);
      const { on = known?.on ?? false, places = known?.places ?? null } = body;
      return change({ session, address }, { id: body.id, said: [plan, on, places] }, { plan, on, places });
    },
    previewPlan: async ({ session, body }) => {
      const district = districtOf(session);
      const plan = ownPlan('own.preview', body.plan);
      const faults = faultsOf(session, plan);
      // What is no day of the year, or no day of the month, never comes.
      const days = faults.length > 0 ? [] : nextDays(plan, chinaDate(parts.clock()), await ports.calendar(), PREVIEW);
      const count = plans.levels.has(plan.level)
        ? (await plans.placesOf(district, plan, body.places ?? null)).length
        : 0;
      return { days: [...days], places: count, faults: faults.map((one) => ({ ...one })) };
    },
    getPlanGround: async ({ session }) => {
      await definitions.ready();
      return {
        playbooks: definitions.playbooksIn(districtOf(session)).flatMap((playbook) => {
          const { id, name, summary } = playbook;
          const codes = plannableCategories(playbook, definitions.fields);
          const categories = codes.map((code) => ({ code, name: definitions.categoryName(playbook, code) }));
          const start = findStage(playbook, playbook.start)?.owner;
          const owner = ownersLabel(start ? [start] : [], definitions);
          return categories.length > 0 ? [{ id, name, summary, owner, categories }] : [];
        }),
        levels: [...plans.levels],
      };
    },
    seeRoute: async ({ session, body }) => {
      const now = parts.clock();
      const found = await inboxOf(session, STOPS);
      const noon = new Date(Math.floor((Date.parse(now) + DAY / 3) / DAY) * DAY + DAY / 6).toISOString();
      const way = routeOfTheDay(
        found.rows.map((row) => ({
          id: row.id,
          point: row.lng === null || row.lat === null ? null : { lng: row.lng, lat: row.lat },
          path: row.path,
          first: row.due_at !== null && row.due_at < noon,
        })),
        body.point ?? null,
      );
      const names = await views.namesFor(found.rows);
      const rows = new Map(found.rows.map((row) => [row.id, row]));
      let here = body.point ?? null;
      let metres = 0;
      const stops = way.flatMap((stop) => {
        const row = rows.get(stop.id);
        if (!row) return [];
        const far = here && stop.point ? Math.round(metresBetween(here, stop.point)) : null;
        here = stop.point ?? here;
        metres += far ?? 0;
        return [{ matter: views.rowView(row, names, now, true), metres: far, first: stop.first }];
      });
      return { stops, metres, more: Math.max(0, found.total - found.rows.length) };
    },
    seeCalendar: async ({ session, query }) => {
      const now = parts.clock();
      const days = Math.round((Date.parse(query.to) - Date.parse(query.from)) / DAY) + 1;
      if (!(days >= 1 && days <= 62)) throw new DomainError('calendar.range');
      const [{ rows }, found, calendar] = await Promise.all([
        inboxOf(session, 100),
        plans.store.plansOf(districtOf(session)),
        ports.calendar(),
      ]);
      const running = found
        .filter((one) => one.on && concerns(session, one.places))
        .sort((one, other) => (one.plan.opensAt < other.plan.opensAt ? -1 : 1));
      return Array.from({ length: days }, (_, index) => {
        const day = new Date(Date.parse(query.from) + index * DAY).toISOString().slice(0, 10);
        return {
          day,
          due: rows.flatMap((row) => {
            const at = row.due_at;
            return at && chinaDate(at) === day
              ? [{ id: row.id, number: row.number, title: row.title, at, over: at <= now }]
              : [];
          }),
          plans: running
            .filter((one) => isWithin(one, day) && nextDays(one.plan, day, calendar, 1)[0] === day)
            .map(({ plan }) => ({ id: plan.id, name: plan.name, opensAt: plan.opensAt })),
        };
      });
    },
  };
};
