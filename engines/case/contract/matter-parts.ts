import { type Static, Type } from 'typebox';
import { Id, Instant, Label } from '#platform/contract';

/** What few matters have beside their stage: tasks, cards, holds, what is asked for, and where they have been. */

const maybe = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);
const Day = Type.String({ format: 'date' });

export const CardLevel = Type.Union([Type.Literal('notice'), Type.Literal('yellow'), Type.Literal('red')]);

/** A task that an action may be about; its `id` goes into `TakeAction.task`. */
export const TaskChoice = Type.Object({ id: Type.String(), name: Type.String(), body: maybe(Type.String()) });

export const TaskView = Type.Object(
  {
    /** `1`, `2` … within its matter. */
    id: Type.String(),
    name: Type.String(),
    /** Null: a milestone of the owner’s own, or a matter of its own. */
    body: maybe(Type.String()),
    lead: Type.Boolean(),
    state: Type.Union([
      Type.Literal('open'),
      Type.Literal('taken'),
      Type.Literal('done'),
      Type.Literal('refused'),
      Type.Literal('dropped'),
    ]),
    givenAt: Instant,
    takeBy: maybe(Instant),
    takenAt: maybe(Instant),
    dueAt: maybe(Instant),
    endedAt: maybe(Instant),
    /** Open or taken, and its time is over. */
    late: Type.Boolean(),
    /** Result, or why not. */
    words: maybe(Type.String()),
    rating: maybe(Type.Integer()),
    /** Given to a body of mine. */
    mine: Type.Boolean(),
  },
  { $id: 'TaskView' },
);
export type TaskView = Static<typeof TaskView>;

/** Another matter; one that the reader may not see shows only that it is there and where it stands. */
export const RelatedCase = Type.Object(
  {
    /** Null: it may not be opened. */
    id: maybe(Id),
    number: maybe(Type.String()),
    title: maybe(Type.String()),
    /** As a resident reads it. */
    stage: Label,
    status: Type.Union([Type.Literal('open'), Type.Literal('closed')]),
  },
  { $id: 'RelatedCase' },
);
export type RelatedCase = Static<typeof RelatedCase>;

export const CardView = Type.Object(
  {
    level: CardLevel,
    at: Instant,
    /** Post and name, as they were then. */
    by: maybe(Type.String()),
    words: Type.String(),
    dueAt: maybe(Instant),
    answer: maybe(Type.Object({ at: Instant, by: maybe(Type.String()), words: Type.String() })),
  },
  { $id: 'CardView' },
);
export type CardView = Static<typeof CardView>;

/** 挂账: since when, the day on which it is looked at again, and whether that day has come. */
export const HoldView = Type.Object({ since: Instant, review: Day, due: Type.Boolean() }, { $id: 'HoldView' });
export type HoldView = Static<typeof HoldView>;

/** One stay at a desk (S673). */
export const DeskView = Type.Object(
  {
    /** Whose desk: name of the role, of the body, 诉求人. */
    owner: Label,
    body: maybe(Type.String()),
    from: Instant,
    /** Null: it is there now. */
    to: maybe(Instant),
    takenAt: maybe(Instant),
    hours: Type.Number(),
    /** Null in a year whose working days nobody published. */
    workingHours: maybe(Type.Number()),
    /** The step by which it left. */
    left: maybe(Label),
  },
  { $id: 'DeskView' },
);
export type DeskView = Static<typeof DeskView>;

/** A post and who holds it. */
export const PostView = Type.Object({ title: Type.String(), name: maybe(Type.String()) }, { $id: 'MatterPostView' });
export type PostView = Static<typeof PostView>;
