import { type Static, Type } from 'typebox';
import { Id, Instant, Label, Point, TerritoryCode } from '#platform/contract';

const Step = Type.String({
  pattern: '^([0-9]{2,3}|[a-z][0-9]{1,8})$',
  description: 'Official digits, or a letter and digits.',
});
const Name = Type.String({ minLength: 1, maxLength: 60 });
const Kind = Type.Optional(Type.String({ maxLength: 30 }));

/** A polygon as it was drawn; it is kept in WGS-84. */
const Drawn = Type.Object({ datum: Point.properties.datum, geometry: Type.Unknown() });

const Part = Type.Object({
  step: Type.Optional(Step),
  name: Name,
  kind: Kind,
  children: Type.Array(TerritoryCode, { maxItems: 2000 }),
  boundary: Type.Optional(Drawn),
});

export const ChangeBody = Type.Union(
  [
    Type.Object({
      kind: Type.Literal('rename'),
      code: TerritoryCode,
      name: Name,
      officialName: Type.Optional(Type.String({ maxLength: 80 })),
    }),
    Type.Object({ kind: Type.Literal('move'), code: TerritoryCode, parent: TerritoryCode, step: Type.Optional(Step) }),
    Type.Object({
      kind: Type.Literal('split'),
      code: TerritoryCode,
      parts: Type.Array(Part, { minItems: 2, maxItems: 30 }),
      carriesOn: Type.Integer({ minimum: 0, description: 'Number of the part that takes over posts and bodies.' }),
      posts: Type.Optional(Type.Record(Type.String(), Type.Integer({ minimum: 0 }))),
    }),
    Type.Object({
      kind: Type.Literal('merge'),
      codes: Type.Array(TerritoryCode, { minItems: 1, maxItems: 50 }),
      into: Type.Union([
        Type.Object({ code: TerritoryCode, name: Type.Optional(Name) }),
        Type.Object({ parent: TerritoryCode, step: Step, name: Name, kind: Kind }),
      ]),
    }),
    Type.Object({ kind: Type.Literal('end'), code: TerritoryCode }),
    Type.Object({ kind: Type.Literal('reopen'), code: TerritoryCode }),
  ],
  { $id: 'TerritoryChangeBody', description: 'A change of divisions (区划调整).' },
);
export type ChangeBody = Static<typeof ChangeBody>;

export const MovedView = Type.Object(
  { what: Type.String(), name: Label, count: Type.Integer() },
  { $id: 'MovedView', description: 'How many of something a change of divisions moves.' },
);
export type MovedView = Static<typeof MovedView>;

const Named = Type.Object({ code: TerritoryCode, name: Type.String() });

export const ChangeView = Type.Object(
  {
    id: Id,
    kind: Type.String(),
    title: Type.String(),
    on: Type.String({ format: 'date' }),
    basis: Type.String(),
    state: Type.Union([
      Type.Literal('draft'),
      Type.Literal('scheduled'),
      Type.Literal('applied'),
      Type.Literal('withdrawn'),
      Type.Literal('failed'),
    ]),
    change: Type.Unknown(),
    madeAt: Instant,
    decidedBy: Type.Union([Type.String(), Type.Null()]),
    appliedAt: Type.Union([Instant, Type.Null()]),
    moved: Type.Array(MovedView),
    /** Why one that was due could not be carried out. */
    problems: Type.Array(Label),
    version: Type.Integer(),
  },
  { $id: 'TerritoryChange' },
);
export type ChangeView = Static<typeof ChangeView>;

export const ChangePreview = Type.Object(
  {
    title: Type.String(),
    moved: Type.Array(MovedView),
    /** The first of the nodes that get another code. */
    codes: Type.Array(Type.Object({ from: TerritoryCode, to: TerritoryCode })),
    codesInAll: Type.Integer(),
    added: Type.Array(Named),
    ended: Type.Array(Named),
    problems: Type.Array(Type.Object({ code: Type.String(), stops: Type.Boolean(), text: Label })),
    /** Posts of a node to be split, for whoever decides where each goes. */
    posts: Type.Array(Type.Object({ id: Id, title: Type.String() })),
    boundaries: Type.Object({
      /** GeoJSON of the old and the new boundaries; `when` says which. */
      shapes: Type.Unknown(),
      needed: Type.Array(Named),
      findings: Type.Array(
        Type.Object({
          kind: Type.String(),
          names: Type.Array(Type.String()),
          areaSquareMetres: Type.Union([Type.Number(), Type.Null()]),
        }),
      ),
    }),
  },
  { $id: 'TerritoryChangePreview' },
);
export type ChangePreview = Static<typeof ChangePreview>;

export const HistoryEntry = Type.Object(
  {
    on: Type.String({ format: 'date' }),
    kind: Type.String({ description: 'rename, move, split, merge, end, reopen, name, boundary, begin' }),
    title: Type.Union([Type.String(), Type.Null()]),
    basis: Type.Union([Type.String(), Type.Null()]),
    /** What it was called until then; null where the name stayed. */
    nameBefore: Type.Union([Type.String(), Type.Null()]),
    from: Type.Array(Named),
    to: Type.Array(Named),
  },
  { $id: 'TerritoryHistoryEntry' },
);
export type HistoryEntry = Static<typeof HistoryEntry>;

export const HouseholdGroupView = Type.Object(
  { id: Id, code: TerritoryCode, name: Type.String(), dwellings: Type.Array(Type.String()), acceptedAt: Instant },
  { $id: 'HouseholdGroup', description: 'A household group (联户组) that somebody accepted.' },
);
export type HouseholdGroupView = Static<typeof HouseholdGroupView>;
