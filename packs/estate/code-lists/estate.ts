import { blocks } from '#engines/case/model';

const { codeList, items, limited } = blocks;
const list = (id: string, zh: string, en: string, rows: readonly blocks.ItemRow[], source = 'proposed') =>
  codeList(`estate.${id}`, zh, en, source, items(rows));

export const commonParts = list(
  'common-parts',
  '共有部分维修类型',
  'Common parts',
  [
    ['lift', '电梯', 'Lift'],
    ['roof', '屋面防水', 'Roof'],
    ['facade', '外墙', 'Façade'],
    ['pipes', '公共管道', 'Pipes'],
    ['fire', '消防设施', 'Fire equipment'],
    ['doors', '单元门禁', 'Entrance doors'],
  ],
  '《住宅专项维修资金管理办法》共有部分与共用设施设备（未核对原文）',
);
export const appearance = list('appearance', '环境秩序点位类型', 'Appearance', [
  ['waste', '垃圾堆积', 'Waste'],
  ['parking', '车辆乱停', 'Bad parking'],
  ['stalls', '占道经营', 'Street stalls'],
  ['rubble', '建筑垃圾', 'Rubble'],
  ['green', '绿化破坏', 'Green damaged'],
  ['posters', '乱贴乱画', 'Posters'],
]);
export const frontDuties = list('front-duties', '门前三包内容', 'Front duties', [
  ['clean', '包卫生', 'Cleaning'],
  ['order', '包秩序', 'Order'],
  ['green', '包绿化设施', 'Green and facilities'],
]);
export const ditchKinds = list('ditch-kinds', '沟渠清理内容', 'Ditches and verges', [
  ['dredge', '水沟清淤疏通', 'Dredging'],
  ['weeds', '除草保洁', 'Weeding'],
  ['drain', '雨水口清掏', 'Gullies'],
]);
export const civilisedPlaces = list('civilised-places', '文明创建点位类型', 'Civilised city places', [
  ['estate', '居民小区', 'Estate'],
  ['street', '主次干道', 'Street'],
  ['market', '农贸市场', 'Market'],
  ['school', '学校周边', 'School surroundings'],
  ['shops', '商业大街', 'Shopping street'],
  ['park', '公园广场', 'Park'],
]);
export const fumeKinds = list('fume-kinds', '油烟投诉类型', 'Cooking fume', [
  ['smell', '油烟气味扰民', 'Smell', limited(15, 'calendar-days')],
  ['duct', '管道直排、朝窗', 'Duct towards windows', limited(15, 'calendar-days')],
  ['noise', '风机噪声', 'Fan noise', limited(15, 'calendar-days')],
]);
export const worksKinds = list('works-kinds', '民生小微工程类型', 'Small works', [
  ['road', '烂路硬化、道路修缮', 'Road', limited(120, 'calendar-days')],
  ['sewer', '下水道疏通改造', 'Sewer'],
  ['drain', '雨污分流', 'Drains'],
  ['septic', '化粪池改造', 'Septic tank'],
  ['old-estate', '老旧小区改造', 'Old estate'],
  ['surroundings', '环境改造提升', 'Surroundings'],
  ['lighting', '路灯亮化', 'Lights'],
]);
export const septicKinds = list('septic-kinds', '化粪池事项', 'Septic tanks', [
  ['cycle', '到期清掏', 'By its cycle'],
  ['overflow', '满溢应急清掏', 'Overflow', limited(24, 'clock-hours')],
]);
export const cableKinds = list('cable-kinds', '杆线类型', 'Lines', [
  ['telecom', '通信线缆', 'Telecom'],
  ['power', '电力线路', 'Power'],
  ['mixed', '多权属共杆', 'Mixed'],
]);
export const consultationTopics = list('consultation-topics', '小区会商议题', 'Consultation topics', [
  ['certificate', '产权办证', 'Property certificates'],
  ['delivery', '交付与配套', 'Delivery and facilities'],
  ['safety', '安全与稳定', 'Safety'],
  ['quality', '房屋质量', 'Building quality'],
  ['management', '物业与治理', 'Management'],
]);
export const parkingKinds = list('parking-kinds', '停车事项', 'Parking matters', [
  ['rule', '分配规则', 'Rule'],
  ['sharing', '错时共享', 'Sharing by hours'],
  ['increase', '增设车位', 'More spaces'],
]);
export const unmanagedModes = list('unmanaged-modes', '无物业小区管理方式', 'Ways of managing', [
  ['self', '业主自管', 'Self-management'],
  ['butler', '红色管家', 'Butler team'],
  ['community', '社区托管', 'By the community'],
  ['company', '引进物业企业', 'A company'],
]);
export const facilityKinds = list(
  'facility-kinds',
  '社区配套设施类型',
  'Facilities',
  [
    ['service', '社区综合服务设施', 'Service centre'],
    ['care', '养老服务设施', 'Elderly care'],
    ['education', '幼儿园', 'Kindergarten'],
    ['health', '社区卫生服务', 'Health station'],
    ['sport', '文化体育设施', 'Culture and sport'],
    ['convenience', '便民商业设施', 'Convenience'],
  ],
  '每百户社区综合服务设施面积不低于 30 平方米（seed 001）',
);
