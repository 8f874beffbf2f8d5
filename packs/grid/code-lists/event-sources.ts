import type { CodeList } from '#fields/field';

/** 来源: how a matter came to be known. 巡查发现 and 公众举报 are assessed apart in most districts. */
export const eventSources: CodeList = {
  id: 'grid.event-sources',
  name: { zh: '事项来源', en: 'Source of a matter' },
  source: '桂林数字城管手册四类发现来源与四川网格化系统来源方式归并（proposed）',
  items: [
    { code: 'patrol', name: { zh: '网格巡查', en: 'Patrol of the grid' } },
    { code: 'visit', name: { zh: '入户走访', en: 'Home visit' } },
    { code: 'resident', name: { zh: '居民当面反映', en: 'Told by a resident' } },
    { code: 'phone', name: { zh: '电话反映', en: 'By phone' } },
    { code: 'superior', name: { zh: '上级交办', en: 'Assigned from above' } },
    { code: 'media', name: { zh: '媒体网络', en: 'Press and internet' } },
  ],
};
