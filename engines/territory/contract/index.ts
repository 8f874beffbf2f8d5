import { type Static, Type } from 'typebox';
import { defineRoutes } from '#kernel/route';
import { Id, Job, Label, Point, TerritoryCode } from '#platform/contract';
import { changeRoutes } from './change-routes.ts';

export type * from './change-schemas.ts';

/** What screens and programs ask of the territory tree. Geometry is GeoJSON in WGS-84. */

export const TerritoryNode = Type.Object(
  {
    code: TerritoryCode,
    path: Type.String({ description: '44.03.10.001.003.g07.' }),
    name: Type.String(),
    level: Type.String({
      description: 'Id of a level: province, city, district, street, community, grid, microgrid, building, zone …',
    }),
    kind: Type.String({ description: 'urban, rural, exclusive (专属网格), undetermined (插花地) …' }),
    tags: Type.Array(Type.String()),
    childCount: Type.Integer(),
    hasBoundary: Type.Boolean(),
    center: Type.Union([Type.Object({ lng: Type.Number(), lat: Type.Number() }), Type.Null()]),
    validFrom: Type.Union([Type.String(), Type.Null()]),
    validTo: Type.Union([Type.String(), Type.Null()]),
  },
  { $id: 'TerritoryNode' },
);
export type TerritoryNode = Static<typeof TerritoryNode>;

export const TerritoryDetail = Type.Object(
  {
    node: TerritoryNode,
    /** From the root to the node itself. */
    trail: Type.Array(TerritoryNode),
    profile: Type.Record(Type.String(), Type.Unknown()),
    boundaryText: Type.Union([Type.String(), Type.Null()]),
    boundary: Type.Unknown(),
    neighbours: Type.Array(TerritoryNode),
    areaSquareMetres: Type.Union([Type.Number(), Type.Null()]),
    /** As the statistical list or the decree says it; null when it is the name itself. */
    officialName: Type.Union([Type.String(), Type.Null()]),
    /** Every value that a profile entry had, oldest first. */
    profileHistory: Type.Record(
      Type.String(),
      Type.Array(Type.Object({ value: Type.Unknown(), from: Type.String({ format: 'date' }) })),
    ),
    /** The neighbours’ borders: length and side (东邻, 西接 …). */
    borders: Type.Array(
      Type.Object({
        code: TerritoryCode,
        metres: Type.Integer(),
        side: Type.Union([Type.Literal('north'), Type.Literal('east'), Type.Literal('south'), Type.Literal('west')]),
      }),
    ),
    /** Codes that carry on today after a split, merge or move; empty for a node that exists. */
    successors: Type.Array(TerritoryCode),
    /** Send it back with an edit, so that nobody’s edit is overwritten unseen. */
    version: Type.Integer(),
  },
  { $id: 'TerritoryDetail' },
);
export type TerritoryDetail = Static<typeof TerritoryDetail>;

export const Located = Type.Object(
  { deepest: Type.Union([TerritoryNode, Type.Null()]), candidates: Type.Array(TerritoryNode), names: Type.String() },
  { $id: 'Located', description: 'The deepest node that holds a point, and every node that could claim it.' },
);
export type Located = Static<typeof Located>;

export const BoundaryProblem = Type.Object(
  {
    kind: Type.Union([
      Type.Literal('gap'),
      Type.Literal('overlap'),
      Type.Literal('outside'),
      Type.Literal('unplaced-building'),
      Type.Literal('twice-placed-building'),
      Type.Literal('misplaced-building'),
      Type.Literal('no-boundary'),
    ]),
    nodes: Type.Array(TerritoryNode),
    areaSquareMetres: Type.Union([Type.Number(), Type.Null()]),
    shape: Type.Unknown(),
  },
  { $id: 'BoundaryProblem' },
);
export type BoundaryProblem = Static<typeof BoundaryProblem>;

export const LevelView = Type.Object(
  {
    id: Type.String(),
    name: Label,
    rank: Type.Integer(),
    letter: Type.Union([Type.String(), Type.Null()]),
    apart: Type.Boolean(),
  },
  { $id: 'LevelView', description: 'A level of the tree. `apart`: lies across it and is counted apart.' },
);
export type LevelView = Static<typeof LevelView>;

