import { type Id, uuidv7 } from '#kernel/ids';
import type { Instant } from '#kernel/instant';
import type { Json } from '#fields/field';
import type { ActCommand, Actor, CaseCommand, ReportCommand } from '#engines/case/model';
import type { Attempt } from './history.ts';

/** What is to be recorded: a playbook, a name for the course, and what people try to do, one after the other. */
export interface Course {
  readonly playbook: string;
  readonly name: string;
  readonly about: string;
  readonly attempts: readonly Attempt[];
}

const id = (number: number): Id => uuidv7(1_780_000_000_000 + number, [0, 0, 0, 0, 0, 0, 0, 0, number >> 8, number]);

const office = id(1);
const lifts = id(2);
const roads = id(3);
const property = id(4);
const names: Readonly<Record<Id, string>> = {
  [lifts]: '青阳区市场监督管理局',
  [roads]: '青阳区城市管理局',
  [property]: '槐荫物业服务公司',
};

type Staff = Extract<Actor, { readonly kind: 'staff' }>;
const staff = (number: number, name: string, role: string, title: string, scope: string, body = office): Staff => ({
  kind: 'staff',
  person: id(100 + number),
  name,
  posts: [{ id: id(200 + number), role, title, body, scope }],
});
const grid = '99.01.01.001.001.g01.';
const worker = staff(1, '钟雨琴', 'grid-worker', '第 1 网格网格员', grid);
const community = staff(2, '徐嘉然', 'community-staff', '社区工作者', '99.01.01.001.001.');
const dispatcher = staff(3, '胡永铭', 'street-dispatcher', '派单员（A 岗）', '99.01.01.001.');
const liftHandler = staff(4, '刘立玲', 'department-handler', '承办人', '99.01.01.', lifts);
const roadHandler = staff(5, '吴静琪', 'department-handler', '承办人', '99.01.01.', roads);
const inspector = staff(6, '石涛', 'inspector', '核查员', '99.01.01.001.');
/** Who holds two posts handles in the one and would verify in the other. */
const both: Staff = { ...liftHandler, posts: [...liftHandler.posts, ...inspector.posts] };
const resident: Actor = { kind: 'reporter', person: null };

const place = { path: `${grid}b03.`, point: { lng: 83.623827, lat: 39.131969 }, text: '槐荫花园 3 号楼 2 单元' };
const placeName = '青石街道 · 槐荫社区 · 第 1 网格 · 槐荫花园 3 号楼';

const report = (number: number, category: string, values: Readonly<Record<string, Json>> = {}): ReportCommand => ({
  type: 'report',
  id: id(1000 + number),
  category,
  place,
  placeName,
  values,
  channel: 'qr',
  reporter: { kind: 'anonymous', person: null, enteredBy: null },
});
const found = (number: number, category: string, values: Readonly<Record<string, Json>>): ReportCommand => ({
  ...report(number, category, values),
  channel: 'app',
  reporter: { kind: 'staff', person: worker.person, enteredBy: null },
});
const act = (action: string, form: ActCommand['form'] = {}): ActCommand => ({ type: 'act', action, form });
const by = (at: Instant, actor: Actor, command: CaseCommand): Attempt => ({ at, actor, command });
/** A step that gives work to a body. */
const giving = (at: Instant, actor: Actor, action: string, body: Id, form: ActCommand['form'] = {}): Attempt => ({
  at,
  actor,
  command: act(action, { body: { id: body, name: names[body] ?? '' }, ...form }),
  bodies: { [body]: names[body] ?? '' },
});

/** The city management of the story goes into another body. */
const handedOver: CaseCommand = {
  type: 'hand-over',
  from: roads,
  to: { body: lifts, name: names[lifts] ?? '' },
  reason: '机构改革，职责划入',
  by: { kind: 'system', person: null, name: null, post: null, title: null, body: null },
};

const answer = '电梯已更换门机皮带并复检合格，今天起恢复使用。';
const stuck = { words: '电梯停在六楼，老人下不来' };

