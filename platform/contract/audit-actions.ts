import { type Label, label } from '#kernel/label';

/**
 * What the actions of the audit log are called. An action is `<room>.<what>`; those of matters are the actions of their
 * playbooks. A test finds every action in the code and asks for its words here.
 */
const rooms: Readonly<Record<string, Label>> = {
  access: label('访问控制', 'Access'),
  account: label('账号', 'Account'),
  applicant: label('申请人', 'Applicants'),
  audit: label('审计', 'Audit'),
  backup: label('备份', 'Backup'),
  case: label('事项', 'Matter'),
  document: label('文书', 'Document'),
  duty: label('值班与请假', 'Duty and leave'),
  exchange: label('数据导入', 'Import'),
  effect: label('后续动作', 'Follow-ups'),
  export: label('导出', 'Export'),
  grant: label('授权', 'Grant'),
  keys: label('密钥', 'Keys'),
  notice: label('通知', 'Notice'),
  organisation: label('单位与人员', 'Bodies and people'),
  personal: label('敏感信息', 'Personal data'),
  plan: label('工作计划', 'Plan'),
  plate: label('二维码牌', 'Plate'),
  playbook: label('办理流程', 'Playbook'),
  resident: label('居民账号', 'Resident'),
  retention: label('数据保存', 'Retention'),
  role: label('角色', 'Role'),
  session: label('登录', 'Sign-in'),
  settings: label('设置', 'Settings'),
  slot: label('预约', 'Bookings'),
  territory: label('区域', 'Territory'),
};

