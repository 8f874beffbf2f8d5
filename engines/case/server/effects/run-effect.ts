import { isRefusal } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import { sensitivities } from '#kernel/sensitivity';
import {
  type Actor,
  type CaseCommand,
  type ClosedCase,
  openTasks,
  type OpenCase,
  phoneFieldOf,
} from '#engines/case/model';
import type { Parts } from '#platform/server/parts';
import type { CaseStore, StoredCase } from '../case-store.ts';
import type { Commands } from '../commands.ts';
import type { ContactSeal } from '../contact-seal.ts';
import type { Definitions } from '../definitions.ts';
import { derivedId } from '../derived-id.ts';
import type { EffectWork } from '../effect-rows.ts';
import { forNeighbours } from '../neighbour-words.ts';
import type { CaseNotice, CasePorts } from '../ports.ts';
import type { DueEffect } from './effect-queue.ts';

type Target = CaseNotice['to'][number];
type Work<Do extends EffectWork['do']> = Extract<EffectWork, { do: Do }>;

export const theSystem: Actor = { kind: 'system', name: '系统' };

/** Does what follows from a step: tells people, opens matters, tells parents, closes repeats along. */
export const createEffectRunner = (
  parts: Pick<Parts, 'sql' | 'clock' | 'log'>,
  ports: CasePorts,
  definitions: Definitions,
  store: CaseStore,
  seal: ContactSeal,
  commands: Pick<Commands, 'reportCase' | 'perform'>,
  followersOf: (district: string, id: Id) => Promise<readonly Id[]>,
  affectedOf: (district: string, id: Id) => Promise<readonly Id[]>,
) => {
  const bySystem = async (district: string, caseId: Id, id: Id, command: CaseCommand) =>
    commands.perform({
      districts: [district],
      caseId,
      id,
      actor: theSystem,
      said: [command, caseId],
      repeatable: true,
      command: () => command,
    });

  /** The posts in whose hands a matter is. */
  const inCharge = ({ state, district }: StoredCase, also: { readonly roles?: readonly string[] } = {}) => {
    const bodies = state.assignee && !state.handler ? [state.assignee.body] : [];
    return ports.postsFor(district, { path: state.place.path, roles: also.roles ?? [], bodies });
  };

  const reporterOf = async ({ district, state, sealed }: StoredCase): Promise<readonly Target[]> => {
    const { kind, person } = state.reporter;
    if (kind === 'staff' && person) return [{ person }];
    const residents = await followersOf(district, state.id);
    if (residents.length > 0) return residents.map((resident) => ({ resident }));
    return phoneOf({ district, state, sealed });
  };

  const phoneOf = async ({ district, state, sealed }: Pick<StoredCase, 'district' | 'state' | 'sealed'>) => {
    const contact = sealed === null ? undefined : await seal.open(district, state.id, sealed);
    const phoneField = phoneFieldOf(definitions.playbookOf(state));
    const phone = contact?.phone ?? (phoneField && contact?.personal[phoneField.id]);
    return typeof phone === 'string' && phone !== '' ? [{ phone }] : [];
  };

  const targetsOf = async (stored: StoredCase, order: Work<'notice'>['order']): Promise<readonly Target[]> => {
    const { district, state } = stored;
    const { path } = state.place;
    const found: Target[] = [];
    for (const to of order.to) {
      if ('onDuty' in to)
        for (const person of await ports.personsOnDuty(district, path, to.onDuty, parts.clock()))
          found.push({ person });
      else if ('role' in to)
        for (const post of await ports.postsFor(district, { path, roles: [to.role], bodies: [] })) found.push({ post });
      else if ('assignee' in to) {
        if (state.handler) found.push({ post: state.handler.post });
        for (const post of await inCharge(stored)) found.push({ post });
      } else if ('task' in to) {
        const bodies = openTasks(state).flatMap((task) => (task.body ? [task.body.body] : []));
        for (const post of await ports.postsFor(district, { path, roles: [], bodies })) found.push({ post });
      } else if ('reporter' in to) found.push(...(await reporterOf(stored)));
    }
    return found;
  };

  /**
   * An answer reaches whoever asked: under his account, else by short message to the number that was left for it, which
   * says no more than that there is one. Neighbours with the same trouble hear what came of it, without his words (S676).
   */
  const tellAnswer = async (stored: StoredCase, id: Id, answer: string): Promise<void> => {
    const { district, state } = stored;
    const own = (await followersOf(district, state.id)).map((resident) => ({ resident }));
    await tell(stored, id, 'matter.answered', { answer }, own);
    if (own.length === 0)
      await tell(stored, derivedId('by-phone', id), 'matter.answered-by-phone', {}, await phoneOf(stored));
    const affected = (await affectedOf(district, state.id)).map((resident) => ({ resident }));
    const kind = definitions.categoryName(definitions.playbookOf(state), state.category);
    const values = { kind, answer: forNeighbours(answer) };
    await tell(stored, derivedId('affected', id), 'matter.answered-nearby', values, affected);
  };

  /** Tells each of these once. */
  const tell = async (
    { district, state, sensitivity }: StoredCase,
    id: Id,
    template: string,
    values: CaseNotice['values'],
    to: readonly Target[],
  ): Promise<void> => {
    if (to.length === 0) return;
    const place = (await ports.namesOf([state.place.path])).get(state.place.path) ?? '';
    const all = { number: state.number, title: state.title, place, ...values };
    await parts.sql.transaction().execute((trx) =>
      ports.notify(trx, {
        district,
        id,
        template,
        values: all,
        to,
        about: `case:${state.id}`,
        sensitivity: sensitivities[sensitivity] ?? 'key-persons',
      }),
    );
  };

  /** Opens a matter below another, or one in each place of a level, and says so to the parent. */
  const open = async ({ district, id, case_id: parent }: DueEffect, stored: StoredCase, { order }: Work<'open'>) => {
    const { state } = stored;
    const below =
      order.eachBelow === undefined ? undefined : await ports.placesAtLevel(state.place.path, order.eachBelow);
    const paths = below ? below.map((one) => one.path) : [state.place.path];
    const names = below ? await ports.namesOf(paths) : new Map<string, string>();
    let refusal: unknown;
    for (const path of paths) {
      const childId = derivedId('child', id, path);
      try {
        const { number } = await commands.reportCase({
          district,
          id: childId,
          playbook: order.playbook,
          category: order.category,
          place: below ? { path, point: null, text: '' } : state.place,
          values: order.values,
          channel: 'system',
          reporter: { kind: 'system', person: null, enteredBy: null },
          actor: theSystem,
          ...(!order.apart && { parent: { id: parent, number: state.number } }),
        });
        if (order.apart) continue;
        const child = { id: childId, number };
        const name = (names.get(path) ?? '') || order.name;
        await bySystem(district, parent, derivedId('task-opened', childId), { type: 'task', name, child });
        await endedAlready(district, parent, childId);
      } catch (error) {
        if (!isRefusal(error)) throw error;
        // One that cannot be opened does not keep the others from it.
        refusal = error;
      }
    }
    if (refusal !== undefined) throw refusal;
  };

  /** The child may have ended before its parent knew of it. */
  const endedAlready = async (district: string, parent: Id, childId: Id): Promise<void> => {
    const { stored } = await store.findCase([district], childId);
    if (stored?.state.status === 'closed') await endTask(district, parent, stored.state);
  };

  const endTask = async (district: string, parent: Id, state: ClosedCase): Promise<void> => {
    const refused = state.outcome === 'declined' || state.outcome === 'withdrawn';
    const ended = { words: state.answer ?? '', refused };
    const child = { id: state.id, number: state.number };
    const id = derivedId('task-ended', state.id, String(state.round));
    await bySystem(district, parent, id, { type: 'task', name: state.number, child, ended });
  };

  const reopenTask = async (district: string, parent: Id, state: OpenCase): Promise<void> => {
    const child = { id: state.id, number: state.number };
    const id = derivedId('task-reopened', state.id, String(state.round));
    await bySystem(district, parent, id, { type: 'task', name: state.number, child, reopened: true });
  };

  const closeAlong = (district: string, id: Id, command: Id, main: Pick<ClosedCase, 'id' | 'number'>, answer: string) =>
    bySystem(district, id, command, { type: 'close-along', of: main.id, number: main.number, answer });

  const runEffect = async (effect: DueEffect): Promise<void> => {
    await definitions.ready();
    const { district, id, case_id: caseId, work } = effect;
    const { stored } = await store.findCase([district], caseId);
    if (!stored) return;
    const state: OpenCase | ClosedCase = stored.state;
    switch (work.do) {
      case 'notice':
        return tell(stored, id, work.order.template, work.order.values, await targetsOf(stored, work.order));
      case 'open':
        return open(effect, stored, work);
      case 'end-task':
        if (state.status === 'closed') await endTask(district, work.parent, state);
        return;
      case 'reopen-task':
        if (state.status === 'open') await reopenTask(district, work.parent, state);
        return;
      case 'close-repeats':
        for (const repeat of await store.findRepeats(district, caseId))
          await closeAlong(district, repeat, derivedId('along', id, repeat), state, work.answer);
        return;
      case 'follow': {
        const main = (await store.findCase([district], work.of)).stored?.state;
        if (main?.status === 'closed' && main.answer)
          await closeAlong(district, caseId, derivedId('along', id), main, main.answer);
        return;
      }
      case 'tell-answer':
        return tellAnswer(stored, id, work.answer);
      case 'tell-followers': {
        const residents = await followersOf(district, caseId);
        const to = residents.map((resident) => ({ resident }));
        return tell(stored, id, 'matter.answered', { answer: work.answer }, to);
      }
    }
  };

  return { runEffect, tell, inCharge };
};

export type EffectRunner = ReturnType<typeof createEffectRunner>;
