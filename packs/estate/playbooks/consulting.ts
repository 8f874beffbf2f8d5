import { blocks, type Playbook } from '#engines/case/model';
import { closing, community, contact, resultField, street, refusing } from './common.ts';

const {
  act,
  answerField,
  choice,
  ending,
  line,
  lines,
  limit,
  money,
  number,
  reasonField,
  simple,
  someBodiesField,
  stage,
  table,
  timer,
} = blocks;

/** 小区会商 (S149): residents, developer and departments sit together; each commitment is followed until it is kept. */
export const consultation: Playbook = {
  id: 'estate.consultation',
  version: 1,
  name: { zh: '小区问题会商', en: 'Estate consultation' },
  summary: {
    zh: '办证难、安全稳定等问题由居民、开发商、部门会商，承诺事项到期跟踪，兑现后办结',
    en: 'Residents, developer and departments meet; commitments with days are followed until they are kept',
  },
  categories: 'estate.consultation-topics',
  reporters: ['resident', 'staff', 'system'],
  fields: [
    line('estate', '小区名称', 'Estate', { required: true }),
    lines('what', { zh: '问题', en: 'The problem' }, { required: true }),
    number('households', '涉及户数', 'Households', { max: 100_000 }),
    contact,
  ],
  title: 'data.estate + "：" + category.name',
  start: 'received',
  stages: [
    stage('received', '待会商', 'To be talked over', ['已收到', 'Received'], community),
    stage('convened', '召集会商', 'Convened', ['正在召集各方', 'The parties are being called'], street),
    stage('following', '跟踪承诺', 'Commitments', ['承诺事项跟踪中', 'Commitments are being followed'], street),
    ending('delivered', '承诺兑现', 'Kept', ['承诺已兑现，等您确认', 'Commitments kept, awaiting your word']),
    ending('rated', '已评价', 'Rated', ['已办结', 'Closed']),
    ending('declined', '不予会商', 'Declined'),
  ],
  actions: [
    act('convene', '报请街道召集', 'Ask the street to convene', ['received'], [community], {
      to: 'convened',
      form: [
        lines('facts', { zh: '核实情况', en: 'Facts' }, { required: true }),
        someBodiesField('parties', { zh: '参会单位', en: 'Who is to come' }),
      ],
      does: [{ move: 'cc', bodies: 'parties' }],
      counts: 'accept',
      tone: 'primary',
    }),
    act('record', '记录会商与承诺', 'Record the meeting', ['convened', 'following'], [street], {
      to: 'following',
      form: [
        simple('moment', 'met', '会商时间', 'Met at', { required: true }),
        number('residents', '到会居民', 'Residents there', { required: true, max: 10_000 }),
        table(
          'commitments',
          '承诺事项',
          'Commitments',
          [
            line('what', '承诺内容', 'Commitment', { required: true }),
            simple('body', 'who', '承诺单位', 'Body', { required: true }),
            simple('date', 'by', '兑现日期', 'Until', { required: true }),
          ],
          { required: true, max: 30 },
        ),
      ],
      does: [{ move: 'give-tasks', from: 'commitments', columns: { name: 'what', body: 'who', due: 'by' } }],
      counts: 'dispatch',
      tells: [{ what: 'commitments', value: 'count(form.commitments)' }],
      tone: 'primary',
    }),
    ...blocks.taskSteps({ from: ['following'] }),
    act('close', '全部兑现，办结', 'All kept', ['following'], [street, community], { ...closing, to: 'delivered' }),
    act('broken', '承诺未兑现，再次会商', 'Not kept: meet again', ['following'], [street], {
      to: 'convened',
      form: [reasonField],
      counts: 'return',
      tone: 'danger',
    }),
    ...blocks.supervision({ from: ['following'], who: [street] }, { answers: [blocks.withTask] }),
    act('decline', '不予会商', 'Decline', ['received'], [community], { ...refusing, to: 'declined' }),
    blocks.rating({ from: ['delivered'], closed: 'rated', again: 'received', levels: 'grid.satisfaction-levels' }),
  ],
  clocks: [
    timer('convening', '召集时限', 'Time to convene', ['received', 'convened'], limit(10, 'working-days')),
    timer('whole', '办结时限', 'Time to close', ['received', 'convened', 'following'], limit(180, 'calendar-days'), {
      main: true,
    }),
  ],
  routing: [{ when: 'true', bodyKind: 'housing' }],
};

const waitingPrivacy = blocks.privacyOf('按登记先后分配车位', 'To give spaces in order', 'consent', 'personal', 24);

