import type { Id } from '#kernel/ids';
import type { Label } from '#kernel/label';
import type { Actor } from '#engines/case/model';
import type { Chance } from './chance.ts';
import { demoPath, idOf } from './demo-ids.ts';
import { personName, phoneOf } from './names.ts';
import type { DemoPlaces } from './places.ts';
import { addSpecialists } from './specialists.ts';

export interface DemoBody {
  readonly id: Id;
  readonly name: string;
  readonly kind: string;
  readonly territory: string;
  readonly superiors: readonly Id[];
}

export interface DemoPost {
  readonly id: Id;
  readonly body: Id;
  readonly title: string;
  readonly role: string;
  readonly scope: string;
}

export interface DemoPerson {
  readonly id: Id;
  readonly name: string;
  readonly phone: string;
  readonly post: DemoPost;
  readonly account?: string;
  readonly shownAs?: Label;
  /** Place in the order in which a matter goes through the hands of those who may be signed in as. */
  readonly tour?: number;
}

/** Somebody who has an account and no post yet. */
export interface DemoNewcomer {
  readonly id: Id;
  readonly name: string;
  readonly phone: string;
  readonly home: string;
  readonly account?: string;
}

/** What waits for the security administrator. */
export interface DemoProposal {
  readonly id: Id;
  readonly post: Id;
  readonly person: Id;
  readonly by: Id;
  readonly reason: string;
  /** Days until it ends by itself. */
  readonly days?: number;
}

export interface DemoStaff {
  readonly bodies: readonly DemoBody[];
  readonly posts: readonly DemoPost[];
  readonly people: readonly DemoPerson[];
  readonly newcomers: readonly DemoNewcomer[];
  readonly proposals: readonly DemoProposal[];
}

/** One password for all demo accounts; it is printed on the sign-in page and opens nothing but this district. */
export const demoPassword = 'qingyang2026';

const departments: readonly (readonly [kind: string, name: string])[] = [
  ['urban-management', '青阳区城市管理局'],
  ['housing', '青阳区住房和建设局'],
  ['planning', '青阳区规划和自然资源局'],
  ['traffic-police', '青阳区交警大队'],
  ['environment', '青阳区生态环境局'],
  ['water', '青阳区水务局'],
  ['transport', '青阳区交通运输局'],
  ['market-regulation', '青阳区市场监督管理局'],
  ['emergency', '青阳区应急管理局'],
  ['fire-rescue', '青阳区消防救援大队'],
  ['civil-affairs', '青阳区民政局'],
  ['human-resources', '青阳区人力资源和社会保障局'],
  ['health', '青阳区卫生健康局'],
  ['education', '青阳区教育局'],
  ['justice', '青阳区司法局'],
  ['utility', '青阳公用事业服务有限公司'],
];

/** Teams that a street has of its own, so that most matters stay near where they arose. */
const streetTeams: readonly (readonly [kind: string, name: string])[] = [
  ['urban-management', '综合行政执法队'],
  ['public-security', '派出所'],
];

