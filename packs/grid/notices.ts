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
    id: 'slot.reminder',
    title: label('预约提醒', 'Your booked time'),
    text: label(
      '您预约了 {time}，地点：{place}。不能前来的，请提前改约或取消，把名额留给他人。',
      'You booked {time} at {place}. If you cannot come, please change or cancel it in time for others.',
    ),
    sms: label(
      '您预约了 {time}，地点：{place}。不能前来的，请提前改约或取消。',
      'You booked {time} at {place}. If you cannot come, please change or cancel it.',
    ),
    holes: { time: 'plain', place: 'plain' },
    goodFor: 1440,
  },
  {
    id: 'slot.reminder-discreet',
    title: label('预约提醒', 'Your booked time'),
    text: label(
      '您有一项预约，时间 {time}。不能前来的，请提前改约或取消。',
      'You have a booking at {time}. If you cannot come, please change or cancel it.',
    ),
    sms: label(
      '您有一项预约，时间 {time}。不能前来的，请提前改约或取消。',
      'You have a booking at {time}. If you cannot come, please change or cancel it.',
    ),
    holes: { time: 'plain' },
    goodFor: 1440,
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
    id: 'matter.due-soon',
    title: label('事项即将到期', 'A matter is due soon'),
    text: label(
      '{number}「{title}」的「{clock}」将于 {due} 到期，请抓紧办理。',
      '{number} “{title}”: {clock} ends at {due}. Please see to it.',
    ),
    holes: { number: 'plain', title: 'personal', clock: 'plain', due: 'plain' },
  },
  {
    id: 'matter.overdue',
    title: label('事项已超时', 'A matter is overdue'),
    text: label(
      '{number}「{title}」的「{clock}」已于 {due} 到期，请立即办理。',
      '{number} “{title}”: {clock} ended at {due}. Please see to it now.',
    ),
    holes: { number: 'plain', title: 'personal', clock: 'plain', due: 'plain' },
  },
  {
    id: 'matter.review-due',
    title: label('挂账事项到复核日期', 'A matter on hold is to be looked at'),
    text: label(
      '{number}「{title}」挂账复核日期为 {review}，请复核能否恢复办理。',
      '{number} “{title}” is to be looked at again on {review}: can it be taken up?',
    ),
    holes: { number: 'plain', title: 'personal', review: 'plain' },
  },
  {
    id: 'matter.card-due',
    title: label('督办回复已超时', 'A card is unanswered'),
    text: label(
      '{number}「{title}」的督办应于 {due} 前回复，尚未回复。',
      'The card of {number} “{title}” was to be answered by {due}.',
    ),
    holes: { number: 'plain', title: 'personal', due: 'plain' },
  },
  {
    id: 'matter.task-due',
    title: label('任务已超时', 'A task is overdue'),
    text: label(
      '{number}「{title}」的任务「{task}」应于 {due} 前完成。',
      'The task “{task}” of {number} “{title}” was due at {due}.',
    ),
    holes: { number: 'plain', title: 'personal', task: 'personal', due: 'plain' },
  },
  {
    id: 'matter.answered',
    title: label('您反映的事项有了答复', 'Your report was answered'),
    text: label('{number}「{title}」：{answer}', '{number} “{title}”: {answer}'),
    holes: { number: 'plain', title: 'personal', answer: 'personal' },
  },
  {
    id: 'matter.answered-nearby',
    title: label('您附议的事项有了结果', 'What you said “me too” to was answered'),
    text: label('{kind}：{answer}', '{kind}: {answer}'),
    holes: { kind: 'plain', answer: 'personal' },
  },
  {
    id: 'matter.answered-by-phone',
    title: label('您反映的事项有了答复', 'Your report was answered'),
    text: label('{number} 有了答复。', '{number} was answered.'),
    sms: label(
      '您反映的事项 {number} 有了答复，可凭编号和查询码在手机页面查看，或致电社区询问。',
      'Your report {number} was answered. See it with its number and query code, or call the community.',
    ),
    holes: { number: 'plain' },
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
  {
    id: 'grid.major-told',
    title: label('重大事件有新情况', 'News of a major event'),
    text: label('{number}「{title}」有新的报告，请查看。', '{number} “{title}” has a new report. Please look.'),
    sms: label(
      '重大事件 {number} 有新的报告，请登录系统查看。',
      'Major event {number} has a new report. Please sign in.',
    ),
    holes: { number: 'plain', title: 'personal' },
  },
  {
    id: 'grid.patrol-missed',
    title: label('今日尚未巡查', 'Not patrolled today'),
    text: label(
      '{number}「{title}」到点未巡查，请安排或说明原因。',
      '{number} “{title}” was not done by the hour. Please see to it or say why.',
    ),
    holes: { number: 'plain', title: 'personal' },
  },
  {
    id: 'grid.zero-report-missing',
    title: label('底线排查到期未报', 'A grid has not answered'),
    text: label(
      '{number}「{title}」到期未回报，没有情况也请零报告。',
      '{number} “{title}” is overdue. Please answer, with a zero report if there is nothing.',
    ),
    holes: { number: 'plain', title: 'personal' },
  },
  {
    id: 'grid.task-clash',
    title: label('社区提出期限冲突', 'Days clash'),
    text: label(
      '{number}「{title}」有社区提出期限冲突，请答复。',
      '{number} “{title}”: a community says that days clash. Please answer.',
    ),
    holes: { number: 'plain', title: 'personal' },
  },
  {
    id: 'grid.escalation-urged',
    title: label('社区催办超权限事项', 'A community asks again'),
    text: label(
      '{number}「{title}」社区催办，请尽快答复。',
      '{number} “{title}”: the community asks again. Please answer.',
    ),
    holes: { number: 'plain', title: 'personal' },
  },
  {
    id: 'grid.need-unconfirmed',
    title: label('急难愁盼待群众确认', 'To be confirmed by the household'),
    text: label(
      '{number}「{title}」已办七日未确认，请上门核实。',
      '{number} “{title}” has waited seven days for the household’s word. Please go and ask.',
    ),
    holes: { number: 'plain', title: 'personal' },
  },
];
