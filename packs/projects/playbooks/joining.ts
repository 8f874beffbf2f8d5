import { blocks, type Playbook } from '#engines/case/model';
import { closing, community, duties, explaining, giveDuties, large, leader, refusing, street } from './common.ts';

const { act, answerField, choice, ending, lines, line, limit, money, number, privacyOf, reasonField, simple, stage, table, taskSteps, timer, withdrawing } = blocks; // biome-ignore format: names

/** 社会力量参与 (S487): an offer meets the list of gaps; agreement, review of what it brought, exit. */
export const offer: Playbook = {
  id: 'projects.offer',
  version: 1,
  name: { zh: '社会力量参与社区服务', en: 'Social forces join in' },
  summary: {
    zh: '企业、社会组织报投资、办实体、供产品和服务的意向，对照缺口清单匹配，签协议，评估成效，按约退出',
    en: 'Companies and organisations offer investment, entities, products or services; matched with gaps, agreed, reviewed, ended',
  },
  categories: 'projects.joining-ways',
  reporters: ['resident', 'staff'],
  fields: [
    line('who', '单位名称', 'Who offers', { required: true, max: 60 }),
    lines('what', { zh: '能提供什么', en: 'What is offered' }, { required: true }),
    money('money', '拟投入资金', 'Money', { max: large }),
    lines('conditions', { zh: '希望得到的支持', en: 'What is wished for in return' }),
    simple('phone', 'phone', '联系电话', 'Phone', { required: true, privacy: privacyOf('联系对接', 'To get in touch', 'consent', 'personal', 24) }),
  ],
  title: 'data.who + "：" + category.name',
  start: 'offered',
  stages: [
    stage('offered', '待匹配', 'To be matched', ['已收到，正在对照缺口清单匹配', 'Received, being matched with what is missing'], street),
    stage('agreeing', '协商协议', 'Agreeing', ['正在协商协议', 'An agreement is being made'], street),
    stage('running', '履约服务', 'Running', ['正在履约', 'Running'], community),
    stage('leaving', '退出交接', 'Leaving', ['正在办理退出交接', 'Being handed over'], street),
    ending('ended', '已退出', 'Ended', ['合作已结束', 'Ended']),
    ending('no-match', '暂无匹配', 'No match', ['暂无匹配的缺口，已留存', 'Nothing to match it with now; it is kept']),
    ending('declined', '不予采纳', 'Declined', ['未予采纳', 'Declined']),
    ending('withdrawn', '已撤回', 'Withdrawn', ['您已撤回', 'Withdrawn by you']),
  ],
  actions: [
    act('match', '对照缺口清单匹配', 'Match with the gaps', ['offered'], [street], {
      to: 'agreeing',
      form: [
        table('gaps', '匹配的缺口', 'Gaps', [
          line('gap', '缺口', 'Gap', { required: true, max: 60 }),
          line('plan', '补短板方案编号', 'Number of the gap plan', { max: 40 }),
          simple('territory', 'place', '社区', 'Community', { required: true }),
          choice('fit', '能补上', 'Fits', [['whole', '全部', 'Whole'], ['part', '部分', 'Part']], { required: true }),
        ], { required: true, min: 1, max: 20 }),
      ],
      counts: 'accept',
      tone: 'primary',
      tells: [{ what: 'gap-matched', value: 'form.gaps.fit' }],
    }),
    act('no-match', '暂无匹配', 'No match', ['offered'], [street], { ...explaining, to: 'no-match', tells: [{ what: 'gap-matched', value: '"none"' }] }),
    act('match-later', '出现缺口，重新匹配', 'A gap has come up', ['no-match'], [street], { to: 'offered', form: [reasonField], counts: 'reopen', atMost: 5 }),
    act('decline', '不予采纳', 'Decline', ['offered', 'agreeing'], [street], { ...refusing, to: 'declined' }),
    act('sign', '签订协议', 'Sign the agreement', ['agreeing'], [street], {
      to: 'running',
      form: [
        line('number', '协议编号', 'Number', { required: true, max: 40 }),
        money('invested', '协议投入', 'Invested', { required: true, max: large }),
        simple('date', 'until', '协议期至', 'Until', { required: true }),
        lines('support', { zh: '社区提供的场地和支持', en: 'What the community gives' }, { required: true }),
        lines('exit', { zh: '退出条件', en: 'When it may end' }, { required: true }),
        duties('duties', '双方义务', 'Duties of both'),
      ],
      needs: { who: [leader] },
      does: [giveDuties('duties')],
      counts: 'dispatch',
      tone: 'primary',
      tells: [{ what: 'joined', value: 'category.code' }, { what: 'invested', value: 'form.invested / 100' }],
    }),
    ...taskSteps({ from: ['running', 'leaving'] }),
    act('review', '评估成效', 'Review what it brought', ['running'], [community], {
      to: [{ when: 'form.effect = "poor" and times > 0', to: 'leaving' }, { to: 'running' }],
      form: [
        number('users', '服务人次', 'Users', { required: true, max: 1_000_000 }),
        number('satisfied', '满意率', 'Satisfied', { required: true, max: 100, unit: ['%', '%'] }),
        choice('effect', '成效', 'Effect', [['good', '好', 'Good'], ['fair', '一般', 'Fair'], ['poor', '差', 'Poor']], { required: true }),
        lines('mend', { zh: '需改进的', en: 'What is to be mended' }, { required: true }),
      ],
      counts: 'verify',
      tone: 'primary',
      tells: [{ what: 'effect', value: 'form.effect' }, { what: 'users', value: 'form.users' }],
    }),
    act('begin-exit', '启动退出', 'Begin to leave', ['running'], [street], {
      to: 'leaving',
      form: [choice('why', '退出原因', 'Why', [['term', '协议到期', 'Term is over'], ['poor', '成效不达标', 'Little effect'], ['breach', '违约', 'Breach'], ['asked', '对方申请', 'Asked for']], { required: true }), duties('handover', '交接事项', 'To be handed over')],
      does: [giveDuties('handover')],
      counts: 'note',
      tells: [{ what: 'exit', value: 'form.why' }],
    }),
    act('add-handover', '补充交接事项', 'More to be handed over', ['leaving'], [street], { form: [duties('handover', '交接事项', 'To be handed over')], does: [giveDuties('handover')], counts: 'note' }),
    act('end', '交接完毕，退出', 'Handed over: ended', ['leaving'], [street], {
      ...closing,
      to: 'ended',
      form: [money('settled', '结算金额', 'Settled', { required: true, max: large }), answerField],
    }),
    withdrawing({ from: ['offered', 'agreeing'], to: 'withdrawn' }),
  ],
  clocks: [
    timer('matching', '匹配时限', 'Time to match', ['offered'], limit(10, 'working-days')),
    timer('leaving', '交接时限', 'Time to hand over', ['leaving'], limit(30, 'calendar-days')),
    timer('whole', '签约时限', 'Time to agree', ['offered', 'agreeing'], limit(60, 'calendar-days'), { main: true }),
  ],
  routing: [],
}; // biome-ignore format: forms read better in a few long lines

