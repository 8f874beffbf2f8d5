import { type Label, label } from '#kernel/label';
import type { Privacy } from '#fields/field';

export interface HeldInformation {
  readonly what: Label;
  readonly purpose: Label;
  readonly basis: Privacy['basis'];
  readonly sensitivity: Privacy['sensitivity'];
  readonly kept: Label;
  /** Table and column, or the place on a device. */
  readonly where: string;
  readonly sealed: boolean;
}

/** Personal information that no form of a pack asks for: accounts, sign-ins, messages. */
export const heldByTheHouse: readonly HeldInformation[] = [
  {
    what: label('工作人员姓名、岗位', 'Names and posts of staff'),
    purpose: label('分派工作、公示网格力量', 'To give work to somebody, and to publish who serves a grid'),
    basis: 'duty',
    sensitivity: 'personal',
    kept: label('任职期间；历史办理记录中长期保留', 'While they hold a post; in histories of matters for good'),
    where: 'person.name, holder',
    sealed: false,
  },
  {
    what: label('工作人员电话', 'Phones of staff'),
    purpose: label('工作联系、账号激活', 'To reach them, and to open an account'),
    basis: 'duty',
    sensitivity: 'personal',
    kept: label('任职期间', 'While they hold a post'),
    where: 'person.phone_sealed, phone_blind',
    sealed: true,
  },
  {
    what: label('居民登录手机号', 'Phones that residents sign in with'),
    purpose: label('登录和接收办理结果', 'To sign in and to be told results'),
    basis: 'consent',
    sensitivity: 'personal',
    kept: label('注销账号时删除', 'Until the account is closed'),
    where: 'resident.phone_sealed, phone_blind',
    sealed: true,
  },
  {
    what: label('短信验证码（只存带密钥的摘要）', 'Codes sent by SMS (a keyed hash alone)'),
    purpose: label('证明手机号是本人的', 'To prove whose phone it is'),
    basis: 'consent',
    sensitivity: 'personal',
    kept: label('失效后 1 天', '1 day after they expire'),
    where: 'resident_code.hash',
    sealed: false,
  },
  {
    what: label('通知内容和收件地址', 'Content and address of notices'),
    purpose: label('告知办理进展和账号事项', 'To tell how a matter goes, and of accounts'),
    basis: 'duty',
    sensitivity: 'personal',
    kept: label('发出后 365 天；验证码用后即清除', '365 days; codes are wiped when they are used'),
    where: 'notice.sealed, notice_message.address',
    sealed: true,
  },
  {
    what: label('登录地址、设备种类、时间', 'Address, kind of device and time of sign-ins'),
    purpose: label('保护账号，依法留存日志', 'To protect accounts, and logs as the law asks'),
    basis: 'duty',
    sensitivity: 'personal',
    kept: label('登录结束后 183 天', '183 days after the sign-in ended'),
    where: 'session, resident_session',
    sealed: false,
  },
  {
    what: label('操作日志（姓名打码，内容为编号）', 'Audit rows (names masked, ids instead of content)'),
    purpose: label('安全审计', 'Security audit'),
    basis: 'duty',
    sensitivity: 'personal',
    kept: label('不少于 6 个月，默认 36 个月', 'At least 6 months, 36 unless set otherwise'),
    where: 'audit_row',
    sealed: false,
  },
  {
    what: label('两步验证密钥', 'Secrets of second factors'),
    purpose: label('登录时证明本人', 'To prove who signs in'),
    basis: 'duty',
    sensitivity: 'sensitive',
    kept: label('停用两步验证或账号时删除', 'Until the factor or the account goes'),
    where: 'totp_factor.secret',
    sealed: true,
  },
  {
    what: label('未发出的上报、草稿、看过的待办', 'Reports not sent yet, drafts, lists that were read'),
    purpose: label('没有网络时也能用', 'To work without a line'),
    basis: 'consent',
    sensitivity: 'personal',
    kept: label(
      '7 天；退出登录即清除；未发出的事项留到发出，最多 30 天',
      '7 days, gone at sign-out; what is not sent stays until it is, 30 days at most',
    ),
    where: 'IndexedDB',
    sealed: true,
  },
];
