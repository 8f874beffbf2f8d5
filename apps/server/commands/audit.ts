import process from 'node:process';
import { parseArgs } from 'node:util';
import { type FoundFlaw, flawLabel, flawPlace } from '#platform/contract/audit-flaws';
import { type Verification, verifyAudit } from '#platform/server/audit';
import type { Lifang } from '../compose.ts';
import { findHeads } from '../wiring/audit-of-database.ts';

const usage = `lifang audit verify [--district CODE] [--json]

  Looks at every row and every seal of the audit log and compares them with the anchor outside the database.
  Names rows that were altered, forged, removed or never sealed, seals that were altered, moved or removed, and
  a log whose end was cut off. Ends with 1 when anything is wrong.`;

const acceptUsage = `lifang audit accept --reason TEXT

  After the database was set back by other means than lifang restore (a snapshot of a disk, point-in-time recovery):
  writes into the anchor and into the log that what came after is given up knowingly. What is missing stays missing.`;

const locale = (): 'zh' | 'en' => (/^zh/i.test(process.env['LC_ALL'] || process.env['LANG'] || '') ? 'zh' : 'en');

const summaryOf = (found: Verification): Readonly<Record<'zh' | 'en', string>> => ({
  zh:
    `${found.rows} 条记录、${found.seals} 个封存、${found.districts} 个区划，库外锚点 ${found.anchored} 条` +
    `${found.fresh ? `；${found.fresh} 条刚写入、尚未封存` : ''}${found.forgotten ? `；按保存期限已清理 ${found.forgotten} 条` : ''}`,
  en:
    `${found.rows} rows, ${found.seals} seals, ${found.districts} districts, ${found.anchored} heads outside the database` +
    `${found.fresh ? `; ${found.fresh} of the last minute not sealed yet` : ''}${found.forgotten ? `; ${found.forgotten} forgotten by policy` : ''}`,
});

const asText = (found: Verification): string => {
  const lang = locale();
  const named = new Map<string, number>();
  const lines = found.flaws.map((flaw: FoundFlaw) => {
    named.set(flaw.kind, (named.get(flaw.kind) ?? 0) + 1);
    return `✗ ${flawLabel(flaw.kind)[lang]}: ${flawPlace(flaw, (at) => at)[lang]}`;
  });
  const more = Object.entries(found.counts).flatMap(([kind, count]) =>
    count > (named.get(kind) ?? 0) ? [`  … ${flawLabel(kind)[lang]}: ${count}`] : [],
  );
  const verdict = {
    zh: found.whole ? '审计日志完整。' : '审计日志不完整。',
    en: found.whole ? 'The audit log is whole.' : 'The audit log is NOT whole.',
  };
  return [...lines, ...more, summaryOf(found)[lang], verdict[lang]].join('\n');
};

export const auditVerify = {
  name: 'audit verify',
  summary: 'Look at every row and seal of the audit log',
  usage,
  run: async (args: readonly string[], open: () => Promise<Pick<Lifang, 'pool' | 'auditLog'>>): Promise<void> => {
    const { values } = parseArgs({
      args: [...args],
      options: { district: { type: 'string' }, json: { type: 'boolean', default: false } },
    });
    if (values.district !== undefined && !/^\d{6}$/.test(values.district)) throw new Error(usage);
    const { pool, auditLog } = await open();
    await auditLog.sealer.sealNow();
    const found = await verifyAudit({ pool, ...auditLog, district: values.district });
    process.stdout.write(`${values.json ? JSON.stringify(found, null, 2) : asText(found)}\n`);
    if (!found.whole) process.exitCode = 1;
  },
};

export const auditAccept = {
  name: 'audit accept',
  summary: 'Accept a database that was set back by other means than restore',
  usage: acceptUsage,
  run: async (args: readonly string[], open: () => Promise<Pick<Lifang, 'parts' | 'auditLog'>>): Promise<void> => {
    const { values } = parseArgs({ args: [...args], options: { reason: { type: 'string' } } });
    const reason = values.reason?.trim();
    if (!reason) throw new Error(acceptUsage);
    const { parts, auditLog } = await open();
    const heads = await findHeads(parts.sql);
    await parts.audit.write(parts.sql, {
      district: '000000',
      person: null,
      action: 'audit.accept-anchor',
      object: 'audit:anchor',
      result: 'done',
      reason,
      detail: { heads: heads.map(({ district, seq }) => `${district}:${seq}`).join(' ') },
    });
    await auditLog.anchor.accept(heads, parts.clock());
    process.stdout.write(`${heads.map(({ district, seq }) => `${district}: ${seq}`).join('\n')}\n`);
  },
};
