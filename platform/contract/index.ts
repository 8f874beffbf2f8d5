import { type Static, Type } from 'typebox';

/** Shapes that every engine's contract shares. Instants are ISO UTC text; ids are UUIDs. */

export const Label = Type.Object({ zh: Type.String(), en: Type.String() }, { $id: 'Label' });
export const Id = Type.String({ format: 'uuid' });
export const Instant = Type.String({ format: 'date-time' });
/** A territory as people say it: `440310`, `440310001003`, or with local steps `440310001003g07`. */
export const TerritoryCode = Type.String({ pattern: '^[0-9]{2,12}([a-z][0-9a-z]*)*$', maxLength: 60 });
export const DistrictCode = Type.String({ pattern: '^[0-9]{6}$' });
export const Values = Type.Record(Type.String(), Type.Unknown());

export const Point = Type.Object(
  {
    lng: Type.Number({ minimum: -180, maximum: 180 }),
    lat: Type.Number({ minimum: -90, maximum: 90 }),
    datum: Type.Union([Type.Literal('WGS-84'), Type.Literal('GCJ-02'), Type.Literal('BD-09')]),
  },
  { $id: 'Point', description: 'A map point is meaningless without its datum; it is WGS-84 at rest.' },
);

export const PlaceView = Type.Object(
  {
    code: TerritoryCode,
    name: Type.String({ description: 'Names from street down: 青石街道 · 槐荫社区 · 第 3 网格' }),
    text: Type.String(),
    point: Type.Union([Type.Object({ lng: Type.Number(), lat: Type.Number() }), Type.Null()]),
  },
  { $id: 'PlaceView' },
);

export const Job = Type.Object(
  {
    id: Id,
    kind: Type.String(),
    state: Type.Union([Type.Literal('waiting'), Type.Literal('running'), Type.Literal('done'), Type.Literal('failed')]),
    done: Type.Integer(),
    total: Type.Union([Type.Integer(), Type.Null()]),
    file: Type.Union([Type.String(), Type.Null()]),
    result: Type.Unknown(),
    message: Type.Union([Label, Type.Null()]),
  },
  { $id: 'Job', description: 'A long piece of work with its progress; `file` is the address of what it made.' },
);

/** problem+json (RFC 9457) with the sentence in both locales and the refusals of single fields. */
export const Problem = Type.Object(
  {
    type: Type.String(),
    code: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    message: Label,
    trace: Type.String(),
    fields: Type.Array(Type.Object({ field: Type.String(), code: Type.String(), message: Label })),
  },
  { $id: 'Problem' },
);

export type Label = Static<typeof Label>;
export type Point = Static<typeof Point>;
export type PlaceView = Static<typeof PlaceView>;
export type Job = Static<typeof Job>;
export type Problem = Static<typeof Problem>;