const sumOf = (kind: 'public' | 'social'): string =>
  `sum(for one in form.parties return if one.kind = "${kind}" then one.money else 0) / 100`;

/**
 * 政企合作 (S520): agreement, shares that come to 100, income, exit. Social and public money are told at the signature, so that
 * leverage is one sum over the other.
 */
export const partnership: Playbook = {
  id: 'projects.partnership',
  version: 1,
  name: { zh: '政府＋企业合作项目', en: 'Project of government and companies' },
  summary: {
    zh: '论证、签约定份额、登记收益和分配、到期或提前退出结算；社会资金与财政资金之比即杠杆率',
    en: 'Weighed, agreed with shares, income and how it was shared, settled at the exit; social over public money is the leverage',
  },
  categories: 'projects.partnership-kinds',
  reporters: ['staff', 'system'],
  fields: [
    line('title', '项目名称', 'Project', { required: true }),
    lines('why', { zh: '治理需求', en: 'What it is for' }, { required: true }),
    money('total', '总投资估算', 'Investment', { required: true, max: large }),
  ],
  title: 'data.title',
  start: 'proposed',
  stages: [
    stage('proposed', '待论证', 'To be weighed', ['正在论证', 'Being weighed'], street),
    stage('agreeing', '协商签约', 'Agreeing', ['正在协商', 'Being agreed on'], street),
    stage('running', '合作运营', 'Running', ['正在运营', 'Running'], street),
    stage('leaving', '退出结算', 'Settling', ['正在结算', 'Being settled'], street),
    ending('ended', '已退出', 'Ended'),
    ending('dropped', '不予合作', 'Dropped'),
  ],
  actions: [
    act('weigh', '论证通过', 'Found sound', ['proposed'], [street], {
      to: 'agreeing',
      form: [
        lines('benefit', { zh: '公共利益', en: 'What the public gains' }, { required: true }),
        lines('risk', { zh: '风险和底线', en: 'Risks and limits' }, { required: true }),
        simple('yes-no', 'residents', '已征求居民意见', 'Residents were asked', { required: true }),
      ],
      counts: 'accept',
      tone: 'primary',
    }),
    act('drop', '不予合作', 'Drop', ['proposed', 'agreeing'], [street], { ...refusing, to: 'dropped' }),
    act('sign', '签订协议', 'Sign the agreement', ['agreeing'], [street], {
      to: 'running',
      form: [
        line('number', '协议编号', 'Number', { required: true, max: 40 }),
        table('parties', '出资和份额', 'Parties and shares', [
          line('party', '出资方', 'Party', { required: true, max: 60 }),
          choice('kind', '资金性质', 'Kind of money', [['public', '财政资金', 'Public money'], ['social', '社会资金', 'Social money']], { required: true }),
          money('money', '出资额', 'Money', { required: true, max: large }),
          number('share', '收益份额', 'Share', { required: true, max: 100, digits: 2, unit: ['%', '%'] }),
        ], { required: true, min: 2, max: 10, total: { column: 'share', is: 100 } }),
        simple('date', 'until', '合作期至', 'Until', { required: true }),
        lines('exit', { zh: '退出条件', en: 'When it may end' }, { required: true }),
        duties('duties', '各方义务', 'Duties'),
      ],
      needs: { who: [leader] },
      does: [giveDuties('duties')],
      counts: 'dispatch',
      tone: 'primary',
      tells: [{ what: 'public-money', value: sumOf('public') }, { what: 'social-money', value: sumOf('social') }],
    }),
    ...taskSteps({ from: ['running'] }),
    act('income', '登记收益与分配', 'Record income', ['running'], [street], {
      form: [
        line('period', '所属期', 'Period', { required: true, max: 20 }),
        money('income', '收益', 'Income', { required: true, max: large }),
        table('shared', '分配', 'Shared', [
          line('party', '出资方', 'Party', { required: true, max: 60 }),
          number('share', '份额', 'Share', { required: true, max: 100, digits: 2, unit: ['%', '%'] }),
          money('money', '金额', 'Money', { required: true, max: large }),
        ], { required: true, min: 1, max: 10, total: { column: 'share', is: 100 } }),
      ],
      counts: 'note',
      tells: [{ what: 'income', value: 'form.income / 100' }],
      effects: [{ effect: 'ledger.post', awaits: 'ledger', about: { zh: '收益按份额记入各方账户', en: 'Income to the accounts of the parties by their shares' } }],
    }),
    act('begin-exit', '启动退出', 'Begin to leave', ['running'], [street], {
      to: 'leaving',
      when: 'matter.tasks.open = 0',
      form: [choice('why', '退出原因', 'Why', [['term', '合作期满', 'Term is over'], ['agreed', '协商提前终止', 'By agreement'], ['breach', '违约终止', 'Breach']], { required: true }), lines('assets', { zh: '资产和服务如何接续', en: 'What becomes of assets and services' }, { required: true })],
      needs: { who: [leader] },
      counts: 'note',
      tells: [{ what: 'exit', value: 'form.why' }],
    }),
    act('settle', '结算退出', 'Settle and end', ['leaving'], [street], {
      ...closing,
      to: 'ended',
      form: [
        table('settled', '结算', 'Settlement', [
          line('party', '出资方', 'Party', { required: true, max: 60 }),
          money('money', '应得金额', 'Due', { required: true, max: large }),
        ], { required: true, min: 2, max: 10 }),
        answerField,
      ],
    }),
  ],
  clocks: [
    timer('agreeing', '签约时限', 'Time to agree', ['proposed', 'agreeing'], limit(90, 'calendar-days'), { main: true }),
    timer('leaving', '结算时限', 'Time to settle', ['leaving'], limit(60, 'calendar-days')),
  ],
  routing: [],
}; // biome-ignore format: forms read better in a few long lines
