import { setImmediate as breathe } from 'node:timers/promises';
import { sql as raw } from 'kysely';
import { type Label, label } from '#kernel/label';
import type { Id } from '#kernel/ids';
import { chinaDate, chinaInstant, plusDays } from '#kernel/instant';
import type { Job } from '#platform/contract';
import type { RoutingModelCard } from '#engines/case/contract';
import { learn } from '#engines/case/model';
import type { JobResult, Parts } from '#platform/server/parts';
import type { Definitions } from '../definitions.ts';
import type { CasePorts } from '../ports.ts';
import type { ModelStore, TrainedModel } from './model-store.ts';
import { familiesOf, readPastMatters } from './past-matters.ts';

const KIND = 'case.learn-routing';
/** Closed matters without which nothing is learnt. */
export const FEWEST_MATTERS = 100;
/** The last part of the matters, by time, that the test does not show to the model. */
const HELD_OUT = 0.1;
const COUNTED_DAYS = 90;
/** Milliseconds at a stretch; in between others get their turn. */
const STRETCH = 10;

/** Does the work in small pieces, so that the server goes on answering. */
const inPieces = async <Result>(work: Generator<void, Result>): Promise<Result> => {
  for (let since = performance.now(); ; ) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() - since < STRETCH) continue;
    await breathe();
    since = performance.now();
  }
};

const partText = (part: number): string => `${(part * 100).toFixed(1)}%`;

const messageOf = ({ state, matters, holdOut }: RoutingModelCard): Label => {
  if (!holdOut || state === 'few')
    return label(
      `可学习的已办结事项只有 ${matters} 件，不足 ${FEWEST_MATTERS} 件，暂不训练。`,
      `There are only ${matters} closed matters to learn from, fewer than ${FEWEST_MATTERS}; nothing was trained.`,
    );
  const [ours, plain] = [partText(holdOut.model.top1), partText(holdOut.lookup.top1)];
  return state === 'good'
    ? label(
        `已用 ${matters} 件事项训练：首选准确率 ${ours}，查表基线 ${plain}。`,
        `Trained on ${matters} matters: the first suggestion is right in ${ours}, a plain table in ${plain}.`,
      )
    : label(
        `已用 ${matters} 件事项训练，但准确率 ${ours} 不如查表基线 ${plain}，未启用。`,
        `Trained on ${matters} matters, but right in ${ours} only where a plain table is in ${plain}; it is not used.`,
      );
};

const graded = (grade: learn.MeasuredGrade | null): { shown: number; right: number } | null =>
  grade && { shown: grade.shown, right: grade.right };

/** Learns who has which matters from those of a district that are closed: each night, and when somebody asks. */
export const createTrainJob = (
  parts: Parts,
  ports: Pick<CasePorts, 'heirsOf' | 'calendar' | 'namesOf'>,
  definitions: Definitions,
  store: ModelStore,
) => {
  const train = async (district: string, id: Id): Promise<Omit<TrainedModel, 'by'>> => {
    await definitions.ready();
    const started = performance.now();
    const now = parts.clock();
    const taken = await store.countTaken(district, chinaInstant(plusDays(chinaDate(now), -COUNTED_DAYS)));
    const { matters, bodies } = await readPastMatters(parts.sql, ports, definitions, district);
    const times = matters.map(({ at }) => at).sort();
    const known = new Set(matters.map(({ body }) => body));
    const card = {
      id,
      trainedAt: now,
      matters: matters.length,
      bodies: known.size,
      firstAt: times[0] ?? null,
      lastAt: times.at(-1) ?? null,
      taken,
    };
    const seconds = (): number => Math.round((performance.now() - started) / 10) / 100;
    const from = learn.lastPart(matters, HELD_OUT);
    if (matters.length < FEWEST_MATTERS || known.size < 2 || from === times[0])
      return { district, card: { ...card, state: 'few', seconds: seconds(), holdOut: null } };
    const families = await familiesOf(ports, matters, bodies, learn.familyOf);
    const tested = await inPieces(learn.testRouting(matters, from, { families }));
    const { trained, tested: after, model, lookup, grades } = tested;
    const holdOut = {
      trained,
      tested: after,
      from,
      model,
      lookup,
      likely: graded(grades.likely),
      possible: graded(grades.possible),
    };
    if (!learn.isWorthUsing(tested))
      return { district, card: { ...card, state: 'worse', seconds: seconds(), holdOut } };
    const learnt = {
      model: await inPieces(learn.trainRouting(matters, { families })),
      grades,
      times: learn.timesTaken(matters),
    };
    return { district, card: { ...card, state: 'good', seconds: seconds(), holdOut }, learnt };
  };

  /** One at a time in a district; whoever comes second learns the same. */
  const run = async (district: string, id: Id, by: Id | null): Promise<RoutingModelCard> => {
    const made = await train(district, id);
    await parts.sql.transaction().execute(async (trx) => {
      await raw`select pg_advisory_xact_lock(hashtextextended(${`${KIND} ${district}`}, 0))`.execute(trx);
      await store.keepModel(trx, { ...made, by });
    });
    return made.card;
  };

  parts.jobs.define<{ readonly district: string; readonly id: Id; readonly by: Id | null }>(
    KIND,
    async ({ district, id, by }): Promise<JobResult> => {
      const card = await run(district, id, by);
      return { result: card, message: messageOf(card) };
    },
  );

  /** Asks for it as a job. @param by null: nobody in person */
  const start = async (
    district: string,
    id: Id,
    by: { readonly person: Id; readonly address: string } | null,
  ): Promise<Job> => {
    await parts.sql.transaction().execute(async (trx) => {
      const payload = { district, id, by: by?.person ?? null };
      await parts.jobs.start(trx, { id, kind: KIND, district, person: by?.person ?? null, payload });
      await parts.audit.write(trx, {
        district,
        person: by?.person ?? null,
        ...(by && { address: by.address }),
        action: KIND,
        object: `job:${id}`,
        result: 'done',
      });
    });
    return { id, kind: KIND, state: 'waiting', done: 0, total: null, file: null, result: null, message: null };
  };

  /** Districts in which something was closed since the last attempt. */
  const findDue = async (): Promise<readonly string[]> => {
    const { rows } = await raw<{ district: string }>`
      select d.district from (select distinct district from case_file) d
      where exists (select from case_file c where c.district = d.district and c.status = 'closed' and c.assignee is not null
        and coalesce(c.closed_at, 'infinity') > coalesce(
          (select max(m.trained_at) from routing_model m where m.district = d.district), '-infinity'))`.execute(
      parts.sql,
    );
    return rows.map((row) => row.district);
  };

  parts.jobs.every('47 18 * * *', KIND, async () => {
    for (const district of await findDue()) await run(district, parts.newId(), null);
    await store.forgetShown(chinaInstant(plusDays(chinaDate(parts.clock()), -2 * COUNTED_DAYS)));
  });

  return { start, run };
};

export type TrainJob = ReturnType<typeof createTrainJob>;
