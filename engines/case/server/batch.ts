import { DomainError, isRefusal, sentenceOf } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import type { Label } from '#kernel/label';
import { type Actor, decide, GRANT, REFUSE } from '#engines/case/model';
import type { Parts } from '#platform/server/parts';
import { bodiesOf, type CaseContextMaker, createBodyNames, handlersFor } from './case-context.ts';
import { type CaseStore, isUniqueViolation, type StoredCase } from './case-store.ts';
import { type CaseWrite, writeOf } from './case-write.ts';
import { personOf } from './commands.ts';
import { derivedId } from './derived-id.ts';
import type { Definitions } from './definitions.ts';
import type { Grounds } from './grounds.ts';
import { keyedFingerprint } from './keyed-fingerprint.ts';
import type { CasePorts } from './ports.ts';
import { type Reader, see } from './readers.ts';
import type { Origin } from './use-cases.ts';

export interface BatchInput {
  readonly id: Id;
  readonly action: string;
  readonly form: Readonly<Record<string, unknown>>;
  readonly task?: string | undefined;
  readonly cases: readonly Id[];
  readonly actor: Actor;
  readonly reader: Reader;
  /** The actor with those posts that may act on a matter. */
  readonly actorOn: (stored: StoredCase) => Actor;
  readonly origin: Origin;
}

export interface BatchResult {
  readonly taken: Id[];
  readonly refused: { readonly id: Id; readonly message: Label }[];
}

/**
 * The same step on many matters: one read, one write; each succeeds or is refused alone. Only actions that
 * the playbook declares as `batch`.
 */
export const createBatch = (
  parts: Parts,
  ports: CasePorts,
  definitions: Definitions,
  store: CaseStore,
  contextOf: CaseContextMaker,
  grounds: Grounds,
  onEffects: () => void,
) => {
  const attempt = async (input: BatchInput): Promise<BatchResult> => {
    const { action, form, task, actor, reader } = input;
    const context = await contextOf(actor, parts.clock());
    const commands = input.cases.map((caseId) => ({ caseId, commandId: derivedId('batch', input.id, caseId) }));
    const found = await store.findCases(reader.districts, input.cases, reader);
    const receipts = await store.findReceipts(
      reader.districts,
      commands.map((one) => one.commandId),
    );
    const fingerprint = await keyedFingerprint(parts, [
      'batch',
      personOf(actor),
      action,
      form,
      ...(task === undefined ? [] : [task]),
    ]);
    const names = new Map<string, ReturnType<typeof createBodyNames>>();
    const result: BatchResult = { taken: [], refused: [] };
    const writes: CaseWrite[] = [];
    for (const { caseId, commandId } of commands) {
      const known = receipts.get(commandId);
      if (known?.fingerprint === fingerprint) {
        result.taken.push(caseId);
        continue;
      }
      const stored = found.get(caseId);
      const write = known
        ? new DomainError('request.id-reused')
        : await decideOne(stored, input, context, commandId, fingerprint);
      if (isRefusal(write)) result.refused.push({ id: caseId, message: sentenceOf(write) });
      else writes.push(write);
    }
    const written = await store.write(writes);
    for (const write of writes) {
      if (written.has(write.id)) {
        result.taken.push(write.id);
        grounds.tell(write, found.get(write.id));
        if (write.effects.length > 0) onEffects();
      } else {
        result.refused.push({ id: write.id, message: sentenceOf(new DomainError('case.changed', { who: '他人' })) });
      }
    }
    return result;

    async function decideOne(
      stored: StoredCase | undefined,
      { origin }: BatchInput,
      base: Awaited<ReturnType<CaseContextMaker>>,
      commandId: Id,
      print: string,
    ): Promise<CaseWrite | DomainError> {
      if (!see(reader, stored) || !stored) return new DomainError('request.not-found');
      const { district, state } = stored;
      const playbook = definitions.playbookOf(state);
      const decides = action === GRANT || action === REFUSE;
      if (!decides && !playbook.actions.some((one) => one.id === action && one.batch)) {
        return new DomainError('action.unknown', { action });
      }
      const command = { type: 'act', action, form, ...(task !== undefined && { task }) } as const;
      const namesOf = names.get(district) ?? createBodyNames(ports, district);
      names.set(district, namesOf);
      const bodyName = await namesOf(bodiesOf(playbook, state, command));
      const at = { playbook, state, district };
      const handlerAt = await handlersFor(ports, store.countInHands, at, command, base);
      const context = { ...base, actor: input.actorOn(stored), bodyName, ...(handlerAt && { handlerAt }) };
      const events = decide(playbook, state, command, context);
      if (isRefusal(events)) return events;
      return writeOf(district, state, events, parts.newId, await grounds.groundOf(stored.sensitivity, playbook), {
        commandId,
        receipt: { id: commandId, fingerprint: print, answer: { version: state.version + events.length } },
        origin,
      });
    }
  };

  const takeBatch = async (input: BatchInput): Promise<BatchResult> => {
    await definitions.ready();
    const cases = [...new Set(input.cases)];
    try {
      return await attempt({ ...input, cases });
    } catch (error) {
      // The same batch at the same moment: nothing of ours was written, and the other's receipts stand now.
      if (isUniqueViolation(error)) return attempt({ ...input, cases });
      throw error;
    }
  };

  return { takeBatch };
};
