import { definePack } from '#kernel/pack';
import { codeLists } from './code-lists.ts';
import { examples } from './examples/index.ts';
import { indicators } from './indicators/departments.ts';
import { noticeTemplates } from './notices.ts';
import { consult } from './playbooks/consult.ts';
import { daily } from './playbooks/daily.ts';
import { emergency } from './playbooks/emergency.ts';
import { tackle } from './playbooks/tackle.ts';

/** 吹哨报到: the community blows, departments come, and the community rates them. */
export const whistle = definePack({
  id: 'whistle',
  version: 1,
  name: { zh: '吹哨报到', en: 'Whistle' },
  summary: {
    zh: '日常哨、攻坚哨、应急哨和部门会商：限时报到、事不完人不撤、社区评部门',
    en: 'Daily, hard and emergency whistles, and consultations: there in time, to the end, rated by the community',
  },
  sections: { codeLists, playbooks: [daily, tackle, emergency, consult], indicators, noticeTemplates, examples },
});
