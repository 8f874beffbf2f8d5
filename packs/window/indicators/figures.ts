import { countOfTold, shareOfTold, type Indicator } from '#engines/indicator/model';

export const indicators: readonly Indicator[] = [
  shareOfTold(
    'window.one_trip_rate',
    ['最多跑一趟率', 'At most one trip'],
    [
      '期内办结事项中申请人实际跑动不超过一次的比例。',
      'Share of finished matters for which the applicant came at most once.',
    ],
    {
      playbooks: ['window.matter', 'window.home', 'window.mobile', 'window.booking', 'window.agency'],
      what: 'one-trip',
      said: ['yes'],
    },
  ),
  countOfTold(
    'window.more_trips',
    ['跑多趟的事项', 'Matters of more than one trip'],
    [
      '期内跑动超过一次的办结件，点开看事项和原因。',
      'Finished matters of more than one trip; opens to item and reason.',
    ],
    {
      playbooks: ['window.matter', 'window.home', 'window.mobile', 'window.booking', 'window.agency'],
      what: 'more-trips-item',
    },
  ),
  shareOfTold(
    'window.online_items',
    ['全程网办事项比例', 'Items fully online'],
    [
      '事项认定中标为全程网办的事项比例（事项属性，每项一权）。',
      'Share of items that can be done fully online: an attribute of the item, each weighing the same.',
    ],
    { playbooks: ['window.screening'], what: 'item-online', said: ['yes'] },
  ),
  shareOfTold(
    'window.online_share',
    ['实际网办比例', 'Matters done on the phone'],
    [
      '期内实际办结件中掌上办的比例，与事项属性并列。',
      'Share of finished matters done on the phone, beside what the items allow.',
    ],
    {
      playbooks: ['window.matter', 'window.home', 'window.mobile', 'window.booking', 'window.agency'],
      what: 'way',
      said: ['mobile'],
    },
  ),
  shareOfTold(
    'window.immediate_items',
    ['马上办事项比例', 'Immediate items'],
    ['事项认定中标为马上办的事项比例（每项一权）。', 'Share of items marked as immediate, each weighing the same.'],
    { playbooks: ['window.screening'], what: 'item-immediate', said: ['yes'] },
  ),
  shareOfTold(
    'window.immediate_share',
    ['实际马上办比例', 'Done at once'],
    ['期内办结件中当场办结的比例。', 'Share of finished matters done on the spot.'],
    {
      playbooks: ['window.matter', 'window.home', 'window.mobile', 'window.booking', 'window.agency'],
      what: 'done-at-once',
      said: ['yes'],
    },
  ),
  {
    id: 'window.time_cut',
    name: { zh: '办理时限压缩率（%）', en: 'Cut of limits (%)' },
    definition: {
      zh: '公布的事项清单中，一减承诺时限合计除以法定时限合计（按法定时限加权），单位百分点；期内多次公布的取平均。',
      en: 'Of the list that was published: one minus all promised days over all legal days, in percent; the average of several lists.',
    },
    kind: 'average',
    unit: 'points',
    digits: 2,
    better: 'higher',
    period: 'at',
    of: { fact: 'case.told', where: { playbook: ['window.screening'], what: ['time-cut-percent'] } },
  },
  {
    id: 'window.actual_hours',
    name: { zh: '事项实际办理用时', en: 'Actual time of an item' },
    definition: {
      zh: '期内办结件从受理到办结所用小时的中位数，按事项看，与法定时限、承诺时限并列。',
      en: 'Median of the hours from acceptance to the result, by item, beside the legal and the promised limit.',
    },
    kind: 'median',
    unit: 'hours',
    digits: 1,
    better: 'lower',
    period: 'at',
    of: {
      fact: 'case.finished',
      where: {
        playbook: ['window.matter', 'window.home', 'window.mobile', 'window.booking', 'window.agency'],
        round: ['1'],
        outcome: ['resolved'],
      },
    },
  },
  countOfTold(
    'window.returned',
    ['一次性告知补正件', 'Sent back for materials'],
    ['期内要求补正的件数，按事项可看。', 'Matters sent back for materials, by item.'],
    {
      playbooks: ['window.matter', 'window.home', 'window.mobile', 'window.booking', 'window.agency'],
      what: 'returned-item',
    },
  ),
  countOfTold(
    'window.no_shows',
    ['预约未到', 'Did not come'],
    [
      '期内在办理流程中登记为“未到”而结束的预约件数。',
      'Matters by appointment that ended because nobody came, as the playbook noted it.',
    ],
    { playbooks: ['window.booking'], what: 'no-show', said: ['yes'] },
  ),
  {
    id: 'window.no_show_rate',
    name: { zh: '预约爽约率', en: 'No-show rate' },
    definition: {
      zh: '窗口预约中，按预约时间统计，登记为未到的人次除以登记了到场或未到的人次；没有登记的不计入，登记有误已更正的按更正后计。',
      en: 'Of times booked at the counter, by the time that was booked: those who did not come over all of whom the desk said whether they came. What nobody noted is not counted; a mended note counts as mended.',
    },
    kind: 'sum-ratio',
    unit: 'percent',
    digits: 1,
    better: 'lower',
    period: 'at',
    of: { fact: 'case.appointment', where: { plan: ['window.counter'], came: ['no'] } },
    over: { fact: 'case.appointment', where: { plan: ['window.counter'] } },
    minimum: 10,
  },
];
