import type { ImportMap } from '#engines/exchange/model';

/**
 * Shenzhen's Pingshan district, matters archived February to October 2018. The file says each thing
 * twice, as a code and as a name; a code that belongs to another name by far is set aside.
 */
export const pingshan: ImportMap = {
  id: 'pingshan',
  name: { zh: '坪山区 2018 年事件导出表', en: 'Pingshan district, events of 2018' },
  summary: {
    zh: '每行一件已归档事项；“-”表示缺失；按时与超期各有一列',
    en: 'One archived matter a row; “-” is missing; in time and overtime have a column each',
  },
  source: 'pingshan',
  district: '440310',
  missing: ['-'],
  key: 'REC_ID',
  playbook: 'grid.pingshan-past',
  stage: 'closed',
  outcome: 'resolved',
  reportedAt: { column: 'CREATE_TIME', format: 'date-time' },
  pairs: [
    pair('district', '区', 'District', 'DISTRICT', 'row'),
    pair('street', '街道', 'Street', 'STREET', 'row'),
    pair('community', '社区', 'Community', 'COMMUNITY', 'row'),
    pair('source', '来源', 'Source', 'EVENT_SRC', 'value'),
    pair('property', '诉求性质', 'Kind of request', 'EVENT_PROPERTY', 'value'),
    pair('type', '事件类型', 'Type', 'EVENT_TYPE', 'value'),
    pair('main', '大类', 'Main type', 'MAIN_TYPE', 'value'),
    pair('sub', '小类', 'Sub-type', 'SUB_TYPE', 'value'),
    // A unit is its id: 「龙田街道综合执法队」 and the same with 「（龙田街道办事处）」 are one.
    { ...pair('unit', '处置单位', 'Acting unit', 'DISPOSE_UNIT', 'value'), identity: 'code' },
  ],
  place: {
    levels: [
      { pair: 'district', level: 'district' },
      { pair: 'street', level: 'street' },
      { pair: 'community', level: 'community' },
    ],
    endings: ['居委会', '村委会'],
  },
  category: {
    list: 'grid.pingshan-types',
    levels: [
      { pair: 'type', prefix: 't' },
      { pair: 'main', prefix: 'm' },
      { pair: 'sub', prefix: 's' },
    ],
    whole: '.0',
  },
  values: [
    { field: 'source', pair: 'source' },
    { field: 'property', pair: 'property' },
  ],
  body: { pair: 'unit', kind: 'acting-unit' },
  timings: [
    { when: { INTIME_ARCHIVE_NUM: '1', OVERTIME_ARCHIVE_NUM: '0' }, timing: 'in-time' },
    { when: { INTIME_ARCHIVE_NUM: '0', OVERTIME_ARCHIVE_NUM: '1' }, timing: 'overtime' },
  ],
};

/** Columns of the file come in twos: `STREET_ID` and `STREET_NAME`. */
function pair(id: string, zh: string, en: string, column: string, contradiction: 'value' | 'row') {
  return {
    id,
    name: { zh, en },
    code: `${column}_ID`,
    text: `${column}_NAME`,
    identity: 'both' as const,
    contradiction,
  };
}
