import { DomainError } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import type { AuditRow, Parts, Session } from '#platform/server/parts';
import { inScope, pathToCode } from '#engines/territory/model';
import { mayGrant } from '#engines/organisation/model';
import type { OrganisationPorts } from './ports.ts';
import { scopesWith } from './scope-sql.ts';
import type { OrganisationSql, OrganisationTransaction } from './tables.ts';

/** Whoever asks, from where. */
export interface Asking {
  readonly session: Session;
  readonly address: string;
}

/** How far somebody may change the organisation: the questions that every change asks first. */
export const createReach = (parts: Parts, ports: OrganisationPorts) => {
  const managed = (session: Session): readonly string[] => scopesWith(session, 'organisation.edit');

  const assertManages = async (session: Session, path: string): Promise<void> => {
    if (managed(session).some((scope) => inScope(path, scope))) return;
    const name = (await ports.namesOf([path])).get(path) ?? pathToCode(path);
    throw new DomainError('organisation.beyond-scope', { name });
  };

  /** A role may be given and taken only by posts that cover its scope and may do as much. */
  const assertGrants = (session: Session, role: string, scope: string): void => {
    const mine = session.posts.filter((post) => inScope(scope, post.scope)).map((post) => post.role);
    if (mayGrant(ports.roles(), mine, role)) return;
    const name = ports.roles().find((one) => one.id === role)?.name.zh ?? role;
    throw new DomainError('organisation.beyond-role', { role: name });
  };

  /** @throws territory.unknown */
  const getPath = async (code: string): Promise<string> => {
    const path = await ports.findPath(code);
    if (path === undefined) throw new DomainError('territory.unknown', { code });
    return path;
  };

  /** A post that lies where the session may edit; others do not exist for it. */
  const getPost = async (sql: OrganisationSql, session: Session, id: Id) => {
    const post = await sql.selectFrom('post').selectAll().where('id', '=', id).executeTakeFirst();
    if (!post || !managed(session).some((scope) => inScope(post.scope, scope)))
      throw new DomainError('request.not-found');
    return post;
  };

  const audit = (
    trx: OrganisationTransaction,
    { session, address }: Asking,
    row: Pick<AuditRow, 'district' | 'action' | 'object' | 'reason' | 'detail'>,
  ): Promise<void> => parts.audit.write(trx, { ...row, person: session.person, address, result: 'done' });

  return { managed, assertManages, assertGrants, getPath, getPost, audit };
};

export type Reach = ReturnType<typeof createReach>;
