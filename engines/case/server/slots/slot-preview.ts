import { sql as raw } from 'kysely';
import { chinaDate, type Instant } from '#kernel/instant';
import type { WorkingCalendar } from '#kernel/working-calendar';
import { slotsOn } from '#engines/case/model';
import type { Parts, Session } from '#platform/server/parts';
import type { AskedChange, SlotPlans } from './slot-plans.ts';

/** What a change would do to those who have booked already: they keep their times, and somebody has to tell them. */
export const createSlotPreview =
  (parts: Parts, plans: SlotPlans, calendarNow: () => Promise<WorkingCalendar>) =>
  async (session: Session, asked: AskedChange) => {
    const { district, plan, place } = asked;
    const planAt = await plans.checkChange(session, asked);
    const calendar = await calendarNow();
    const { rows } = await raw<{ place: string; starts_at: Instant; people: number }>`
      select place, starts_at, count(*)::int as people from slot_booking
      where district = ${district} and plan = ${plan} and state = 'booked' and starts_at > ${parts.clock()}::timestamptz
        and ${place === '' ? raw`true` : raw`place = ${place}`}
      group by place, starts_at order by starts_at, place limit 5000`.execute(parts.sql);
    const names = new Map(
      (await plans.listAll(district))
        .filter((one) => one.id === plan)
        .flatMap((one) => one.places.map(({ id, name }) => [id, name] as const)),
    );
    const touched = rows.flatMap(({ place: at, starts_at: start, people }) => {
      const after = planAt(at);
      const offered =
        after !== undefined && slotsOn(after, chinaDate(start), calendar).some((slot) => slot.start === start);
      const say = (count: number, why: 'not-offered' | 'too-many') => [
        { start, place: at, placeName: names.get(at) ?? '', people: count, why },
      ];
      if (!offered) return say(people, 'not-offered');
      return people > after.capacity ? say(people - after.capacity, 'too-many') : [];
    });
    return { booked: rows.reduce((sum, row) => sum + row.people, 0), touched: touched.slice(0, 500) };
  };
