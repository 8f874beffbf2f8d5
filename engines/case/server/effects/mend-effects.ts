import { sql as raw } from 'kysely';
import { DomainError } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import { type Instant, plusMillis } from '#kernel/instant';
import { type Label, label } from '#kernel/label';
import { maskNumbers } from '#kernel/personal-text';
import { rankOf } from '#kernel/sensitivity';
import type { effectRoutes, FailedEffect } from '#engines/case/contract';
import { districtOfPath, inScope, outermostScopes, scopeRange } from '#engines/territory/model';
import type { Handlers } from '#platform/server/http';
import type { Session } from '#platform/server/parts';
import { withReceipt } from '#platform/server/receipts';
import type { EffectWork } from '../effect-rows.ts';
import type { CaseEngineParts } from '../engine-parts.ts';

/** What waits longer than this to be run at all is shown too: then nobody runs it. In milliseconds. */
const STUCK = 10 * 60_000;
const AT_ONCE = 200;
const openly = rankOf('internal');

interface Row {
  readonly district: string;
  readonly id: Id;
  readonly case_id: Id;
  readonly work: EffectWork;
  readonly state: FailedEffect['state'];
  readonly attempts: number;
  readonly next_at: Instant;
  readonly problem: string | null;
  readonly why: Label | null;
  readonly recorded_at: Instant;
  readonly given_up_at: Instant | null;
  readonly given_up_by: Id | null;
  readonly reason: string | null;
  readonly number: string | null;
}

type Counts = Awaited<ReturnType<Handlers<typeof effectRoutes>['countFailedEffects']>>;

