import type { PlanView } from '#engines/case/contract';
import type { Locale } from '#kernel/label';
import { defineMessages } from '#platform/web/i18n';

export const words = defineMessages({
  zh: {
    title: '周期计划',
    lead: '到期自动在每个区域产生一件事项：巡查、走访、检查、零报告。',
    plan: '计划',
    every: '周期',
    level: '在每个',
    next: '下次',
    last: '最近一次',
    state: '状态',
    on: '已开启',
    off: '未开启',
    change: '调整',
    missed: '{opened} 件，{missed} 处未能产生',
    opened: '{opened} 件',
    never: '还没有运行',
    empty: '还没有周期计划',
    emptyText: '业务包里的计划会列在这里。',
    switchOn: '到期自动产生事项',
    places: '适用范围',
    all: '全部{level}',
    some: '只在部分{level}',
    addPlace: '添加{level}',
    remove: '移除',
    nonePicked: '请至少添加一个{level}，或选择全部。',
    save: '保存',
    cancel: '取消',
    saved: '计划已保存',
    playbook: '产生的事项',
    workingDays: '遇休息日顺延或不产生',
    season: '{from} 至 {to}',
    mayNot: '调整计划由区级管理员办理。',
    calendar: '日历',
    list: '计划',
    today: '今天',
    previous: '上个月',
    following: '下个月',
    dueHere: '到期 {n} 件',
    nothing: '这个月没有到期事项，也没有计划。',
    month: '{year} 年 {month} 月',
  },
  en: {
    title: 'Plans',
    lead: 'On its day a matter opens at each place: patrols, visits, inspections, zero reports.',
    plan: 'Plan',
    every: 'Comes round',
    level: 'At each',
    next: 'Next',
    last: 'Last',
    state: 'State',
    on: 'On',
    off: 'Off',
    change: 'Change',
    missed: '{opened} opened, {missed} places failed',
    opened: '{opened} opened',
    never: 'Not run yet',
    empty: 'No plans yet',
    emptyText: 'Plans of packs will be listed here.',
    switchOn: 'Opens matters by itself',
    places: 'Where',
    all: 'Every {level}',
    some: 'Some only, each a {level}',
    addPlace: 'Add a {level}',
    remove: 'Remove',
    nonePicked: 'Please add at least one {level}, or choose all.',
    save: 'Save',
    cancel: 'Cancel',
    saved: 'The plan is saved',
    playbook: 'Opens',
    workingDays: 'not on days of rest',
    season: '{from} to {to}',
    mayNot: 'The district manager changes plans.',
    calendar: 'Calendar',
    list: 'Plans',
    today: 'Today',
    previous: 'Previous month',
    following: 'Next month',
    dueHere: '{n} due',
    nothing: 'Nothing is due this month, and no plan runs.',
    month: '{year}-{month}',
  },
});

const week = {
  zh: ['一', '二', '三', '四', '五', '六', '日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
} as const;

/** 每周一、周五 · 08:00 */
export const rhythmText = (plan: Pick<PlanView, 'every' | 'opensAt'>, locale: Locale): string => {
  const { every } = plan;
  const zh = locale === 'zh';
  const days = ((): string => {
    switch (every.unit) {
      case 'day':
        return zh ? '每天' : 'Every day';
      case 'week': {
        const names = every.on.map((day) => week[locale][day - 1] ?? '');
        return zh ? `每周${names.join('、')}` : `Every ${names.join(', ')}`;
      }
      case 'month':
        return zh ? `每月 ${every.on.join('、')} 日` : `Each month on the ${every.on.join(', ')}`;
      case 'quarter':
        return zh
          ? `每季度第 ${every.month} 个月 ${every.day} 日`
          : `Each quarter, month ${every.month}, day ${every.day}`;
      case 'year':
        return zh ? `每年 ${every.on.join('、')}` : `Each year on ${every.on.join(', ')}`;
    }
  })();
  return `${days} ${plan.opensAt}`;
};