/** 停车共治 (S213): the register of spaces, the rule that was agreed on, the waiting list, spaces that units share by hours. */
export const parking: Playbook = {
  id: 'estate.parking',
  version: 2,
  name: { zh: '停车位规则与错时共享', en: 'Parking spaces' },
  summary: {
    zh: '车位清册、协商分配规则、轮候登记、与单位错时共享',
    en: 'Register of spaces, agreed rule, waiting list, spaces shared by hours with units',
  },
  categories: 'estate.parking-kinds',
  reporters: ['resident', 'staff', 'system'],
  fields: [
    line('estate', '小区', 'Estate', { required: true }),
    lines('need', { zh: '诉求', en: 'What is asked' }, { required: true }),
    contact,
  ],
  title: 'data.estate + category.name',
  start: 'counting',
  stages: [
    stage('counting', '清点车位', 'Counting', ['正在清点', 'Being counted'], community),
    stage('agreeing', '协商规则', 'Agreeing on a rule', ['正在协商规则', 'A rule is being agreed on'], community),
    stage(
      'sharing',
      '落实规则与错时共享',
      'Rule and sharing',
      ['正在落实规则', 'The rule is being put in force'],
      community,
    ),
    ending('running', '规则运行', 'In force', ['规则已公布实施', 'The rule is in force']),
    ending('rated', '已评价', 'Rated', ['已办结', 'Closed']),
    ending('no-rule', '未达成一致', 'No rule agreed'),
  ],
  actions: [
    act('register', '登记车位与需求', 'Register', ['counting'], [community], {
      to: 'agreeing',
      form: [
        table(
          'areas',
          '车位清册',
          'Spaces',
          [
            line('area', '区域', 'Area', { required: true }),
            number('spaces', '车位数', 'Spaces', { required: true, max: 10_000 }),
            choice(
              'kind',
              '性质',
              'Kind',
              [
                ['common', '公共', 'Common'],
                ['owned', '产权', 'Owned'],
                ['road', '道路', 'Road'],
              ],
              { required: true },
            ),
          ],
          { required: true, max: 30 },
        ),
        number('cars', '登记车辆', 'Cars', { required: true, max: 100_000 }),
        number('waiting', '轮候户数', 'Waiting', { required: true, max: 100_000 }),
        table(
          'queue',
          '轮候名单（按登记先后）',
          'Waiting list, in order',
          [
            line('who', '楼栋与姓氏', 'Building and surname', { required: true, max: 40 }),
            simple('date', 'since', '登记日期', 'Since', { required: true }),
          ],
          { max: 200, privacy: waitingPrivacy },
        ),
      ],
      counts: 'accept',
      tells: [
        { what: 'spaces', value: 'sum(form.areas.spaces)' },
        { what: 'waiting', value: 'form.waiting' },
      ],
      tone: 'primary',
    }),
    act('agree', '登记协商结果', 'Record what was agreed', ['agreeing'], [community], {
      to: [{ when: 'form.agreed * 2 > form.present', to: 'sharing' }, { to: 'no-rule' }],
      form: [
        number('present', '参与户数', 'Took part', { required: true, min: 1, max: 100_000 }),
        number('agreed', '同意户数', 'In favour', { required: true, max: 100_000 }),
        lines('rule', { zh: '分配规则', en: 'Rule' }, { required: true }),
        number('shared', '拟错时共享车位数', 'Spaces to be shared', { required: true, max: 10_000 }),
        { ...answerField, name: { zh: '结果说明', en: 'Result in words' } },
      ],
      answers: 'answer',
      outcome: 'explained',
      counts: 'verify',
      tone: 'primary',
    }),
    act('ask-units', '与单位约定共享', 'Agree with units', ['sharing'], [community], {
      form: [
        someBodiesField('units', { zh: '共享单位', en: 'Units' }),
        line('hours', '共享时段', 'Hours', { required: true }),
      ],
      does: [
        {
          move: 'give-tasks',
          from: 'units',
          name: { zh: '错时开放车位', en: 'Open spaces by hours' },
          doneWithin: limit(20, 'working-days'),
        },
      ],
      counts: 'dispatch',
    }),
    ...blocks.taskSteps({ from: ['sharing'] }),
    act('start', '公布实施', 'In force', ['sharing'], [community], {
      ...closing,
      to: 'running',
      form: [number('opened', '实际共享车位', 'Spaces shared', { required: true, max: 10_000 }), answerField],
      tells: [{ what: 'opened', value: 'form.opened' }],
    }),
    blocks.rating({ from: ['running'], closed: 'rated', again: 'agreeing', levels: 'grid.satisfaction-levels' }),
  ],
  clocks: [
    timer('whole', '办结时限', 'Time to close', ['counting', 'agreeing', 'sharing'], limit(60, 'calendar-days'), {
      main: true,
    }),
  ],
  routing: [],
};

