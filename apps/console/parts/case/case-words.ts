import { defineMessages } from '#platform/web/i18n';

export const caseWords = defineMessages({
  zh: {
    matter: '事项',
    place: '地点',
    stage: '环节',
    due: '时限',
    body: '承办单位',
    reported: '上报时间',
    gone: '已转出或由他人办理',
    meToo: '{count} 人也遇到',
    nobody: '待定',
  },
  en: {
    matter: 'Matter',
    place: 'Place',
    stage: 'Stage',
    due: 'Due',
    body: 'With',
    reported: 'Reported',
    gone: 'Moved on or done by someone else',
    meToo: '{count} {count|other has|others have} it too',
    nobody: 'To be named',
  },
});
