import { type Static, Type } from 'typebox';
import { Id, Instant } from '#platform/contract';
import { Named, OrNull, PlaceName } from './structure-shapes.ts';

export const DutyKind = Type.Union([Type.Literal('ordinary'), Type.Literal('special'), Type.Literal('emergency')]);

export const ShiftView = Type.Object(
  {
    id: Id,
    rota: OrNull(Id),
    at: PlaceName,
    name: Type.String(),
    kind: DutyKind,
    startsAt: Instant,
    endsAt: Instant,
    person: Named,
    /** The person is on leave then: the shift needs another. */
    away: Type.Boolean(),
    phone: OrNull(Type.String()),
    swap: OrNull(
      Type.Object({ id: Id, of: Named, inReturn: OrNull(Type.String()), reason: Type.String(), askedAt: Instant }),
    ),
    note: OrNull(
      Type.Object({
        id: Id,
        happened: Type.String(),
        items: Type.Array(Type.Object({ text: Type.String(), case: OrNull(Type.String()) })),
        writtenAt: Instant,
        receivedBy: OrNull(Type.String()),
        receivedAt: OrNull(Instant),
      }),
    ),
    checks: Type.Array(
      Type.Object({
        result: Type.Union([Type.Literal('present'), Type.Literal('replaced'), Type.Literal('absent')]),
        way: Type.Union([Type.Literal('phone'), Type.Literal('visit')]),
        remark: Type.String(),
        by: Type.String(),
        at: Instant,
      }),
    ),
    mine: Type.Boolean(),
  },
  { $id: 'ShiftView' },
);
export type ShiftView = Static<typeof ShiftView>;

export const SwapView = Type.Object(
  {
    id: Id,
    shift: Id,
    name: Type.String(),
    at: PlaceName,
    startsAt: Instant,
    endsAt: Instant,
    by: Named,
    of: Named,
    inReturn: OrNull(Type.Object({ startsAt: Instant, endsAt: Instant })),
    reason: Type.String(),
    state: Type.Union([Type.Literal('asked'), Type.Literal('accepted'), Type.Literal('declined')]),
    seen: Type.Boolean(),
  },
  { $id: 'SwapView' },
);
export type SwapView = Static<typeof SwapView>;

export const LeaveView = Type.Object(
  {
    id: Id,
    person: Named,
    kind: Type.String(),
    from: Type.String(),
    /** The day of return. */
    to: Type.String(),
    covers: Type.Array(
      Type.Object({
        post: Id,
        title: Type.String(),
        body: Type.String(),
        substitute: Named,
        basis: Type.Union([Type.Literal('b-role'), Type.Literal('same-role'), Type.Literal('appointed')]),
      }),
    ),
    state: Type.Union([Type.Literal('ahead'), Type.Literal('now'), Type.Literal('over')]),
  },
  { $id: 'LeaveView' },
);
export type LeaveView = Static<typeof LeaveView>;

export const TransferView = Type.Object(
  {
    id: Id,
    person: Named,
    from: Type.Object({ post: Id, title: Type.String(), body: Type.String() }),
    to: Type.Object({ post: Id, title: Type.String(), body: Type.String() }),
    effectiveOn: Type.String(),
    reason: Type.String(),
    state: Type.Union([
      Type.Literal('asked'),
      Type.Literal('agreed'),
      Type.Literal('refused'),
      Type.Literal('listed'),
      Type.Literal('given'),
      Type.Literal('received'),
      Type.Literal('proposed'),
      Type.Literal('done'),
      Type.Literal('withdrawn'),
    ]),
    items: Type.Array(Type.Object({ kind: Type.String(), id: Type.String(), text: Type.String() })),
    listHash: OrNull(Type.String()),
    frozenAt: OrNull(Instant),
    receiver: OrNull(Named),
    signatures: Type.Array(
      Type.Object({
        side: Type.Union([Type.Literal('giver'), Type.Literal('receiver')]),
        name: Type.String(),
        at: Instant,
        seal: Type.String(),
        valid: Type.Boolean(),
      }),
    ),
    mine: Type.Boolean(),
  },
  { $id: 'TransferView' },
);
export type TransferView = Static<typeof TransferView>;
