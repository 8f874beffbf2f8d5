import { type Static, Type } from 'typebox';
import { defineRoutes } from '#kernel/route';
import { DistrictCode, Id, Instant, Label } from '#platform/contract';

const PlanId = Type.String({ pattern: '^[a-z][a-z0-9-]*\\.[a-z][a-z0-9.-]*$', maxLength: 60 });
const PlaceId = Type.String({ minLength: 1, maxLength: 60, description: 'Id of a body, or code of a territory.' });
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const Hour = Type.String({ pattern: '^\\d{2}:\\d{2}$' });

export const SlotView = Type.Object(
  {
    start: Instant,
    end: Instant,
    free: Type.Integer(),
    capacity: Type.Integer(),
    outOfHours: Type.Boolean(),
  },
  { $id: 'SlotView', description: 'A time that may be booked; a full one has `free` 0.' },
);
export type SlotView = Static<typeof SlotView>;

const SlotPlaceView = Type.Object({ id: PlaceId, name: Type.String(), hours: Label });

const Span = Type.Object({ from: Hour, to: Hour, outOfHours: Type.Optional(Type.Literal(true)) });

export const SlotPlanChangeView = Type.Object(
  {
    name: Type.Optional(Type.Object({ zh: Type.String({ maxLength: 60 }), en: Type.String({ maxLength: 120 }) })),
    owner: Type.Optional(
      Type.Union([
        Type.Object({ bodyKind: Type.String({ maxLength: 60 }) }),
        Type.Object({ role: Type.String({ maxLength: 60 }) }),
      ]),
    ),
    openings: Type.Optional(
      Type.Array(
        Type.Object({
          weekday: Type.Integer({ minimum: 1, maximum: 7 }),
          from: Hour,
          to: Hour,
          outOfHours: Type.Optional(Type.Literal(true)),
        }),
        { maxItems: 60 },
      ),
    ),
    minutes: Type.Optional(Type.Integer()),
    capacity: Type.Optional(Type.Integer()),
    aheadDays: Type.Optional(Type.Integer()),
    leastHours: Type.Optional(Type.Integer()),
    cancelHours: Type.Optional(Type.Integer()),
    holidays: Type.Optional(Type.Literal('open')),
    makeUpDay: Type.Optional(Type.Integer()),
    closed: Type.Optional(Type.Record(Day, Type.String({ maxLength: 100 }), { maxProperties: 200 })),
    opened: Type.Optional(Type.Record(Day, Type.Array(Span, { maxItems: 10 }), { maxProperties: 200 })),
    off: Type.Optional(Type.Boolean()),
  },
  { $id: 'SlotPlanChange', description: 'What a district or a place has otherwise; what is absent stays.' },
);

export const SlotPlanView = Type.Object(
  {
    id: PlanId,
    own: Type.Boolean({ description: 'Made by the district itself; no pack knows it.' }),
    /** As it stands for the whole district. */
    plan: SlotPlanChangeView,
    changes: Type.Array(Type.Object({ place: Type.String(), change: SlotPlanChangeView })),
    /** Places within my range; one where nothing is offered too. */
    places: Type.Array(Type.Object({ id: PlaceId, name: Type.String(), hours: Label, off: Type.Boolean() })),
    /** Whether I may change it for the whole district. */
    whole: Type.Boolean(),
  },
  { $id: 'SlotPlanView' },
);
export type SlotPlanView = Static<typeof SlotPlanView>;
export type SlotPlanChangeView = Static<typeof SlotPlanChangeView>;

/** Where somebody receives those who booked, and how the day stands there. */
export const SlotDeskView = Type.Object(
  {
    plan: PlanId,
    planName: Label,
    place: PlaceId,
    placeName: Type.String(),
    booked: Type.Integer({ description: 'of whom nothing was said yet' }),
    kept: Type.Integer(),
    missed: Type.Integer(),
  },
  { $id: 'SlotDeskView' },
);
export type SlotDeskView = Static<typeof SlotDeskView>;

export const SlotBookingView = Type.Object(
  {
    id: Id,
    plan: PlanId,
    place: PlaceId,
    start: Instant,
    end: Instant,
    seat: Type.Integer(),
    state: Type.Union([Type.Literal('booked'), Type.Literal('kept'), Type.Literal('missed')]),
    /** Who comes, masked; null when nobody left a name or a number, or for whoever may not know of the matter. */
    who: Type.Union([Type.String(), Type.Null()]),
    /** The matter it belongs to; null for whoever may not know of it. */
    case: Type.Union([Type.Object({ id: Id, number: Type.String(), title: Type.String() }), Type.Null()]),
  },
  { $id: 'SlotBookingView' },
);
export type SlotBookingView = Static<typeof SlotBookingView>;

const freeQuery = {
  plan: PlanId,
  place: PlaceId,
  from: Type.Optional(Day),
  days: Type.Optional(Type.Integer({ minimum: 1, maximum: 62 })),
};

