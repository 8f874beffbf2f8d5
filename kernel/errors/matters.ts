import { type ErrorEntry, entry } from './entry.ts';

/** Errors of matters and places. */
export const errorsOfMatters = {
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
  'case.dormant': entry(
    409,
    '「{name}」现在没有启用，不能新增。需要时请系统管理员在设置中启用；以往的记录仍可查看和办理。',
    '“{name}” is not switched on now, so nothing new can be opened. A system administrator can switch it on in the settings; earlier records stay and go on.',
  ),
  'case.reporter-refused': entry(403, '「{name}」不接受这种方式的上报。', '“{name}” cannot be reported this way.'),
  'case.door-closed': entry(
    403,
    '「{name}」不在手机上自助申请：{instead}。',
    '“{name}” is not opened by residents: {instead}.',
  ),
  'case.phone-first': entry(
    403,
    '办理「{name}」要先验证手机号。请登录后再提交，填好的内容不会丢。',
    '“{name}” needs a proven phone number. Please sign in and send it then; what you wrote is kept.',
  ),
  'case.channel-unknown': entry(422, '请选择这件事是怎么来的。', 'Please choose how this matter came.'),
  'case.sheet-missing': entry(
    422,
    '书面来的事项要附上纸面照片，请拍照后再发送。',
    'A matter on paper needs a photo of the sheet. Please take one and send it then.',
  ),
  'case.caller-phone-missing': entry(
    422,
    '请填写诉求人电话，办好后要把答复告诉他。对方不愿留电话的，请改选“走访”或“窗口来访”，并交给他印有查询码的回执。',
    'Please give the phone number of whoever called, so that the answer reaches them. If they give none, choose “visit” or “counter” and hand out the slip with the query code.',
  ),
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
  'document.not-yet': entry(409, '「{name}」现在还不能出具：{waits}。', '“{name}” cannot be issued yet: {waits}.'),
  'document.reason-missing': entry(
    422,
    '要打印完整的个人信息，请写明用途。',
    'Please say what the copy with personal values in clear is for.',
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
  'routing.no-dispatch': entry(
    409,
    '您目前在这件事项上没有可以派单的操作，所以没有派单建议。',
    'There is no dispatch that you could make on this matter now, so nothing is suggested.',
  ),
  'routing.no-district': entry(
    403,
    '派单建议按全区数据训练，只有管辖全区的岗位可以查看和训练。',
    'Suggestions are learnt from the whole district; only a post whose range is the district may look at this and train it.',
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
  'action.when-held': entry(
    409,
    '事项正在挂账，「{action}」要等恢复办理后才能进行。',
    'The matter is on hold; “{action}” has to wait until it is taken up again.',
  ),
  'action.not-here': entry(
    409,
    '按事项目前的情况，不能「{action}」。请刷新后按页面上的操作办理。',
    'As the matter stands now, “{action}” is not possible. Please reload and use the actions on the page.',
  ),
  'action.pending': entry(
    409,
    '已有一项申请正在等待审批，批复后才能再次「{action}」。',
    'A request of this matter is waiting for a decision; “{action}” is possible after that.',
  ),
  'case.tasks-open': entry(
    409,
    '还有 {n} 项任务没有完成，不能「{action}」。请先办结或退回这些任务。',
    '{n} tasks of this matter are still open, so “{action}” is not possible. Please finish or return them first.',
  ),
  'case.task-unsaid': entry(
    422,
    '这件事项有几项任务，请选择对哪一项「{action}」。',
    'This matter has several tasks. Please choose the one for “{action}”.',
  ),
  'case.task-unknown': entry(
    422,
    '所选任务不能「{action}」。请刷新后重新选择。',
    '“{action}” is not possible for that task. Please reload and choose again.',
  ),
  'case.held-already': entry(409, '这件事项已经挂账。', 'This matter is on hold already.'),
  'case.nothing-to-extend': entry(
    422,
    '这件事项没有正在计时的时限，或延长的时间不对，不能延期。',
    'There is no running deadline to extend, or the time asked for is not valid.',
  ),
  'case.no-card': entry(409, '这件事项没有需要回复的督办。', 'There is no card to answer on this matter.'),
  'plan.unknown': entry(404, '没有编号为 {id} 的计划。', 'There is no plan with the id {id}.'),
  'plan.wrong': entry(
    422,
    '计划有误：{problem}。请修改后再保存。',
    'The plan is wrong: {problem}. Please mend it and save again.',
  ),
  'calendar.range': entry(
    422,
    '日历一次最多查看 62 天，结束日期不能早于开始日期。',
    'The calendar shows at most 62 days at once, and must not end before it begins.',
  ),
  'applicant.too-many': entry(
    429,
    '您一小时内按证件号查询的次数已到上限，请 {minutes} 分钟后再查。这期间可以照常录入，不影响受理。',
    'You have searched by number as often as an hour allows. Please try again in {minutes} minutes; reports can be entered meanwhile.',
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
  'effect.settled': entry(
    409,
    '这项后续动作已经完成，或者已由他人处理。请刷新后查看。',
    'This follow-up was done, or settled by somebody else meanwhile. Please reload and look again.',
  ),
  'slot.full': entry(
    409,
    '{time} 的名额刚刚约满，请另选一个时间。',
    'The time {time} has just been filled. Please choose another.',
  ),
  'slot.not-offered': entry(
    422,
    '「{plan}」在 {time} 不开放预约，可能已调整安排。请重新选择时间。',
    '“{plan}” offers no time at {time}; it may have changed. Please choose again.',
  ),
  'slot.too-late': entry(
    422,
    '{time} 已经不能预约：至少要提前 {hours} 小时。请另选时间。',
    'The time {time} can no longer be booked: at least {hours} hours ahead are needed. Please choose another.',
  ),
  'slot.too-early': entry(
    422,
    '最多可以预约今天起 {days} 天内的时间，请选近一些的日期。',
    'Only the next {days} days can be booked. Please choose a nearer day.',
  ),
  'slot.cancel-late': entry(
    409,
    '距离预约时间不足 {hours} 小时，不能再自行改约或取消，请直接联系预约的单位。',
    'Less than {hours} hours before the time it can no longer be changed or cancelled here. Please call the place you booked.',
  ),
  'slot.place-unknown': entry(
    422,
    '「{plan}」在所选地点不提供预约，请另选地点。',
    '“{plan}” is not offered at this place. Please choose another.',
  ),
  'slot.plan-unknown': entry(
    404,
    '没有这项预约安排，可能已经取消。请刷新后再看。',
    'There is no such plan of times; it may have been withdrawn. Please reload.',
  ),
  'slot.plan-wrong': entry(
    422,
    '预约安排填写有误：{detail}。请改正后再保存。',
    'The plan of times is not right: {detail}. Please correct it and save again.',
  ),
  'slot.not-now': entry(
    409,
    '这项预约已经取消，或者还没有到时间，不能这样登记。请刷新后查看。',
    'This booking was given back, or its time has not come. Please reload and look again.',
  ),
  'case.playbook-withdrawn': entry(
    409,
    '「{name}」已停止受理新事项。正在办理的不受影响；请改用其他流程上报。',
    '“{name}” takes no new matters any more. Those in course go on; please report by another one.',
  ),
  'design.unreadable': entry(
    422,
    '这份内容不是可以读懂的流程：{detail}请检查后再试。',
    'This is not a playbook that can be read: {detail} Please check it and try again.',
  ),
  'design.changed': entry(
    409,
    '{who} 刚刚保存过这份草稿，您的改动还没有保存。请导出您的改动留底，再打开最新草稿继续。',
    '{who} saved this draft a moment ago; your changes are not saved. Export yours, then go on with the latest draft.',
  ),
  'design.problems': entry(
    422,
    '流程检查还有 {count} 个问题（如：{first}），改好才能发布。',
    'The checker finds {count} problem(s), such as: {first} Mend them before publishing.',
  ),
  'design.unchanged': entry(
    409,
    '草稿与现行版本没有不同，无需发布。',
    'The draft does not differ from the version in force; there is nothing to publish.',
  ),
  'design.day-past': entry(
    422,
    '生效日期不能早于今天。请改为今天或以后的日期。',
    'A version cannot begin before today. Please choose today or a later day.',
  ),
  'design.proposed-already': entry(
    409,
    '{who}已提请发布这个流程，尚未决定。请等决定后再提请。',
    '{who} has proposed this playbook, and nobody has decided yet. Please wait for the decision.',
  ),
  'design.same-person': entry(
    409,
    '自己提请发布的流程，须由另一位有权限的人决定。',
    'What you proposed yourself is decided by another person with the permission.',
  ),
  'design.decided': entry(
    409,
    '{who}已作出决定，不必再次决定。请刷新后查看。',
    '{who} has decided already. Please reload and look again.',
  ),
  'design.versions-used': entry(
    409,
    '这个流程的本区版本号已用完。请另建一个流程。',
    'The district has used up the version numbers of this playbook. Please make another playbook.',
  ),
  'design.withdrawn': entry(409, '这个版本已经停用，不必再次停用。', 'This version is withdrawn already.'),
} as const satisfies Record<string, ErrorEntry>;
