import { type ErrorEntry, entry } from './entry.ts';

/** Errors of signing in and of the organisation: people, posts, rights, duty. */
export const errorsOfPeople = {
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
  'permission.denied': entry(
    403,
    '您的岗位没有办理这项操作的权限。如工作需要，请联系本单位管理员。',
    'Your post may not do this. If your work needs it, please ask your administrator.',
  ),
  'setup.refused': entry(
    403,
    '初始设置口令无效、已过期或已使用。请在服务器上重新启动里坊，按启动时显示的新口令设置；也可运行 lifang admin create。',
    'The setup secret is wrong, expired or used. Please restart Lifang on the server and use the new secret it prints, or run lifang admin create.',
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
  'oidc.taken': entry(
    409,
    '这个统一身份已经关联到另一个账号。请先在那个账号里解除关联。',
    'This identity is linked to another account. Please unlink it there first.',
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
  'post.held': entry(
    409,
    '「{post}」还有 {count} 人任职，不能撤销。请先结束任职或调整到其他岗位。',
    '“{post}” still has {count} holders. Please end their holding or transfer them first.',
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
