import { chinaDate, chinaInstant, type Instant, plusDays, weekday } from '#kernel/instant';
import type { StructurePlan } from '#engines/organisation/server';
import { demoDistrict, demoPath, idOf } from './demo-ids.ts';
import { phoneOf } from './names.ts';
import type { DemoPlaces } from './places.ts';
import type { DemoBody, DemoPerson, DemoPost, DemoStaff } from './staff.ts';

/** What the demo district has beside its staff: bodies and posts that nobody's matters go to. */
export interface DemoStructure {
  readonly bodies: readonly DemoBody[];
  readonly posts: readonly DemoPost[];
  readonly plan: StructurePlan;
}

const firstCommunity = `${demoPath}001.001.`;
const firstGrid = `${firstCommunity}g01.`;

const workerDuties = [
  '采集、核对网格内人口和房屋基础信息',
  '收集居民意见和诉求，能当场办的当场办',
  '巡查消防、治安、环境等安全隐患并及时上报',
  '排查、初步调解邻里矛盾纠纷',
  '宣传政策法规，协助居民办事',
  '走访独居老人等需要关心的居民',
];
const workerPowers = ['直接办结小事、易事', '上报需要部门处理的事项并跟踪结果', '对办理结果提出核查意见'];

/** Two to a line: the A-role of one member of staff is the B-role of the other. */
const lines = ['mediation', 'safety', 'appearance', 'facilities', 'welfare', 'basics'];

/** Shifts of a week at a place, two a day, by the people in turn. */
const week = (
  monday: string,
  what: {
    readonly path: string;
    readonly name: string;
    readonly kind: 'ordinary' | 'special';
    readonly people: readonly DemoPerson[];
  },
): StructurePlan['shifts'] =>
  Array.from({ length: 14 }, (_, index) => {
    const date = plusDays(monday, Math.floor(index / 2));
    const night = index % 2 === 1;
    return {
      id: idOf(`shift ${what.path} ${what.name} ${date} ${night ? 2 : 1}`),
      path: what.path,
      name: `${what.name} · ${night ? '夜班' : '白班'}`,
      kind: what.kind,
      startsAt: chinaInstant(date, night ? 20 * 60 : 8 * 60),
      endsAt: night ? chinaInstant(plusDays(date, 1), 8 * 60) : chinaInstant(date, 20 * 60),
      person: (what.people[index % what.people.length] as DemoPerson).id,
    };
  });

