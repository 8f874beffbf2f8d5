import { sql as raw } from 'kysely';
import type { Id } from '#kernel/ids';
import type { DateText, Instant } from '#kernel/instant';
import type { Parts } from '#platform/server/parts';
import type { DutyKind } from '#engines/organisation/model';
import { createCoverSeals } from '../duty/cover-seals.ts';
import type { OrganisationSql } from '../tables.ts';

/** What a planted organisation has beside bodies, posts and people; all territories are paths. What is there stays. */
export interface StructurePlan {
  readonly district: string;
  readonly at: Instant;
  readonly lines: readonly {
    readonly line: string;
    readonly path: string;
    readonly slot: 'A' | 'B';
    readonly post: Id;
  }[];
  readonly establishment: readonly {
    readonly body: Id;
    readonly role: string;
    readonly approved: number;
    readonly document: string;
  }[];
  readonly vertical: readonly { readonly body: Id; readonly superior: Id }[];
  readonly formerNames: readonly { readonly body: Id; readonly name: string; readonly until: DateText }[];
  readonly abolished: readonly {
    readonly body: Id;
    readonly on: DateText;
    readonly successor: Id;
    readonly reason: string;
  }[];
  readonly postsSince: readonly { readonly post: Id; readonly on: DateText }[];
  readonly jobs: readonly {
    readonly post: Id;
    readonly duties: readonly string[];
    readonly powers: readonly string[];
  }[];
  readonly terms: readonly {
    readonly post: Id;
    readonly person: Id;
    readonly acting: boolean;
    readonly ends: DateText | null;
  }[];
  readonly members: readonly {
    readonly id: Id;
    readonly body: Id;
    readonly seat: 'head' | 'deputy' | 'member' | 'office';
    readonly part?: 'own' | 'linked' | 'volunteer';
    readonly memberBody?: Id;
    readonly memberPost?: Id;
    readonly partner?: string;
    readonly contact?: string;
    readonly phone?: string;
    readonly duty?: string;
    readonly from: DateText;
  }[];
  readonly cards: readonly {
    readonly post: Id;
    readonly person: Id;
    readonly photo?: string;
    readonly phone?: string;
    readonly by: Id;
  }[];
  readonly leaves: readonly {
    readonly id: Id;
    readonly person: Id;
    readonly from: DateText;
    readonly to: DateText;
    readonly kind: string;
    readonly by: Id;
    readonly covers: readonly {
      readonly post: Id;
      readonly substitute: Id;
      readonly basis: 'b-role' | 'same-role';
      readonly byPost: Id;
    }[];
  }[];
  readonly shifts: readonly {
    readonly id: Id;
    readonly path: string;
    readonly name: string;
    readonly kind: DutyKind;
    readonly startsAt: Instant;
    readonly endsAt: Instant;
    readonly person: Id;
  }[];
}

/** Plants what a demo district shows of structure and duty. Phones given are public ones: partners declared them. */
export const createStructurePlanting = (parts: Parts) => {
  const seals = createCoverSeals(parts);
  return async (plan: StructurePlan): Promise<void> => {
    const { district, at } = plan;
    const sql: OrganisationSql = parts.sql;
    await sql.transaction().execute(async (trx) => {
      const insert = async (table: string, rows: readonly object[]): Promise<void> => {
        if (rows.length === 0) return;
        const columns = raw.join(Object.keys(rows[0] ?? {}).map((name) => raw.ref(name)));
        await raw`insert into ${raw.table(table)} (${columns})
          select ${columns} from jsonb_populate_recordset(null::${raw.table(table)}, ${JSON.stringify(rows)}::jsonb)
          on conflict do nothing`.execute(trx);
      };
      await insert(
        'line_post',
        plan.lines.map((one) => ({ district, ...one, changed_at: at })),
      );
      await insert(
        'establishment',
        plan.establishment.map((one) => ({ district, ...one, over: 0, changed_at: at })),
      );
      await insert(
        'body_superior',
        plan.vertical.map((one) => ({ district, ...one, line: 'vertical' })),
      );
      for (const { body, superior } of plan.vertical)
        await raw`update body_superior set line = 'vertical' where district = ${district} and body = ${body}
          and superior = ${superior}`.execute(trx);
      await insert(
        'body_name',
        plan.formerNames.map(({ body, name, until }) => ({ district, body, name, to_day: until })),
      );
      for (const { body, on, successor, reason } of plan.abolished) {
        await raw`update body set abolished_on = ${on}, successor = ${successor} where district = ${district} and id = ${body}`.execute(
          trx,
        );
        await raw`
          insert into body_change (district, id, body, kind, on_day, successor, reason, decided_at, applied_at, cases)
          select ${district}, ${parts.newId()}, ${body}, 'abolish', ${on}, ${successor}, ${reason}, ${at}, ${at}, 0
          where not exists (select from body_change where district = ${district} and body = ${body})`.execute(trx);
      }
      for (const { post, on } of plan.postsSince)
        await raw`update post set made_on = ${on} where district = ${district} and id = ${post}`.execute(trx);
      await insert(
        'post_job',
        plan.jobs.map((one) => ({ district, ...one, version: 1, changed_at: at })),
      );
      await insert(
        'post_term',
        plan.terms.map(({ ends, ...one }) => ({ district, ...one, term_ends: ends })),
      );
      await insert(
        'membership',
        plan.members.map(({ memberBody, memberPost, from, ...one }) => ({
          district,
          id: one.id,
          body: one.body,
          seat: one.seat,
          part: one.part ?? null,
          member_body: memberBody ?? null,
          member_post: memberPost ?? null,
          partner: one.partner ?? null,
          contact: one.contact ?? null,
          phone: one.phone ?? null,
          phone_public: one.phone !== undefined,
          duty: one.duty ?? '',
          from_day: from,
        })),
      );
      await insert(
        'public_card',
        plan.cards.map(({ by, photo, phone, ...one }) => ({
          district,
          ...one,
          photo: photo ?? null,
          phone: phone ?? null,
          declared_by: by,
          declared_at: at,
        })),
      );
      for (const { covers, id, person, from, to, kind, by } of plan.leaves) {
        await insert('absence', [{ district, id, person, from_day: from, to_day: to, kind, made_by: by, made_at: at }]);
        for (const { post, substitute, basis, byPost } of covers) {
          const seal = await seals.sealOf({ district, absence: id, from, to, post, substitute, byPost });
          await insert('absence_cover', [{ district, absence: id, post, substitute, basis, by_post: byPost, seal }]);
        }
      }
      await insert(
        'shift',
        plan.shifts.map(({ startsAt, endsAt, ...one }) => ({ district, ...one, starts_at: startsAt, ends_at: endsAt })),
      );
      await parts.audit.write(trx, {
        district,
        person: null,
        action: 'organisation.plant-structure',
        object: `district:${district}`,
        result: 'done',
        detail: { shifts: plan.shifts.length, members: plan.members.length },
      });
    });
  };
};
