import type { Story } from '../retold/stories.ts';

export const safetyStories: readonly Story[] = [
  {
    playbook: 'safety.hazard',
    mostly: 'safety.hazard.rated',
    often: 24,
    kinds: ['emergency', 'fire-rescue'],
    tellings: [
      {
        of: '0302',
        'report.what': '后厨两瓶液化气放在灶台下方，软管超过两米且穿墙',
        'report.party': '湘味小炒店',
        'order.demand': '一日内将气瓶移至室外专用间，更换不超过两米的金属软管',
        'rectified.result': '气瓶已移至室外专用间，软管已更换，加装报警器',
        'pass.answer': '复查合格，隐患已消除。',
        'fail.reason': '软管接头未用管卡固定',
        'settle.result': '当场移走气瓶',
      },
      {
        of: '0302',
        category: '0305',
        'report.what': '后门疏散通道堆放啤酒箱和冰柜，只剩半米宽',
        'report.party': '老街火锅城',
        'order.demand': '立即清空疏散通道，三日内固定冰柜位置',
        'rectified.result': '通道已清空，冰柜移入储藏间',
        'pass.answer': '疏散通道畅通，复查合格。',
      },
      {
        of: '0503',
        'report.what': '厂房内违规存放甲醇二十桶，与明火作业区仅隔一道铁皮墙',
        'report.party': '宏达包装厂',
      },
      {
        of: '0101',
        'report.what': '消防车通道两侧又停满私家车，中间过不去一辆消防车',
        'pass.answer': '已清障并重新划线，物业每晚巡查。',
      },
    ],
  },
  {
    playbook: 'safety.check',
    often: 14,
    kinds: ['emergency'],
    tellings: [
      {
        'report.place': '湘味小炒店',
        'record-03.placeChecked': '湘味小炒店',
        'record-06.placeChecked': '湘味小炒店',
        'record-03.what': ['两瓶液化气存放在灶台下', '后门疏散通道堆放啤酒箱'],
        'conclude.answer': '两处隐患均已整改到位，复查合格。',
      },
    ],
  },
  {
    playbook: 'safety.self-check',
    often: 6,
    tellings: [
      {
        'report.name': '明月便利店',
        'submit.what': '一具灭火器压力不足',
        'submit.measures': '当场更换，登记下次检查日期',
      },
    ],
  },
  {
    playbook: 'safety.fraud-warning',
    often: 8,
    tellings: [
      {
        'report.hint': '疑似接到刷单返利诈骗电话，通话二十三分钟',
        'dissuade.answer': '已当面劝阻，删除诈骗软件，安装国家反诈中心应用。',
        'confirm.answer': '次日回访，未发生转账。',
        'not-reached.tried': '电话三次、上门一次均无人应答',
      },
    ],
  },
  {
    playbook: 'safety.clue',
    often: 6,
    tellings: [
      {
        'report.what': '三楼出租房每晚十点后有七八个陌生人进出，听到麻将机声到天亮',
        'act-on.answer': '已依法查处，感谢您提供线索。',
      },
    ],
  },
  {
    playbook: 'safety.traffic',
    often: 5,
    kinds: ['traffic-police'],
    tellings: [{ 'report.what': '外卖摩托车在楼间道路飞驰，路口没有减速设施，上周差点撞到老人' }],
  },
  { playbook: 'safety.farmland', often: 4, kinds: ['planning'] },
  {
    playbook: 'safety.fund-raising',
    often: 4,
    kinds: ['market-regulation'],
    tellings: [
      {
        of: 'wealth',
        'report.name': '聚鑫财富咨询部',
        'report.what': '门口发传单，承诺年息 18%，听课送米面油，已有十几位老人登记',
      },
    ],
  },
];