export const Ruling = Type.Object(
  {
    id: Id,
    place: TerritoryNode,
    line: Type.String({ description: 'Business line such as `sanitation`; `*` is every line not named.' }),
    acts: TerritoryNode,
    state: Type.Union([Type.Literal('meanwhile'), Type.Literal('settled')]),
    basis: Type.String(),
    validFrom: Type.String({ format: 'date' }),
    validTo: Type.Union([Type.String({ format: 'date' }), Type.Null()]),
  },
  { $id: 'Ruling', description: 'Who acts in a place whose belonging is open (插花地), or has been settled.' },
);
export type Ruling = Static<typeof Ruling>;

const byCode = Type.Object({ code: TerritoryCode });

export const territoryRoutes = defineRoutes({
  ...changeRoutes,
  listRoots: {
    method: 'GET',
    url: '/api/territory',
    tag: 'territory',
    who: { permission: 'territory.read' },
    summary: 'The tops of my scope',
    answer: Type.Array(TerritoryNode),
  },
  getTerritory: {
    method: 'GET',
    url: '/api/territory/:code',
    tag: 'territory',
    who: { permission: 'territory.read' },
    summary: 'A node with trail, boundary, neighbours; an ended one says who carries on',
    params: byCode,
    query: Type.Object({
      on: Type.Optional(
        Type.String({ format: 'date', description: 'Name, boundary and trail as they were on a day.' }),
      ),
    }),
    errors: ['territory.unknown', 'territory.not-then', 'request.not-found'],
    answer: TerritoryDetail,
  },
  listChildren: {
    method: 'GET',
    url: '/api/territory/:code/children',
    tag: 'territory',
    who: { permission: 'territory.read' },
    summary: 'Children of a node',
    params: byCode,
    answer: Type.Array(TerritoryNode),
  },
  listBoundaries: {
    method: 'GET',
    url: '/api/territory/:code/boundaries',
    tag: 'territory',
    who: { permission: 'territory.read' },
    summary: 'GeoJSON of the children (or of one level below the node)',
    params: byCode,
    query: Type.Object({ level: Type.Optional(Type.String({ maxLength: 30 })) }),
    answer: Type.Unknown(),
  },
  searchTerritory: {
    method: 'GET',
    url: '/api/territory-search',
    tag: 'territory',
    who: { permission: 'territory.read' },
    summary: 'By name, pinyin initials or code',
    query: Type.Object({
      words: Type.String({ minLength: 1, maxLength: 40 }),
      at: Type.Optional(TerritoryCode),
      size: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
    }),
    answer: Type.Array(
      Type.Object({
        node: TerritoryNode,
        names: Type.String(),
        /** The earlier name by which it was found. */
        formerly: Type.Union([Type.String(), Type.Null()]),
      }),
    ),
  },
  locate: {
    method: 'POST',
    url: '/api/territory/locate',
    tag: 'territory',
    who: { permission: 'territory.read' },
    summary: 'Which node holds a point',
    body: Point,
    answer: Located,
  },
  locatePublicly: {
    method: 'POST',
    url: '/api/public/locate',
    tag: 'public',
    who: 'anyone',
    perMinute: 60,
    summary: 'Which community holds a point (for a report without sign-in)',
    body: Type.Object({ district: Type.String({ pattern: '^[0-9]{6}$' }), point: Point }),
    answer: Type.Object({ code: Type.Union([TerritoryCode, Type.Null()]), names: Type.String() }),
  },
  listPublicPlaces: {
    method: 'GET',
    url: '/api/public/places/:code',
    tag: 'public',
    who: 'anyone',
    perMinute: 60,
    summary: 'Streets and communities to choose from',
    params: byCode,
    answer: Type.Array(Type.Object({ code: TerritoryCode, name: Type.String(), childCount: Type.Integer() })),
  },
  listPublicBoundaries: {
    method: 'GET',
    url: '/api/public/boundaries/:code',
    tag: 'public',
    who: 'anyone',
    perMinute: 30,
    summary: 'GeoJSON of the communities of a district or street, to find one’s way on a map without pictures',
    params: byCode,
    answer: Type.Unknown(),
  },
  addTerritory: {
    method: 'POST',
    url: '/api/territory',
    tag: 'territory',
    who: { permission: 'territory.edit' },
    summary: 'Add a node below another',
    body: Type.Object({
      id: Id,
      parent: TerritoryCode,
      step: Type.String({
        pattern: '^([0-9]{2,3}|[a-z][0-9]{1,8})$',
        description: 'Official digits, or a letter and digits (`g07`), so that every code splits one way.',
      }),
      name: Type.String({ minLength: 1, maxLength: 60 }),
      level: Type.String({ maxLength: 30 }),
      kind: Type.Optional(Type.String({ maxLength: 30 })),
    }),
    answer: TerritoryNode,
    errors: ['territory.exists', 'territory.unknown', 'territory.step-invalid', 'territory.level-invalid'],
  },
  editTerritory: {
    method: 'PATCH',
    url: '/api/territory/:code',
    tag: 'territory',
    who: { permission: 'territory.edit' },
    summary: 'Name, kind, tags, profile, boundary text',
    params: byCode,
    body: Type.Object(
      {
        name: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
        kind: Type.Optional(Type.String({ maxLength: 30 })),
        tags: Type.Optional(Type.Array(Type.String({ maxLength: 30 }), { maxItems: 20 })),
        profile: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
        boundaryText: Type.Optional(Type.String({ maxLength: 500 })),
        officialName: Type.Optional(Type.String({ maxLength: 80 })),
        profileFrom: Type.Optional(
          Type.String({ format: 'date', description: 'Day from which the profile values hold; today if left out.' }),
        ),
        expectedVersion: Type.Optional(Type.Integer()),
      },
      { additionalProperties: false },
    ),
    answer: TerritoryDetail,
    errors: ['territory.unknown', 'territory.changed'],
  },
  drawBoundary: {
    method: 'PUT',
    url: '/api/territory/:code/boundary',
    tag: 'territory',
    who: { permission: 'territory.edit' },
    summary: 'Set the polygon (GeoJSON, datum stated) of a node; null takes it away',
    params: byCode,
    maxBody: 5_000_000,
    body: Type.Object({
      datum: Point.properties.datum,
      geometry: Type.Unknown(),
      expectedVersion: Type.Optional(Type.Integer()),
    }),
    answer: TerritoryDetail,
    errors: ['territory.unknown', 'territory.changed', 'territory.boundary-invalid'],
  },
  checkBoundaries: {
    method: 'GET',
    url: '/api/territory/:code/checks',
    tag: 'territory',
    who: { permission: 'territory.read' },
    summary: 'Gaps, overlaps, buildings in no grid or in two',
    params: byCode,
    answer: Type.Array(BoundaryProblem),
  },
  suggestHouseholdGroups: {
    method: 'GET',
    url: '/api/territory/:code/household-groups',
    tag: 'territory',
    who: { permission: 'territory.read' },
    summary: 'Household groups of about ten (联户) by building and stairwell',
    params: byCode,
    answer: Type.Array(Type.Object({ name: Type.String(), dwellings: Type.Array(Type.String()) })),
  },
  importBoundaries: {
    method: 'POST',
    url: '/api/territory/import',
    tag: 'territory',
    who: { permission: 'territory.edit' },
    summary: 'Boundaries from GeoJSON, as a job',
    maxBody: 30_000_000,
    body: Type.Object({ id: Id, datum: Point.properties.datum, geojson: Type.Unknown() }),
    answer: Job,
  },
  listLevels: {
    method: 'GET',
    url: '/api/territory-levels',
    tag: 'territory',
    who: 'signed-in',
    bound: 'nothing',
    summary: 'Levels of the tree and kinds of nodes',
    answer: Type.Object({
      levels: Type.Array(LevelView),
      kinds: Type.Array(Type.Object({ id: Type.String(), name: Label })),
    }),
  },
  listZones: {
    method: 'GET',
    url: '/api/territory/:code/zones',
    tag: 'territory',
    who: { permission: 'territory.read' },
    summary: 'Zones across the tree (商圈, 市场) at or below a node',
    params: byCode,
    answer: Type.Array(TerritoryNode),
  },
  listRulings: {
    method: 'GET',
    url: '/api/territory/:code/rulings',
    tag: 'territory',
    who: { permission: 'territory.read' },
    summary: 'Who acts in places of open belonging (插花地) at or below a node',
    params: byCode,
    answer: Type.Array(Ruling),
  },
  ruleTerritory: {
    method: 'POST',
    url: '/api/territory/:code/rulings',
    tag: 'territory',
    who: { permission: 'territory.edit' },
    summary: 'Say who acts in a place of open belonging, meanwhile or for good',
    params: byCode,
    body: Type.Object({
      id: Id,
      line: Type.String({ pattern: '^([*]|[a-z][a-z.-]{0,39})$' }),
      acts: TerritoryCode,
      state: Type.Union([Type.Literal('meanwhile'), Type.Literal('settled')]),
      basis: Type.String({ minLength: 1, maxLength: 500 }),
      validFrom: Type.Optional(Type.String({ format: 'date' })),
    }),
    answer: Type.Array(Ruling),
    errors: ['territory.unknown', 'territory.not-undetermined', 'request.id-reused'],
  },
});
