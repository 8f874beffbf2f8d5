import { type Static, Type } from 'typebox';
import { defineRoutes } from '#kernel/route';
import { Id, Label, TerritoryCode } from '#platform/contract';

export const PostView = Type.Object(
  {
    id: Id,
    title: Type.String(),
    role: Type.String(),
    roleName: Label,
    body: Type.Object({ id: Id, name: Type.String() }),
    scope: Type.Object({ code: TerritoryCode, name: Type.String() }),
    holders: Type.Array(
      Type.Object({
        person: Id,
        name: Type.String(),
        from: Type.String(),
        to: Type.Union([Type.String(), Type.Null()]),
      }),
    ),
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
    superior: Type.Union([Id, Type.Null()]),
    territory: TerritoryCode,
    posts: Type.Integer(),
  },
  { $id: 'BodyView' },
);
export type BodyView = Static<typeof BodyView>;

const short = Type.String({ minLength: 1, maxLength: 60 });

/** Bodies and posts. */
export const structureRoutes = defineRoutes({
  listBodies: {
    method: 'GET',
    url: '/api/bodies',
    tag: 'organisation',
    who: { permission: 'organisation.read' },
    summary: 'Bodies in my scope',
    query: Type.Object({
      at: Type.Optional(TerritoryCode),
      words: Type.Optional(Type.String({ maxLength: 60 })),
      kind: Type.Optional(Type.String({ maxLength: 60 })),
    }),
    answer: Type.Array(BodyView),
  },
  addBody: {
    method: 'POST',
    url: '/api/bodies',
    tag: 'organisation',
    who: { permission: 'organisation.edit' },
    summary: 'Create a body',
    body: Type.Object({ id: Id, name: short, kind: short, territory: TerritoryCode, superior: Type.Optional(Id) }),
    answer: BodyView,
    errors: [
      'organisation.beyond-scope',
      'organisation.body-exists',
      'organisation.unknown',
      'territory.unknown',
      'request.id-reused',
    ],
  },
  listPosts: {
    method: 'GET',
    url: '/api/posts',
    tag: 'organisation',
    who: { permission: 'organisation.read' },
    summary: 'Posts of a territory or body',
    query: Type.Object({ at: Type.Optional(TerritoryCode), body: Type.Optional(Id) }),
    answer: Type.Array(PostView),
  },
  addPost: {
    method: 'POST',
    url: '/api/posts',
    tag: 'organisation',
    who: { permission: 'organisation.edit' },
    summary: 'Create a post',
    body: Type.Object({ id: Id, title: short, role: short, body: Id, scope: TerritoryCode }),
    answer: PostView,
    errors: [
      'organisation.beyond-scope',
      'organisation.beyond-role',
      'organisation.unknown',
      'territory.unknown',
      'request.id-reused',
    ],
  },
  listBodyKinds: {
    method: 'GET',
    url: '/api/body-kinds',
    tag: 'organisation',
    who: { permission: 'organisation.read' },
    summary: 'Kinds of bodies that packs declare',
    answer: Type.Array(Type.Object({ id: Type.String(), name: Label, levels: Type.Array(Type.String()) })),
  },
});
