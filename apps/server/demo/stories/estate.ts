import type { Story } from '../retold/stories.ts';

export const estateStories: readonly Story[] = [
  {
    playbook: 'estate.repair',
    often: 10,
    kinds: ['property', 'housing'],
    tellings: [
      {
        of: 'lift',
        'report.what': '电梯一周停了四次，维保说曳引机磨损严重，楼上老人出不了门',
        'report.building': '2 单元',
        'collect.concerns': '四十二户中三十八户同意动用维修资金，担心费用分摊不公',
        'offer.plan': ['大修曳引机，质保一年', '更换曳引机和变频器，质保三年'],
        'offer.contractor': ['安达电梯工程公司', '宏升电梯维保公司'],
        'count.answer': '双三分之二以上业主同意更换方案，表决结果已在楼道公示。',
        'built.result': '曳引机已更换，经检验合格',
        'publish.answer': '电梯已修复并通过检验，维修资金使用明细公布如上。',
      },
    ],
  },
  {
    playbook: 'estate.works',
    often: 9,
    kinds: ['housing'],
    tellings: [
      {
        of: 'road',
        'report.need': '北门到菜场的小路坑洼积水，老人推车常颠翻，下雨要绕行',
        'report.building': '北门',
        'survey.finding': '破损路面约 120 平方米，基层沉降两处，需破除重做',
        'survey.answer': '已现场核实并征求 36 户意见，全部同意。',
        'fund.contractor': '青阳路桥工程公司',
        'built.result': '路面硬化 120 平方米完成，增设雨水口两处',
        'accept.answer': '居民代表、社区、施工方三方验收合格，质保两年。',
      },
      {
        of: 'sewer',
        'report.need': '五栋后面污水井反复冒溢，一楼三户不敢开窗',
        'repaired.answer': '管道已疏通，清掏污泥两车。',
      },
    ],
  },
  {
    playbook: 'estate.fume',
    often: 6,
    kinds: ['environment', 'urban-management'],
    tellings: [
      {
        'report.restaurant': '老街火锅城',
        'report.what': '厨房排烟口正对三楼窗户，中午晚上油烟直冲屋里',
        'convene.positions': '店家同意加装净化器并改排烟道，居民要求晚十点后停炉',
        'measure.answer': '检测结果超过排放限值，限期整改。',
        'rectified.result': '加装净化器，排烟道改至楼顶',
        'remeasure.answer': '复测达标，双方约定晚十点停炉。',
      },
    ],
  },
  {
    playbook: 'estate.consultation',
    often: 5,
    kinds: ['housing', 'planning'],
    tellings: [
      {
        'report.what': '入住三年办不了不动产权证，开发商说土地出让金尾款没结清',
        'convene.facts': '土地出让金尾款 860 万元未缴，消防验收已通过',
        'record.what': ['开发企业缴清土地出让金尾款', '不动产登记中心受理首次登记'],
        'finish-task.result': ['尾款已缴清', '首次登记已办结'],
        'close.answer': '全部办证条件已具备，今天起可到不动产登记窗口办理。',
      },
    ],
  },
  { playbook: 'estate.hot-spot', often: 6, kinds: ['urban-management'] },
  {
    playbook: 'estate.parking',
    often: 4,
    kinds: ['utility'],
    tellings: [{ 'report.need': '夜里十点回来绕三圈找不到车位，隔壁单位停车场空着' }],
  },
];