/** 无物业小区接管 (S219): list, self-management or butlers, services covered, fees, problems left. */
export const unmanaged: Playbook = {
  id: 'estate.unmanaged',
  version: 2,
  name: { zh: '无物业小区管理落实', en: 'Estate without a property company' },
  summary: {
    zh: '无物业小区落实自管组织或红色管家，明确保洁、看门、维修服务和收费，问题清单销号',
    en: 'A self-management body or butler team, cleaning, gate and repairs, fees, problems closed one by one',
  },
  categories: 'estate.unmanaged-modes',
  reporters: ['staff', 'system'],
  fields: [
    line('estate', '小区', 'Estate', { required: true }),
    number('households', '户数', 'Households', { required: true, min: 1, max: 100_000 }),
    lines('problems', { zh: '突出问题', en: 'Problems' }, { required: true }),
  ],
  title: 'data.estate + "管理落实"',
  start: 'listed',
  stages: [
    stage('listed', '待落实管理', 'On the list', ['正在落实管理', 'Management is being arranged'], community),
    stage('setting-up', '组建与公约', 'Setting up', ['正在组建自管组织', 'Being set up'], community),
    stage('serving', '服务落实', 'Services', ['服务正在落实', 'Services are being arranged'], community),
    stage('checking', '街道验收', 'Checked by the street', ['街道正在验收', 'Being checked'], street),
    ending('managed', '管理已落实', 'Managed'),
    ending('handed', '已引进物业企业', 'A company took over'),
  ],
  actions: [
    act('propose', '确定管理方式', 'Choose how', ['listed'], [community], {
      to: [{ when: 'category.code = "company"', to: 'handed' }, { to: 'setting-up' }],
      form: [
        number('agreed', '同意户数', 'In favour', { required: true, max: 100_000 }),
        lines('how', { zh: '组建情况', en: 'How' }, { required: true }),
        answerField,
      ],
      answers: 'answer',
      outcome: 'resolved',
      counts: 'accept',
      tone: 'primary',
    }),
    act('set-up', '公布组织和公约', 'Publish the body and its covenant', ['setting-up'], [community], {
      to: 'serving',
      form: [
        line('body', '自管组织名称', 'Name', { required: true }),
        number('members', '成员人数', 'Members', { required: true, min: 1, max: 100 }),
        money('fee', '每月每户收费', 'Fee a month', { max: 1000 }),
      ],
      counts: 'dispatch',
      tells: [{ what: 'members', value: 'form.members' }],
      tone: 'primary',
    }),
    act('cover', '登记服务与问题', 'Services and problems', ['serving'], [community], {
      form: [
        table(
          'services',
          '服务覆盖',
          'Services',
          [
            choice(
              'service',
              '服务',
              'Service',
              [
                ['cleaning', '保洁', 'Cleaning'],
                ['gate', '门岗', 'Gate'],
                ['repairs', '维修', 'Repairs'],
                ['green', '绿化', 'Green'],
                ['waste', '垃圾清运', 'Waste'],
              ],
              { required: true },
            ),
            number('covered', '覆盖户数', 'Households', { required: true, max: 100_000 }),
          ],
          { required: true, max: 10 },
        ),
        line('problem', '待销号问题', 'Problem', { max: 120 }),
      ],
      does: [{ move: 'give-tasks', name: { zh: '问题销号', en: 'Close the problem' } }],
      counts: 'note',
      tells: [{ what: 'covered', value: 'max(form.services.covered)' }],
    }),
    ...blocks.milestoneSteps({ from: ['serving'], who: [community] }),
    act('ask-check', '申请街道验收', 'Ask to be checked', ['serving'], [community], {
      to: 'checking',
      when: 'matter.tasks.open = 0',
      form: [resultField],
      counts: 'handle',
      tone: 'primary',
    }),
    act('pass', '验收通过', 'Passed', ['checking'], [street], {
      ...closing,
      to: 'managed',
      notBy: ['ask-check'],
      form: [
        number('fee', '收费率', 'Fees collected', { required: true, max: 100, digits: 1, unit: ['%', '%'] }),
        answerField,
      ],
      tells: [{ what: 'fee', value: 'form.fee' }],
    }),
    act('fail', '服务未覆盖，退回', 'Not covered', ['checking'], [street], {
      to: 'serving',
      form: [reasonField],
      counts: 'return',
      tone: 'danger',
    }),
  ],
  clocks: [
    timer(
      'whole',
      '完成时限',
      'Time to finish',
      ['listed', 'setting-up', 'serving', 'checking'],
      limit(90, 'calendar-days'),
      { main: true },
    ),
  ],
  routing: [],
};
