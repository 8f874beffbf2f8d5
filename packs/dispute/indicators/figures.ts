import { countOfTold, shareOfTold, type Indicator } from '#engines/indicator/model';

export const indicators: readonly Indicator[] = [
  shareOfTold(
    'dispute.success_rate',
    ['调解成功率', 'Mediation success'],
    [
      '期内有结果的调解中达成协议的比例；撤回的不计。',
      'Share of mediations with a result that ended in an agreement; withdrawn ones do not count.',
    ],
    { playbooks: ['dispute.mediation', 'dispute.oral'], what: 'mediated', said: ['yes'] },
  ),
  shareOfTold(
    'dispute.oral_share',
    ['口头协议占比', 'Settled by word'],
    ['期内达成的协议中口头协议的比例。', 'Share of agreements made by word.'],
    { playbooks: ['dispute.mediation'], what: 'agreement', said: ['oral'] },
    { better: 'none' },
  ),
  shareOfTold(
    'dispute.in_building',
    ['纠纷楼栋化解率', 'Settled in the building'],
    ['分级化解中在楼栋一级化解的比例。', 'Share of disputes settled level by level that were settled in the building.'],
    { playbooks: ['dispute.graded'], what: 'settled-at', said: ['building'] },
  ),
  shareOfTold(
    'dispute.in_community',
    ['纠纷社区内化解率', 'Settled within the community'],
    ['分级化解中在楼栋、网格、社区三级化解的比例（难事不出社区）。', 'Share settled in building, grid or community.'],
    { playbooks: ['dispute.graded'], what: 'settled-at', said: ['building', 'grid', 'community'] },
  ),
  countOfTold(
    'dispute.beyond',
    ['逐级上交件数', 'Passed up a level'],
    ['期内到期未结或主动上交的次数，点开即名单。', 'How often a level did not settle a dispute; opens to the list.'],
    { playbooks: ['dispute.graded'], what: 'beyond' },
  ),
  countOfTold(
    'dispute.key_resolved',
    ['化解重点矛盾纠纷', 'Key disputes resolved'],
    ['期内核实销号的重点纠纷件数。', 'Key disputes checked and struck off in the period.'],
    { playbooks: ['dispute.key'], what: 'key-resolved', said: ['yes'] },
  ),
  countOfTold(
    'dispute.zero_reports',
    ['零报告网格次', 'Zero reports'],
    ['期内网格零报告的次数。', 'Grids that answered that nothing was found.'],
    { playbooks: ['dispute.screening'], what: 'screened', said: ['zero'] },
  ),
  countOfTold(
    'dispute.broken',
    ['协议反悔件次', 'Agreements broken'],
    ['期内协议未守、重新调解的次数。', 'How often an agreement broke and was mediated again.'],
    { playbooks: ['dispute.mediation'], what: 'broken', said: ['yes'] },
  ),
];
