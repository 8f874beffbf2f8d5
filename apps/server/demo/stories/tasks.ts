import type { Story } from '../retold/stories.ts';

export const taskStories: readonly Story[] = [
  { playbook: 'tasks.goal', often: 2 },
  {
    playbook: 'tasks.admission',
    often: 7,
    tellings: [
      {},
      {
        'report.title': '老年人意外伤害情况统计表',
        'report.department': '民政局',
        'report.basis': '青民发〔2026〕12 号',
        'report.content': '每季度统计辖区六十岁以上老人意外伤害情况',
        'admit.answer': '同意限期准入，数据从走访登记取用，不另行报表。',
        'refuse.answer': '与走访登记数据重复，且无经费保障，不予准入。',
        'say.result': ['走访登记已有此数据', '可以从系统导出'],
      },
      {
        'report.title': '社区消防宣传进度周报',
        'report.department': '消防救援大队',
        'report.basis': '青消〔2026〕8 号',
        'report.content': '每周填报消防宣传场次、人数、照片',
        'refuse.answer': '可由宣传记录自动汇总，不予准入。',
        'say.result': ['每周约需半天', '建议直接取宣传记录'],
      },
    ],
  },
  {
    playbook: 'tasks.burden',
    often: 6,
    tellings: [
      {
        'report.department': '区民政局',
        'report.what': '同一张困难群众台账每周要在两个平台各填一遍，表头还不一样',
        'report.paper': '困难群众动态管理表',
        'check.finding': '调取两个平台近四周记录，字段重合九成',
        'check.answer': '情况属实，感谢反映，已要求合并。',
        'demand.demand': '五个工作日内取消重复填报，由系统自动同步',
        'corrected.answer': '两个平台已打通，社区只填一次。',
      },
    ],
  },
  {
    playbook: 'tasks.meeting',
    often: 6,
    tellings: [
      {
        of: 'party-joint',
        'report.title': '街道党建联席会议',
        'topic.topic': '单位停车位错时共享',
        'topic.brief': '夜间车位缺口约 120 个，周边单位停车场闲置',
        'hold.minutes': '会议议定：一、区文化馆停车场夜间开放 40 个车位；二、各单位认领微心愿不少于十个。',
        'close.answer': '议定的两项均已落实。',
      },
    ],
  },
  {
    playbook: 'tasks.purchase',
    often: 5,
    tellings: [
      {
        'report.title': '社区老年助餐服务项目',
        'report.need': '独居、空巢老人 86 户有午餐需求，现有助餐点只能供 30 份',
      },
    ],
  },
];
