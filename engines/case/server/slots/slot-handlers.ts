import type { slotRoutes } from '#engines/case/contract';
import type { SlotPlanChange } from '#engines/case/model';
import type { Handlers } from '#platform/server/http';
import type { CaseEngineParts } from '../engine-parts.ts';

/** Bookable times: free ones for everybody, the day's list and the plans for those who keep them. */
export const createSlotHandlers = ({ slots }: CaseEngineParts): Handlers<typeof slotRoutes> => {
  const { plans, book, desk, preview } = slots;
  return {
    listSlotPlacesPublicly: ({ query }) => plans.listPlaces(query.district, query.plan),
    listSlotsPublicly: ({ query }) => book.listFree(query),
    listSlotPlaces: ({ query }) => plans.listPlaces(query.district, query.plan),
    listSlots: ({ query }) => book.listFree(query),
    listSlotPlans: ({ query, session }) => plans.listPlans(session, query.district),
    changeSlotPlan: ({ session, params, body, address }) =>
      plans.changePlan(session, {
        district: body.district,
        id: body.id,
        plan: params.plan,
        place: body.place ?? '',
        change: body.change as SlotPlanChange | null,
        address,
      }),
    previewSlotPlan: ({ session, params, body }) =>
      preview(session, {
        district: body.district,
        plan: params.plan,
        place: body.place ?? '',
        change: body.change as SlotPlanChange | null,
      }),
    listSlotDesks: ({ session, query }) => desk.listDesks(session, query.district, query.day),
    listSlotBookings: ({ session, query, locale }) => desk.listBookings(session, query, locale),
    markSlotBooking: ({ session, params, body, address, locale }) =>
      desk.mark(session, {
        district: body.district,
        booking: params.id,
        id: body.id,
        came: body.came,
        address,
        locale,
      }),
  };
};
