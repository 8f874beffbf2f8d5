import type { CodeList } from '#fields/field';
import { cityAndFacilities } from './pingshan-city-and-facilities.ts';
import { peopleAndServices } from './pingshan-people-and-services.ts';
import { safetyAndEnvironment } from './pingshan-safety-and-environment.ts';

/** Types of the Pingshan file: type (t) → main type (m) → sub-type (s), each with the file's own number. */
export const pingshanTypes: CodeList = {
  id: 'grid.pingshan-types',
  name: { zh: '坪山事件类型（2018）', en: 'Pingshan event types (2018)' },
  source: '坪山区 2018 年 2 月至 10 月事件导出表',
  items: [...safetyAndEnvironment, ...cityAndFacilities, ...peopleAndServices].flat(),
};