const texts: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  'access.refused': ['越权或受限操作被拒绝', 'Access refused'],

  'account.activate': ['激活账号', 'Account activated'],
  'account.change-password': ['修改密码', 'Password changed'],
  'account.enrol-passkey': ['登记通行密钥', 'Passkey enrolled'],
  'account.enrol-totp': ['登记动态口令', 'One-time codes enrolled'],
  'account.issue-activation': ['发放激活码', 'Activation code issued'],
  'account.link-oidc': ['绑定单点登录', 'Single sign-on linked'],
  'account.open-again': ['恢复停用账号', 'Account opened again'],
  'account.remove-passkey': ['移除通行密钥', 'Passkey removed'],
  'account.remove-totp': ['停用动态口令', 'One-time codes removed'],
  'account.renew-recovery': ['更换恢复码', 'Recovery codes renewed'],
  'account.reset-factors': ['重置二次验证', 'Second factors reset'],
  'account.reset-password': ['重置密码', 'Password reset'],
  'account.suspend-unused': ['久未使用，自动停用', 'Suspended, unused'],
  'account.unlink-oidc': ['解除单点登录绑定', 'Single sign-on unlinked'],

  'applicant.find': ['按证件号查申请', 'Applications found by number'],

  'audit.export': ['导出审计日志', 'Audit log exported'],
  'audit.forget': ['按保存期限清理审计日志', 'Audit rows forgotten by policy'],
  'audit.verify': ['核验审计日志', 'Audit log verified'],
  'audit.accept-anchor': ['确认数据库已回退，接受新的锚点', 'A database set back was accepted'],

  'backup.make': ['备份数据', 'Backup made'],
  'backup.restore': ['恢复数据', 'Backup restored'],

  'plan.change': ['调整周期计划', 'Plan changed'],
  'slot.plan-change': ['调整预约安排', 'Plan of times changed'],
  'slot.attendance': ['登记预约到场情况', 'Attendance noted'],
  'case.report': ['上报事项', 'Matter reported'],
  'case.learn-routing': ['训练派单建议', 'Suggestions for dispatch trained'],
  'case.import': ['导入历史事项', 'Past matter imported'],
  'case.import-sheet': ['从表格导入事项', 'Matters imported from a sheet'],
  'case.ask-import-sheet': ['提交事项表格', 'Sheet of matters handed in'],
  'case.ask': ['提出需要批准的申请', 'Asked for what has to be granted'],
  'case.ask-granted': ['同意申请', 'Granted what was asked for'],
  'case.ask-refused': ['不同意申请', 'Did not grant'],
  'case.task': ['任务进展', 'Progress of a task'],
  'case.close-along': ['随主事项办结', 'Closed along'],
  'case.me-too': ['附议事项', 'Joined a matter'],
  'case.link': ['合并重复事项', 'Linked as a duplicate'],
  'case.unlink': ['取消合并', 'Unlinked'],
  'case.relocate': ['随区域调整迁移事项', 'Matter moved with its place'],
  'case.hand-over': ['移交在办事项', 'Open work handed over'],
  'case.follow': ['居民关注自己的上报', 'Report followed by its resident'],
  'case.join-affected': ['居民附议，等候答复', '“Me too” by a resident, to hear the answer'],
  'case.unfollow': ['居民取消关注上报', 'Report no longer followed'],
  'case.see-contact': ['查看联系方式', 'Contact data seen'],
  'case.export': ['导出事项', 'Matters exported'],
  'case.accept': ['受理', 'Accepted'],
  'case.settle': ['当场办结', 'Settled on the spot'],
  'case.decline': ['不予受理', 'Declined'],
  'case.dispatch': ['派单', 'Dispatched'],
  'case.take': ['接单', 'Taken on'],
  'case.transfer': ['转办', 'Transferred'],
  'case.refer': ['报请派单员裁定', 'Referred to the dispatcher'],
  'case.rule': ['裁定改派', 'Ruled and reassigned'],
  'case.note': ['填写进展', 'Progress noted'],
  'case.handle': ['办理完成', 'Handled'],
  'case.fail': ['核查不通过，退回', 'Not passed, sent back'],
  'case.fail-settled': ['未解决，转派单', 'Not settled, to be dispatched'],
  'case.close': ['核查通过，办结', 'Passed, closed'],
  'case.explain': ['解释说明，办结', 'Explained and closed'],
  'case.close-settled': ['核查属实，办结', 'Checked, closed'],
  'case.rate': ['评价', 'Rated'],
  'case.withdraw': ['撤回', 'Withdrawn'],
  'case.report-up': ['上报上级', 'Reported up'],
  'case.void': ['作废', 'Declared void'],
  'case.file': ['归档', 'Filed'],

  'document.issue': ['出具文书', 'Document issued'],

  'effect.retry': ['重试后续动作', 'Follow-up tried again'],
  'effect.give-up': ['放弃后续动作', 'Follow-up given up'],

  'duty.add-rota': ['编制值班表', 'Rota made'],
  'duty.add-shift': ['新增班次', 'Shift added'],
  'duty.change-shift': ['修改班次', 'Shift changed'],
  'duty.cancel-shift': ['取消班次', 'Shift cancelled'],
  'duty.check-shift': ['登记查岗', 'Duty checked'],
  'duty.ask-swap': ['申请换班', 'Swap asked for'],
  'duty.accept-swap': ['同意换班', 'Swap accepted'],
  'duty.decline-swap': ['不同意换班', 'Swap declined'],
  'duty.see-swap': ['知悉换班', 'Swap taken note of'],
  'duty.write-note': ['填写交接班记录', 'Note for the next shift written'],
  'duty.receive-note': ['接收交接班记录', 'Note of the shift before received'],
  'duty.ask-transfer': ['发起人员调动', 'Transfer asked for'],
  'duty.agree-to-transfer': ['同意人员调动', 'Transfer agreed to'],
  'duty.refuse-transfer': ['不同意人员调动', 'Transfer refused'],
  'duty.freeze-transfer': ['固定移交清单', 'List of the transfer frozen'],
  'duty.sign-transfer': ['签认移交清单', 'List of the transfer signed'],
  'duty.propose-transfer': ['提交调动任职申请', 'Appointment of a transfer proposed'],
  'duty.withdraw-transfer': ['撤回人员调动', 'Transfer withdrawn'],
  'duty.finish-transfer': ['完成人员调动', 'Transfer finished'],
  'duty.add-leave': ['登记请假与代班', 'Leave and substitute entered'],
  'duty.cancel-leave': ['撤销请假', 'Leave cancelled'],

  'exchange.import-cases': ['导入历史事项文件', 'File of past matters imported'],

  'export.ask': ['申请导出', 'Export asked for'],
  'export.approve': ['批准导出', 'Export approved'],
  'export.refuse': ['不批准导出', 'Export refused'],
  'export.fetch': ['下载导出文件', 'Export fetched'],

  'grant.propose': ['申请任职授权', 'Appointment proposed'],
  'grant.grant': ['批准任职授权', 'Appointment granted'],
  'grant.refuse': ['不批准任职授权', 'Appointment refused'],
  'grant.withdraw': ['撤回任职申请', 'Appointment withdrawn'],
  'grant.end': ['终止任职', 'Appointment ended'],
  'grant.first-security': ['设立首位安全管理员', 'First security administrator'],

  'keys.rotate': ['更换数据密钥', 'Data key changed'],
  'keys.retire': ['停用旧数据密钥', 'Old data key retired'],
  'keys.rewrap': ['更换主密钥', 'Keys wrapped anew'],

  'notice.acknowledge': ['签收通知', 'Notice acknowledged'],
  'notice.retry': ['重发通知', 'Notice sent again'],
  'notice.cancel': ['取消发送', 'Notice cancelled'],

  'organisation.add-body': ['新建单位', 'Body added'],
  'organisation.rename-body': ['单位更名', 'Body renamed'],
  'organisation.merge-body': ['合并单位', 'Body merged'],
  'organisation.abolish-body': ['撤销单位', 'Body abolished'],
  'organisation.plan-body-change': ['安排单位变更', 'Change of a body planned'],
  'organisation.cancel-body-change': ['取消单位变更', 'Change of a body cancelled'],
  'organisation.set-superiors': ['调整上级单位', 'Superiors set'],
  'organisation.set-line-posts': ['设置业务条线岗位', 'Posts of a business line set'],
  'organisation.add-post': ['新建岗位', 'Post added'],
  'organisation.abolish-post': ['撤销岗位', 'Post abolished'],
  'organisation.set-job': ['修改岗位职责', 'Duties of a post set'],
  'organisation.read-job': ['确认已读岗位职责', 'Duties of a post read'],
  'organisation.set-term': ['调整任职期限', 'Term set'],
  'organisation.set-establishment': ['核定编制', 'Approved numbers set'],
  'organisation.allow-over': ['批准超编', 'Over the approved number allowed'],
  'organisation.add-member': ['增加成员', 'Member added'],
  'organisation.end-member': ['移出成员', 'Member removed'],
  'organisation.add-person': ['新增人员', 'Person added'],
  'organisation.edit-person': ['修改人员信息', 'Person edited'],
  'organisation.disable-person': ['停用人员', 'Person disabled'],
  'organisation.enable-person': ['恢复人员', 'Person enabled'],
  'organisation.lend-post': ['临时赋予岗位', 'Post lent'],
  'organisation.holding-altered': ['发现任职记录被改动', 'Altered holding found'],
  'organisation.create-administrator': ['设立首位管理员', 'First administrator made'],
  'organisation.ensure-bodies': ['按导入补建单位', 'Bodies made by an import'],
  'organisation.plant-structure': ['装入机构与编制', 'Structure planted'],
  'organisation.plant': ['装入组织机构', 'Organisation planted'],
  'organisation.print-board': ['打印公示栏', 'Notice board printed'],
  'organisation.declare-card': ['登记网格名片', 'Card of a grid declared'],
  'organisation.withdraw-card': ['撤下网格名片', 'Card of a grid withdrawn'],

  'personal.reveal': ['查看完整敏感信息', 'Personal data revealed'],
  'personal.reveal-burst': ['短时间内频繁查看敏感信息', 'Burst of reveals'],

  'plate.make': ['制作二维码牌', 'Plates made'],
  'plate.revoke': ['作废二维码牌', 'Plate revoked'],

  'playbook.start-design': ['起草流程', 'Playbook drafted'],
  'playbook.save-design': ['保存流程草稿', 'Draft of a playbook saved'],
  'playbook.drop-design': ['删除流程草稿', 'Draft of a playbook dropped'],
  'playbook.propose': ['提请发布流程', 'Playbook proposed'],
  'playbook.publish': ['批准发布流程', 'Playbook published'],
  'playbook.refuse': ['退回流程发布', 'Playbook refused'],
  'playbook.withdraw': ['停用流程版本', 'Playbook withdrawn'],

  'resident.send-code': ['发送验证码', 'Code sent'],
  'resident.sign-in': ['居民登录', 'Resident signed in'],
  'resident.sign-out': ['居民退出', 'Resident signed out'],
  'resident.change-phone': ['更换手机号', 'Phone changed'],
  'resident.delete': ['注销居民账号', 'Resident account deleted'],
  'resident.export': ['居民导出本人信息', 'Resident exported own data'],

  'retention.hold': ['设置保全', 'Held'],
  'retention.release': ['解除保全', 'Released'],
  'retention.run': ['按期限清理数据', 'Retention run'],

  'role.propose': ['申请修改角色', 'Role change proposed'],
  'role.grant': ['批准修改角色', 'Role change granted'],
  'role.refuse': ['不批准修改角色', 'Role change refused'],
  'role.withdraw': ['撤回角色修改', 'Role change withdrawn'],

  'session.sign-in': ['登录', 'Signed in'],
  'session.sign-out': ['退出登录', 'Signed out'],
  'session.factor': ['二次验证', 'Second factor'],
  'session.confirm': ['再次确认身份', 'Confirmed again'],
  'session.end': ['结束一个登录', 'Sign-in ended'],
  'session.end-all': ['结束全部登录', 'All sign-ins ended'],

  'settings.change': ['修改设置', 'Setting changed'],

  'territory.add': ['新建区域', 'Territory added'],
  'territory.edit': ['修改区域信息', 'Territory edited'],
  'territory.draw-boundary': ['绘制边界', 'Boundary drawn'],
  'territory.rule': ['裁定插花地管理', 'Ruled who acts'],
  'territory.import': ['导入行政区划', 'Divisions imported'],
  'territory.import-boundaries': ['导入边界', 'Boundaries imported'],
  'territory.draft-change': ['起草区划调整', 'Change of territory drafted'],
  'territory.redraft-change': ['修改区划调整草案', 'Draft changed'],
  'territory.schedule-change': ['排定区划调整', 'Change scheduled'],
  'territory.withdraw-change': ['撤回区划调整', 'Change withdrawn'],
  'territory.apply-change': ['实施区划调整', 'Change put into force'],
  'territory.accept-household-groups': ['采纳户组划分', 'Groups of households accepted'],
};

/** Actions that have words of their own, with them. */
export const auditActions: readonly (readonly [action: string, words: Label])[] = Object.entries(texts).map(
  ([action, [zh, en]]) => [action, label(zh, en)],
);

/** Rooms, for filters: `case.` stands for all that begins so. */
export const auditRooms: readonly (readonly [prefix: string, words: Label])[] = Object.entries(rooms).map(
  ([room, words]) => [`${room}.`, words],
);

/** What packs call actions of their own, such as the steps of playbooks; asked before the room's own words. */
export type NameOfAction = (action: string) => Label | undefined;

/** What an action is called; one of a former version of a pack is told by its room and its own name. */
export const actionLabel = (action: string, nameOf?: NameOfAction): Label => {
  const named = nameOf?.(action);
  if (named) return named;
  const own = texts[action];
  if (own) return label(own[0], own[1]);
  const [room = '', ...rest] = action.split('.');
  const words = rooms[room];
  return words ? label(`${words.zh}：${rest.join('.')}`, `${words.en}: ${rest.join('.')}`) : label(action, action);
};
