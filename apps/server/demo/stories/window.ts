import type { Story } from '../retold/stories.ts';

export const windowStories: readonly Story[] = [
  {
    playbook: 'window.matter',
    often: 30,
    tellings: [
      {
        'report.window': '1 号窗口',
        'hand-out.answer': '审核通过，下月起按月发放，结果短信已发送。',
        'at-once.answer': '材料齐全，当场办结。',
      },
      {
        of: '0101',
        category: '0103',
        'report.window': '2 号窗口',
        'hand-out.answer': '审核通过，临时救助金三个工作日内到账。',
        'supplement.material': ['医疗费用票据', '家庭收入承诺书'],
        'supplement.answer': '请补交：医疗费用票据、家庭收入承诺书，社区可帮忙打印。',
      },
      { of: '0101', category: '0402', 'report.window': '3 号窗口', 'hand-out.answer': '两项补贴已核定，本月起发放。' },
    ],
  },
  {
    playbook: 'window.home',
    often: 7,
    tellings: [
      {
        'report.why': '中风后卧床，子女在外地',
        'hand-out.answer': '结果已送到家中，老人和护工当面签收。',
        'absent.reason': '敲门十分钟无人应，电话未接通',
      },
    ],
  },
  {
    playbook: 'window.mobile',
    often: 7,
    tellings: [{ 'hand-out.answer': '电子结果已推送到手机，可在“我的”里下载。' }],
  },
  { playbook: 'window.booking', often: 10 },
  { playbook: 'window.agency', often: 7, tellings: [{ 'hand-out.answer': '代办员已把结果送到本人手中，本人签收。' }] },
];