/** Who may be signed in as, by the name of the post's place and role: one of each, around one community. */
const shown: readonly { readonly where: string; readonly account: string; readonly zh: string; readonly en: string }[] =
  [
    { where: `grid-worker ${demoPath}001.001.g01.`, account: 'wangge', zh: '网格员', en: 'Grid worker' },
    { where: `community-staff ${demoPath}001.001.`, account: 'shequ', zh: '社区工作者', en: 'Community staff' },
    { where: `street-dispatcher ${demoPath}001.`, account: 'paidan', zh: '街道派单员', en: 'Street dispatcher' },
    {
      where: 'department-handler 青阳区市场监督管理局',
      account: 'shijian',
      zh: '市场监管局承办人',
      en: 'Market regulation',
    },
    {
      where: 'department-handler 青石街道综合行政执法队',
      account: 'chengguan',
      zh: '街道执法队承办人',
      en: 'Street enforcement',
    },
    { where: `inspector ${demoPath}001.`, account: 'hecha', zh: '街道核查员', en: 'Street inspector' },
    { where: `district-manager ${demoPath}`, account: 'quzhang', zh: '区级管理员', en: 'District manager' },
    { where: `system-admin ${demoPath}`, account: 'guanli', zh: '系统管理员', en: 'System administrator' },
    // What one of the two proposes the other decides.
    {
      where: `system-admin ${demoPath}`,
      account: 'guanlib',
      zh: '系统管理员（B 岗）',
      en: 'System administrator (B)',
    },
    { where: `security-admin ${demoPath}`, account: 'anquan', zh: '安全管理员', en: 'Security administrator' },
    { where: `audit-admin ${demoPath}`, account: 'shenji', zh: '审计管理员', en: 'Audit administrator' },
    {
      where: `community-principal ${demoPath}001.001.`,
      account: 'shuji',
      zh: '社区主要负责人',
      en: 'Principal of a community',
    },
    { where: `street-leader ${demoPath}001.`, account: 'jiedao', zh: '街道负责人', en: 'Leader of a street' },
    { where: `discipline-inspector ${demoPath}001.`, account: 'ducha', zh: '街道督查员', en: 'Discipline inspector' },
    { where: `admission-officer ${demoPath}`, account: 'zhunru', zh: '减负准入专员', en: 'Admission officer' },
    { where: `community-police ${demoPath}001.`, account: 'minjing', zh: '社区民警', en: 'Community police' },
    { where: `party-affairs ${demoPath}001.`, account: 'dangjian', zh: '街道党建干部', en: 'Party affairs' },
    { where: `hotline-clerk ${demoPath}`, account: 'rexian', zh: '热线受理回访员', en: 'Hotline clerk' },
    { where: `mediator ${demoPath}001.001.`, account: 'tiaojie', zh: '人民调解员', en: 'People’s mediator' },
    { where: `justice-office ${demoPath}001.`, account: 'sifa', zh: '司法所工作人员', en: 'Justice office' },
    { where: `petition-office ${demoPath}001.`, account: 'xinfang', zh: '街道信访工作人员', en: 'Petition office' },
    { where: `window-clerk ${demoPath}001.001.`, account: 'chuangkou', zh: '全科窗口人员', en: 'Window clerk' },
    { where: `service-provider ${demoPath}001.001.`, account: 'shangjia', zh: '加盟商户', en: 'Merchant' },
    { where: `counsellor ${demoPath}001.`, account: 'zixun', zh: '心理咨询师', en: 'Counsellor' },
  ];

