import { sql as raw } from 'kysely';
import { isRefusal } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import { type Instant, plusMillis } from '#kernel/instant';
import { type Label, label } from '#kernel/label';
import { openTasks, type Playbook } from '#engines/case/model';
import type { Parts } from '#platform/server/parts';
import type { CaseStore, StoredCase } from '../case-store.ts';
import type { Commands } from '../commands.ts';
import { deskRowsOf, type Moment, momentsOf } from '../desk-rows.ts';
import type { Definitions } from '../definitions.ts';
import { derivedId } from '../derived-id.ts';
import type { CaseNotice, CasePorts } from '../ports.ts';
import { type EffectRunner, theSystem } from './run-effect.ts';

interface DueCase {
  readonly district: string;
  readonly id: Id;
  readonly acts_at: Instant;
}

const AT_ONCE = 200;
const tenMinutes = 10 * 60_000;

/**
 * What the clock itself does: it warns, reminds, and takes the step that a playbook gives it (`whenOver`). Each matter
 * knows the next moment in a column, so a look costs one step into an index, however many matters there are.
 */
export const createClockWatch = (
  parts: Parts,
  ports: CasePorts,
  definitions: Definitions,
  store: CaseStore,
  commands: Pick<Commands, 'perform'>,
  { tell, inCharge }: Pick<EffectRunner, 'tell' | 'inCharge'>,
) => {
  /** The step of a clock, once: a second try is the same command. @returns whether the matter was changed */
  const act = async (stored: StoredCase, moment: Extract<Moment, { what: 'act' }>): Promise<boolean> => {
    const { district, state } = stored;
    const { action } = moment;
    try {
      const after = await commands.perform({
        districts: [district],
        caseId: state.id,
        id: derivedId('clock', state.id, moment.clock, moment.at, String(state.round)),
        actor: theSystem,
        said: ['clock', state.id, moment.clock, moment.at, action],
        command: () => ({ type: 'act', action, form: {} }),
      });
      return after.state.version !== state.version;
    } catch (error) {
      if (!isRefusal(error)) throw error;
      parts.log.warn({ matter: state.id, action, code: error.code }, 'a clock could not take its step');
      return false;
    }
  };

  /** Whose desk it is: told of what is due. */
  const ownersOf = async (stored: StoredCase): Promise<readonly Id[]> => {
    const { district, state } = stored;
    const { path } = state.place;
    if (state.status !== 'open') return [];
    const { owner } = state;
    if ('role' in owner) return ports.postsFor(district, { path, roles: [owner.role], bodies: [] });
    if ('task' in owner) {
      const bodies = openTasks(state).flatMap((task) => (task.body ? [task.body.body] : []));
      return ports.postsFor(district, { path, roles: [], bodies });
    }
    if (!('assignee' in owner) || !state.assignee) return [];
    const own = state.handler ? [state.handler.post] : await inCharge(stored);
    if (!isUntaken(stored)) return own;
    // Nobody took it by now: both of the line are told, A and B (S682).
    const about = { path, category: state.category };
    const line = (await ports.postsOfBody(district, state.assignee.body, about)).filter((one) => one.slot !== null);
    return [...new Set([...own, ...line.map((one) => one.post)])];
  };

  const told = async (
    stored: StoredCase,
    playbook: Playbook,
    moment: Exclude<Moment, { what: 'act' }>,
  ): Promise<{ template: string; values: CaseNotice['values']; posts: readonly Id[] }> => {
    const { district, state } = stored;
    const { path } = state.place;
    const due = timeText(moment.at);
    switch (moment.what) {
      case 'warn':
      case 'over': {
        const clock = playbook.clocks.find((one) => one.id === moment.clock);
        const name: Label = clock?.name ?? label(moment.clock, moment.clock);
        const until = state.clocks[moment.clock]?.dueAt ?? moment.at;
        const template = moment.what === 'warn' ? 'matter.due-soon' : 'matter.overdue';
        return { template, values: { clock: name, due: timeText(until) }, posts: await ownersOf(stored) };
      }
      case 'review':
        return {
          template: 'matter.review-due',
          values: { review: state.held?.review ?? due },
          posts: await ownersOf(stored),
        };
      case 'card': {
        const desks = deskRowsOf(state, playbook).filter((desk) => desk.kind === 'card');
        const roles = desks.flatMap((desk) => desk.role ?? []);
        const bodies = desks.flatMap((desk) => desk.body ?? []);
        return {
          template: 'matter.card-due',
          values: { due },
          posts: await ports.postsFor(district, { path, roles, bodies }),
        };
      }
      case 'task': {
        const task = state.tasks?.find((one) => one.id === moment.task);
        const bodies = task?.body ? [task.body.body] : [];
        const posts =
          bodies.length > 0 ? await ports.postsFor(district, { path, roles: [], bodies }) : await ownersOf(stored);
        return { template: 'matter.task-due', values: { task: task?.name ?? '', due }, posts };
      }
    }
  };

  const setNext = (row: DueCase, version: number, next: Instant | null) =>
    raw`update case_file set acts_at = ${next}::timestamptz
      where district = ${row.district} and id = ${row.id} and version = ${version}`.execute(parts.sql);

  const handle = async (row: DueCase, now: Instant): Promise<void> => {
    const { stored } = await store.findCase([row.district], row.id);
    if (!stored) return;
    const playbook = definitions.playbookOf(stored.state);
    const moments = momentsOf(stored.state, playbook);
    const due = moments.filter(({ at, what }) => at <= now && (at >= row.acts_at || what === 'act'));
    for (const moment of due) if (moment.what === 'act' && (await act(stored, moment))) return;
    for (const moment of due) {
      if (moment.what === 'act') continue;
      const { template, values, posts } = await told(stored, playbook, moment);
      const about = 'clock' in moment ? moment.clock : 'task' in moment ? moment.task : '';
      const event = derivedId('moment', row.id, moment.what, about, moment.at);
      await tell(
        stored,
        event,
        template,
        values,
        posts.map((post) => ({ post })),
      );
    }
    await setNext(row, stored.state.version, moments.find(({ at }) => at > now)?.at ?? null);
  };

  /** All that is due now. @returns how many matters were looked at */
  const watch = async (): Promise<number> => {
    await definitions.ready();
    const now = parts.clock();
    for (let seen = 0; ; ) {
      const { rows } = await raw<DueCase>`select district, id, acts_at from case_file
        where acts_at <= ${now}::timestamptz order by acts_at limit ${AT_ONCE}`.execute(parts.sql);
      for (const row of rows) {
        try {
          await handle(row, now);
        } catch (error) {
          parts.log.error({ err: error, matter: row.id }, 'a clock could not be looked after');
          await raw`update case_file set acts_at = ${plusMillis(now, tenMinutes)}::timestamptz
            where district = ${row.district} and id = ${row.id} and acts_at = ${row.acts_at}::timestamptz`.execute(
            parts.sql,
          );
        }
      }
      seen += rows.length;
      if (rows.length < AT_ONCE) return seen;
    }
  };

  parts.jobs.every('* * * * *', 'case-clocks', async () => void (await watch()));
  return { watch };
};

/** The body has it and has not taken it on. */
const isUntaken = ({ state }: StoredCase): boolean => {
  const given = state.taken.findLastIndex(({ counts }) => counts === 'dispatch' || counts === 'transfer');
  return given >= 0 && !state.taken.slice(given).some(({ counts }) => counts === 'accept');
};

/** `11-22 14:05`, China time. */
const timeText = (moment: Instant): string => {
  const local = new Date(Date.parse(moment) + 8 * 3_600_000).toISOString();
  return `${local.slice(5, 10)} ${local.slice(11, 16)}`;
};
