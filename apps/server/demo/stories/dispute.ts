import type { Story } from '../retold/stories.ts';

export const disputeStories: readonly Story[] = [
  {
    playbook: 'dispute.mediation',
    mostly: 'dispute.mediation.filed',
    often: 22,
    tellings: [
      {
        of: '0203',
        'report.brief':
          '楼上卫生间防水老化，渗水泡坏楼下客厅吊顶和木地板，双方为维修费用和赔偿数额争执两个多月，几次在楼道里吵起来。',
        'session.heldWhere': '社区人民调解室',
        'session.record': [
          '双方各自陈述经过。申请人出示吊顶、地板受损照片和装修单据，被申请人认可渗水，认为赔偿 5000 元偏高。调解员建议先做闭水试验确定渗漏点，双方同意。',
          '闭水试验确认渗漏点在淋浴间地漏。调解员说明相邻关系和修缮义务，被申请人同意先修后赔，双方就数额接近一致。',
        ],
        'agree.facts': '被申请人卫生间地漏处防水失效，渗水致申请人客厅吊顶约六平方米霉变、木地板三平方米起翘。',
        'agree.terms':
          '一、被申请人七日内完成地漏及周边防水修缮，并经申请人在场做二十四小时闭水试验；二、被申请人一次性赔偿申请人吊顶、地板修复费用人民币 2600 元；三、双方今后互谅互让，不再就此事争执。',
        'agree.how': '银行转账，修缮完成当日付清',
        'agree.answer': '双方达成协议：七日内修好防水并赔偿 2600 元。',
        'perform.performed': '防水已修好，闭水试验合格，赔偿款当日转账付清',
        'visit.found': ['双方见面打招呼，未再渗水', '吊顶已重做，双方满意'],
        'no-agreement.why': '对赔偿数额分歧较大，被申请人只愿负担材料费',
        'no-agreement.answer': '调解未达成协议，当事人可依法向人民法院起诉。',
        'reopen.reason': '雨季后同一处又渗水，对方不愿再修',
      },
      {
        of: '0203',
        category: '0205',
        'report.brief': '邻居养两只大型犬，遛犬不牵绳，申请人孩子被扑倒擦伤，要求赔偿医药费并约束养犬。',
        'session.heldWhere': '网格服务站',
        'session.record':
          '申请人出示门诊病历和票据 680 元；被申请人当面道歉，愿意承担医药费，承诺早晚错开人多时段遛犬。',
        'agree.facts': '被申请人遛犬未束犬绳，致申请人之子膝部擦伤，花费医药费 680 元。',
        'agree.terms':
          '一、被申请人赔偿医药费及营养费共 1000 元；二、遛犬时束绳、戴嘴套，及时清理粪便；三、三十日内办齐养犬登记和免疫。',
        'agree.how': '现金当面付清',
        'agree.answer': '双方达成协议：赔偿 1000 元，文明养犬。',
        'perform.performed': '赔偿已付清，犬证已办',
        'visit.found': '再未发生不牵绳遛犬',
      },
      {
        of: '0203',
        category: '0206',
        'report.brief': '楼上住户在公共楼道堆放鞋柜、童车，申请人认为影响通行和消防，多次协商无果。',
        'session.heldWhere': '社区人民调解室',
        'session.record': '调解员到现场丈量，楼道净宽不足一米一，说明消防规定；被申请人表示家中面积小，愿意清走鞋柜。',
        'agree.facts': '被申请人在三楼公共楼道长期堆放鞋柜一个、童车一辆。',
        'agree.terms':
          '一、被申请人三日内清走全部物品；二、社区协调一楼架空层辟出童车停放点；三、双方共同维护楼道畅通。',
        'agree.how': '自行清理，社区查看',
        'agree.answer': '双方达成协议：三日内清空楼道，童车停放到架空层。',
        'perform.performed': '楼道已清空，童车停放点已启用',
        'visit.found': '楼道保持畅通',
      },
    ],
  },
  {
    playbook: 'dispute.oral',
    often: 10,
    tellings: [
      {
        'report.brief': '装修队晚上九点还在钻墙，楼下有老人心脏不好，两家在楼道争执',
        'settle.agreement': '工作日十二时至十四时、二十时以后不施工，周末只做无噪声工序，完工前张贴告示',
        'hand-over.tried': '网格员两次上门，户主不在，施工队不肯停',
        'look-again.answer': '一周回访，施工按约定时间进行，两家和好。',
      },
      {
        category: '0204',
        'report.brief': '一楼住户在公共通道放置花盆和电动车，推婴儿车过不去',
        'settle.agreement': '花盆移入自家院内，电动车停到充电棚',
        'look-again.answer': '回访时通道畅通，双方满意。',
      },
    ],
  },
  {
    playbook: 'dispute.graded',
    often: 8,
    tellings: [
      {
        'report.brief': '楼上孩子晚上在家跳绳、拍球，楼下老人睡不好，敲门后两家口角',
        'settle-building.how': '楼栋长约两家到楼下小花园坐着谈',
        'settle-building.answer': '约定晚九点后不做跑跳活动，楼上铺地垫。',
      },
    ],
  },
  {
    playbook: 'dispute.petition',
    often: 8,
    tellings: [
      {
        of: 'remedy',
        'report.words': '在某物业公司做保洁，去年十月到十二月三个月工资 9600 元一直没发，找过项目部几次都说等总公司。',
        'dispose.demand': '请依法处理并在法定期限内书面答复信访人',
        'report-back.result': '经劳动监察责令支付，单位已将 9600 元工资足额发放',
        'reply.answer': '经查反映情况属实，用人单位已足额支付拖欠工资 9600 元，如有异议可在三十日内申请复查。',
        'recheck.reason': '加班费没有算进去',
      },
    ],
  },
  {
    playbook: 'dispute.circuit',
    often: 6,
    tellings: [
      {
        'report.brief': '兄弟俩为老屋院墙的界线争了两年，见面不说话',
        'visit.record': '老调解员到现场看了老地契和墙基，讲了当年父母的难处，两兄弟各退半尺',
        'visit.answer': '已当面调解，以老墙基中线为界，双方签了字。',
      },
    ],
  },
  {
    playbook: 'dispute.root-cause',
    often: 3,
    tellings: [
      {
        'report.cause': '老旧小区夜间车位缺口约 120 个，近半年因抢车位引发纠纷 8 件',
        'plan.what': '与相邻单位错时共享停车场',
        'finish-milestone.result': '单位停车场晚七点至早七点开放 40 个车位',
        'measure.answer': '停车纠纷由半年 8 件降到 2 件。',
      },
    ],
  },
];
