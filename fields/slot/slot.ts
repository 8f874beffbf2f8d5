import { chinaDate, chinaMinuteOfDay, isInstant } from '#kernel/instant';
import { isId } from '#kernel/ids';
import { label } from '#kernel/label';
import { dateWords } from '../date/date.ts';
import type { Field, FieldType, SlotValue } from '../field.ts';
import { option, optionProblems } from '../options.ts';
import { sampleId } from '../reference.ts';
import { refuseField, refuseShape } from '../refuse-field.ts';

const planOf = (field: Field): string => String(option(field, 'plan') ?? '');

const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');

/** A body by its id, or a territory by its code. */
const isPlace = (place: unknown): place is string =>
  isId(place) || (typeof place === 'string' && place.length <= 60 && /^\d{2,12}([a-z]\d{1,8})*$/.test(place));

/**
 * A time that is booked (预约): which plan, where, when. Option: `plan`, id of a slot plan. Whether the time is offered
 * and free is for the engine that keeps the bookings; it books it together with the step that carries the value.
 */
export const slot: FieldType<SlotValue & { readonly [key: string]: string }> = {
  id: 'slot',
  name: label('预约时间', 'Booked time'),
  schema: (field) => ({
    type: 'object',
    properties: {
      plan: { const: planOf(field) },
      place: { type: 'string', maxLength: 60 },
      start: { type: 'string', format: 'date-time' },
    },
    required: ['plan', 'place', 'start'],
    additionalProperties: false,
  }),
  check: (value, field) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuseShape(field);
    const { plan = planOf(field), place, start } = value as Readonly<Record<string, unknown>>;
    if (plan !== planOf(field) || !isPlace(place)) return refuseShape(field);
    if (!isInstant(start)) return refuseField(field, label('请选择预约的时间', 'please choose a time'));
    return { plan, place, start: new Date(start).toISOString() };
  },
  // A form being filled in has the name of the place beside it.
  text: ({ place, start, ['placeName']: placeName }, _field, context, locale) => {
    const minute = chinaMinuteOfDay(start);
    const when = `${dateWords(chinaDate(start))[locale === 'zh' ? 0 : 1]} ${two(minute / 60)}:${two(minute % 60)}`;
    const known = context.bodyName?.(place) ?? context.territoryName?.(place) ?? placeName;
    const where = known ?? (isId(place) ? '' : place);
    return where === '' ? when : `${when} · ${where}`;
  },
  refersTo: ({ place }) => [{ kind: isId(place) ? 'body' : 'territory', id: place }],
  books: ({ plan, place, start }) => [{ plan, place, start }],
  sample: (field, _context, chance) => ({
    plan: planOf(field),
    place: sampleId(chance),
    start: new Date(Date.parse('2026-11-23T01:00:00.000Z') + Math.floor(chance * 13) * 1_800_000).toISOString(),
  }),
  problems: (field, context) => [
    ...optionProblems(field, {
      plan: (id) =>
        typeof id === 'string' && (context.knowsSlotPlan?.(id) ?? true) ? null : `unknown slot plan ${String(id)}`,
    }),
    ...(option(field, 'plan') === undefined ? ['options: plan is needed'] : []),
  ],
};