/** Bookable times: what is free, who has booked, how plans are kept. */
export const slotRoutes = defineRoutes({
  listSlotPlacesPublicly: {
    method: 'GET',
    url: '/api/public/slots/places',
    tag: 'public',
    who: 'anyone',
    perMinute: 60,
    summary: 'Where a plan offers times, and when it is open: a timetable of the circuit too',
    query: Type.Object({ district: DistrictCode, plan: PlanId }),
    answer: Type.Array(SlotPlaceView),
    errors: ['slot.plan-unknown'],
  },
  listSlotsPublicly: {
    method: 'GET',
    url: '/api/public/slots',
    tag: 'public',
    who: 'anyone',
    perMinute: 60,
    summary: 'Times of a plan at a place that may be booked; full ones too',
    query: Type.Object({ district: DistrictCode, ...freeQuery }),
    answer: Type.Array(SlotView),
    errors: ['slot.plan-unknown', 'slot.place-unknown'],
  },
  listSlotPlaces: {
    method: 'GET',
    url: '/api/slots/places',
    tag: 'slots',
    who: 'signed-in',
    bound: 'nothing',
    summary: 'Where a plan offers times, and when it is open',
    query: Type.Object({ district: DistrictCode, plan: PlanId }),
    answer: Type.Array(SlotPlaceView),
    errors: ['slot.plan-unknown'],
  },
  listSlots: {
    method: 'GET',
    url: '/api/slots',
    tag: 'slots',
    who: 'signed-in',
    bound: 'nothing',
    summary: 'Times of a plan at a place that may be booked; full ones too',
    query: Type.Object({ district: DistrictCode, ...freeQuery }),
    answer: Type.Array(SlotView),
    errors: ['slot.plan-unknown', 'slot.place-unknown'],
  },
  listSlotPlans: {
    method: 'GET',
    url: '/api/slots/plans',
    tag: 'slots',
    who: { permission: 'slot.manage' },
    summary: 'Plans of a district, with what it has changed in them',
    query: Type.Object({ district: DistrictCode }),
    answer: Type.Array(SlotPlanView),
  },
  changeSlotPlan: {
    method: 'PUT',
    url: '/api/slots/plans/:plan',
    tag: 'slots',
    who: { permission: 'slot.manage' },
    summary: 'Change a plan for a district or for one place of it, or make one',
    params: Type.Object({ plan: PlanId }),
    body: Type.Object({
      id: Id,
      district: DistrictCode,
      place: Type.Optional(PlaceId),
      change: Type.Union([SlotPlanChangeView, Type.Null()]),
    }),
    errors: ['slot.plan-wrong', 'slot.plan-unknown', 'slot.place-unknown', 'request.id-reused'],
  },
  previewSlotPlan: {
    method: 'POST',
    url: '/api/slots/plans/:plan/preview',
    tag: 'slots',
    who: { permission: 'slot.manage' },
    summary: 'What a change of a plan would do to those who have booked already; nothing is changed',
    params: Type.Object({ plan: PlanId }),
    body: Type.Object({
      district: DistrictCode,
      place: Type.Optional(PlaceId),
      change: Type.Union([SlotPlanChangeView, Type.Null()]),
    }),
    answer: Type.Object({
      /** How many have booked a time that is still to come, in all. */
      booked: Type.Integer(),
      /** Times that the plan would no longer offer, or for so many; those who booked them keep them. */
      touched: Type.Array(
        Type.Object({
          start: Instant,
          place: PlaceId,
          placeName: Type.String(),
          people: Type.Integer(),
          why: Type.Union([Type.Literal('not-offered'), Type.Literal('too-many')]),
        }),
      ),
    }),
    errors: ['slot.plan-wrong', 'slot.plan-unknown', 'slot.place-unknown'],
  },
  listSlotDesks: {
    method: 'GET',
    url: '/api/slots/desks',
    tag: 'slots',
    who: { permission: 'slot.attend' },
    summary: 'Where I receive those who booked, and how many come on a day',
    query: Type.Object({ district: DistrictCode, day: Day }),
    answer: Type.Array(SlotDeskView),
  },
  listSlotBookings: {
    method: 'GET',
    url: '/api/slots/bookings',
    tag: 'slots',
    who: { permission: 'slot.attend' },
    summary: 'Who comes on a day to a place',
    query: Type.Object({ district: DistrictCode, plan: PlanId, place: PlaceId, day: Day }),
    answer: Type.Array(SlotBookingView),
    errors: ['slot.plan-unknown', 'slot.place-unknown'],
  },
  markSlotBooking: {
    method: 'POST',
    url: '/api/slots/bookings/:id/attendance',
    tag: 'slots',
    who: { permission: 'slot.attend' },
    summary: 'Say whether somebody came; whoever did not gives the seat back',
    params: Type.Object({ id: Id }),
    body: Type.Object({ id: Id, district: DistrictCode, came: Type.Boolean() }),
    answer: SlotBookingView,
    errors: ['request.not-found', 'slot.not-now', 'request.id-reused'],
  },
});
