import type { Chance } from './chance.ts';

/** Names of a district that does not exist. People's names are drawn from common characters; nobody is meant. */
export const districtName = '青阳区（演示）';

export const streetNames = [
  { name: '青石街道', communities: ['槐荫社区', '北关社区', '石板桥社区', '文庙社区'] },
  { name: '云桥街道', communities: ['云桥社区', '柳堤社区', '向阳社区', '机械厂社区'] },
  { name: '临湖街道', communities: ['荷塘社区', '东坝社区', '新渡社区', '银杏社区'] },
] as const;

const estateFirst = [
  '槐荫',
  '春晖',
  '书香',
  '望云',
  '和风',
  '桂香',
  '锦程',
  '金谷',
  '清河',
  '北苑',
  '景明',
  '柳岸',
  '芳草',
  '紫藤',
  '长乐',
  '安居',
  '东篱',
  '翠竹',
  '松涛',
  '听雨',
  '荷风',
  '星河',
  '纺织厂',
  '机床厂',
  '粮食局',
  '供销社',
];
const estateLast = ['花园', '家园', '小区', '苑', '里', '新村', '公寓'];
const dormitory = /厂|局|社$/;

/** Names of housing estates, no two alike. */
export const makeEstateNames = (count: number, chance: Chance): string[] => {
  const names = new Set<string>(['槐荫花园']);
  while (names.size < count) {
    const first = chance.pick(estateFirst);
    names.add(dormitory.test(first) ? `${first}宿舍` : first + chance.pick(estateLast));
  }
  return [...names];
};

const surnames = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江',
];
const firsts = [...'建志国文晓海春秀玉桂立永明德红丽雪佳子思雨若一梓宇浩俊嘉欣晨亦可静慧敏淑凤'];
const seconds = [...'华军平强伟东林峰勇斌杰涛波辉鹏超芳英兰梅霞萍燕娟琴云莲洁玲轩然涵琪怡宁安悦彤铭'];

/** A name of two or three characters. */
export const personName = (chance: Chance): string =>
  chance.pick(surnames) + (chance.happens(0.82) ? chance.pick(firsts) : '') + chance.pick(seconds);

/** Numbers of the segment 154, which no operator was ever given. */
export const phoneOf = (index: number): string => `1540000${String(index % 10_000).padStart(4, '0')}`;
