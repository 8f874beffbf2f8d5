import { sql as raw } from 'kysely';
import { DomainError } from '#kernel/domain-error';
import { chinaDate, type DateText, plusMillis } from '#kernel/instant';
import type { Id } from '#kernel/ids';
import { label } from '#kernel/label';
import {
  type Change,
  type ChangePlan,
  districtOfPath,
  type Level,
  parentPath,
  pathsIn,
  type Relocation,
  type TerritoryPath,
} from '#engines/territory/model';
import type { Parts, SqlOrTransaction } from '#platform/server/parts';
import { withReceipt } from '#platform/server/receipts';
import type { PlannedBoundaries } from '../../model/plan-boundaries.ts';
import { current } from '../current.ts';
import type { Editor } from '../edit-territory.ts';
import type { Followed, TerritoryPorts } from '../ports.ts';
import { isWithin } from '../reach.ts';
import { boundariesFor } from './boundaries-for.ts';
import * as store from './change-store.ts';
import type { Moved, StoredChange } from './change-store.ts';
import { ownRows } from './own-rows.ts';
import { planFor } from './plan-tree.ts';
import { relocationOf } from './relocation.ts';
import { problemText, titleOf } from './sentences.ts';
import { carriedNodes, writeNodes } from './write-nodes.ts';

export interface ChangePreview {
  readonly title: string;
  readonly plan: ChangePlan;
  readonly boundaries: PlannedBoundaries;
  readonly moved: readonly Moved[];
  /** Old and new path of the first nodes that get another code. */
  readonly carried: readonly { readonly from: TerritoryPath; readonly to: TerritoryPath }[];
  readonly carriedCount: number;
}

export interface DraftCommand {
  readonly id: Id;
  readonly change: Change;
  readonly on: DateText;
  readonly basis: string;
}

/** Nodes shown one by one; the rest is a number. */
const mostShown = 200;
const nodesName = label('变更编码', 'Territories with a new code');
/** Two changes of one district are carried out one after the other; a lost deadlock is tried again. */
const attempts = 3;
/** How long somebody may bring something under an old code (ms). */
const stragglersFor = 90 * 86_400_000;
const isDeadlock = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '40P01';

export interface ChangesParts {
  readonly parts: Parts;
  readonly ports: Pick<TerritoryPorts, 'followers'>;
  readonly levels: () => Promise<readonly Level[]>;
  /** After the commit: forgets what this and other processes keep of a district. */
  readonly changed: (districts: readonly string[]) => void;
}