export const makeStructure = (places: DemoPlaces, staff: DemoStaff, begun: Instant): DemoStructure => {
  const today = chinaDate(begun);
  const monday = plusDays(today, 1 - weekday(today));
  const bodyNamed = (name: string): DemoBody => {
    const body = staff.bodies.find((one) => one.name === name);
    if (!body) throw new Error(`the demo has no body ${name}`);
    return body;
  };
  const inPost = (role: string, scope: string): readonly DemoPerson[] =>
    staff.people.filter(({ post }) => post.role === role && post.scope === scope);
  const ofBody = (body: DemoBody): readonly DemoPerson[] => staff.people.filter(({ post }) => post.body === body.id);
  const centre = bodyNamed('青阳区城市治理中心');
  const streets = places.streets.map((street) => bodyNamed(`${street.name}办事处`));
  const [office] = streets as [DemoBody];
  const committees = staff.bodies.filter((one) => one.kind === 'community');
  const [committee] = committees.filter((one) => one.territory === firstCommunity) as [DemoBody];

  const body = (name: string, kind: string, territory: string): DemoBody => ({
    id: idOf(`body ${name}`),
    name,
    kind,
    territory,
    superiors: [centre.id],
  });
  const group = body('青阳区城市社区建设领导小组', 'leading-group', demoPath);
  const gone = body('青阳区社区建设指导委员会办公室', 'district-office', demoPath);
  const alliance = { ...body('槐荫第一网格联盟', 'grid-alliance', firstGrid), superiors: [committee.id] };
  /** A post that nobody holds, so that a vacancy is seen. */
  const vacant: DemoPost = {
    id: idOf(`post ${committee.name} vacant`),
    body: committee.id,
    title: '社区工作者（养老服务）',
    role: 'community-staff',
    scope: firstCommunity,
  };

  const [worker] = inPost('grid-worker', firstGrid);
  const staffOfCommunity = inPost('community-staff', firstCommunity);
  const [a, b] = staffOfCommunity;
  const manager = inPost('system-admin', demoPath)[0];
  const dispatchers = inPost('street-dispatcher', office.territory);
  const inspectors = inPost('inspector', office.territory);
  if (!worker || !a || !b || !manager) throw new Error('the demo has no staff in its first community');

  const member = (
    name: string,
    more: Omit<StructurePlan['members'][number], 'id' | 'from'>,
  ): StructurePlan['members'][number] => ({
    id: idOf(`member ${name}`),
    from: '2026-01-01',
    ...more,
  });
  const department = (name: string, seat: 'member' | 'office' = 'member') =>
    member(`group ${name}`, {
      body: group.id,
      seat,
      memberBody: bodyNamed(name).id,
      duty: seat === 'office' ? '办公室设在本单位，承担日常工作' : '按职责落实分工任务',
    });
  const leaders = ofBody(centre).filter(({ post }) => post.role === 'district-manager');
  const leaveFrom = plusDays(today, 4);

  return {
    bodies: [group, gone, alliance],
    posts: [vacant],
    plan: {
      district: demoDistrict,
      at: begun,
      lines: committees.flatMap((one) => {
        const pair = inPost('community-staff', one.territory);
        return lines.flatMap((line, index) => {
          const [first, second] = index % 2 === 0 ? pair : pair.toReversed();
          return [
            ...(first ? [{ line, path: one.territory, slot: 'A' as const, post: first.post.id }] : []),
            ...(second ? [{ line, path: one.territory, slot: 'B' as const, post: second.post.id }] : []),
          ];
        });
      }),
      establishment: [
        ...committees.map((one, index) => ({
          body: one.id,
          role: 'community-staff',
          // One community has more than were approved, the first one less than it has.
          approved: one === committee ? 3 : index === 1 ? 1 : 2,
          document: '青编发〔2026〕3号（演示）',
        })),
        ...committees.map((one) => ({
          body: one.id,
          role: 'grid-worker',
          approved: ofBody(one).filter(({ post }) => post.role === 'grid-worker').length,
          document: '青编发〔2026〕3号（演示）',
        })),
      ],
      // Enforcement teams answer to their street, and along their business to the department.
      vertical: staff.bodies
        .filter((one) => one.superiors.length > 1)
        .flatMap((one) => one.superiors.slice(1).map((superior) => ({ body: one.id, superior }))),
      formerNames: [{ body: bodyNamed('青阳区城市管理局').id, name: '青阳区市容环境卫生管理局', until: '2024-01-01' }],
      abolished: [
        { body: gone.id, on: '2026-03-01', successor: centre.id, reason: '机构改革，职责划入区城市治理中心' },
      ],
      postsSince: [{ post: vacant.id, on: plusDays(today, -38) }],
      jobs: staff.people
        .filter(({ post }) => post.role === 'grid-worker')
        .map(({ post }) => ({ post: post.id, duties: workerDuties, powers: workerPowers })),
      terms: [
        { post: a.post.id, person: a.id, acting: false, ends: plusDays(today, 40) },
        { post: b.post.id, person: b.id, acting: true, ends: null },
      ],
      members: [
        ...leaders
          .slice(0, 1)
          .map(({ post }) =>
            member('group head', { body: group.id, seat: 'head', memberPost: post.id, duty: '组长，统筹全区社区建设' }),
          ),
        ...dispatchers.slice(0, 1).map(({ post }) =>
          member('group head two', {
            body: group.id,
            seat: 'head',
            memberPost: post.id,
            duty: '组长（双组长），负责街道落实',
          }),
        ),
        department('青阳区民政局', 'office'),
        department('青阳区住房和建设局'),
        department('青阳区卫生健康局'),
        department('青阳区教育局'),
        department('青阳区司法局'),
        member('alliance head', {
          body: alliance.id,
          seat: 'head',
          part: 'own',
          memberPost: a.post.id,
          duty: '网格长，牵头联盟议事',
        }),
        member('alliance police', {
          body: alliance.id,
          seat: 'member',
          part: 'linked',
          memberBody: bodyNamed(`${places.streets[0]?.name ?? ''}派出所`).id,
          duty: '治安防范、纠纷联调',
        }),
        member('alliance enforcement', {
          body: alliance.id,
          seat: 'member',
          part: 'linked',
          memberBody: bodyNamed(`${places.streets[0]?.name ?? ''}综合行政执法队`).id,
          duty: '市容执法联动',
        }),
        member('alliance clinic', {
          body: alliance.id,
          seat: 'member',
          part: 'linked',
          partner: '槐荫社区卫生服务站',
          contact: '值班医生',
          phone: phoneOf(7301),
          duty: '家庭医生签约、老人随访',
        }),
        member('alliance unit', {
          body: alliance.id,
          seat: 'member',
          part: 'linked',
          partner: '青阳第二中学（共建单位）',
          contact: '校办',
          duty: '场地共享、学生志愿服务',
        }),
        member('alliance volunteers', {
          body: alliance.id,
          seat: 'member',
          part: 'volunteer',
          partner: '“红袖标”平安巡防志愿队',
          contact: '队长',
          phone: phoneOf(7302),
          duty: '每晚 7 点至 9 点巡防',
        }),
        member('alliance service', {
          body: alliance.id,
          seat: 'member',
          part: 'volunteer',
          partner: '“槐荫管家”便民服务队',
          contact: '队长',
          duty: '小修小补、代办跑腿',
        }),
      ],
      cards: [
        { post: worker.post.id, person: worker.id, phone: phoneOf(7303), by: manager.id },
        { post: a.post.id, person: a.id, phone: phoneOf(7304), by: manager.id },
      ],
      leaves: [
        {
          id: idOf('leave of a community worker'),
          person: b.id,
          from: leaveFrom,
          to: plusDays(leaveFrom, 5),
          kind: 'annual',
          by: dispatchers[0]?.id ?? manager.id,
          covers: [{ post: b.post.id, substitute: a.id, basis: 'same-role', byPost: a.post.id }],
        },
      ],
      shifts: [
        ...week(monday, {
          path: office.territory,
          name: '街道值班',
          kind: 'ordinary',
          people: [...dispatchers, ...inspectors],
        }),
        ...week(plusDays(monday, 7), {
          path: office.territory,
          name: '街道值班',
          kind: 'ordinary',
          people: [...inspectors, ...dispatchers],
        }),
        ...week(monday, { path: firstCommunity, name: '低温寒潮值守', kind: 'special', people: [a, worker, b] }),
        ...week(plusDays(monday, 7), {
          path: firstCommunity,
          name: '低温寒潮值守',
          kind: 'special',
          people: [a, worker],
        }),
      ],
    },
  };
};
