import { sql as raw } from 'kysely';
import { DomainError } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import { chinaDate, type DateText } from '#kernel/instant';
import type { Parts } from '#platform/server/parts';
import { withReceipt } from '#platform/server/receipts';
import type { BodyView } from '#engines/organisation/contract';
import {
  type BodyChange,
  carriesOn,
  makesCircle,
  problemOfChange,
  type SuperiorLine,
} from '#engines/organisation/model';
import type { Sessions } from '../accounts/sessions.ts';
import type { OrganisationPorts } from '../ports.ts';
import type { Asking, Reach } from '../reach.ts';
import type { OrganisationSql, OrganisationTransaction } from '../tables.ts';
import {
  countLeft,
  endBody,
  findBodies,
  insertChange,
  type KeptBody,
  type KeptChange,
  listDue,
  markApplied,
  renameBody,
} from './body-store.ts';
import type { Directory } from './directory.ts';
import type { StructureView } from './structure-view.ts';

/** Bodies are renamed, merged, abolished (S614), today or on a later day; the successor takes posts, duties and open work. */
export const createBodyLife = (
  parts: Parts,
  ports: OrganisationPorts,
  { managed, assertManages, audit }: Reach,
  view: StructureView,
  sessions: Pick<Sessions, 'tellChanged'>,
  directory: Directory,
) => {
  const sql: OrganisationSql = parts.sql;
  const today = (): DateText => chinaDate(parts.clock());

  /** The body, and the one that is to take its work, both where the session may edit. */
  const getBoth = async (trx: OrganisationTransaction, by: Asking, id: Id, successorId: Id | undefined) => {
    const found = await findBodies(trx, [id, ...(successorId ? [successorId] : [])], true);
    const body = found.get(id);
    if (!body) throw new DomainError('request.not-found');
    await assertManages(by.session, body.territory);
    const successor = successorId === undefined ? undefined : found.get(successorId);
    if (successorId !== undefined && successor?.district !== body.district)
      throw new DomainError('organisation.unknown', {}, { field: 'successor' });
    if (successor) await assertManages(by.session, successor.territory);
    return { body, successor };
  };

  const assertPossible = async (
    trx: OrganisationTransaction,
    change: BodyChange,
    body: KeptBody,
    successor: KeptBody | undefined,
  ): Promise<void> => {
    const openCases = await ports.countAssigned(trx, body.district, body.id);
    const left = await countLeft(trx, body, openCases);
    const problem = problemOfChange(change, body, successor, left, today());
    if (problem) throw problem;
  };

  /** Brings a change about. @returns the persons whose posts moved */
  const apply = async (trx: OrganisationTransaction, change: KeptChange, by: Asking | null): Promise<readonly Id[]> => {
    const { district, body: id, successor: next } = change;
    const found = await findBodies(trx, [id, ...(next ? [next] : [])], true);
    const body = found.get(id);
    if (!body || body.abolishedOn !== null) throw new DomainError('body.gone', { name: body?.name ?? id });
    let moved: readonly Id[] = [];
    let cases = 0;
    if (change.kind === 'rename') await renameBody(trx, body, change.name?.trim() ?? body.name, change.on);
    else {
      // A successor that went in the meantime has one of its own.
      const to = next ? await followSuccessors(trx, next) : undefined;
      if (next && !to) throw new DomainError('body.successor-gone', { name: found.get(next)?.name ?? next });
      if (to)
        cases = await ports.handOverCases(trx, {
          district,
          from: { body: id, name: body.name },
          to: { body: to.id, name: to.name },
          reason: change.reason,
          by: { person: by?.session.person ?? null, name: by?.session.name ?? null },
          at: parts.clock(),
        });
      moved = await endBody(trx, body, to?.id ?? null, change.on);
    }
    await markApplied(trx, change, parts.clock(), cases);
    const row = {
      district,
      action: `organisation.${change.kind}-body`,
      object: `body:${id}`,
      detail: { name: body.name, to: change.name ?? next ?? null, cases: String(cases) },
    };
    if (by) await audit(trx, by, row);
    else await parts.audit.write(trx, { ...row, person: change.decidedBy, result: 'done', reason: change.reason });
    return moved;
  };

  const followSuccessors = async (trx: OrganisationTransaction, id: Id): Promise<KeptBody | undefined> => {
    const { rows } = await raw<KeptBody>`
      with recursive line as (
        select district, id, name, kind, territory, abolished_on as "abolishedOn", successor, 1 as depth
        from body where id = ${id}
        union all
        select b.district, b.id, b.name, b.kind, b.territory, b.abolished_on, b.successor, line.depth + 1
        from line join body b on b.district = line.district and b.id = line.successor where line.depth < 50
      ) select *, null as ahead from line`.execute(trx);
    const byId = new Map(rows.map((row) => [row.id, row]));
    const last = carriesOn((one) => byId.get(one), id);
    return last === undefined ? undefined : byId.get(last);
  };

  const tellMoved = (district: string, persons: readonly Id[]): void => {
    directory.tellChanged(district);
    for (const person of persons) sessions.tellChanged(district, person);
  };

  const changeBody = async (
    by: Asking,
    id: Id,
    given: Omit<BodyChange, 'body'> & { readonly id: Id; readonly reason: string },
  ): Promise<BodyView> => {
    const known = (await findBodies(sql, [id])).get(id);
    if (!known) throw new DomainError('request.not-found');
    await assertManages(by.session, known.territory);
    const { district } = known;
    let moved: readonly Id[] = [];
    const said = { operation: 'changeBody', person: by.session.person, body: id, given };
    const answer = await withReceipt(sql, { district, id: given.id, said }, async (trx: OrganisationTransaction) => {
      const { body, successor } = await getBoth(trx, by, id, given.successor);
      await assertPossible(trx, { ...given, body: id }, body, successor);
      const change: KeptChange = { ...given, district, body: id, decidedBy: by.session.person };
      await insertChange(trx, change, parts.clock());
      if (given.kind === 'rename' && given.on <= today()) await assertNameFree(trx, body, given.name?.trim() ?? '');
      if (given.on <= today()) moved = await apply(trx, change, by);
      else
        await audit(trx, by, {
          district,
          action: 'organisation.plan-body-change',
          object: `body:${id}`,
          detail: { kind: given.kind, on: given.on, to: given.name ?? given.successor ?? null },
        });
      return view.getBody(managed(by.session), id, trx);
    });
    tellMoved(district, moved);
    return answer;
  };

  const assertNameFree = async (trx: OrganisationTransaction, body: KeptBody, name: string): Promise<void> => {
    const { rows } = await raw`
      select from body where district = ${body.district} and territory = ${body.territory} and kind = ${body.kind}
        and name = ${name} and abolished_on is null and id <> ${body.id}`.execute(trx);
    if (rows.length > 0) throw new DomainError('organisation.body-exists', { name }, { field: 'name' });
  };

  const cancelChange = async (by: Asking, id: Id): Promise<BodyView> => {
    const { rows } = await raw<{ body: Id; district: string }>`
      select body, district from body_change where id = ${id} and applied_at is null and cancelled_at is null`.execute(
      sql,
    );
    const [change] = rows;
    if (!change) throw new DomainError('request.not-found');
    const body = (await findBodies(sql, [change.body])).get(change.body);
    if (!body) throw new DomainError('request.not-found');
    await assertManages(by.session, body.territory);
    return sql.transaction().execute(async (trx) => {
      await raw`update body_change set cancelled_at = ${parts.clock()} where district = ${change.district} and id = ${id}
        and applied_at is null`.execute(trx);
      await audit(trx, by, {
        district: change.district,
        action: 'organisation.cancel-body-change',
        object: `body:${change.body}`,
      });
      return view.getBody(managed(by.session), change.body, trx);
    });
  };

  const setSuperiors = async (
    by: Asking,
    id: Id,
    superiors: readonly { readonly id: Id; readonly line: SuperiorLine }[],
  ): Promise<BodyView> => {
    const answer = await sql.transaction().execute(async (trx) => {
      const { body } = await getBoth(trx, by, id, undefined);
      const { district } = body;
      await raw`select pg_advisory_xact_lock(hashtext(${`bodies of ${district}`}))`.execute(trx);
      const { rows: links } = await raw<{ body: Id; superior: Id }>`
        select body, superior from body_superior where district = ${district}`.execute(trx);
      const above = Map.groupBy(links, (link) => link.body);
      const known = await findBodies(
        trx,
        superiors.map((one) => one.id),
      );
      for (const superior of superiors) {
        const found = known.get(superior.id);
        if (!found || found.district !== district || found.abolishedOn !== null)
          throw new DomainError('organisation.unknown', {}, { field: 'superiors' });
        const upward = (one: Id): readonly Id[] =>
          one === id ? [] : (above.get(one) ?? []).map((link) => link.superior);
        if (makesCircle(upward, id, superior.id))
          throw new DomainError('body.circle', { name: body.name }, { field: 'superiors' });
      }
      await raw`delete from body_superior where district = ${district} and body = ${id}`.execute(trx);
      for (const one of new Map(superiors.map((superior) => [superior.id, superior])).values())
        await trx
          .insertInto('body_superior')
          .values({ district, body: id, superior: one.id, line: one.line })
          .execute();
      await audit(trx, by, {
        district,
        action: 'organisation.set-superiors',
        object: `body:${id}`,
        detail: { superiors: superiors.map((one) => `${one.line} ${one.id}`).join(', ') },
      });
      return { district, shown: await view.getBody(managed(by.session), id, trx) };
    });
    directory.tellChanged(answer.district);
    return answer.shown;
  };

  /**
   * What was decided for a day that has come; and work that reached a body in the moment it ended.
   * One that cannot be applied stays and is told in the log; the others go on.
   */
  const applyDue = async (): Promise<void> => {
    for (const change of await listDue(sql, today())) {
      try {
        const moved = await sql.transaction().execute((trx) => apply(trx, change, null));
        tellMoved(change.district, moved);
      } catch (error) {
        parts.log.error(
          { err: error, body: change.body, change: change.id },
          'a change of a body could not be applied',
        );
      }
    }
    await sweep();
  };

  const sweep = async (): Promise<void> => {
    const { rows } = await raw<{ district: string; id: Id; name: string; successor: Id }>`
      select district, id, name, successor from body where abolished_on is not null and successor is not null`.execute(
      sql,
    );
    for (const [district, bodies] of Map.groupBy(rows, (row) => row.district))
      await sql.transaction().execute(async (trx) => {
        const late = new Set(
          await ports.findAssigned(
            trx,
            district,
            bodies.map((body) => body.id),
          ),
        );
        for (const body of bodies.filter((one) => late.has(one.id))) {
          const to = await followSuccessors(trx, body.successor);
          if (!to) continue;
          await ports.handOverCases(trx, {
            district,
            from: { body: body.id, name: body.name },
            to: { body: to.id, name: to.name },
            reason: `${body.name}已撤销`,
            by: { person: null, name: null },
            at: parts.clock(),
          });
        }
      });
  };

  return { changeBody, cancelChange, setSuperiors, applyDue };
};

export type BodyLife = ReturnType<typeof createBodyLife>;
