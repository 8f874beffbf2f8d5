import { blocks, type PlaybookExample } from '#engines/case/model';
import { asOne, bodies, community, ended, handler, opened, reports, step, street } from './people.ts';

const wish = blocks.examplesOf('neighbours.service-wish');
const season = blocks.examplesOf('neighbours.season');
const bank = blocks.examplesOf('neighbours.time-bank');

const camp = reports('children', { wish: '暑假有人带孩子写作业', when: ['holiday'] });
const tryIt = step('try', community, { season: '260302-9', answer: '已列入夏季试办，七月一日开班。' });

const summer = reports('children', { season: '2026 年夏季', low: 8 }, community);
const service = (name: string, kind: string, wished: number) => ({
  service: name,
  kind,
  wished,
  who: bodies.owner,
  by: '2026-08-31',
});
const choose = step('choose', community, {
  wishes: 46,
  services: [service('暑期托管', 'children', 38), service('书法课', 'arts', 9)],
});
const used = (task: string, sessions: number, people: number) =>
  step('finish-task', handler(bodies.owner), { sessions, people, result: '已结束' }, { task });
const judged = (...rows: readonly object[]) =>
  step('judge', community, { services: rows as never, answer: '去留已公布。' });
const row = (name: string, kind: string, sessions: number, people: number, decision: string) => ({
  service: name,
  kind,
  sessions,
  people,
  decision,
  why: '按使用人次',
});
const over = [summer, choose, used('1', 40, 900), used('2', 10, 31)] as const;
const keepAll = judged(row('暑期托管', 'children', 40, 900, 'keep'), row('书法课', 'arts', 10, 31, 'keep'));

const hours = (category: string, more: object = {}) =>
  reports(category, { hours: 6, what: '陪李奶奶看病三次', member: '周兰', ...more });
const enter = step('enter', community, { proof: 'matter', note: '与互助事项时长一致' });
const kin = (kinship: string) => hours('transfer', { relative: '周建国', kinship, what: '转给父亲' });
const transfer = (balance: number) =>
  step('transfer', community, { balance, proof: 'book', answer: '已核对关系和余额。' });
const use = (balance: number) => step('use', community, { balance, answer: '余额够，正在找人帮忙。' });

