import type { Id } from '#kernel/ids';
import type { OrganisationTransaction } from '../tables.ts';

export interface NewBody {
  readonly district: string;
  readonly id: Id;
  readonly name: string;
  readonly kind: string;
  /** Territory path. */
  readonly territory: string;
  readonly superiors?: readonly Id[];
}

/** False when a body of that kind and name already stands there. */
export const insertBody = async (sql: OrganisationTransaction, body: NewBody): Promise<boolean> => {
  const { superiors = [], ...row } = body;
  const done = await sql
    .insertInto('body')
    .values({ ...row, founded_on: null, abolished_on: null, successor: null })
    .onConflict((on) => on.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!done) return false;
  if (superiors.length > 0)
    await sql
      .insertInto('body_superior')
      .values(superiors.map((superior) => ({ district: body.district, body: body.id, superior })))
      .execute();
  return true;
};

export interface NewPost {
  readonly district: string;
  readonly id: Id;
  readonly body: Id;
  readonly title: string;
  readonly role: string;
  /** Territory path. */
  readonly scope: string;
}

export const insertPost = async (sql: OrganisationTransaction, post: NewPost): Promise<void> => {
  await sql
    .insertInto('post')
    .values({ ...post, abolished_on: null })
    .execute();
};
