import { type Label, label } from '#kernel/label';
import type { Duty, Permission } from '#engines/organisation/model';

const all: readonly Duty[] = ['business', 'system', 'security', 'audit'];

const permission = (id: string, name: Label, means: Label, ...duties: readonly Duty[]): Permission => ({
  id,
  name,
  means,
  duties,
});

/**
 * Every permission that a route asks for, in the words of whoever decides about it, and whose roles may carry it: the
 * district's business, or one of the three administrations. A test keeps it complete.
 */
export const permissions: readonly Permission[] = [
  permission(
    'case.report',
    label('上报事项', 'Report matters'),
    label('替居民代录或自己上报，查看附近是否已有同类事项', 'report for residents or oneself, see like matters nearby'),
    'business',
  ),
  permission(
    'case.read',
    label('查看事项', 'See matters'),
    label(
      '查看辖区内或交给本单位的事项、附件和办理经过',
      'see matters of the range or of the own body, their files and history',
    ),
    'business',
  ),
  permission(
    'case.act',
    label('办理事项', 'Act on matters'),
    label('按流程派单、办理、核查、答复和办结', 'dispatch, handle, verify, answer and close as the playbook says'),
    'business',
  ),
  permission(
    'routing.learn',
    label('训练派单建议', 'Train suggestions for dispatch'),
    label(
      '查看派单建议的准确率，用全区已办结事项重新训练',
      'see how often suggestions for dispatch are right, train them anew from the district’s closed matters',
    ),
    'business',
  ),
  permission(
    'case.export',
    label('导出事项', 'Export matters'),
    label('把查到的事项导出为表格', 'export the matters found as a sheet'),
    'business',
  ),
  permission(
    'export.approve',
    label('审批导出', 'Approve exports'),
    label('批准或退回他人超量或含敏感内容的导出', 'approve or refuse large or sensitive exports of others'),
    'business',
  ),
  permission(
    'applicant.find',
    label('一号查申请', 'Find by number of identity'),
    label(
      '本人到场时按证件号查其申请，经同意沿用已填信息，每次都有记录',
      'find a person’s applications by the number given, take over what was said when agreed to, each time on record',
    ),
    'business',
  ),
  permission(
    'personal.reveal',
    label('查看完整个人信息', 'Reveal personal data'),
    label(
      '说明理由后查看被遮挡的电话、证件号等，每次都有记录',
      'see masked phones and numbers with a reason, each time on record',
    ),
    'business',
  ),
  permission(
    'figure.read',
    label('查看数据看板', 'See figures'),
    label('查看指标、趋势和排名，点开到具体事项', 'see figures, trends and rankings, open them to their matters'),
    'business',
  ),
  permission(
    'plate.manage',
    label('管理二维码牌', 'Manage QR plates'),
    label('制作、打印和停用二维码牌', 'make, print and revoke QR plates'),
    'business',
  ),
  permission(
    'plan.manage',
    label('管理周期计划', 'Manage plans'),
    label('开启、停用和制定定期产生事项的计划', 'switch plans of recurring matters on and off, and make them'),
    'business',
  ),
  permission(
    'effect.mend',
    label('处理后续动作', 'Mend follow-ups'),
    label(
      '查看没有完成的通知、后续事项等，重试或说明理由后放弃',
      'see notices, further matters and the like that were not done, try them again or give them up with a reason',
    ),
    'business',
  ),
  permission(
    'slot.attend',
    label('接待预约', 'Receive those who booked'),
    label('查看本单位当天的预约，登记是否到场', 'see who comes to the own body today, and say who came'),
    'business',
  ),
  permission(
    'slot.manage',
    label('安排预约时间', 'Keep plans of times'),
    label('调整开放预约的时间、名额和停约日期', 'change when can be booked, how many, and which days are closed'),
    'business',
  ),
  permission(
    'import.run',
    label('导入数据', 'Import data'),
    label('把历史事项等表格导入系统', 'import sheets such as matters of the past'),
    'business',
  ),
  permission(
    'territory.read',
    label('查看区域网格', 'See the territory'),
    label('查看区划、网格、边界和所在地', 'see divisions, grids, boundaries and places'),
    ...all,
  ),
  permission(
    'territory.edit',
    label('维护区域网格', 'Keep the territory'),
    label('新增、修改、拆分、合并区域，绘制边界', 'add, change, split and merge places, draw boundaries'),
    'business',
    'system',
  ),
  permission(
    'organisation.read',
    label('查看单位与人员', 'See bodies and people'),
    label(
      '查看单位、岗位、人员和任职情况，电话只显示部分数字',
      'see bodies, posts, people and who holds what; phones are masked',
    ),
    ...all,
  ),
  permission(
    'organisation.edit',
    label('维护单位与人员', 'Keep bodies and people'),
    label(
      '新增单位、岗位、人员账号，提出任职申请，结束任职，停用账号',
      'add bodies, posts, people; propose and end holdings; disable accounts',
    ),
    'system',
  ),
  permission(
    'duty.manage',
    label('安排值班与替岗', 'Arrange duty and substitutes'),
    label('排值班表，批准换班和请假替岗', 'make rotas, approve swaps and substitutes during leave'),
    'business',
    'system',
  ),
  permission(
    'grant.decide',
    label('审批授权', 'Decide grants'),
    label('批准或退回他人提出的任职申请，收回任职', 'grant or refuse what others proposed, revoke holdings'),
    'security',
  ),
  permission(
    'role.propose',
    label('提出角色修改', 'Propose changes of roles'),
    label(
      '提出增减角色权限、复制或停用角色，由另一人审批',
      'propose permissions of roles, copies, retirement; another person decides',
    ),
    'system',
    'security',
  ),
  permission(
    'role.decide',
    label('审批角色修改', 'Decide changes of roles'),
    label('批准或退回他人提出的角色修改', 'grant or refuse changes of roles that others proposed'),
    'security',
  ),
  permission(
    'settings.read',
    label('查看系统设置', 'See settings'),
    label('查看运行参数', 'see the settings of the installation'),
    'system',
    'security',
    'audit',
  ),
  permission(
    'settings.edit',
    label('修改系统设置', 'Change settings'),
    label(
      '修改日历、地图、通知等运行参数，不含安全策略',
      'change calendar, map, messages and the like, not security policy',
    ),
    'system',
  ),
  permission(
    'settings.security',
    label('修改安全策略', 'Change security policy'),
    label(
      '修改密码、双因素、导出限额、审计保存期等安全策略',
      'change policies of passwords, factors, export limits, audit retention',
    ),
    'security',
  ),
  permission(
    'playbook.design',
    label('设计办理流程', 'Design playbooks'),
    label(
      '复制、修改、检查、试运行办理流程，提请发布本区的新版本、批准他人提请的，或停用',
      'copy, change, check and try playbooks; propose a version of the district, approve what others propose, or withdraw one',
    ),
    'system',
  ),
  permission(
    'notice.queue',
    label('查看待发消息', 'See outgoing messages'),
    label('查看短信、邮件的发送情况，重发或取消', 'see how messages are sent, send again or cancel'),
    'system',
  ),
  permission(
    'audit.read',
    label('查看审计日志', 'Read the audit log'),
    label(
      '查询谁在何时何地做了什么，核验日志是否完整',
      'search who did what, when and from where; verify that the log is whole',
    ),
    'audit',
  ),
];