export const courses: readonly Course[] = [
  {
    playbook: 'grid.event',
    name: 'on-the-spot',
    about: 'Found and settled by the grid worker, checked and closed by the community.',
    attempts: [
      by('2026-03-02T01:12:00.000Z', worker, found(1, '0401', { source: 'patrol', words: '投放点外散落垃圾' })),
      by('2026-03-02T01:40:00.000Z', worker, act('settle', { result: '联系保洁当场清理干净' })),
      by('2026-03-02T01:45:00.000Z', worker, act('close-settled', { answer: '自己核查' })),
      by('2026-03-02T06:20:00.000Z', community, act('close-settled', { answer: '现场已清理干净。' })),
    ],
  },
  {
    playbook: 'grid.event',
    name: 'void',
    about: 'Reported up, then declared void by the street, with the reason.',
    attempts: [
      by('2026-03-03T02:00:00.000Z', worker, found(2, '0603', { source: 'patrol', words: '路面裂缝' })),
      by('2026-03-03T02:05:00.000Z', worker, act('report-up', { finding: '需部门处理' })),
      by('2026-03-03T03:00:00.000Z', dispatcher, act('void', { answer: '该路段正在施工改造，已由施工单位围挡。' })),
    ],
  },
  {
    playbook: 'grid.snapshot',
    name: 'dispatched-and-closed',
    about: 'From the plate to a department and back, in time, rated well; others joined in.',
    attempts: [
      by('2026-03-02T01:00:00.000Z', resident, report(3, '0307', stuck)),
      by('2026-03-02T01:20:00.000Z', resident, { type: 'me-too' }),
      by('2026-03-02T01:30:00.000Z', worker, act('accept', { finding: '现场核实属实' })),
      giving('2026-03-02T02:00:00.000Z', dispatcher, 'dispatch', lifts, { advice: '请先安抚被困人员' }),
      by('2026-03-02T02:30:00.000Z', liftHandler, act('take')),
      by('2026-03-02T04:00:00.000Z', liftHandler, act('note', { progress: '配件已到场' })),
      by('2026-03-02T07:00:00.000Z', liftHandler, act('handle', { result: '更换门机皮带，试运行正常' })),
      by('2026-03-02T07:10:00.000Z', liftHandler, act('close', { answer })),
      by('2026-03-02T08:00:00.000Z', inspector, act('close', { answer })),
      by('2026-03-02T12:00:00.000Z', resident, act('rate', { rating: 5, comment: '很快' })),
    ],
  },
  {
    playbook: 'grid.snapshot',
    name: 'handed-over',
    about: 'The body in charge is merged while it works: its successor finishes; what is closed moves no more.',
    attempts: [
      by('2026-03-23T01:00:00.000Z', resident, report(13, '0602', { words: '路灯不亮' })),
      by('2026-03-23T01:30:00.000Z', worker, act('accept')),
      giving('2026-03-23T02:00:00.000Z', dispatcher, 'dispatch', roads),
      by('2026-03-23T02:30:00.000Z', roadHandler, act('take')),
      by('2026-03-23T16:05:00.000Z', { kind: 'system', name: 'organisation' }, handedOver),
      by('2026-03-24T02:00:00.000Z', roadHandler, act('handle', { result: '已更换' })),
      by('2026-03-24T02:10:00.000Z', liftHandler, act('handle', { result: '更换灯头，夜间复查正常' })),
      by('2026-03-24T08:00:00.000Z', inspector, act('close', { answer: '路灯已修复，谢谢反映。' })),
      by('2026-03-24T09:00:00.000Z', { kind: 'system', name: 'organisation' }, handedOver),
    ],
  },
  {
    playbook: 'grid.snapshot',
    name: 'returned',
    about: 'Not passed at the first check: the clock of the check goes on with what was left, over a holiday.',
    attempts: [
      by('2026-04-29T08:00:00.000Z', resident, report(4, '0602', { words: '单元门口路灯不亮' })),
      by('2026-04-29T08:30:00.000Z', community, act('accept')),
      giving('2026-04-29T09:00:00.000Z', dispatcher, 'dispatch', roads),
      by('2026-04-29T09:30:00.000Z', roadHandler, act('take')),
      by('2026-04-30T03:00:00.000Z', roadHandler, act('handle', { result: '更换灯泡' })),
      by('2026-04-30T08:00:00.000Z', inspector, act('fail', { reason: '夜间仍不亮' })),
      by('2026-05-06T02:00:00.000Z', roadHandler, act('handle', { result: '更换线路，连续三晚正常' })),
      by('2026-05-06T08:00:00.000Z', inspector, act('close', { answer: '路灯线路已更换，恢复照明。' })),
    ],
  },
  {
    playbook: 'grid.snapshot',
    name: 'transferred-twice',
    about: 'Passed on twice, a third time refused; the dispatcher rules, and it is explained in the end.',
    attempts: [
      by('2026-03-04T01:00:00.000Z', resident, report(5, '0307', stuck)),
      by('2026-03-04T01:10:00.000Z', worker, act('accept')),
      giving('2026-03-04T01:30:00.000Z', dispatcher, 'dispatch', lifts),
      giving('2026-03-04T02:00:00.000Z', liftHandler, 'transfer', roads, { reason: '不在监管范围' }),
      giving('2026-03-04T02:30:00.000Z', roadHandler, 'transfer', lifts, { reason: '不属城管职责' }),
      giving('2026-03-04T03:00:00.000Z', liftHandler, 'transfer', roads, { reason: '不在监管范围' }),
      giving('2026-03-04T03:30:00.000Z', dispatcher, 'rule', lifts, { reason: '按特种设备条例由市场监管牵头' }),
      by('2026-03-04T04:00:00.000Z', liftHandler, act('take')),
      by('2026-03-04T08:00:00.000Z', liftHandler, act('handle', { result: '已责令使用单位停用并限期更换' })),
      by('2026-03-05T02:00:00.000Z', inspector, act('explain', { answer: '电梯超过使用年限，更换方案待业主表决。' })),
    ],
  },
  {
    playbook: 'grid.snapshot',
    name: 'declined',
    about: 'A repeat, linked to the first and declined; the phone number that was left is in no event.',
    attempts: [
      by('2026-03-02T02:00:00.000Z', resident, report(6, '0307', { ...stuck, contact: '15400000001' })),
      by('2026-03-02T02:10:00.000Z', worker, act('decline', { answer: '不归我管' })),
      by('2026-03-02T02:20:00.000Z', community, { type: 'link', of: { id: id(1003), duplicateOf: null } }),
      by('2026-03-02T02:25:00.000Z', community, act('decline', { answer: '同一部电梯已有人上报，正在办理。' })),
    ],
  },
  {
    playbook: 'grid.snapshot',
    name: 'withdrawn',
    about: 'Taken back by whoever asked, before anybody handled it; nothing can follow.',
    attempts: [
      by('2026-03-06T10:00:00.000Z', resident, report(7, '0401')),
      by('2026-03-06T10:30:00.000Z', resident, act('withdraw', { reason: '已经清理了' })),
      by('2026-03-06T11:00:00.000Z', worker, act('accept')),
    ],
  },
  {
    playbook: 'grid.snapshot',
    name: 'reopened',
    about: 'Closed too late, dissatisfied, opened again with fresh clocks, closed in time; the handler never verifies.',
    attempts: [
      by('2026-03-09T01:00:00.000Z', resident, report(8, '0307', stuck)),
      by('2026-03-09T01:30:00.000Z', worker, act('accept')),
      giving('2026-03-09T02:00:00.000Z', dispatcher, 'dispatch', lifts),
      by('2026-03-09T03:00:00.000Z', both, act('take')),
      by('2026-03-10T03:00:00.000Z', both, act('handle', { result: '已复位' })),
      by('2026-03-10T03:10:00.000Z', both, act('close', { answer })),
      by('2026-03-10T04:00:00.000Z', inspector, act('close', { answer })),
      by('2026-03-11T01:00:00.000Z', resident, act('rate', { rating: 1, comment: '又停了' })),
      giving('2026-03-11T01:30:00.000Z', dispatcher, 'dispatch', lifts),
      by('2026-03-11T02:00:00.000Z', liftHandler, act('take')),
      by('2026-03-11T08:00:00.000Z', liftHandler, act('handle', { result: '更换控制板' })),
      by('2026-03-11T09:00:00.000Z', inspector, act('close', { answer })),
      by('2026-03-12T01:00:00.000Z', resident, act('rate', { rating: 4 })),
    ],
  },
  {
    playbook: 'grid.snapshot',
    name: 'settled-in-vain',
    about: 'Settled on the spot, but the community finds it is not; on to a body of the community.',
    attempts: [
      by('2026-03-16T00:30:00.000Z', resident, report(9, '0302', { words: '楼道里又停了电动车' })),
      by('2026-03-16T01:00:00.000Z', worker, act('settle', { result: '已劝离' })),
      by('2026-03-16T07:00:00.000Z', community, act('fail-settled', { reason: '下午又停回来了' })),
      giving('2026-03-16T08:00:00.000Z', dispatcher, 'dispatch', property),
    ],
  },
  {
    playbook: 'grid.snapshot',
    name: 'year-not-published',
    about: 'Reported on the last days of a year: the deadline that reaches into the next one is unknown, and says so.',
    attempts: [
      by('2026-12-31T08:00:00.000Z', resident, report(10, '0602', { words: '路灯不亮' })),
      by('2026-12-31T09:00:00.000Z', worker, act('accept')),
    ],
  },
  {
    playbook: 'grid.event',
    name: 'closed-along-and-split',
    about:
      'It repeats another and is closed with it; that was wrong, so it goes on where it stood and gets its own end.',
    attempts: [
      by('2026-03-04T01:00:00.000Z', worker, found(12, '0401', { source: 'patrol', words: '北门外散落垃圾' })),
      by('2026-03-04T01:30:00.000Z', community, { type: 'link', of: { id: id(1001), duplicateOf: null } }),
      by(
        '2026-03-04T02:00:00.000Z',
        { kind: 'system', name: '系统' },
        {
          type: 'close-along',
          of: id(1001),
          number: '260302-00000-00001',
          answer: '现场已清理干净。',
        },
      ),
      by('2026-03-04T03:00:00.000Z', community, { type: 'link', of: null }),
      by('2026-03-04T03:20:00.000Z', worker, act('settle', { result: '这一处也已清理' })),
      by('2026-03-04T06:00:00.000Z', community, act('close-settled', { answer: '两处都已清理干净。' })),
    ],
  },
  {
    playbook: 'grid.pingshan-past',
    name: 'imported',
    about: 'A past matter as the file tells it: closed overtime, at a time that nobody knows.',
    attempts: [
      by(
        '2026-11-22T06:05:00.000Z',
        { kind: 'system', name: 'import' },
        {
          type: 'import',
          id: id(1011),
          imported: { source: 'pingshan', externalId: '10872' },
          reportedAt: '2018-05-03T02:11:00.000Z',
          category: 's823',
          title: '乱摆卖',
          place: { path: '44.03.10.001.003.', point: null, text: '' },
          values: { source: '网格', property: '投诉' },
          channel: 'import',
          stage: 'closed',
          assignee: { body: roads, name: '坪山街道综合执法队' },
          answer: null,
          rating: null,
          closedAt: null,
          outcome: 'resolved',
          timing: 'overtime',
        },
      ),
      by('2026-11-22T07:00:00.000Z', dispatcher, act('file', { answer: '已归档' })),
    ],
  },
];