/** What should have followed from steps and did not: who may sees it in words, tries it again or gives it up. */
export const createEffectHandlers = (engine: CaseEngineParts): Handlers<typeof effectRoutes> => {
  const { parts, ports, definitions, lists, readers, effects } = engine;
  const { sql } = parts;

  const scopesOf = (session: Session): readonly string[] =>
    outermostScopes(session.posts.filter((post) => post.permissions.has('effect.mend')).map((post) => post.scope));

  const within = (scopes: readonly string[]) =>
    scopes.length === 0
      ? raw`false`
      : raw.join(
          scopes.map((scope) => {
            const { from, to } = scopeRange(scope);
            return raw`(e.district = ${districtOfPath(scope)} and c.path >= ${from} and c.path < ${to})`;
          }),
          raw` or `,
        );

  /** One that is due and was never tried is no trouble yet. */
  const undone = (session: Session) => raw`
    from case_effect e join case_file c on c.district = e.district and c.id = e.case_id
    where (${within(scopesOf(session))}) and (e.state in ('failed', 'given-up') or (e.state = 'due'
      and (e.problem is not null or e.next_at < ${plusMillis(parts.clock(), -STUCK)}::timestamptz)))`;

  const shownState = raw`case e.state when 'due' then 'retrying' else e.state end`;

  const countOf = async (session: Session): Promise<Counts> => {
    const { rows } = await raw<{ state: FailedEffect['state']; count: number }>`
      select ${shownState} as state, count(*)::int as count ${undone(session)} group by 1`.execute(sql);
    const of = (state: FailedEffect['state']): number => rows.find((row) => row.state === state)?.count ?? 0;
    return { failed: of('failed'), retrying: of('retrying'), givenUp: of('given-up') };
  };

  const whatOf = (district: string, work: EffectWork): Label => {
    switch (work.do) {
      case 'notice':
        return label('发送通知给有关人员', 'Notify those concerned');
      case 'open': {
        const name = definitions.playbooksIn(district).find((one) => one.id === work.order.playbook)?.name;
        return name
          ? label(`产生后续事项「${name.zh}」`, `Open a further matter: ${name.en}`)
          : label('产生后续事项', 'Open a further matter');
      }
      case 'end-task':
        return label('把办理结果告知上级事项', 'Tell the result to the matter above');
      case 'reopen-task':
        return label('告知上级事项：下级事项已重新办理', 'Tell the matter above that this one is open again');
      case 'close-repeats':
        return label('一并办结重复的事项', 'Close the matters that repeat it along with it');
      case 'follow':
        return label('随主事项一并办结', 'Close it along with the one it repeats');
      case 'tell-followers':
      case 'tell-answer':
        return label('把答复告知群众', 'Tell the answer to whoever waits for it');
    }
  };

  const whyOf = ({ why, problem }: Row): Label => {
    if (why) return why;
    return problem === null
      ? label(
          '一直没有轮到处理，后台任务可能没有运行，请检查服务是否正常。',
          'Its turn never came: the work in the background may stand still. Please check the service.',
        )
      : label(
          '处理时出现意外问题。请重试；多次不成功，请联系技术人员。',
          'Something unforeseen went wrong. Please try again; if that fails, ask a technician.',
        );
  };

  const viewsOf = async (session: Session, rows: readonly Row[]): Promise<FailedEffect[]> => {
    const reader = readers.readerOf(session, parts.clock());
    const ids = [...new Set(rows.map((row) => row.case_id))];
    const known = new Map((ids.length > 0 ? await lists.listByIds(reader, ids) : []).map((one) => [one.id, one]));
    const names = new Map<Id, string>();
    for (const district of new Set(rows.map((row) => row.district))) {
      const persons = rows.flatMap((row) => (row.district === district && row.given_up_by ? [row.given_up_by] : []));
      if (persons.length === 0) continue;
      for (const [id, name] of await ports.namesOfPersons(district, [...new Set(persons)])) names.set(id, name);
    }
    return rows.map((row) => {
      const matter = known.get(row.case_id);
      return {
        id: row.id,
        state: row.state,
        what: whatOf(row.district, row.work),
        why: whyOf(row),
        technical: row.why || row.problem === null ? null : maskNumbers(row.problem),
        case: {
          id: matter?.id ?? null,
          number: matter?.number ?? row.number,
          title: matter ? maskNumbers(matter.title) : null,
        },
        attempts: row.attempts,
        since: row.recorded_at,
        nextAt: row.state === 'retrying' ? row.next_at : null,
        givenUp: row.given_up_at
          ? {
              at: row.given_up_at,
              by: (row.given_up_by && names.get(row.given_up_by)) ?? null,
              reason: row.reason ?? '',
            }
          : null,
      };
    });
  };

  /** Where an effect belongs, for those whose range holds its matter. @throws request.not-found */
  const districtOf = async (session: Session, id: Id): Promise<string> => {
    const { rows } = await raw<{ district: string; path: string }>`
      select e.district, c.path from case_effect e join case_file c on c.district = e.district and c.id = e.case_id
      where e.district = any(${[...new Set(session.posts.map((post) => post.district))]}::text[])
        and e.id = ${id}::uuid`.execute(sql);
    const found = rows.find(({ path }) => scopesOf(session).some((scope) => inScope(path, scope)));
    if (!found) throw new DomainError('request.not-found');
    return found.district;
  };

  /** @throws effect.settled when it was done or given up meanwhile */
  const mend = async (
    call: { readonly session: Session; readonly address: string },
    effect: Id,
    command: { readonly id: Id; readonly action: 'effect.retry' | 'effect.give-up'; readonly reason?: string },
  ): Promise<void> => {
    const { session, address } = call;
    const district = await districtOf(session, effect);
    const { id, action, reason } = command;
    const now = parts.clock();
    await withReceipt(sql, { district, id, said: [action, session.person, effect, reason ?? null] }, async (trx) => {
      const set =
        reason === undefined
          ? raw`state = 'due', attempts = 0, next_at = ${now}::timestamptz`
          : raw`state = 'given-up', next_at = ${now}::timestamptz, given_up_at = ${now}::timestamptz,
              given_up_by = ${session.person}::uuid, reason = ${reason}`;
      const { rows } = await raw<{ case_id: Id }>`
        update case_effect set ${set} where district = ${district} and id = ${effect}::uuid and state in ('due', 'failed')
        returning case_id`.execute(trx);
      const [row] = rows;
      if (!row) throw new DomainError('effect.settled');
      await parts.audit.write(trx, {
        district,
        person: session.person,
        address,
        action,
        object: `case:${row.case_id}`,
        result: 'done',
        detail: { effect, ...(reason !== undefined && { reason }) },
      });
      return {};
    });
  };

  return {
    listFailedEffects: async ({ session, query }) => {
      await definitions.ready();
      const { state } = query;
      const { rows } = await raw<Row>`
        select e.district, e.id, e.case_id, e.work, ${shownState} as state, e.attempts, e.next_at, e.problem, e.why,
          e.recorded_at, e.given_up_at, e.given_up_by, e.reason,
          case when c.sensitivity <= ${openly} then c.number end as number
        ${undone(session)}
          and ${state === undefined ? raw`e.state <> 'given-up'` : raw`${shownState} = ${state}`}
        order by e.recorded_at, e.id limit ${AT_ONCE}`.execute(sql);
      return { rows: await viewsOf(session, rows), counts: await countOf(session) };
    },
    countFailedEffects: ({ session }) => countOf(session),
    retryEffect: async ({ session, params, body, address }) => {
      await mend({ session, address }, params.id, { id: body.id, action: 'effect.retry' });
      effects.kick();
    },
    giveUpEffect: ({ session, params, body, address }) =>
      mend({ session, address }, params.id, {
        id: body.id,
        action: 'effect.give-up',
        reason: body.reason.trim(),
      }),
  };
};
