import { type Static, Type } from 'typebox';
import { Id, Label, TerritoryCode } from '#platform/contract';

export const Day = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' });
export const short = Type.String({ minLength: 1, maxLength: 60 });
export const sentence = Type.String({ minLength: 1, maxLength: 300 });
export const OrNull = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);
export const Named = Type.Object({ id: Id, name: Type.String() });
export const PlaceName = Type.Object({ code: TerritoryCode, name: Type.String() });
export const Line = Type.Union([Type.Literal('territorial'), Type.Literal('vertical')]);

export const PostView = Type.Object(
  {
    id: Id,
    title: Type.String(),
    role: Type.String(),
    roleName: Label,
    body: Named,
    scope: PlaceName,
    holders: Type.Array(
      Type.Object({
        person: Id,
        name: Type.String(),
        from: Type.String(),
        to: OrNull(Type.String()),
        /** Holds it until another is appointed (代理). */
        acting: Type.Boolean(),
        termEnds: OrNull(Type.String()),
        /** Works here in the place of somebody who is on leave. */
        standsInFor: OrNull(Type.String()),
        /** On leave today; the day of return. */
        awayUntil: OrNull(Type.String()),
      }),
    ),
    lines: Type.Array(
      Type.Object({ line: Type.String(), slot: Type.Union([Type.Literal('A'), Type.Literal('B')]), name: Label }),
    ),
    /** Days since nobody holds it; null while somebody does. */
    vacantDays: OrNull(Type.Integer()),
    openCases: Type.Integer(),
  },
  { $id: 'PostView' },
);
export type PostView = Static<typeof PostView>;

export const BodyView = Type.Object(
  {
    id: Id,
    name: Type.String(),
    kind: Type.String(),
    superior: OrNull(Id),
    superiors: Type.Array(Type.Object({ id: Id, name: Type.String(), line: Line })),
    territory: TerritoryCode,
    /** Its name. */
    place: Type.String(),
    posts: Type.Integer(),
    formerNames: Type.Array(Type.Object({ name: Type.String(), until: Type.String() })),
    abolishedOn: OrNull(Type.String()),
    /** Of an abolished body: who does its work today. */
    carriedOnBy: OrNull(Named),
    /** A change that was decided and has not come yet. */
    ahead: OrNull(
      Type.Object({
        id: Id,
        kind: Type.Union([Type.Literal('rename'), Type.Literal('merge'), Type.Literal('abolish')]),
        on: Type.String(),
        name: OrNull(Type.String()),
        successor: OrNull(Named),
        reason: Type.String(),
      }),
    ),
  },
  { $id: 'BodyView' },
);
export type BodyView = Static<typeof BodyView>;

export const ChartNode = Type.Object(
  {
    id: Id,
    name: Type.String(),
    kind: Type.String(),
    territory: TerritoryCode,
    /** Opens to bodies below it on this line. */
    below: Type.Integer(),
    /** Of this body alone; `lines`: how many superiors it answers to, for it may stand at several places. */
    superiors: Type.Integer(),
    posts: Type.Array(
      Type.Object({
        id: Id,
        title: Type.String(),
        holders: Type.Array(Type.Object({ name: Type.String(), standsIn: Type.Boolean(), acting: Type.Boolean() })),
        openCases: Type.Integer(),
      }),
    ),
    vacant: Type.Integer(),
  },
  { $id: 'ChartNode' },
);
export type ChartNode = Static<typeof ChartNode>;

export const EstablishmentRow = Type.Object(
  {
    body: Named,
    territory: PlaceName,
    role: Type.String(),
    roleName: Label,
    approved: OrNull(Type.Integer()),
    filled: Type.Integer(),
    vacant: Type.Integer(),
    over: Type.Integer(),
    overAllowed: Type.Integer(),
    overUntil: OrNull(Type.String()),
    document: OrNull(Type.String()),
    /** What the rule asks for, and how it comes about; null without a rule or without a number of residents. */
    required: OrNull(Type.Integer()),
    residents: OrNull(Type.Integer()),
  },
  { $id: 'EstablishmentRow' },
);
export type EstablishmentRow = Static<typeof EstablishmentRow>;

export const LoadRow = Type.Object(
  {
    person: Id,
    name: Type.String(),
    posts: Type.Array(Type.Object({ id: Id, title: Type.String(), body: Type.String(), openCases: Type.Integer() })),
    openCases: Type.Integer(),
    overload: Type.Array(Type.Union([Type.Literal('posts'), Type.Literal('openCases')])),
  },
  { $id: 'LoadRow' },
);
export type LoadRow = Static<typeof LoadRow>;

