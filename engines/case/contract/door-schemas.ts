import { type Static, Type } from 'typebox';
import { Id, Instant, Label, PlaceView } from '#platform/contract';

/** What stands at the doors of residents: plates, what hangs there, groups, ways on which matters arrive. */

export const PlateView = Type.Object(
  {
    place: PlaceView,
    district: Type.String(),
    playbooks: Type.Array(Type.Object({ id: Type.String(), name: Label, summary: Label })),
    phones: Type.Array(Type.Object({ name: Label, phone: Type.String() })),
  },
  { $id: 'PlateView', description: 'What a building’s QR plate opens.' },
);
export type PlateView = Static<typeof PlateView>;

/** What was reported at a plate lately, for whoever stands there: nothing of whoever reported it. */
export const PlateMatter = Type.Object(
  {
    id: Id,
    /** What it is about, by its category. */
    name: Label,
    shown: Label,
    status: Type.Union([Type.Literal('open'), Type.Literal('closed')]),
    reportedAt: Instant,
    closedAt: Type.Union([Instant, Type.Null()]),
    meToo: Type.Integer(),
    /** The public answer, without numbers, rooms and names. */
    answer: Type.Union([Type.String(), Type.Null()]),
  },
  { $id: 'PlateMatter' },
);
export type PlateMatter = Static<typeof PlateMatter>;

export const ResidentDoorView = Type.Unsafe<import('#engines/case/model').ResidentDoor>(
  Type.Object({ id: Type.String() }, { $id: 'ResidentDoorView', additionalProperties: true }),
);
export const DoorGroupView = Type.Unsafe<import('#engines/case/model').DoorGroup>(
  Type.Object({ id: Type.String() }, { $id: 'DoorGroupView', additionalProperties: true }),
);
export const ReportChannelView = Type.Unsafe<import('#engines/case/model').ReportChannel>(
  Type.Object({ id: Type.String() }, { $id: 'ReportChannelView', additionalProperties: true }),
);