export const makeStaff = (places: DemoPlaces, chance: Chance): DemoStaff => {
  const bodies: DemoBody[] = [];
  const posts: DemoPost[] = [];
  const people: DemoPerson[] = [];
  const taken = new Set<string>();
  /** Accounts given already: of two people alike only the first may be signed in as. */
  const used = new Set<number>();
  const addBody = (kind: string, name: string, territory: string, ...superiors: readonly DemoBody[]): DemoBody => {
    const made = { id: idOf(`body ${name}`), name, kind, territory, superiors: superiors.map((one) => one.id) };
    bodies.push(made);
    return made;
  };
  const addPost = (body: DemoBody, role: string, title: string, scope: string): void => {
    const index = people.length + 1;
    const post = { id: idOf(`post ${body.name} ${title} ${index}`), body: body.id, title, role, scope };
    let name = personName(chance);
    while (taken.has(name)) name = personName(chance);
    taken.add(name);
    const tour = shown.findIndex(
      ({ where }, at) => !used.has(at) && (where === `${role} ${scope}` || where === `${role} ${body.name}`),
    );
    const free = tour >= 0 ? shown[tour] : undefined;
    if (free) used.add(tour);
    posts.push(post);
    people.push({
      id: idOf(`person ${index}`),
      name,
      phone: phoneOf(index),
      post,
      ...(free && {
        account: free.account,
        shownAs: { zh: `${free.zh} · ${body.name}`, en: free.en },
        tour,
      }),
    });
  };

  const centre = addBody('district-office', '青阳区城市治理中心', demoPath);
  addPost(centre, 'district-manager', '区级管理员', demoPath);
  addPost(centre, 'system-admin', '系统管理员', demoPath);
  for (const [kind, name] of departments) {
    const body = addBody(kind, name, demoPath, centre);
    addPost(body, 'department-handler', '承办人', demoPath);
    addPost(body, 'department-handler', '承办人', demoPath);
  }
  for (const street of places.streets) {
    const office = addBody('street-office', `${street.name}办事处`, street.path, centre);
    addPost(office, 'street-dispatcher', '派单员（A 岗）', street.path);
    addPost(office, 'street-dispatcher', '派单员（B 岗）', street.path);
    addPost(office, 'inspector', '核查员', street.path);
    addPost(office, 'inspector', '核查员', street.path);
    addPost(office, 'department-handler', '承办人', street.path);
    for (const [kind, name] of streetTeams) {
      const above = bodies.find((one) => one.kind === kind && one.territory === demoPath);
      const team = addBody(kind, street.name + name, street.path, office, ...(above ? [above] : []));
      addPost(team, 'department-handler', '承办人', street.path);
      addPost(team, 'department-handler', '承办人', street.path);
    }
    for (const community of places.communities.filter((one) => one.street === street)) {
      const committee = addBody('community', `${community.name}居委会`, community.path, office);
      addPost(committee, 'community-staff', '社区工作者', community.path);
      addPost(committee, 'community-staff', '社区工作者', community.path);
      addPost(committee, 'department-handler', '社区承办人', community.path);
      for (const grid of places.grids.filter((one) => one.community === community))
        addPost(committee, 'grid-worker', `${grid.name}网格员`, grid.path);
      const property = addBody(
        'property',
        `${community.name.replace('社区', '')}物业服务公司`,
        community.path,
        committee,
      );
      addPost(property, 'department-handler', '项目经理', community.path);
    }
  }
  // Last: whoever was there before keeps name and number.
  addPost(centre, 'audit-admin', '审计管理员', demoPath);
  addPost(centre, 'security-admin', '安全管理员', demoPath);
  addPost(centre, 'hotline-clerk', '热线受理员', demoPath);
  addPost(centre, 'hotline-clerk', '热线回访员', demoPath);
  addPost(centre, 'hotline-supervisor', '热线审核督办员', demoPath);
  addPost(centre, 'district-inspector', '督查专员', demoPath);
  for (const office of bodies.filter((one) => one.kind === 'street-office')) {
    addPost(office, 'street-leader', '街道主要负责人', office.territory);
    addPost(office, 'discipline-inspector', '纪工委督查员', office.territory);
  }
  for (const committee of bodies.filter((one) => one.kind === 'community'))
    addPost(committee, 'community-principal', '党组织书记、居委会主任', committee.territory);
  for (const body of bodies.filter((one) => one.kind === 'civil-affairs')) {
    addPost(body, 'admission-officer', '减负准入专员', demoPath);
    addPost(body, 'admission-officer', '减负准入复核专员', demoPath);
  }
  for (const body of bodies.filter((one) => one.kind === 'health'))
    addPost(body, 'department-liaison', '部门联络员', demoPath);
  for (const team of bodies.filter((one) => one.kind === 'public-security' && one.territory !== demoPath))
    addPost(team, 'community-police', '社区民警', team.territory);
  for (const office of bodies.filter((one) => one.kind === 'street-office'))
    addPost(office, 'party-affairs', '党建办干部', office.territory);
  for (const committee of bodies.filter((one) => one.kind === 'community'))
    addPost(committee, 'party-secretary', '党组织书记', committee.territory);
  addSpecialists(places, bodies, addBody, addPost);
  addPost(centre, 'system-admin', '系统管理员（B 岗）', demoPath);
  return { bodies, posts, people, ...makeProposals(people, chance.fork('newcomers')) };
};