export const serviceExamples: readonly PlaybookExample[] = [
  wish('listed', '居民写下愿望', 'A resident writes down a wish', { given: [], when: camp, then: { stage: 'listed', told: ['wish children'] }, proves: ['S709'] }),
  wish('tried', '列入试办，告诉本人', 'Tried, and told', { given: [camp], when: tryIt, then: { stage: 'tried', status: 'closed', told: ['wish-tried children'] }, proves: ['S709'] }),
  wish('waits', '暂不安排说明原因', 'Not now, and why', { given: [camp], when: step('not-now', community, { answer: '暂无场地，下季再议。' }), then: { stage: 'waits', status: 'closed' } }),
  wish('later', '以后可以再列入', 'Taken up later', { given: [camp, step('not-now', community, { answer: '暂无场地。' })], when: tryIt, then: { stage: 'tried', status: 'closed' } }),
  season('chosen', '按愿望定本季试办', 'Chosen by wishes', { given: [summer], when: choose, then: { stage: 'trying', tasks: { open: 2 }, told: ['tried children', 'tried arts'] }, proves: ['S709'] }),
  season('used', '承办单位报使用人次', 'Use is told', { given: [summer, choose], when: used('1', 40, 900), then: { told: ['used 900'], tasks: { open: 1, done: 1 } }, proves: ['S709'] }),
  season('ended', '少人用的停办，种类数入统计', 'What few used ends; kinds are counted', {
    given: [...over],
    when: judged(row('暑期托管', 'children', 40, 900, 'keep'), row('书法课', 'arts', 10, 31, 'end'), row('义诊', 'health', 3, 60, 'change')),
    then: { stage: 'done', status: 'closed', told: ['decision keep', 'decision end', 'decision change', 'variety 2'] },
    proves: ['S709'],
  }),
  season('low-kept', '少人用又想保留的，街道说了算', 'Keeping what few used is for the street', { given: [...over], when: keepAll, then: { stage: 'street', status: 'open' }, proves: ['S709'] }),
  season('kept', '街道说明理由后保留', 'The street keeps it, with a reason', { given: [...over, keepAll], when: step('keep', street, { reason: '残疾居民唯一的课', answer: '书法课保留一季。' }), then: { stage: 'done', status: 'closed', told: ['kept-though-low yes'] } }),
  season('ended-by-street', '街道定停办', 'The street ends it', { given: [...over, keepAll], when: step('end-it', street, { answer: '书法课停办。' }), then: { stage: 'done', told: ['ended-by-street yes'] }, proves: ['S709'] }),
  season('none', '本季不试办', 'None', { given: [summer], when: step('none', community, { answer: '场地维修，本季不试办。' }), then: { stage: 'none', status: 'closed' } }),
  bank('entered', '核对时长', 'Hours are checked', { given: [hours('give')], when: enter, then: { stage: 'checked' }, proves: ['S280'] }),
  bank('booked', '另一人复核入账', 'Another person books them', { given: [hours('give'), enter], when: step('book', street, { answer: '6 小时已入账。' }), then: { stage: 'booked', status: 'closed', told: ['hours-given 6'] }, proves: ['S280'] }),
  bank('not-oneself', '核对的人不复核', 'Not by whoever checked', { given: [hours('give'), { ...enter, by: asOne(community) }], when: step('book', asOne(street), { answer: '已入账。' }), then: { refused: 'action.same-person' } }),
  bank('used', '支取时长，转成互助事项', 'Hours used: help is ordered', { given: [hours('use', { what: '请人陪诊' })], when: use(10), then: { stage: 'serving', told: ['hours-used 6'], orders: ['case.open order.mutual-help'] }, proves: ['S280'] }),
  bank('short', '余额不足不能支取', 'Not more than there is', { given: [hours('use', { what: '请人陪诊' })], when: step('use', community, { balance: 4, answer: '余额 4 小时，不够支取 6 小时。' }), then: { stage: 'short', status: 'closed', told: ['short yes'], orders: [] }, proves: ['S280'] }),
  bank('served', '服务到位', 'Served', { given: [hours('use', { what: '请人陪诊' }), use(10), opened('260302-1'), ended('260302-1', '已陪诊')], when: step('served', community, { answer: '已陪诊一次。' }), then: { stage: 'served', status: 'closed' }, proves: ['S280'] }),
  bank('not-served', '没人能帮，退还时长', 'Nobody could: the hours go back', { given: [hours('use', { what: '请人陪诊' }), use(10)], when: step('not-served', community, { answer: '没有合适的人，时长已退还。' }), then: { stage: 'refused', status: 'closed', told: ['hours-back 6'] } }),
  bank('transferred', '家人之间转让，须证明关系并复核', 'Given over in the family', { given: [kin('parents'), transfer(20)], when: step('book', street, { answer: '6 小时已转入父亲存折。' }), then: { stage: 'booked', status: 'closed', told: ['hours-transferred 6'] }, proves: ['S280'] }),
  bank('not-to-others', '不是家人不能转让', 'Not to others', { given: [kin('other')], when: transfer(20), then: { refused: 'action.not-here' }, proves: ['S280'] }),
  bank('transfer-short', '余额不足不能转让', 'Nor more than there is', { given: [kin('parents')], when: transfer(2), then: { stage: 'short', status: 'closed' }, proves: ['S280'] }),
  bank('back', '核对不实退回', 'Back', { given: [hours('give'), enter], when: step('back', street, { reason: '签到表与时长不符' }), then: { stage: 'asked' } }),
  bank('refused', '不予登记说明原因', 'Refused', { given: [hours('give')], when: step('refuse', community, { answer: '有报酬的服务不登记时长。' }), then: { stage: 'refused', status: 'closed' } }),
]; // biome-ignore format: steps
