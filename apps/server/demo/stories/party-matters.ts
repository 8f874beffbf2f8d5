import type { Story } from '../retold/stories.ts';

export const partyStories: readonly Story[] = [
  {
    playbook: 'party-matters.wish',
    often: 14,
    tellings: [
      {
        'report.wish': '孙子上三年级，想要一盏护眼台灯',
        'publish.words': '三年级小学生想要一盏护眼台灯',
        'fulfil.result': '台灯已由志愿者送到家中',
        'confirm.answer': '孩子已用上台灯，谢谢叔叔阿姨。',
      },
      {
        of: 'study',
        category: 'goods',
        'report.wish': '老伴走路不稳，想要一根带座的拐杖',
        'publish.words': '八十岁老人想要一根带座拐杖',
        'fulfil.result': '拐杖已送到并教会使用',
        'confirm.answer': '老伴下楼方便多了，谢谢。',
      },
      {
        of: 'study',
        category: 'repair',
        'report.wish': '卫生间的灯坏了半年，够不着换',
        'publish.words': '独居老人家卫生间的灯要换',
        'fulfil.result': '灯已换成声控的',
        'confirm.answer': '晚上起夜不用摸黑了。',
      },
    ],
  },
  {
    playbook: 'party-matters.deliberation',
    often: 7,
    tellings: [
      {
        'report.topic': '中心花园加装晾衣架',
        'report.why': '低层采光差，居民在树上拉绳晾被子，既不安全也不好看',
        'vote.minutes': '到会居民代表二十三人，十二人发言，主要意见是位置要避开儿童活动区。',
        'vote.resolution': '在花园东侧加装晾衣架四组，物业负责日常管理',
        'vote.answer': '决议：花园东侧加装四组晾衣架，下月底前完成。',
      },
    ],
  },
  {
    playbook: 'party-matters.help',
    often: 5,
    tellings: [
      {
        'report.need': '背街排水管反复淤堵，雨天积水进商铺',
        'visit.talk': '到社区座谈并现场踏勘',
        'done.result': '疏通管道 200 米，更换井盖六处',
      },
    ],
  },
];
