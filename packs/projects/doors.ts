import type { ResidentDoor } from '#engines/case/model';

/** What residents, founders and companies meet of this pack, in which words. */
export const residentDoors: readonly ResidentDoor[] = [
  {
    id: 'projects.filing',
    group: 'together',
    rank: 7,
    name: { zh: '给我们的队伍备个案', en: 'Register our group' },
    summary: {
      zh: '舞蹈队、志愿队、互助会都可以备案，六个问题，拿备案证书',
      en: 'Dance groups, volunteers, mutual help: six questions and a certificate',
    },
    words: {
      zh: ['备案', '社会组织', '社团', '志愿队', '舞蹈队', '协会', '证书'],
      en: ['group', 'club', 'association', 'certificate'],
    },
    identity: 'phone',
  },
  {
    id: 'projects.incubation',
    group: 'together',
    rank: 8,
    name: { zh: '申请孵化支持', en: 'Support for a young organisation' },
    summary: { zh: '场地、导师、培训、启动资金', en: 'Space, mentor, training, seed money' },
    words: {
      zh: ['孵化', '社会组织', '场地', '导师', '启动资金'],
      en: ['incubation', 'organisation', 'mentor', 'space'],
    },
    identity: 'phone',
  },
  {
    id: 'projects.offer',
    group: 'enterprise',
    rank: 4,
    name: { zh: '参与社区服务（投资、产品、服务）', en: 'Take part in community services' },
    summary: {
      zh: '报上您能提供的，街道对照缺口清单匹配',
      en: 'Say what you offer; the street matches it with what is missing',
    },
    words: {
      zh: ['投资', '合作', '兴办', '养老', '托育', '社区商业', '赞助'],
      en: ['invest', 'cooperate', 'sponsor', 'services'],
    },
    identity: 'phone',
  },
];
