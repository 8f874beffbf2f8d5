import type { Story } from '../retold/stories.ts';

export const hotlineStories: readonly Story[] = [
  {
    playbook: 'hotline.request',
    mostly: 'hotline.request.closed',
    often: 70,
    tellings: [
      {
        of: 'N1',
        'report.words': '物业三年没公示公共收益，问了几次都推说在整理',
        'handle.answer': '已责令物业公司在小区公告栏公示近三年公共收益收支明细，并约定每半年公示一次，公示照片附后。',
        'take.said': '已电话联系来电人，约定周三下午上门核对',
        'refuse.reason': '物业合同纠纷，非本单位职责',
      },
      {
        of: 'N1',
        'report.words': '业委会成立两年，物业一直不移交资料',
        'handle.answer': '已召集物业与业委会当面交接，资料清单双方签字，余下两项十日内补齐。',
        'take.said': '已与来电人通话，说明先召集双方见面',
      },
      {
        of: 'N1',
        category: 'N4',
        'body 住房和建设局': '城市管理局',
        'report.words': '楼下烧烤店每晚到凌晨两点，油烟噪声扰民',
        'handle.answer': '商户已加装油烟净化器，店外座位撤除，二十二时后停止室外经营；执法队连续三晚复查未见反弹。',
        'take.said': '已联系来电人，今晚现场查看',
        'redo.demand': '请夜间再到现场检测一次，并当面答复来电人',
      },
      {
        of: 'N1',
        category: 'N5',
        'body 住房和建设局': '交警大队',
        'report.words': '学校门口接送时段两边停满车，孩子穿行危险',
        'handle.answer': '已施划即停即走区，上下学时段安排两名协管员值守。',
        'take.said': '已与来电人约在放学时到现场',
      },
      {
        of: 'N1',
        category: 'N2',
        'body 住房和建设局': '城市管理局',
        'report.words': '巷口垃圾桶三天没清，污水流到路面',
        'handle.answer': '当日已清运并冲洗地面，清运频次由一日一次改为一日两次。',
        'take.said': '已电话告知今天清运',
      },
      {
        of: 'N1',
        category: 'N7',
        'body 住房和建设局': '市场监督管理局',
        'report.words': '健身房办卡半年就关门，老板电话打不通',
        'handle.answer': '已约谈经营者，签订分期退款协议，首期款已退到账。',
        'take.said': '已请来电人补充合同和付款记录',
      },
      {
        of: 'E4',
        'report.words': '老人独自在家摔倒，敲门没人应',
        'handle.answer': '消防救援破门，老人已送医，家属已到。',
      },
      {
        of: 'U1',
        'report.words': '整栋楼早上六点起停水，没有通知',
        'handle.answer': '主管爆裂已抢修，十一时恢复供水，停水期间安排送水车。',
      },
      {
        of: 'C1',
        'report.words': '购房八年办不了不动产权证，孩子今年要上学',
        'conclude.answer': '因开发企业破产清算，办证须待法院裁定；已为有入学需要的家庭出具居住证明，学位不受影响。',
      },
      {
        of: 'N9',
        'report.words': '外地户口想办居住证，要带什么材料',
        'answer.answer': '带身份证和住址证明到居住地社区窗口即可，周六上午也办，七个工作日可取。',
      },
    ],
  },
  {
    playbook: 'hotline.proactive',
    often: 5,
    tellings: [
      {
        'report.pattern': '近一个月同一路段餐饮油烟、夜间噪声投诉 24 件，集中在晚八时至十二时',
        'decide.decision': '七家餐饮店统一加装净化器，二十二时停止店外经营，街道每周夜查两次',
        'decide.what': '加装油烟净化器',
        'finish-milestone.result': '七家全部装好并通过检测',
        'close.answer': '同一路段诉求由每月 24 件降到 3 件。',
      },
    ],
  },
];