export const LinePostView = Type.Object(
  {
    line: Type.String(),
    lineName: Label,
    at: PlaceName,
    a: OrNull(Type.Object({ post: Id, title: Type.String(), people: Type.Array(Type.String()), away: Type.Boolean() })),
    b: OrNull(Type.Object({ post: Id, title: Type.String(), people: Type.Array(Type.String()), away: Type.Boolean() })),
    /** Who answers today. */
    answers: OrNull(Type.Union([Type.Literal('A'), Type.Literal('B')])),
  },
  { $id: 'LinePostView' },
);
export type LinePostView = Static<typeof LinePostView>;

export const Seat = Type.Union([
  Type.Literal('head'),
  Type.Literal('deputy'),
  Type.Literal('member'),
  Type.Literal('office'),
]);
export const ForcePart = Type.Union([Type.Literal('own'), Type.Literal('linked'), Type.Literal('volunteer')]);

export const MemberView = Type.Object(
  {
    id: Id,
    seat: Seat,
    part: OrNull(ForcePart),
    body: OrNull(Named),
    post: OrNull(Type.Object({ id: Id, title: Type.String(), people: Type.Array(Type.String()) })),
    partner: OrNull(Type.String()),
    contact: OrNull(Type.String()),
    /** Masked unless it was declared public. */
    phone: OrNull(Type.String()),
    phonePublic: Type.Boolean(),
    duty: Type.String(),
    from: Type.String(),
    to: OrNull(Type.String()),
  },
  { $id: 'MemberView' },
);
export type MemberView = Static<typeof MemberView>;

export const JobView = Type.Object(
  {
    post: Id,
    title: Type.String(),
    body: Type.String(),
    duties: Type.Array(Type.String()),
    powers: Type.Array(Type.String()),
    version: Type.Integer(),
    /** The present text was read by whoever asks. */
    read: Type.Boolean(),
  },
  { $id: 'JobView' },
);
export type JobView = Static<typeof JobView>;

/** One person as the grid's page shows it to staff. */
export const ForcePerson = Type.Object({
  person: Id,
  post: Id,
  name: Type.String(),
  title: Type.String(),
  kind: Type.Union([Type.Literal('head'), Type.Literal('worker')]),
  photo: OrNull(Type.String()),
  phone: OrNull(Type.String()),
  phonePublic: Type.Boolean(),
  declared: Type.Boolean(),
  away: Type.Boolean(),
  standsInFor: OrNull(Type.String()),
});

export const GridForce = Type.Object(
  {
    grid: PlaceName,
    within: Type.Array(PlaceName),
    own: Type.Array(ForcePerson),
    members: Type.Array(MemberView),
    alliances: Type.Array(Named),
    duties: Type.Array(Type.String()),
    /** Plates of the grid: an address for residents. */
    plate: OrNull(Type.String()),
    onDuty: Type.Array(Type.Object({ name: Type.String(), until: Type.String() })),
    /** What hangs outside was printed of another content. */
    board: Type.Object({ printedAt: OrNull(Type.String()), outOfDate: Type.Boolean() }),
    mayEdit: Type.Boolean(),
  },
  { $id: 'GridForce' },
);
export type GridForce = Static<typeof GridForce>;

/** What hangs outside: nothing that was not declared for it. */
export const PublicBoard = Type.Object(
  {
    grid: Type.String(),
    around: Type.String(),
    people: Type.Array(
      Type.Object(
        {
          kind: Type.Union([Type.Literal('head'), Type.Literal('worker')]),
          title: Type.String(),
          name: Type.String(),
          phone: OrNull(Type.String()),
          photo: OrNull(Type.String()),
        },
        { additionalProperties: false },
      ),
    ),
    linked: Type.Array(
      Type.Object(
        {
          part: ForcePart,
          name: Type.String(),
          duty: Type.String(),
          phone: OrNull(Type.String()),
        },
        { additionalProperties: false },
      ),
    ),
    duties: Type.Array(Type.String()),
    phone: Type.Array(Type.Object({ name: Label, phone: Type.String() })),
    asOf: Type.String(),
  },
  { $id: 'PublicBoard', additionalProperties: false },
);
export type PublicBoard = Static<typeof PublicBoard>;
