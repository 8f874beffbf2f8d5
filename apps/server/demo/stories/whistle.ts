import type { Story } from '../retold/stories.ts';

export const whistleStories: readonly Story[] = [
  {
    playbook: 'whistle.daily',
    often: 16,
    tellings: [
      {
        'report.problem':
          '背街两侧十余家店外摆摊、占道堆货，社区劝导三次后当天恢复，早晚高峰行人只能走机动车道，请执法和住建部门到现场一并处置。',
        'finish.result': '现场清理占道经营 11 处，对两家屡教不改的立案处罚，划定临时经营区',
        'end.answer': '占道已清理完毕，临时经营区今天启用，社区每天早晚各巡查一次。',
        'not-needed.answer': '先由社区约商户座谈，一周内未改再吹哨。',
      },
      {
        category: 'environment',
        'report.problem': '小区北侧空地长期倾倒建筑垃圾，约三车，雨天泥水流入车库，查不到倾倒人。',
        'finish.result': '清运建筑垃圾 28 吨，加装围挡和监控一处',
        'end.answer': '垃圾已清运完毕，空地已围挡，监控接入街道平台。',
      },
      {
        category: 'facility',
        'report.problem': '人行道三块盖板断裂，下面是弱电井，产权单位不明，已有老人绊倒。',
        'finish.result': '确认为通信管线井，盖板已更换，移交权属单位管养',
        'end.answer': '三块盖板全部更换，管养责任已明确。',
      },
    ],
  },
  {
    playbook: 'whistle.tackle',
    often: 6,
    tellings: [
      {
        'report.problem': '临街三层自建房违法加建两层并隔成二十六间出租，消防通道被占，三次整治三次反弹。',
        'plan.what': ['拆除加建的两层', '清退群租、恢复消防通道'],
        'stuck.facts': '产权人与承租人诉讼未结，部分租户不愿搬离',
        'stuck.ask': '请协调法院、公安，明确诉讼期间能否先行封存',
        'decide.minutes': '经会商，同意先行断电封存加建部分，租户由街道协助临时安置',
        'decide.what': '封存加建部分',
        'finish.result': '加建部分已拆除，二十六间隔断全部清退',
        'end.answer': '违建已拆除，消防通道恢复，纳入每月复查。',
      },
    ],
  },
  {
    playbook: 'whistle.emergency',
    often: 5,
    tellings: [
      {
        'report.problem': '供水主管爆裂，路面积水约三十厘米，一层六户进水',
        'command.order': '封闭路段，转移一层住户，关阀抢修',
        'finish.result': '关阀、抽水完毕，管道更换三米',
        'end.answer': '险情已解除，供水恢复，一层六户已回家。',
      },
    ],
  },
];
