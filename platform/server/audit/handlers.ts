import { sql as raw } from 'kysely';
import { DomainError } from '#kernel/domain-error';
import type { AuditFilters, AuditVerification, auditRoutes } from '#platform/contract/audit-routes';
import type { Handlers } from '#platform/server/http';
import type { Parts, Session } from '#platform/server/parts';
import { findProtection } from '#platform/server/sql';
import type pg from 'pg';
import type { Anchor } from './anchor.ts';
import { type ExportRequest, exportRows } from './export-rows.ts';
import { keepMonthsKey, usualMonths } from './forget.ts';
import type { Macs } from './macs.ts';
import type { Sealer } from './sealer.ts';
import type { NameOfAction } from '#platform/contract/audit-actions';
import { entriesOf, findReadable, findRows, type NamesOfPersons } from './search.ts';
import type { Syslog } from './syslog.ts';
import { verifyAudit } from './verify.ts';

const usualSize = 50;
const verifyKind = 'audit.verify';
const exportKind = 'audit.export';

export interface AuditRoom {
  readonly pool: pg.Pool;
  readonly macs: { readonly row: Macs; readonly seal: Macs };
  readonly anchor: Anchor;
  readonly sealer: Sealer;
  readonly syslog?: Syslog | undefined;
  readonly namesOfPersons: NamesOfPersons;
  /** What packs call the steps of their playbooks. */
  readonly nameOfAction?: NameOfAction;
}

type RoomParts = Pick<Parts, 'sql' | 'files' | 'jobs' | 'audit' | 'settings' | 'clock'>;

const asked = (filters: AuditFilters): string => JSON.stringify(filters).slice(0, 500);

/** Jobs of the audit log; to be defined before the work begins. */
export const defineAuditJobs = (parts: RoomParts, room: AuditRoom): void => {
  parts.jobs.define<{ districts: readonly string[] }>(verifyKind, async ({ districts }, progress) => {
    await room.sealer.sealNow();
    const found: AuditVerification[] = [];
    for (const district of districts)
      found.push({
        ...(await verifyAudit({ ...room, district, progress: (done, total) => progress.report(done, total) })),
      } as AuditVerification);
    const sum = (of: (one: AuditVerification) => number): number => found.reduce((total, one) => total + of(one), 0);
    const counts: Record<string, number> = {};
    for (const one of found)
      for (const [kind, count] of Object.entries(one.counts)) counts[kind] = (counts[kind] ?? 0) + count;
    const result: AuditVerification = {
      whole: found.every((one) => one.whole),
      districts: sum((one) => one.districts),
      rows: sum((one) => one.rows),
      seals: sum((one) => one.seals),
      fresh: sum((one) => one.fresh),
      forgotten: sum((one) => one.forgotten),
      anchored: sum((one) => one.anchored),
      flaws: found.flatMap((one) => one.flaws),
      counts,
    };
    return { result };
  });
  parts.jobs.define<ExportRequest>(exportKind, (payload, progress) => exportRows(parts, room, payload, progress));
};

export const auditHandlers = (parts: RoomParts, room: AuditRoom): Handlers<typeof auditRoutes> => {
  const { sql, audit, jobs } = parts;

  const getReadable = async (session: Session): Promise<readonly [string, ...string[]]> => {
    const [first, ...rest] = await findReadable(sql, session);
    if (first === undefined) throw new DomainError('permission.denied');
    return [first, ...rest];
  };

  const start = async (
    session: Session,
    address: string,
    given: { readonly id: string; readonly kind: string; readonly payload: unknown; readonly reason?: string },
    detail: Readonly<Record<string, string | number>>,
  ): Promise<{ readonly job: string }> => {
    const { id, kind, payload, reason } = given;
    const [district] = await getReadable(session);
    await sql.transaction().execute(async (trx) => {
      const known = await raw`select from job where district = ${district} and id = ${id}`.execute(trx);
      if (known.rows.length > 0) return;
      await jobs.start(trx, { id, kind, district, person: session.person, payload });
      await audit.write(trx, {
        district,
        person: session.person,
        address,
        action: kind,
        object: `job:${id}`,
        result: 'done',
        reason: reason ?? null,
        detail,
      });
    });
    return { job: id };
  };

  const findVerified = async (districts: readonly string[]) => {
    const { rows } = await raw<{ job: string; at: string; result: AuditVerification }>`
      select id as job, ended_at as at, result from job
      where district = any(${[...districts]}) and kind = ${verifyKind} and state = 'done' order by ended_at desc limit 1`.execute(
      sql,
    );
    return rows[0] ?? null;
  };

  return {
    listAudit: async ({ query, session }) => {
      const { after, size = usualSize, ...filters } = query;
      const districts = await getReadable(session);
      const rows = await findRows(sql, districts, filters, { after, size: size + 1 });
      const shown = rows.slice(0, size);
      return {
        rows: [...(await entriesOf(shown, room.namesOfPersons, room.nameOfAction))],
        next: rows.length > size ? (shown.at(-1)?.id ?? null) : null,
      };
    },

    getAuditHealth: async ({ session }) => {
      const districts = [...(await getReadable(session))];
      const { rows: seals } = await raw<{ seals: number; rows: number; at: string | null }>`
        select coalesce(sum(seq), 0)::bigint as seals, coalesce(sum(total), 0)::bigint as rows, max(sealed_at) as at
        from (select distinct on (district) seq, total, sealed_at from audit_seal
          where district = any(${districts}) order by district, seq desc) last`.execute(sql);
      const { rows: open } = await raw<{ n: number; at: string | null }>`
        select count(*) as n, min(r.at) as at from audit_horizon h join audit_row r on r.district = h.district
          and (r.xid >= pg_snapshot_xmax(h.snapshot) or r.xid = any(array(select pg_snapshot_xip(h.snapshot))))
        where h.district = any(${districts})`.execute(sql);
      const { failingSince, lastAnchoredAt } = room.sealer.state();
      const protection = await findProtection(room.pool);
      return {
        districts: districts.filter((one) => one !== '000000'),
        seals: seals[0]?.seals ?? 0,
        rows: (seals[0]?.rows ?? 0) + (open[0]?.n ?? 0),
        lastSealedAt: seals[0]?.at ?? null,
        unsealed: open[0]?.n ?? 0,
        oldestUnsealedAt: open[0]?.at ?? null,
        failingSince,
        lastAnchoredAt,
        copy: room.syslog?.state() ?? null,
        protectedByRole: protection.byRole,
        keepMonths: await parts.settings.get(keepMonthsKey, usualMonths),
        verified: await findVerified(districts),
      };
    },

    verifyAudit: async ({ body, session, address }) => {
      const districts = await getReadable(session);
      return start(session, address, { id: body.id, kind: verifyKind, payload: { districts } }, {});
    },

    exportAudit: async ({ body, session, address }) => {
      const districts = await getReadable(session);
      const payload: ExportRequest = { districts, filters: body.filters, until: parts.clock(), id: body.id };
      return start(
        session,
        address,
        { id: body.id, kind: exportKind, payload, reason: body.reason },
        { filters: asked(body.filters) },
      );
    },
  };
};
