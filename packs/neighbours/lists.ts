import type { CodeList } from '#fields/field';
import { blocks } from '#engines/case/model';

const { codeList, items } = blocks;
const list = (id: string, zh: string, en: string, rows: readonly blocks.ItemRow[]) =>
  codeList(`neighbours.${id}`, zh, en, 'proposed', items(rows));

export const lists: readonly CodeList[] = [
  list('custom-themes', '移风易俗主题', 'Themes of custom reform', [
    ['weddings', '婚事新办', 'Simple weddings'],
    ['funerals', '丧事简办、文明祭扫', 'Simple funerals'],
    ['bride-price', '抵制高额彩礼', 'No high bride-price'],
    ['banquets', '余事不办、厉行节约', 'No banquets for small occasions'],
    ['gambling', '反对赌博迷信', 'No gambling, no superstition'],
    ['family', '孝老爱亲、家风家训', 'Families'],
  ]),
  list('contests', '社区评比活动', 'Contests', [
    ['balcony', '美丽阳台', 'Beautiful balconies'],
    ['stairwell', '最美楼道', 'Beautiful stairwells'],
    ['courtyard', '美丽庭院', 'Beautiful yards'],
    ['garden', '社区微花园', 'Small gardens'],
  ]),
  list('services', '社区服务和活动', 'Services and activities', [
    ['meals', '助餐', 'Meals'],
    ['health', '健康义诊', 'Health'],
    ['children', '托管陪伴', 'Children'],
    ['learning', '学习课堂', 'Learning'],
    ['sports', '健身运动', 'Sports'],
    ['arts', '文艺手工', 'Arts'],
    ['repairs', '便民维修', 'Repairs'],
    ['neighbours', '邻里节庆', 'Neighbours'],
  ]),
  list('building-tasks', '楼栋任务类型', 'Tasks of building chiefs', [
    ['hygiene', '楼栋卫生检查', 'Hygiene of the building'],
    ['policy', '政策传达到户', 'A policy brought to every household'],
    ['both', '卫生检查和政策传达', 'Both'],
  ]),
  list('time-bank-kinds', '时间银行事项', 'Time bank', [
    ['give', '登记服务时长', 'Hours given'],
    ['use', '支取时长换服务', 'Hours used'],
    ['transfer', '家人之间转让', 'Hours to one’s family'],
    ['correct', '更正时长', 'A correction'],
  ]),
];
