import { sql as raw } from 'kysely';
import type { CasePorts } from '#engines/case/server';
import type { Role } from '#engines/organisation/model';
import type { NoticeEngine } from '#engines/notice/server';
import type { Parts } from '#platform/server/parts';

type TellSecurity = NonNullable<CasePorts['tellSecurity']>;

/** Somebody looks at personal values too fast: in-house messages to whoever holds a post of the security administration. */
export const tellSecurityBy =
  (parts: Pick<Parts, 'newId'>, roles: () => readonly Role[], notices: () => NoticeEngine): TellSecurity =>
  async (sql, { district, name, looks, minutes }) => {
    const wanted = roles().filter((role) => role.administers === 'security');
    const { rows } = await raw<{ id: string }>`
      select id from post where district = ${district} and role = any(${wanted.map((role) => role.id)}::text[])
        and abolished_on is null`.execute(sql);
    if (rows.length === 0) return;
    await notices().sendNotice(sql, {
      district,
      id: parts.newId(),
      template: 'personal.reveal-burst',
      values: { name, looks: String(looks), minutes: String(minutes) },
      to: rows.map(({ id }) => ({ post: id })),
    });
  };