/** Two newcomers and two changes of people who work here: none of them counts until it is granted. */
const makeProposals = (people: readonly DemoPerson[], chance: Chance): Pick<DemoStaff, 'newcomers' | 'proposals'> => {
  const of = (role: string, place: string): DemoPerson => {
    const found = people.find(({ post }) => post.role === role && post.scope.startsWith(place));
    if (!found) throw new Error(`the demo has no ${role} in ${place}`);
    return found;
  };
  const names = new Set(people.map(({ name }) => name));
  const newcomers = ['xinren', undefined].map((account, index): DemoNewcomer => {
    let name = personName(chance);
    while (names.has(name)) name = personName(chance);
    names.add(name);
    const phone = phoneOf(people.length + 1 + index);
    return { id: idOf(`newcomer ${index}`), name, phone, home: demoPath, ...(account ? { account } : {}) };
  });
  const [first, second] = newcomers;
  const by = of('system-admin', demoPath).id;
  const proposal = (post: DemoPerson, person: Id | undefined, reason: string, days?: number): DemoProposal[] =>
    person === undefined
      ? []
      : [
          {
            id: idOf(`proposal ${post.post.id} ${person}`),
            post: post.post.id,
            person,
            by,
            reason,
            ...(days === undefined ? {} : { days }),
          },
        ];
  const worker = of('grid-worker', `${demoPath}001.002.`);
  return {
    newcomers,
    proposals: [
      ...proposal(of('grid-worker', `${demoPath}001.001.g02.`), first?.id, '新招录网格员，已完成岗前培训'),
      ...proposal(of('community-staff', `${demoPath}001.002.`), second?.id, '社区换届后新任社区工作者'),
      ...proposal(of('inspector', `${demoPath}001.`), worker.id, '创城期间抽调核查，为期一个月', 30),
      ...proposal(
        of('street-dispatcher', `${demoPath}002.`),
        of('inspector', `${demoPath}002.`).id,
        '派单员休产假期间兼任',
        120,
      ),
    ],
  };
};

/** A person as `decide` meets one. */
export const actorOf = (person: DemoPerson): Extract<Actor, { kind: 'staff' }> => ({
  kind: 'staff',
  person: person.id,
  name: person.name,
  posts: [
    {
      id: person.post.id,
      title: person.post.title,
      role: person.post.role,
      body: person.post.body,
      scope: person.post.scope,
    },
  ],
});

/** Who is there for whom: the simulator asks for people as a matter would find them. */
export class StaffIndex {
  readonly #byRole = new Map<string, DemoPerson[]>();
  readonly #byBody = new Map<Id, DemoPerson[]>();
  readonly #bodies: readonly DemoBody[];
  readonly #byId: ReadonlyMap<Id, DemoBody>;

  constructor(staff: DemoStaff) {
    this.#bodies = staff.bodies;
    this.#byId = new Map(staff.bodies.map((body) => [body.id, body]));
    for (const person of staff.people) {
      const { role, body } = person.post;
      this.#byRole.set(role, [...(this.#byRole.get(role) ?? []), person]);
      if (role === 'department-handler') this.#byBody.set(body, [...(this.#byBody.get(body) ?? []), person]);
    }
  }

  /** Holders of a role whose range holds the place. */
  at(role: string, path: string): readonly DemoPerson[] {
    return (this.#byRole.get(role) ?? []).filter((person) => path.startsWith(person.post.scope));
  }

  handlersOf(body: Id): readonly DemoPerson[] {
    return this.#byBody.get(body) ?? [];
  }

  /** The body of a kind nearest above a place, as routing finds it. */
  bodyNear(kind: string, path: string): DemoBody | undefined {
    return this.#bodies
      .filter((body) => body.kind === kind && path.startsWith(body.territory))
      .sort((a, b) => b.territory.length - a.territory.length)[0];
  }

  /** Bodies in which each of these roles is held. */
  bodiesWith(roles: readonly string[]): readonly DemoBody[] {
    return this.#bodies.filter(({ id }) => roles.every((role) => this.of(id, role).length > 0));
  }

  /** Holders of a role in a body. */
  of(body: Id, role: string): readonly DemoPerson[] {
    return (this.#byRole.get(role) ?? []).filter(({ post }) => post.body === body);
  }

  findBody(id: Id): DemoBody | undefined {
    return this.#byId.get(id);
  }

  /** The district's own departments. */
  get departments(): readonly DemoBody[] {
    return this.#bodies.filter((body) => body.territory === demoPath && this.handlersOf(body.id).length > 0);
  }
}
