import type { Story } from '../retold/stories.ts';

export const gridStories: readonly Story[] = [
  {
    playbook: 'grid.visit',
    often: 16,
    tellings: [
      { 'record.answer': '老人身体尚好，燃气软管已提醒更换', 'record.words': '想了解助餐怎么订' },
      { 'record.answer': '新搬来的一家三口，已登记并发放便民卡', 'record.words': '问孩子转学怎么办' },
    ],
  },
  {
    playbook: 'grid.patrol',
    often: 16,
    tellings: [{ 'found.words': '投放点旁垃圾外溢约两平方米', 'finish.answer': '巡查完毕，一处堆物已清，其余正常。' }],
  },
  {
    playbook: 'grid.opinion',
    often: 8,
    tellings: [
      { of: '02', 'report.words': '建议学校门口上下学时段家长分班级错时接送' },
      { of: '01', 'report.words': '小区南侧绿化带缺株，露土扬尘' },
    ],
  },
  {
    playbook: 'grid.appeal',
    often: 8,
    kinds: ['property'],
    tellings: [
      {
        'report.words': '顶楼屋面渗漏，下雨屋里接水盆',
        'finish.answer': '已重做防水约三十平方米，质保五年。',
        'confirm.comment': '上周大雨墙角还有点湿',
      },
    ],
  },
  { playbook: 'grid.stairwell', often: 6, kinds: ['property'] },
  {
    playbook: 'grid.reception',
    often: 8,
    tellings: [
      {
        'report.question': '高龄津贴怎么办？母亲今年满八十岁',
        'answer.answer': '带老人身份证和银行卡到社区窗口，可以代办，十分钟办好。',
      },
    ],
  },
  { playbook: 'grid.graded', often: 6 },
  {
    playbook: 'grid.urgent-need',
    often: 6,
    tellings: [
      {
        'report.need': '独居老人坐轮椅，单元门口三级台阶出不了门',
        'report.household': '1 单元 101',
        'take-charge.leader': '街道办事处副主任',
        'take-charge.plan': '加装可折叠坡道和扶手',
        'deliver.answer': '坡道和扶手已装好，老人试过能自己出门。',
        'cannot.answer': '现场宽度不够加装坡道，已配爬楼机并安排志愿者接送。',
      },
    ],
  },
];
