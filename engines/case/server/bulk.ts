import { type DomainError, isRefusal } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import type { Json } from '#fields/field';
import {
  type CaseCommand,
  type CaseState,
  type CaseEvent,
  type ClosedCase,
  decide,
  type DecideContext,
  evolve,
  labelRank,
  noCase,
  type OpenCase,
  type Playbook,
} from '#engines/case/model';
import { maskedName } from '#fields';
import type { Parts } from '#platform/server/parts';
import { bodiesOf, type CaseContextMaker } from './case-context.ts';
import type { CaseStore } from './case-store.ts';
import { type CaseWrite, writeOf } from './case-write.ts';
import { contactOf, personOf } from './commands.ts';
import type { ContactSeal } from './contact-seal.ts';
import type { Definitions } from './definitions.ts';
import type { Grounds } from './grounds.ts';
import { keyedFingerprint } from './keyed-fingerprint.ts';
import type { CasePorts } from './ports.ts';
import type { CaseHistory, CasesImported, HistoriesWritten, HistoryStep, ImportInput } from './use-cases.ts';

/** Matters in one statement: enough to make the round trip cheap, few enough to keep memory flat. */
const AT_ONCE = 200;

const chunks = function* <Item>(items: readonly Item[], size: number): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
};

/** Many matters through the same rules, written in bulk. */
export const createBulk = (
  parts: Parts,
  ports: CasePorts,
  definitions: Definitions,
  store: CaseStore,
  contextOf: CaseContextMaker,
  seal: ContactSeal,
  grounds: Grounds,
) => {
  const tell = grounds.tellOfMany;
  const groundFor = (playbook: Playbook, category: string) =>
    grounds.groundOf(labelRank(playbook, category, definitions.fields), playbook);

  const namesFor = async (histories: readonly CaseHistory[]) => {
    const bodies = new Map<string, Set<Id>>();
    for (const { report, steps } of histories) {
      const playbook = definitions.getPlaybook(report.playbook, report.district, report.now);
      for (const step of steps) {
        if (!('action' in step)) continue;
        const data = report.values as Readonly<Record<string, Json>>;
        for (const body of bodiesOf(playbook, { data }, step))
          bodies.set(report.district, (bodies.get(report.district) ?? new Set()).add(body));
      }
    }
    const bodyNames = new Map<Id, string>();
    for (const [district, ids] of bodies) {
      for (const [id, name] of await ports.namesOfBodies(district, [...ids])) bodyNames.set(id, name);
    }
    const paths = [...new Set(histories.map(({ report }) => report.place.path))];
    return { bodyNames, placeNames: await ports.namesOf(paths) };
  };

  const historyWrite = async (
    { report }: CaseHistory,
    events: readonly CaseEvent[],
    context: DecideContext,
  ): Promise<CaseWrite> => {
    const { now: _now, origin: _origin, actor, said, ...content } = report;
    const { district, id, values } = report;
    const playbook = definitions.getPlaybook(report.playbook, report.district, report.now);
    const contact = contactOf(playbook, values, report.contact, context);
    const [reported] = events;
    const number = reported?.type === 'CaseReported' ? reported.number : '';
    return writeOf(district, noCase, events, parts.newId, await groundFor(playbook, report.category), {
      commandId: id,
      pastUpTo: parts.clock(),
      receipt: {
        id,
        fingerprint: await keyedFingerprint(parts, ['report', personOf(actor), said ?? content]),
        answer: { id, number, receivedAt: report.now },
      },
      sealed: contact && (await seal.seal(district, id, contact)),
      onBehalfOf: report.contact?.name ? maskedName(report.contact.name) : null,
    });
  };

  const writeHistories = async (histories: readonly CaseHistory[]): Promise<HistoriesWritten> => {
    await definitions.ready();
    const states = new Map<Id, OpenCase | ClosedCase>();
    const refused: { id: Id; step: number; refusal: DomainError }[] = [];
    let known = 0;
    for (const chunk of chunks(histories, AT_ONCE)) {
      const { bodyNames, placeNames } = await namesFor(chunk);
      const writes: CaseWrite[] = [];
      for (const history of chunk) {
        const { report } = history;
        const first = await contextOf(report.actor, report.now);
        const context = { ...first, bodyName: (body: Id) => bodyNames.get(body) };
        const told = decideHistory(definitions, history, context, placeNames.get(report.place.path) ?? '');
        if (told.refusal) refused.push({ id: report.id, step: told.events.length, refusal: told.refusal });
        if (told.events.length > 0) writes.push(await historyWrite(history, told.events, context));
      }
      const done = await store.write(writes);
      known += writes.length - done.size;
      for (const write of writes) if (done.has(write.id)) states.set(write.id, write.state);
      tell(writes);
    }
    return { written: states.size, known, refused, states };
  };

  const importCases = async (
    batch: readonly ImportInput[],
    options: { readonly by?: string } = {},
  ): Promise<CasesImported> => {
    await definitions.ready();
    const context = await contextOf({ kind: 'system', name: options.by ?? 'import' }, parts.clock());
    const refused: { externalId: string; refusal: DomainError }[] = [];
    let added = 0;
    let known = 0;
    for (const chunk of chunks(batch, AT_ONCE)) {
      const writes: CaseWrite[] = [];
      for (const input of chunk) {
        const { district, playbook, ...command } = input;
        const rules = definitions.getPlaybook(playbook, district);
        const events = decide(rules, noCase, { ...command, type: 'import' }, context);
        if (isRefusal(events)) {
          refused.push({ externalId: input.imported.externalId, refusal: events });
          continue;
        }
        const ground = await groundFor(rules, input.category);
        writes.push(
          writeOf(district, noCase, events, parts.newId, ground, { auditAt: context.now, pastUpTo: context.now }),
        );
      }
      const done = await store.write(writes);
      added += done.size;
      known += writes.length - done.size;
      tell(writes.filter((write) => done.has(write.id)));
    }
    return { added, known, refused };
  };

  return { writeHistories, importCases };
};

const commandOf = (step: HistoryStep): CaseCommand => {
  if ('action' in step) {
    const { action, form, task } = step;
    return { type: 'act', action, form, ...(task !== undefined && { task }) };
  }
  if ('child' in step) return { ...step.child, type: 'task' };
  return 'repeats' in step ? { type: 'link', of: { id: step.repeats, duplicateOf: null } } : { type: 'me-too' };
};

/** The events up to the first refusal. */
const decideHistory = (
  definitions: Definitions,
  { report, steps }: CaseHistory,
  context: DecideContext,
  placeName: string,
): { readonly events: readonly CaseEvent[]; readonly refusal?: DomainError } => {
  const playbook = definitions.getPlaybook(report.playbook, report.district, report.now);
  const events: CaseEvent[] = [];
  let state: CaseState = noCase;
  const take = (decided: readonly CaseEvent[] | DomainError): DomainError | undefined => {
    if (isRefusal(decided)) return decided;
    for (const event of decided) state = evolve(state, event);
    events.push(...decided);
    return undefined;
  };
  const refused = take(decide(playbook, state, { ...report, type: 'report', placeName }, context));
  if (refused) return { events, refusal: refused };
  for (const step of steps) {
    const { actor, now } = step;
    const refusal = take(decide(playbook, state, commandOf(step), { ...context, actor, now }));
    if (refusal) return { events, refusal };
  }
  return { events };
};
