import { label } from '#kernel/label';
import type { NoticeTemplate } from '#engines/notice/model';

/** What is told, on which occasion. Nothing personal leaves the house in a short message but what it says. */
export const noticeTemplates: readonly NoticeTemplate[] = [
  {
    id: 'resident.code',
    title: label('验证码', 'Code'),
    text: label(
      '验证码 {code}，{minutes} 分钟内有效，请勿告诉他人。',
      'Your code is {code}, good for {minutes} minutes. Tell nobody.',
    ),
    sms: label(
      '验证码 {code}，{minutes} 分钟内有效，请勿告诉他人。',
      'Your code is {code}, good for {minutes} minutes. Tell nobody.',
    ),
    holes: { code: 'secret', minutes: 'plain' },
    goodFor: 10,
  },
  {
    id: 'resident.phone-changed',
    title: label('手机号已更换', 'The phone number was changed'),
    text: label(
      '您的登录手机号已更换。不是本人操作的，请尽快联系社区。',
      'The phone number you sign in with was changed. If it was not you, please call the community soon.',
    ),
    sms: label(
      '您的登录手机号已更换。不是本人操作的，请尽快联系社区。',
      'The phone number you sign in with was changed. If it was not you, please call the community soon.',
    ),
    holes: {},
  },
  {
    id: 'appointment.granted',
    title: label('岗位任职已批准', 'Your appointment was granted'),
    text: label(
      '您担任「{post}」已经批准，即日起可以办理本岗位的工作。',
      'Your appointment as {post} was granted. You may work at it from today.',
    ),
    holes: { post: 'plain' },
  },
  {
    id: 'appointment.refused',
    title: label('岗位任职未获批准', 'An appointment was refused'),
    text: label(
      '{person}担任「{post}」未获批准：{reason}',
      'The appointment of {person} as {post} was refused: {reason}',
    ),
    holes: { person: 'personal', post: 'plain', reason: 'personal' },
  },
  {
    id: 'account.password-reset',
    title: label('您的密码已被重置', 'Your password was reset'),
    text: label(
      '管理员已重置您的密码，请用临时密码登录后立即修改。不是您提出的，请立即联系安全管理员。',
      'An administrator reset your password. Please sign in with the temporary one and change it at once. If you did not ask for it, please tell the security administrator.',
    ),
    sms: label(
      '您的密码已被管理员重置。不是您提出的，请立即联系安全管理员。',
      'An administrator reset your password. If you did not ask for it, please tell the security administrator.',
    ),
    subject: label('您的密码已被重置', 'Your password was reset'),
    holes: {},
  },
  {
    id: 'account.factor-reset',
    title: label('您的二次验证已被重置', 'Your second factor was reset'),
    text: label(
      '管理员已重置您的二次验证，下次登录时需要重新设置。不是您提出的，请立即联系安全管理员。',
      'An administrator reset your second factor; you set it up again when you next sign in. If you did not ask for it, please tell the security administrator.',
    ),
    sms: label(
      '您的二次验证已被管理员重置。不是您提出的，请立即联系安全管理员。',
      'An administrator reset your second factor. If you did not ask for it, please tell the security administrator.',
    ),
    subject: label('您的二次验证已被重置', 'Your second factor was reset'),
    holes: {},
  },
  {
    id: 'account.suspended-soon',
    title: label('账号将被停用', 'Your account will be suspended'),
    text: label(
      '您的账号已 {unused} 天没有使用，{day} 起将自动停用。登录一次即可保留。',
      'Your account was not used for {unused} days and is suspended from {day} on. Signing in once keeps it.',
    ),
    sms: label(
      '您的账号已 {unused} 天没有使用，{day} 起将自动停用。登录一次即可保留。',
      'Your account was not used for {unused} days and is suspended from {day} on. Sign in once to keep it.',
    ),
    subject: label('账号将被停用', 'Your account will be suspended'),
    holes: { unused: 'plain', day: 'plain' },
  },
  {
    id: 'export.asked',
    title: label('有一份导出申请待批准', 'An export waits for approval'),
    text: label('{person}申请导出「{what}」，请审批。', '{person} asks to export {what}. Please decide.'),
    holes: { person: 'personal', what: 'plain' },
  },
  {
    id: 'duty.swap-asked',
    title: label('有人想和您换班', 'Somebody wants to swap a duty'),
    text: label(
      '{person}想用 {mine} 换您 {yours} 的班，请答复。',
      '{person} would take your duty of {yours} for {mine}. Please answer.',
    ),
    holes: { person: 'personal', mine: 'plain', yours: 'plain' },
  },
  {
    id: 'duty.swap-answered',
    title: label('换班有了答复', 'Your swap was answered'),
    text: label('{person}答复了换班：{answer}', '{person} answered your swap: {answer}'),
    holes: { person: 'personal', answer: 'plain' },
  },
  {
    id: 'matter.arrived',
    title: label('有新的事项待办', 'A matter waits for you'),
    text: label('{number}「{title}」已转到本岗位，请及时办理。', '{number} “{title}” came to your post.'),
    holes: { number: 'plain', title: 'personal' },
  },
  {
    id: 'matter.urgent',
    title: label('重大事件，请立即确认', 'Urgent: please acknowledge'),
    text: label(
      '{number}「{title}」需要立即处置，请在 {minutes} 分钟内确认。',
      '{number} “{title}” needs you now. Please acknowledge within {minutes} minutes.',
    ),
    sms: label(
      '重大事件 {number} 需要您立即确认，请在 {minutes} 分钟内登录系统。',
      'Urgent matter {number}: please sign in and acknowledge within {minutes} minutes.',
    ),
    holes: { number: 'plain', title: 'personal', minutes: 'plain' },
    acknowledgeWithin: 5,
  },
  {
    id: 'personal.reveal-burst',
    title: label('个人信息查看异常', 'Personal information: an unusual number of looks'),
    text: label(
      '{name}在 {minutes} 分钟内查看了 {looks} 次个人信息。请核实是否为工作需要；查看记录和理由在审计中。',
      '{name} looked at personal information {looks} times within {minutes} minutes. Please check whether work needs it; the looks and their reasons stand in the audit.',
    ),
    holes: { name: 'personal', looks: 'plain', minutes: 'plain' },
  },
  {
    id: 'export.approved',
    title: label('导出申请已批准', 'Your export was approved'),
    text: label(
      '您申请导出的 {rows} 条事项（{mark}）已批准：{reason}。文件生成后 24 小时内可下载一次。',
      'Your export of {rows} matters ({mark}) was approved: {reason}. The file can be fetched once, within 24 hours.',
    ),
    holes: { rows: 'plain', mark: 'plain', reason: 'personal' },
  },
  {
    id: 'export.refused',
    title: label('导出申请未获批准', 'Your export was refused'),
    text: label(
      '您申请导出的 {rows} 条事项（{mark}）未获批准：{reason}',
      'Your export of {rows} matters ({mark}) was refused: {reason}',
    ),
    holes: { rows: 'plain', mark: 'plain', reason: 'personal' },
  },
];
