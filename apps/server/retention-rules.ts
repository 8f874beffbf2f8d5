import { sql as raw } from 'kysely';
import { type Instant, instantOf, millisOf } from '#kernel/instant';
import { label } from '#kernel/label';
import type { CaseEngine } from '#engines/case/server';
import type { KeptFiles } from '#platform/server/files';
import type { Parts } from '#platform/server/parts';
import { notHeld, type RetentionRule, rowsRule } from '#platform/server/retention';

const halfAYear = 183;

/** All that is deleted when its time is over, once each. What is not here stays, or is deleted by whoever keeps it. */
export const retentionRules = (
  { sql }: Pick<Parts, 'sql'>,
  cases: Pick<CaseEngine, 'expireContacts'>,
  files: KeptFiles,
): readonly RetentionRule[] => {
  const filesRule = (id: string, name: RetentionRule['name'], days: number, which: string): RetentionRule => {
    const find = async (now: Instant): Promise<readonly string[]> =>
      (
        await raw<{ id: string }>`
          select id from stored_file where sent_at < ${instantOf(millisOf(now) - days * 86_400_000)} and ${raw.raw(which)}`.execute(
          sql,
        )
      ).rows.map((row) => row.id);
    return {
      id,
      name,
      keeps: label(`生成或上传后 ${days} 天`, `${days} days after it was made or sent`),
      count: async (now) => (await find(now)).length,
      apply: async (now) => files.remove(await find(now)),
    };
  };

  return [
    {
      id: 'case-contacts',
      name: label('诉求人联系方式和个人信息', 'Contacts and personal values of whoever asked'),
      keeps: label('办结后，按各字段声明的月数', 'after the closing, as many months as each field declares'),
      count: async (now) => (await cases.expireContacts(now, false)).matters,
      apply: async (now) => {
        const { matters, files: named } = await cases.expireContacts(now, true);
        await files.remove(named);
        return matters;
      },
    },
    filesRule('made-files', label('导出的文件', 'Exported files'), 30, `source = 'made'`),
    filesRule(
      'sent-sheets',
      label('上传的表格', 'Sheets that were sent in'),
      30,
      `source = 'staff' and type not like 'image/%'`,
    ),
    rowsRule(sql, {
      id: 'receipts',
      name: label('命令回执', 'Receipts of commands'),
      days: halfAYear,
      since: label('收到后', 'after receipt'),
      table: 'command_receipt',
      over: (before) => raw`t.at < ${before} and ${notHeld()}`,
    }),
    rowsRule(sql, {
      id: 'jobs',
      name: label('后台任务', 'Jobs'),
      days: halfAYear,
      since: label('结束后', 'after their end'),
      table: 'job',
      over: (before) => raw`t.ended_at < ${before} and ${notHeld()}`,
    }),
    rowsRule(sql, {
      id: 'sessions',
      name: label('工作人员登录', 'Sign-ins of staff'),
      days: halfAYear,
      since: label('结束后', 'after their end'),
      table: 'session',
      over: (before) => raw`least(t.ended_at, t.ends_at) < ${before} and ${notHeld()}`,
      first: [{ table: 'passkey_challenge', on: raw`o.district = t.district and o.session = t.id` }],
    }),
    rowsRule(sql, {
      id: 'resident-sessions',
      name: label('居民登录', 'Sign-ins of residents'),
      days: halfAYear,
      since: label('结束后', 'after their end'),
      table: 'resident_session',
      over: (before) => raw`least(t.ended_at, t.ends_at) < ${before}`,
    }),
    rowsRule(sql, {
      id: 'resident-codes',
      name: label('短信验证码', 'Codes sent by SMS'),
      days: 1,
      since: label('失效后', 'after they expired'),
      table: 'resident_code',
      over: (before) => raw`t.expires_at < ${before}`,
    }),
    rowsRule(sql, {
      id: 'sign-in-flows',
      name: label('未完成的单点登录', 'Single sign-ons that were not finished'),
      days: 1,
      since: label('失效后', 'after they expired'),
      table: 'oidc_flow',
      over: (before) => raw`t.until < ${before}`,
    }),
    rowsRule(sql, {
      id: 'notices',
      name: label('通知及其收件地址', 'Notices and where they went'),
      days: 365,
      since: label('发出后', 'after they were made'),
      table: 'notice',
      over: (before) => raw`t.made_at < ${before} and ${notHeld()}`,
      first: [{ table: 'notice_message', on: raw`o.district = t.district and o.notice = t.id` }],
    }),
  ];
};