/** Split, merge, move, rename, end and re-open, on a day: drafted, looked at, carried out with all that hangs on the tree. */
export const createChanges = ({ parts, ports, levels, changed }: ChangesParts) => {
  const followers = [ownRows, ...(ports.followers ?? [])];
  const today = (): DateText => chinaDate(parts.clock());

  const assertReach = (editor: Editor, paths: readonly TerritoryPath[]): void => {
    if (paths.length === 0 || !paths.every((path) => isWithin(editor.reach, path)))
      throw new DomainError('request.not-found');
  };
  const districtOf = (change: Change): string => {
    const [first] = pathsIn(change);
    if (first === undefined) throw new DomainError('request.not-found');
    return districtOfPath(first);
  };
  /** Whoever changes a division must answer for what lies above it too: something leaves it, or comes to it. */
  const reachOf = (change: Change): TerritoryPath[] => {
    const paths = pathsIn(change);
    return change.kind === 'rename' ? paths : [...new Set([...paths, ...paths.map(parentPath)])];
  };

  const relocationFor = (
    stored: Pick<StoredChange, 'id' | 'district' | 'on_day' | 'title' | 'plan'>,
    plan: ChangePlan,
    boundaries: PlannedBoundaries,
    by: { readonly person: Id | null; readonly name: string | null },
  ) =>
    relocationOf({
      change: stored.id,
      district: stored.district,
      on: stored.on_day,
      at: parts.clock(),
      by,
      title: stored.title,
      plan: stored.plan,
      moves: plan.moves,
      boundaries: boundaries.set,
    });

  const preview = async (editor: Editor, change: Change): Promise<ChangePreview> => {
    assertReach(editor, reachOf(change));
    const { plan, nodes } = await planFor(parts.sql, change, await levels());
    const title = titleOf(change, nodes);
    const stops = plan.problems.some((problem) => problem.stops);
    const boundaries = await boundariesFor(parts.sql, change, plan, nodes, await levels());
    const district = districtOf(change);
    if (stops) return { title, plan, boundaries, moved: [], carried: [], carriedCount: 0 };
    const pairs = await carriedNodes(parts.sql, district, plan.moves);
    const stored = { id: parts.newId(), district, on_day: today(), title, plan: change };
    const relocation = relocationFor(stored, plan, boundaries, { person: editor.person, name: null });
    const moved: Moved[] =
      pairs.from.length > 0 ? [{ what: 'territory', name: nodesName, count: pairs.from.length }] : [];
    if (plan.moves.length > 0)
      for (const follower of followers) moved.push(...(await follower.preview(parts.sql, relocation)));
    return {
      title,
      plan,
      boundaries,
      moved,
      carried: pairs.from.slice(0, mostShown).map((from, index) => ({ from, to: pairs.to[index] ?? from })),
      carriedCount: pairs.from.length,
    };
  };

  /** Nothing ends, moves or is renamed before it came to be. */
  const assertBegun = async (paths: readonly TerritoryPath[], on: DateText): Promise<void> => {
    const { rows } = await raw<{ name: string; valid_from: DateText }>`select name, valid_from from territory
      where district = any(${[...new Set(paths.map(districtOfPath))]}::text[]) and path = any(${[...paths]}::text[])
        and valid_from > ${on} limit 1`.execute(parts.sql);
    const [young] = rows;
    if (young) throw new DomainError('territory.change-not-yet', { name: young.name, day: young.valid_from });
  };

  const draftRow = async (editor: Editor, command: DraftCommand): Promise<store.DraftRow> => {
    const paths = reachOf(command.change);
    assertReach(editor, paths);
    const { nodes } = await planFor(parts.sql, command.change, await levels());
    await assertBegun(pathsIn(command.change), command.on);
    return {
      district: districtOf(command.change),
      id: command.id,
      title: titleOf(command.change, nodes),
      plan: command.change,
      paths,
      on: command.on,
      basis: command.basis.trim(),
      person: editor.person,
      at: parts.clock(),
    };
  };
  const audit = (
    trx: SqlOrTransaction,
    editor: Pick<Editor, 'person' | 'address'> | null,
    action: string,
    change: Pick<StoredChange, 'district' | 'id' | 'title'>,
    detail: Record<string, string | number> = {},
  ): Promise<void> =>
    parts.audit.write(trx, {
      district: change.district,
      person: editor?.person ?? null,
      address: editor?.address ?? null,
      action: `territory.${action}`,
      object: `territory-change:${change.id}`,
      result: 'done',
      detail: { title: change.title, ...detail },
    });

  const draft = async (editor: Editor, command: DraftCommand): Promise<StoredChange> => {
    const row = await draftRow(editor, command);
    await withReceipt(
      parts.sql,
      { district: row.district, id: row.id, said: ['territory.draft-change', editor.person, command] },
      async (trx) => {
        await store.insertDraft(trx, row);
        await audit(trx, editor, 'draft-change', row);
        return null;
      },
    );
    return getChange(editor, row.id);
  };

  const redraft = async (
    editor: Editor,
    command: DraftCommand & { readonly expectedVersion: number },
  ): Promise<StoredChange> => {
    const before = await getChange(editor, command.id);
    const row = await draftRow(editor, command);
    if (row.district !== before.district) throw new DomainError('request.not-found');
    await parts.sql.transaction().execute(async (trx) => {
      if (!(await store.rewriteDraft(trx, row, command.expectedVersion)))
        throw new DomainError('territory.change-settled', { title: before.title });
      await audit(trx, editor, 'redraft-change', row);
    });
    return getChange(editor, row.id);
  };

  const districtsOf = (editor: Editor): string[] => [...new Set(editor.reach.scopes.map(districtOfPath))];

  const getChange = async (editor: Editor, id: Id): Promise<StoredChange> => {
    const found = await store.findChange(parts.sql, districtsOf(editor), id);
    if (!found?.paths.every((path) => isWithin(editor.reach, path))) throw new DomainError('territory.change-unknown');
    return found;
  };

  const listChanges = async (editor: Editor): Promise<StoredChange[]> =>
    (await store.listChanges(parts.sql, districtsOf(editor))).filter((change) =>
      change.paths.every((path) => isWithin(editor.reach, path)),
    );

  /** In one transaction: the tree, and everything that hangs on it. */
  const carryOut = async (
    district: string,
    id: Id,
    by: { readonly person: Id | null; readonly name: string | null; readonly address: string | null },
    expectedVersion?: number,
  ): Promise<{ readonly tells: readonly Followed[]; readonly again: () => Promise<void> } | undefined> => {
    const all = await levels();
    const done = await parts.sql.transaction().execute(async (trx) => {
      await raw`select pg_advisory_xact_lock(hashtextextended(${`territory change ${district}`}, 0))`.execute(trx);
      await raw`set local statement_timeout = 0`.execute(trx);
      const stored = await store.lockChange(trx, district, id);
      if (!stored || stored.state === 'applied') return undefined;
      if (stored.state === 'withdrawn' || (expectedVersion !== undefined && stored.version !== expectedVersion))
        throw new DomainError('territory.change-settled', { title: stored.title });
      const { plan, nodes } = await planFor(trx, stored.plan, all);
      const stop = plan.problems.find((problem) => problem.stops);
      if (stop) throw new DomainError('territory.change-refused', { detail: problemText(stop) });
      const boundaries = await boundariesFor(trx, stored.plan, plan, nodes, all);
      const carried = await writeNodes(trx, {
        district,
        change: id,
        on: stored.on_day,
        plan,
        boundaries: boundaries.set,
        levels: all,
      });
      const relocation = relocationFor(stored, plan, boundaries, by);
      const followed: Followed[] = [];
      if (plan.moves.length > 0)
        for (const follower of followers) followed.push(await follower.follow(trx, relocation));
      const moved: Moved[] = [
        ...(carried > 0 ? [{ what: 'territory', name: nodesName, count: carried }] : []),
        ...followed.flatMap((one) => one.moved),
      ];
      await store.markChange(trx, stored, {
        state: 'applied',
        decided: { person: by.person, name: by.name, at: parts.clock() },
        appliedAt: parts.clock(),
        moved,
        moves: plan.moves,
      });
      await audit(
        trx,
        by.person === null ? null : { person: by.person, address: by.address ?? '' },
        'apply-change',
        stored,
        Object.fromEntries(moved.map(({ what, count }) => [what, count])),
      );
      return { followed, relocation };
    });
    if (!done) return undefined;
    return { tells: done.followed, again: () => followLate(done.relocation) };
  };

  /**
   * What was being written meanwhile, or by somebody who had not heard, still lies under ended codes. A code that
   * goes on (a part that kept it) has rows of its own since; those stay.
   */
  const followLate = async (relocation: Relocation): Promise<void> => {
    const froms = relocation.moves.map((move) => move.from);
    const { rows } = await raw<{ path: string }>`select path from territory
      where district = ${relocation.district} and path = any(${froms}::text[]) and not ${current}`.execute(parts.sql);
    const ended = new Set(rows.map((row) => row.path));
    const late = { ...relocation, moves: relocation.moves.filter((move) => ended.has(move.from)) };
    if (late.moves.length === 0) return;
    const followed = await parts.sql.transaction().execute(async (trx) => {
      const results: Followed[] = [];
      for (const follower of followers) results.push(await follower.follow(trx, late));
      return results;
    });
    for (const one of followed) if (one.moved.length > 0) one.tell?.();
  };

  /** A phone that was offline for weeks, an import, a program: what it brought under an old code is found here. */
  const followStragglers = async (): Promise<void> => {
    const since = plusMillis(parts.clock(), -stragglersFor);
    for (const stored of await store.listApplied(parts.sql, since)) {
      const by = { person: stored.decided_by, name: stored.decided_name };
      const { id: change, district, on_day: on, title, plan, moves } = stored;
      await followLate(
        relocationOf({ change, district, on, at: parts.clock(), by, title, plan, moves, boundaries: new Map() }),
      );
    }
  };

  const lateAfter = 3_000;
  const apply = async (
    district: string,
    id: Id,
    by: { readonly person: Id | null; readonly name: string | null; readonly address: string | null },
    expectedVersion?: number,
  ): Promise<void> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const done = await carryOut(district, id, by, expectedVersion);
        if (!done) return;
        changed([district]);
        for (const one of done.tells) one.tell?.();
        await done.again();
        const later = (): void =>
          void done
            .again()
            .catch((error: unknown) => parts.log.warn({ err: error, change: id }, 'late rows did not follow'));
        setTimeout(later, lateAfter).unref();
        return;
      } catch (error) {
        if (!isDeadlock(error) || attempt >= attempts) throw error;
      }
    }
  };

  /** Today or before: at once. Later: on that day, at midnight of China. */
  const decide = async (editor: Editor, name: string, id: Id, expectedVersion: number): Promise<StoredChange> => {
    const stored = await getChange(editor, id);
    if (stored.state === 'applied') return stored;
    if (stored.version !== expectedVersion || !['draft', 'failed', 'scheduled'].includes(stored.state))
      throw new DomainError('territory.change-settled', { title: stored.title });
    if (stored.on_day <= today()) {
      await apply(stored.district, id, { person: editor.person, name, address: editor.address }, expectedVersion);
      return getChange(editor, id);
    }
    await parts.sql.transaction().execute(async (trx) => {
      const locked = await store.lockChange(trx, stored.district, id);
      if (locked?.version !== expectedVersion)
        throw new DomainError('territory.change-settled', { title: stored.title });
      const { plan } = await planFor(trx, stored.plan, await levels());
      const stop = plan.problems.find((problem) => problem.stops);
      if (stop) throw new DomainError('territory.change-refused', { detail: problemText(stop) });
      await store.markChange(trx, stored, {
        state: 'scheduled',
        decided: { person: editor.person, name, at: parts.clock() },
      });
      await audit(trx, editor, 'schedule-change', stored, { on: stored.on_day });
    });
    return getChange(editor, id);
  };

  const withdraw = async (editor: Editor, id: Id, expectedVersion: number): Promise<StoredChange> => {
    const stored = await getChange(editor, id);
    await parts.sql.transaction().execute(async (trx) => {
      const locked = await store.lockChange(trx, stored.district, id);
      if (locked?.version !== expectedVersion || locked.state === 'applied')
        throw new DomainError('territory.change-settled', { title: stored.title });
      await store.markChange(trx, stored, { state: 'withdrawn' });
      await audit(trx, editor, 'withdraw-change', stored);
    });
    return getChange(editor, id);
  };

  /** Carries out what is due; one that cannot be says why and waits for a person. */
  const applyDue = async (): Promise<void> => {
    for (const { district, id } of await store.listDue(parts.sql, today())) {
      const due = await store.findChange(parts.sql, [district], id);
      if (!due) continue;
      try {
        await apply(district, id, { person: due.decided_by, name: due.decided_name, address: null });
      } catch (error) {
        if (!(error instanceof DomainError)) {
          parts.log.error({ err: error, change: id }, 'a change of divisions that was due failed');
          continue;
        }
        const { plan } = await planFor(parts.sql, due.plan, await levels());
        const problem = plan.problems.filter((one) => one.stops).map(({ code, name }) => ({ code, name }));
        await store.markChange(parts.sql, due, { state: 'failed', problem });
      }
    }
  };

  return { preview, draft, redraft, getChange, listChanges, decide, withdraw, applyDue, followStragglers };
};

export type Changes = ReturnType<typeof createChanges>;
