import type { CaseUseCases } from '#engines/case/server';
import type { NoticeEngine } from '#engines/notice/server';
import type { Parts } from '#platform/server/parts';
import { demoDistrict, idOf } from './demo-ids.ts';
import { ownMattersKey } from './live-on.ts';
import type { DemoWorld } from './matter.ts';

const roles = ['grid-worker', 'community-staff', 'street-dispatcher', 'inspector', 'district-manager'] as const;
/** Rather long for something urgent, so that a visitor meets it before it goes on to those above. */
const minutes = 120;

/** First messages, so that the bell has something to tell: appointments, and one matter that has to be acknowledged. */
export const tellDemo = async (
  parts: Parts,
  notices: Pick<NoticeEngine, 'sendNotice' | 'tell'>,
  cases: Pick<CaseUseCases, 'findState'>,
  world: DemoWorld,
): Promise<void> => {
  const open = Object.keys(await parts.settings.get<Readonly<Record<string, number>>>(ownMattersKey, {})).slice(0, 50);
  let urgent:
    | { readonly id: string; readonly number: string; readonly title: string; readonly path: string }
    | undefined;
  for (const id of open) {
    const state = await cases.findState(demoDistrict, id);
    if (state.status !== 'open' || world.staff.at('grid-worker', state.place.path).every((one) => !one.account))
      continue;
    urgent = { id, number: state.number, title: state.title, path: state.place.path };
    break;
  }
  await parts.sql.transaction().execute(async (trx) => {
    for (const person of roles.flatMap((role) => world.staff.at(role, urgent?.path ?? '')).filter((one) => one.account))
      await notices.tell(trx, {
        district: demoDistrict,
        event: idOf(`notice/granted/${person.id}`),
        person: person.id,
        template: 'appointment.granted',
        values: { post: person.post.title },
      });
    if (!urgent) return;
    const to = (['grid-worker', 'street-dispatcher'] as const).flatMap((role) =>
      world.staff.at(role, urgent.path).filter((one) => one.account),
    );
    await notices.sendNotice(trx, {
      district: demoDistrict,
      id: idOf('notice/urgent'),
      template: 'matter.urgent',
      values: { number: urgent.number, title: urgent.title, minutes },
      to: to.map((person) => ({ person: person.id })),
      about: `case:${urgent.id}`,
      acknowledgeWithin: minutes,
    });
  });
};
