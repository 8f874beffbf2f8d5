import { sql as raw } from 'kysely';
import type { Id } from '#kernel/ids';
import type { DateText, Instant } from '#kernel/instant';
import type { Label } from '#kernel/label';
import type { Parts, SqlOrTransaction } from '#platform/server/parts';
import { normaliseAccount } from '#engines/organisation/model';
import type { Holdings } from '../people/holdings.ts';
import type { Phones } from '../people/phones.ts';
import type { Directory } from './directory.ts';
import { hashPassword } from '../accounts/password.ts';
import type { OrganisationSql, OrganisationTransaction } from '../tables.ts';

/** A whole organisation at once; all territories are paths. What is there already (by id, account, name) stays as it is. */
export interface OrganisationPlan {
  readonly district: string;
  readonly bodies: readonly {
    readonly id: Id;
    readonly name: string;
    readonly kind: string;
    readonly territory: string;
    readonly superiors?: readonly Id[];
  }[];
  readonly posts: readonly {
    readonly id: Id;
    readonly body: Id;
    readonly title: string;
    readonly role: string;
    readonly scope: string;
  }[];
  readonly people: readonly {
    readonly id: Id;
    readonly name: string;
    readonly phone?: string;
    /** Territory whose administrators keep the person; the scope of the first post held unless told. */
    readonly home?: string;
    readonly account?: { readonly name: string; readonly password: string };
    /** Listed on the sign-in page of the demo district with this text, password and all. */
    readonly shownAs?: Label;
  }[];
  readonly holders: readonly {
    readonly post: Id;
    readonly person: Id;
    readonly from: DateText;
    readonly to?: DateText;
  }[];
  /** Waiting for whoever grants; they give nothing. */
  readonly proposals?: readonly {
    readonly id: Id;
    readonly post: Id;
    readonly person: Id;
    readonly from: DateText;
    readonly to?: DateText;
    /** Who proposed it, when and why. */
    readonly by: Id;
    readonly at: Instant;
    readonly reason: string;
  }[];
}

export interface DemoAccount {
  readonly account: string;
  readonly password: string;
  readonly name: string;
  readonly post: Label;
}

export const demoAccountsKey = 'organisation.demo-accounts';

export interface WantedBody {
  readonly name: string;
  readonly kind: string;
  /** Territory path at which it is created when the district has none of that kind and name. */
  readonly territory: string;
}

const chunk = 1000;
const chunks = <Row>(rows: readonly Row[]): readonly (readonly Row[])[] =>
  Array.from({ length: Math.ceil(rows.length / chunk) }, (_, index) => rows.slice(index * chunk, (index + 1) * chunk));

