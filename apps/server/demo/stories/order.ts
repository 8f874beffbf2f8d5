import type { Story } from '../retold/stories.ts';

export const orderStories: readonly Story[] = [
  {
    playbook: 'order.service',
    often: 20,
    tellings: [
      {
        of: 'a04',
        'report.need': '父亲 82 岁，高血压，腿脚不便，想请医生上门量血压、看看药吃得对不对',
        'finish.answer': '社区医生已上门，血压 148/86，调整了服药时间，下周再随访一次。',
      },
      {
        of: 'a04',
        category: 'a01',
        'report.need': '老人家里电视只剩声音没画面，儿女不在身边',
        'finish.answer': '志愿者上门更换了高频头，已能正常收看。',
      },
      {
        of: 'a04',
        category: 'a14',
        'report.need': '楼上独居的周阿姨一周没下楼了，想请志愿者去看看',
        'finish.answer': '已上门探访，阿姨感冒刚好，帮忙买了菜，约好每周二来看她。',
      },
      {
        of: 'a04',
        category: 'a08',
        'report.need': '电脑开机蓝屏，孩子要上网课',
        'finish.answer': '已重装系统，网课软件可以正常使用。',
      },
      {
        of: 'c01',
        'report.need': '退休前唱了一辈子戏，想去剧院看一场《白蛇传》',
        'finish.answer': '志愿者陪同看了周六下午场，老人很高兴。',
      },
    ],
  },
  {
    playbook: 'order.merchant',
    often: 14,
    tellings: [
      {
        of: 'b01',
        'report.need': '厨房下水堵了，水往外漫',
        'finish.answer': '已疏通并清理存水弯，试水正常。',
        'complain.words': '上门前说 80 元，修完要 130 元',
        'settle.answer': '已核实商户未事先说明材料费，退还 50 元并向您道歉。',
      },
      {
        of: 'b01',
        category: 'b03',
        'report.need': '母亲卧床两个月，想请师傅上门理发',
        'finish.answer': '师傅已上门理发、洗头，老人很满意。',
      },
      {
        of: 'b01',
        category: 'b04',
        'report.need': '钥匙断在锁里，孩子一个人在家',
        'finish.answer': '二十分钟到场开锁，换了锁芯，已核对住户身份。',
      },
      {
        of: 'b01',
        category: 'b02',
        'report.need': '过年前想做一次全屋保洁，约八十平方米',
        'finish.answer': '已完成保洁，两人四小时，窗户和油烟机都擦了。',
      },
    ],
  },
  {
    playbook: 'order.mutual-help',
    often: 6,
    tellings: [
      {
        'report.words': '换了新衣柜，旧的两个人抬不动，想请邻居搭把手',
        'confirm.answer': '三位邻居帮忙抬下楼，谢谢大家。',
      },
    ],
  },
  {
    playbook: 'order.enterprise',
    often: 8,
    tellings: [
      {
        of: 'recruit',
        'report.enterprise': '青石巷小吃店',
        'report.need': '生意好起来了，缺两名厨工一名服务员，最好是附近居民',
        'solve.answer': '已推荐三名附近求职者，两人当天上岗。',
        'refuse.reason': '属市场监管部门职责，已说明转办途径',
      },
    ],
  },
  {
    playbook: 'order.reverse-visit',
    often: 5,
    tellings: [
      {
        'report.about': '老人 86 岁行动不便，想办高龄津贴，请工作人员上门收材料',
        'visit.answer': '已上门收齐材料并代为申请，结果会短信告知。',
      },
    ],
  },
  {
    playbook: 'order.project',
    often: 4,
    tellings: [
      {
        'report.goal': '为六十户失能老人每月助浴一次',
        'report.why': '近三个月助浴点单 47 次，现有力量接不过来',
        'approve.what': '逐户入户评估',
        'finish-milestone.result': '已评估 64 户，建档 60 户',
        'hand-in.result': '半年共助浴 352 人次',
        'evaluate.answer': '受益 60 户，满意率 98%，超过目标。',
      },
    ],
  },
];
