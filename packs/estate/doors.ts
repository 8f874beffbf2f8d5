import type { ResidentDoor } from '#engines/case/model';

/** What residents meet of this pack, in which words; and what staff enter for them, with where they turn instead. */
export const residentDoors: readonly ResidentDoor[] = [
  {
    id: 'estate.works',
    group: 'repair',
    rank: 4,
    name: { zh: '修路、疏通下水等小工程', en: 'Small works: roads, drains, lamps' },
    summary: {
      zh: '道路破损、下水不通、没有路灯等，查实后立项修建',
      en: 'Bad roads, blocked drains, missing lamps: checked, funded, built',
    },
    words: {
      zh: ['修路', '烂路', '坑', '下水道', '污水', '化粪池', '积水', '路灯', '改造'],
      en: ['road', 'pothole', 'drain', 'sewage', 'flooding', 'street lamp', 'renewal'],
    },
  },
  {
    id: 'estate.fume',
    group: 'repair',
    rank: 5,
    summary: {
      zh: '餐馆油烟、气味、风机噪声，多方到场，整改后复测',
      en: 'Fume, smell or noise of a kitchen: all sides on the spot, measured again afterwards',
    },
    words: {
      zh: ['油烟', '烟味', '饭店', '餐馆', '气味', '风机'],
      en: ['fume', 'smoke', 'restaurant', 'smell', 'kitchen'],
    },
    neighbours: 'all',
  },
  {
    id: 'estate.parking',
    group: 'repair',
    rank: 6,
    name: { zh: '停车位', en: 'Parking spaces' },
    summary: { zh: '车位不够、分配不公、想错时停车', en: 'Too few spaces, unfair shares, shared hours' },
    words: {
      zh: ['停车', '车位', '停车难', '抢车位', '错时', '充电桩'],
      en: ['parking', 'car', 'space'],
    },
  },
  {
    id: 'estate.repair',
    group: 'repair',
    rank: 7,
    name: { zh: '公共部位大修（动用维修资金）', en: 'Major repairs (maintenance fund)' },
    summary: {
      zh: '电梯、屋面、外墙、管道等大修，业主表决、账目公开',
      en: 'Lift, roof, facade, pipes: owners vote, accounts are published',
    },
    words: {
      zh: ['大修', '维修资金', '维修基金', '屋面', '外墙', '电梯', '防水', '加装电梯', '漏雨'],
      en: ['maintenance fund', 'roof', 'facade', 'lift', 'pipes'],
    },
    neighbours: 'all',
  },
  {
    id: 'estate.consultation',
    group: 'together',
    rank: 3,
    name: { zh: '小区难题会商', en: 'A hard matter of the estate' },
    summary: {
      zh: '办证难、交房、物业纠纷等，请开发商和部门坐到一起',
      en: 'Title deeds, hand-over, management: developer and departments at one table',
    },
    words: {
      zh: ['房产证', '办证难', '开发商', '交房', '会商', '物业', '业委会'],
      en: ['title deed', 'developer', 'hand-over', 'estate', 'meeting'],
    },
  },
];
