import { blocks } from '#engines/case/model';
import type { CodeList } from '#fields/field';

const { codeList, items } = blocks;

/** What is tested at each type of place (S209). Proposed; a district puts its own test sheet in its place. */
const sheets = [
  ['estate', 'estate.civilised-estate', '居民小区测评项', 'Test items: estates', [
    ['01', '楼道无堆物、无小广告', 'Stairs free of things and posters'],
    ['02', '垃圾分类投放、桶体干净', 'Waste sorted, bins clean'],
    ['03', '飞线充电、私拉乱接', 'Flying leads'],
    ['04', '车辆停放有序', 'Vehicles parked in order'],
    ['05', '公示栏、公益广告完好', 'Boards and posters in order'],
  ]],
  ['street', 'estate.civilised-street', '主次干道测评项', 'Test items: streets', [
    ['01', '路面平整、无积水垃圾', 'Even, no water, no litter'],
    ['02', '店外经营、占道摆摊', 'Trade on the pavement'],
    ['03', '盲道、坡道畅通', 'Tactile paving and ramps free'],
    ['04', '非机动车停放有序', 'Bicycles parked in order'],
    ['05', '杆线箱柜整洁', 'Poles and boxes tidy'],
  ]],
  ['market', 'estate.civilised-market', '农贸市场测评项', 'Test items: markets', [
    ['01', '划行归市、摊位整洁', 'Stalls by trade, tidy'],
    ['02', '地面干净、下水通畅', 'Floor clean, drains open'],
    ['03', '活禽分区、消毒记录', 'Live poultry apart, disinfection on record'],
    ['04', '公平秤、公示栏', 'Check scales and notice board'],
    ['05', '公厕干净', 'Toilets clean'],
  ]],
  ['school', 'estate.civilised-school', '学校周边测评项', 'Test items: around schools', [
    ['01', '上放学交通有序', 'Traffic in order'],
    ['02', '二百米内无网吧、烟酒彩票点', 'No internet bar, tobacco, drink, lottery within 200 m'],
    ['03', '流动摊贩', 'Hawkers'],
    ['04', '公益广告与标志', 'Posters and signs'],
  ]],
  ['shops', 'estate.civilised-shops', '商业大街测评项', 'Test items: shopping streets', [
    ['01', '门前三包落实', 'Shop fronts kept'],
    ['02', '店招牌匾安全整洁', 'Signs safe and tidy'],
    ['03', '经营秩序、明码标价', 'Order of trade, prices shown'],
    ['04', '窗口服务文明', 'Polite service'],
  ]],
  ['park', 'estate.civilised-park', '公园广场测评项', 'Test items: parks and squares', [
    ['01', '绿化养护、设施完好', 'Green and equipment in order'],
    ['02', '噪声与健身秩序', 'Noise and order'],
    ['03', '垃圾清理、公厕干净', 'Litter and toilets'],
    ['04', '禁烟标志、志愿服务', 'No-smoking signs, volunteers'],
  ]],
] as const; // biome-ignore format: a table

export const civilisedSheets: readonly CodeList[] = sheets.map(([, id, zh, en, rows]) =>
  codeList(id, zh, en, 'proposed（参照文明城市测评体系实地考察点位）', items(rows)),
);

/** Types of places with a sheet of their own. */
export const civilisedPlaceCodes = sheets.map(([place, list, zh]) => ({ place, list, zh }));
