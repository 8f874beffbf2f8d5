import type { Story } from '../retold/stories.ts';

export const inspectionStories: readonly Story[] = [
  {
    playbook: 'inspection.weekly',
    often: 9,
    tellings: [
      {
        'sample.content': '背街小巷环境卫生、公厕管理',
        'record.evidence': ['北巷两处建筑垃圾堆积约三平方米', '菜场公厕无纸、地面积水'],
        'record.what': ['北巷建筑垃圾堆积', '菜场公厕保洁不到位'],
        'finish-task.result': '已清运并安排专人每日巡查',
        'close.answer': '两项问题均已整改，复查合格。',
      },
    ],
  },
  {
    playbook: 'inspection.circular',
    often: 6,
    tellings: [
      {
        'report.subject': '关于二季度环境整治督查情况的通报',
        'report.facts': '两个社区三件整治点位逾期未完成，一件复查不合格',
        'submit.text':
          '各社区：本月街道对十二个社区环境整治情况开展督查，总体进展良好，但仍有个别点位整治不及时、反弹较快。现将有关情况通报如下，请对照问题清单限期整改，并于五个工作日内报送整改情况。',
        'read.words': '已学习，三日内完成整改',
        'close.answer': '通报社区均已签阅并整改。',
      },
    ],
  },
  {
    playbook: 'inspection.rectification',
    often: 5,
    tellings: [{ 'report.demand': '月底前全部清零，每处留整治前后对比照片' }],
  },
  {
    playbook: 'inspection.heap',
    often: 8,
    tellings: [
      {
        'report.where': '北巷口配电箱旁',
        'clear.result': '清运建筑垃圾两车，地面冲洗干净',
        'pass.answer': '现场已清理干净，复查合格。',
        'fail.reason': '配电箱后侧仍有残留',
      },
    ],
  },
  {
    playbook: 'inspection.interview',
    often: 4,
    tellings: [
      {
        'report.facts': '三件整治点位逾期十天以上，两次提醒未改',
        'record.record': '社区说明了人手和场地困难，街道明确了支持事项',
        'record.promise': '十日内三件全部清零，每周报进度',
        'kept.answer': '三件均按承诺清零，复查合格。',
      },
    ],
  },
  { playbook: 'inspection.quarterly', often: 5 },
];
