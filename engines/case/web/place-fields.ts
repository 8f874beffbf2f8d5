import type { Field } from '#fields/field';
import { type Label, label } from '#kernel/label';

/** Category and place, which every matter has, as fields, so that forms draw and check them like all others. */

export const categoryField = (list: string): Field => ({
  id: 'category',
  type: 'choice',
  name: label('事项类别', 'Category'),
  required: true,
  options: { list },
});

export const placeFields = {
  code: {
    id: 'placeCode',
    type: 'territory',
    name: label('街道和社区', 'Street and community'),
    hint: label('事情发生在哪里，就选哪里', 'Where it happened'),
  },
  point: {
    id: 'placePoint',
    type: 'point',
    name: label('地图位置', 'Position on the map'),
  },
  text: {
    id: 'placeText',
    type: 'text',
    name: label('具体位置', 'Where exactly'),
    hint: label('如：3 号楼 2 单元电梯口', 'Such as: building 3, entrance 2, by the lift'),
    options: { max: 100 },
  },
} as const satisfies Record<string, Field>;

/** Of the first two one is enough, and one is needed. */
export const placeMissing = label(
  '请选择街道和社区，或在地图上标出位置。',
  'Please choose the street and community, or mark the place on the map.',
);
export const knowsPlace = (values: Readonly<Record<string, unknown>>): boolean =>
  Boolean(values[placeFields.code.id] || values[placeFields.point.id]);
/** For `form.check`: what is to be said of the place, together with the other fields. */
export const placeRefusals = (values: Readonly<Record<string, unknown>>): Readonly<Record<string, Label>> =>
  knowsPlace(values) ? {} : { [placeFields.code.id]: placeMissing };