export const createPlanting = (
  parts: Parts,
  directory: Directory,
  { holdings, phones }: { readonly holdings: Pick<Holdings, 'sealOf'>; readonly phones: Pick<Phones, 'keep'> },
) => {
  const plantOrganisation = async (plan: OrganisationPlan): Promise<void> => {
    const { district } = plan;
    const scopeOfPost = new Map(plan.posts.map((post) => [post.id, post.scope]));
    const homes = new Map<Id, string>();
    for (const { person, post } of plan.holders) if (!homes.has(person)) homes.set(person, scopeOfPost.get(post) ?? '');
    // Demo accounts share a published password; hashing it once for each would take a core for many seconds.
    const hashes = new Map<string, Promise<string>>();
    const hashOf = (password: string): Promise<string> => {
      const known = hashes.get(password) ?? hashPassword(password);
      hashes.set(password, known);
      return known;
    };
    const accounts = await Promise.all(
      plan.people.flatMap(({ id, account }) =>
        account
          ? [
              hashOf(account.password).then((password) => ({
                name: normaliseAccount(account.name),
                district,
                person: id,
                password,
              })),
            ]
          : [],
      ),
    );
    const roleOfPost = new Map(plan.posts.map((post) => [post.id, post.role]));
    const persons = await Promise.all(
      plan.people.map(async ({ id, name, phone, home }) => {
        const at = home ?? homes.get(id);
        if (!at) throw new Error(`person ${id} has neither a home nor a post`);
        return { district, id, name, home: at, ...(await phones.keep(district, id, phone ?? null)) };
      }),
    );
    const holders = await Promise.all(
      plan.holders.map(async ({ post, person, from, to = null }) => {
        const role = roleOfPost.get(post) ?? '';
        const seal = await holdings.sealOf({ district, post, person, from, to, role });
        return { district, post, person, from_day: from, to_day: to, seal };
      }),
    );
    const sql: OrganisationSql = parts.sql;
    await sql.transaction().execute(async (trx) => {
      const insert = async (
        table: 'body' | 'body_superior' | 'post' | 'person' | 'holder' | 'appointment' | 'account',
        rows: readonly object[],
      ) => {
        for (const part of chunks(rows))
          await trx
            .insertInto(table)
            .values(part as never)
            .onConflict((on) => on.doNothing())
            .execute();
      };
      await insert(
        'body',
        plan.bodies.map(({ superiors: _, ...body }) => ({ district, ...body })),
      );
      await insert(
        'body_superior',
        plan.bodies.flatMap(({ id, superiors = [] }) =>
          superiors.map((superior) => ({ district, body: id, superior })),
        ),
      );
      await insert(
        'post',
        plan.posts.map((post) => ({ district, ...post })),
      );
      await insert('person', persons);
      await insert('holder', holders);
      await insert(
        'appointment',
        (plan.proposals ?? []).map(({ id, post, person, from, to, by, at, reason }) => ({
          district,
          id,
          post,
          person,
          from_day: from,
          to_day: to ?? null,
          state: 'proposed',
          proposed_by: by,
          proposed_at: at,
          reason,
        })),
      );
      await insert('account', accounts);
      await parts.audit.write(trx, {
        district,
        person: null,
        action: 'organisation.plant',
        object: `district:${district}`,
        result: 'done',
        detail: { bodies: plan.bodies.length, posts: plan.posts.length, people: plan.people.length },
      });
    });
    directory.tellChanged(district);
    if (!parts.demo) return;
    const shown: readonly DemoAccount[] = plan.people.flatMap(({ name, account, shownAs }) =>
      account && shownAs ? [{ account: account.name, password: account.password, name, post: shownAs }] : [],
    );
    await parts.settings.set(demoAccountsKey, shown);
  };

  /**
   * Bodies by kind and name, made where the district lacks them; a repeat makes nothing. Spellings of one body
   * are unified by the caller. Give `within` to have it in the caller's transaction; the news is told either way.
   * @returns ids in the order of `wanted`, and how many were made
   */
  const ensureBodies = async (
    district: string,
    wanted: readonly WantedBody[],
    within?: SqlOrTransaction,
  ): Promise<{ readonly ids: readonly Id[]; readonly made: number }> => {
    const keyOf = (body: { kind: string; name: string }): string => `${body.kind}\n${body.name}`;
    const work = async (trx: OrganisationTransaction) => {
      await raw`select pg_advisory_xact_lock(hashtext(${`bodies of ${district}`}))`.execute(trx);
      const rows = await trx
        .selectFrom('body')
        .select(['id', 'kind', 'name'])
        .where('district', '=', district)
        .where('abolished_on', 'is', null)
        .where('name', 'in', wanted.length > 0 ? wanted.map((body) => body.name) : [''])
        .orderBy('territory')
        .execute();
      const known = new Map<string, Id>();
      for (const row of rows) if (!known.has(keyOf(row))) known.set(keyOf(row), row.id);
      let made = 0;
      for (const body of wanted) {
        if (known.has(keyOf(body))) continue;
        const id = parts.newId();
        await trx
          .insertInto('body')
          .values({ district, id, ...body, founded_on: null, abolished_on: null, successor: null })
          .execute();
        known.set(keyOf(body), id);
        made += 1;
      }
      if (made > 0)
        await parts.audit.write(trx, {
          district,
          person: null,
          action: 'organisation.ensure-bodies',
          object: `district:${district}`,
          result: 'done',
          detail: { made },
        });
      return { ids: wanted.map((body) => known.get(keyOf(body)) as Id), made };
    };
    const given = within as OrganisationSql | undefined;
    const result = given?.isTransaction
      ? await work(given as OrganisationTransaction)
      : await ((given ?? parts.sql) as OrganisationSql).transaction().execute(work);
    directory.tellChanged(district);
    return result;
  };

  return { plantOrganisation, ensureBodies };
};
