import { sql as raw } from 'kysely';
import { DomainError } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import type { applicantRoutes, ApplicantView } from '#engines/case/contract';
import type { Field } from '#fields/field';
import type { Handlers } from '#platform/server/http';
import type { CaseEngineParts } from '../engine-parts.ts';
import { see } from '../readers.ts';
import { comparedNumber } from './identity.ts';
import { blindNumber } from './keep-applicants.ts';

/** A window serves fewer people an hour; more is trying numbers. */
const most = { searches: 60, seconds: 3600 } as const;
const mostMatters = 100;
/** Older matters say nothing that these do not. */
const mostRead = 10;

/** What is taken over into the next form: said by the person, plainly personal, no pictures and no tables. */
const isOwn = (field: Field): boolean =>
  field.privacy?.sensitivity === 'personal' &&
  field.readers === undefined &&
  !['rows', 'photos', 'file', 'slot'].includes(field.type);

/**
 * 一号申请 (S228): the clerk gives the number once; what the person applied for is one list, as far as the clerk may read
 * it, and what he said before need not be said again when he agrees. Every search is on record with its purpose; the
 * record holds the fingerprint of the number, not the number. To see somebody's data counts as a look.
 */
export const createApplicantHandlers = ({
  parts,
  store,
  lists,
  views,
  seal,
  readers,
  reveals,
  definitions,
}: CaseEngineParts): Handlers<typeof applicantRoutes> => ({
  findApplicant: async ({ session, body, address }): Promise<ApplicantView> => {
    await definitions.ready();
    const { district, purpose, reuse } = body;
    if (!session.posts.some((post) => post.district === district && post.permissions.has('applicant.find')))
      throw new DomainError('permission.denied');
    const wait = await parts.limits.take([
      { key: `applicant.find ${session.person}`, most: most.searches, seconds: most.seconds },
    ]);
    const blind = await blindNumber(parts.seals, comparedNumber(body.number));
    const audit = (result: 'done' | 'refused', detail: Readonly<Record<string, string | number | boolean>>) =>
      parts.audit.write(parts.sql, {
        district,
        person: session.person,
        address,
        action: 'applicant.find',
        object: `applicant:${blind.slice(0, 22)}`,
        result,
        reason: purpose,
        detail,
      });
    if (wait > 0) {
      await audit('refused', {});
      throw new DomainError('applicant.too-many', { minutes: Math.ceil(wait / 60) });
    }
    const now = parts.clock();
    const reader = readers.readerOf(session, now, 'applicant.find');
    const { rows: known } = await raw<{ id: Id }>`
      select case_id as id from case_applicant where district = ${district} and blind = ${blind}
      order by case_id desc limit ${raw.lit(mostMatters)}`.execute(parts.sql);
    const rows =
      known.length === 0
        ? []
        : await lists.listByIds(
            reader,
            known.map(({ id }) => id),
          );
    const own = reuse ? await ownOf(rows.slice(0, mostRead).map(({ id }) => id)) : [];
    await audit('done', { matters: rows.length, reuse, fields: own.map(({ field }) => field).join(' ') });
    const names = await views.namesFor(rows);
    return { matters: rows.map((row) => views.rowView(row, names, now, false)), own };

    async function ownOf(ids: readonly Id[]): Promise<ApplicantView['own']> {
      const found = new Map<string, ApplicantView['own'][number]>();
      for (const id of ids) {
        const seen = see(reader, (await store.findCase([district], id, { reader })).stored);
        if (!seen || seen.sealed === null) continue;
        const { personal } = await seal.open(district, id, seen.sealed);
        const before = found.size;
        for (const field of definitions.playbookOf(seen.state).fields.filter(isOwn)) {
          const value = personal[field.id];
          if (value !== undefined && value !== null && !found.has(field.id))
            found.set(field.id, { field: field.id, type: field.type, value });
        }
        if (before === 0 && found.size > 0)
          await parts.sql
            .transaction()
            .execute((trx) => reveals.countLooks(trx, session, seen, ['applicant'], address ?? ''));
      }
      return [...found.values()];
    }
  },
});
