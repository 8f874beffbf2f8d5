import type { ReportChannel } from '#engines/case/model';

/** On which ways matters arrive: all lead to the same forms and desks. */
export const reportChannels: readonly ReportChannel[] = [
  { id: 'qr', name: { zh: '扫码', en: 'QR plate' } },
  { id: 'web', name: { zh: '手机页面', en: 'Page on the phone' } },
  { id: 'app', name: { zh: '工作人员上报', en: 'Reported by staff' } },
  {
    id: 'phone',
    name: { zh: '来电', en: 'Phone call' },
    behalf: {
      order: 1,
      hint: { zh: '边听边填，念一遍请对方核对', en: 'Write while you listen, then read it back' },
      phone: 'needed',
    },
  },
  {
    id: 'counter',
    name: { zh: '窗口来访', en: 'At the counter' },
    behalf: { order: 2, hint: { zh: '当面核对后发送', en: 'Check it together, then send' } },
  },
  {
    id: 'visit',
    name: { zh: '走访', en: 'Visit' },
    behalf: { order: 3, hint: { zh: '上门时听到的事', en: 'What you were told at the door' } },
  },
  {
    id: 'meeting',
    name: { zh: '楼道会、院坝会', en: 'Stairwell meeting' },
    behalf: {
      order: 4,
      hint: {
        zh: '谁提的写谁；大家共同的事，写牵头人',
        en: 'Write who raised it; for a common matter whoever speaks for all',
      },
    },
  },
  {
    id: 'paper',
    name: { zh: '书面（来信、意见表）', en: 'On paper (letter, form)' },
    behalf: {
      order: 5,
      hint: {
        zh: '拍下纸面。纸上的姓名、电话请填在表里，拍照时遮住',
        en: 'Photograph the sheet. Name and phone go into the form; cover them in the picture',
      },
      sheet: 'needed',
    },
  },
  { id: 'sheet', name: { zh: '表格导入', en: 'From a spreadsheet' } },
  { id: 'plan', name: { zh: '周期计划', en: 'Plan' } },
  { id: 'system', name: { zh: '系统生成', en: 'Made by the system' } },
];
