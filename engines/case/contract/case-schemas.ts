import { type Static, Type } from 'typebox';
import { DistrictCode, Id, Instant, Label, PlaceView, Point, TerritoryCode, Values } from '#platform/contract';
import {
  CardLevel,
  CardView,
  DeskView,
  HoldView,
  PostView,
  RelatedCase,
  TaskChoice,
  TaskView,
} from './matter-parts.ts';

/** Shapes that travel between the case engine's server and its screens. Instants are ISO UTC text. */

const text = (max: number) => Type.String({ minLength: 1, maxLength: max });
export const ReportCase = Type.Object(
  {
    id: Id,
    playbook: text(60),
    category: text(20),
    place: Type.Object({
      code: Type.Optional(TerritoryCode),
      point: Type.Optional(Point),
      text: Type.String({ maxLength: 200 }),
    }),
    values: Values,
    /** Staff only: whom they write for (代录). */
    onBehalf: Type.Optional(
      Type.Object({
        name: Type.String({ maxLength: 40 }),
        phone: Type.Optional(Type.String({ maxLength: 20 })),
        channel: Type.String({ maxLength: 20, description: 'One of the `channels` that listPlaybooks names.' }),
        /** Photos of the sheet on which it came; hashes of files. */
        sheet: Type.Optional(Type.Array(Type.String({ pattern: '^[0-9a-f]{64}$' }), { minItems: 1, maxItems: 6 })),
        /** Made by the client and printed on the slip: with the number it opens the progress. */
        queryCode: Type.Optional(Type.String({ pattern: '^[0-9A-HJKMNP-TV-Z]{8}$' })),
      }),
    ),
  },
  {
    $id: 'ReportCase',
    description: 'Place: a territory code, a point, or both; `values` are checked by the playbook.',
  },
);
export type ReportCase = Static<typeof ReportCase>;

export const PublicReport = Type.Object(
  {
    report: ReportCase,
    /** Opaque code of the building’s QR plate, when there was one. */
    plate: Type.Optional(text(40)),
    /** Made on the phone, shown with the receipt; with the number it opens the progress. */
    queryCode: Type.String({ pattern: '^[0-9A-HJKMNP-TV-Z]{8}$' }),
    district: DistrictCode,
    /** Version of the notice on personal information that was shown before the form. */
    notice: Type.Optional(Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' })),
  },
  { $id: 'PublicReport' },
);
export type PublicReport = Static<typeof PublicReport>;

export const Receipt = Type.Object(
  { id: Id, number: Type.String(), receivedAt: Instant, shown: Label },
  { $id: 'Receipt' },
);
export type Receipt = Static<typeof Receipt>;

export const TakeAction = Type.Object(
  {
    id: Type.String({
      format: 'uuid',
      description: 'Made by the client; a repeat with the same body gets the same answer.',
    }),
    action: text(60),
    expectedVersion: Type.Optional(Type.Integer({ minimum: 1 })),
    form: Values,
    /** One of the offer’s `tasks`; needed where there are several. */
    task: Type.Optional(text(12)),
  },
  { $id: 'TakeAction' },
);
export type TakeAction = Static<typeof TakeAction>;

export const FieldView = Type.Unsafe<import('#fields/field').Field>(
  Type.Object({}, { $id: 'FieldView', additionalProperties: true }),
);

/** A field with what stands in it; a masked value is null, its words alone are given. */
const FilledField = Type.Object({
  field: FieldView,
  value: Type.Unknown(),
  text: Type.String(),
  /** Names of the bodies that the value refers to, by id; absent when it refers to none. */
  names: Type.Optional(Type.Record(Type.String(), Type.String())),
});

export const ActionOffer = Type.Object(
  {
    id: Type.String(),
    name: Label,
    tone: Type.Union([Type.Literal('primary'), Type.Literal('normal'), Type.Literal('danger')]),
    form: Type.Array(FieldView),
    /** Values proposed by routing or known already. */
    proposed: Values,
    /** Id of the form’s field that names who gets the work: `suggestRouting` has advice for it. */
    assigns: Type.Optional(Type.String()),
    batch: Type.Boolean(),
    /** The tasks that it may be about; absent when it is about none. */
    tasks: Type.Optional(Type.Array(TaskChoice)),
    /** Only asked for: another person grants or refuses it. */
    asks: Type.Boolean(),
  },
  { $id: 'ActionOffer' },
);
export type ActionOffer = Static<typeof ActionOffer>;

export const ClockView = Type.Object(
  {
    id: Type.String(),
    name: Label,
    startedAt: Instant,
    warnAt: Type.Union([Instant, Type.Null()]),
    dueAt: Type.Union([Instant, Type.Null()], { description: 'Null when it cannot be computed; `note` says why.' }),
    stoppedAt: Type.Union([Instant, Type.Null()]),
    main: Type.Boolean(),
    note: Type.Union([Label, Type.Null()]),
    /** The arithmetic, line by line, as a person can check it. */
    arithmetic: Type.Array(Label),
  },
  { $id: 'ClockView' },
);
export type ClockView = Static<typeof ClockView>;

export const Light = Type.Union([
  Type.Literal('none'),
  Type.Literal('green'),
  Type.Literal('yellow'),
  Type.Literal('red'),
]);

const Sensitivity = Type.Union([
  Type.Literal('public'),
  Type.Literal('internal'),
  Type.Literal('sensitive'),
  Type.Literal('key-persons'),
]);

export const CaseRow = Type.Object(
  {
    id: Id,
    number: Type.String(),
    title: Type.String(),
    playbook: Type.String(),
    category: Type.String(),
    categoryName: Label,
    stage: Type.String(),
    stageName: Label,
    status: Type.Union([Type.Literal('open'), Type.Literal('closed')]),
    place: PlaceView,
    assignee: Type.Union([Type.String(), Type.Null()]),
    reportedAt: Instant,
    dueAt: Type.Union([Instant, Type.Null()]),
    closedAt: Type.Union([Instant, Type.Null()]),
    timing: Type.Union([Type.Literal('in-time'), Type.Literal('overtime'), Type.Literal('unknown'), Type.Null()]),
    light: Light,
    rating: Type.Union([Type.Integer(), Type.Null()]),
    /** Label (安全标记); only those rows come that the reader may know of. */
    sensitivity: Sensitivity,
    meToo: Type.Integer(),
    /** A row of the inbox waits for me. */
    mine: Type.Boolean(),
    /** It waits for my own post, not only for my body. */
    forMe: Type.Boolean(),
    /** Day of review of a matter on hold (挂账). */
    held: Type.Union([Type.String({ format: 'date' }), Type.Null()]),
    /** The card that was not lifted (督办). */
    card: Type.Union([CardLevel, Type.Null()]),
    extended: Type.Boolean(),
    /** Something is asked for and not decided. */
    pending: Type.Boolean(),
    /** A task of another matter. */
    child: Type.Boolean(),
  },
  { $id: 'CaseRow' },
);
export type CaseRow = Static<typeof CaseRow>;

export const CaseList = Type.Object(
  {
    rows: Type.Array(CaseRow),
    /** Counted up to 10,000, of a search for words up to 1,000; `more` says whether there are beyond. */
    total: Type.Integer(),
    more: Type.Boolean(),
    next: Type.Union([Type.String(), Type.Null()]),
  },
  { $id: 'CaseList' },
);
export type CaseList = Static<typeof CaseList>;

/** 挂账, 复核到期, 督办, 黄牌, 红牌, 延期, 待审批, 据实处理. */
const Mark = Type.Union(
  [
    Type.Literal('held'),
    Type.Literal('review-due'),
    Type.Literal('card'),
    Type.Literal('yellow'),
    Type.Literal('red'),
    Type.Literal('extended'),
    Type.Literal('pending'),
    Type.Literal('exempt'),
  ],
  { description: '`card`: any card that was not lifted.' },
);

export const CaseQuery = Type.Object(
  {
    at: Type.Optional(TerritoryCode),
    view: Type.Optional(
      Type.Union(
        [
          Type.Literal('inbox'),
          Type.Literal('all'),
          Type.Literal('reported'),
          Type.Literal('copied'),
          Type.Literal('joined'),
        ],
        { description: '`copied` 抄送我的, `joined` 协办我的, `reported` 我发起的.' },
      ),
    ),
    status: Type.Optional(Type.Union([Type.Literal('open'), Type.Literal('closed')])),
    stage: Type.Optional(Type.String({ maxLength: 60 })),
    playbook: Type.Optional(Type.String({ maxLength: 60 })),
    category: Type.Optional(Type.String({ maxLength: 20, description: 'A category or the class above it.' })),
    light: Type.Optional(Light),
    timing: Type.Optional(Type.Union([Type.Literal('in-time'), Type.Literal('overtime'), Type.Literal('unknown')])),
    body: Type.Optional(Id),
    mark: Type.Optional(Mark),
    parent: Type.Optional(Id),
    from: Type.Optional(Type.String({ format: 'date' })),
    to: Type.Optional(Type.String({ format: 'date', description: 'Exclusive.' })),
    words: Type.Optional(Type.String({ maxLength: 60, description: 'Title, place or number.' })),
    sort: Type.Optional(Type.Union([Type.Literal('reported'), Type.Literal('due')])),
    after: Type.Optional(Type.String({ maxLength: 200 })),
    size: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  { $id: 'CaseQuery' },
);
export type CaseQuery = Static<typeof CaseQuery>;

export const TimelineEntry = Type.Object(
  {
    at: Type.Union([Instant, Type.Null()]),
    name: Label,
    /** Stage as the resident reads it, after the step. */
    shown: Label,
    by: Type.Union([Type.String(), Type.Null()]),
    body: Type.Union([Type.String(), Type.Null()]),
    values: Type.Array(FilledField),
    /** What else happened with it: tasks given, a card, a day of review, who granted it. */
    notes: Type.Array(Label),
  },
  { $id: 'TimelineEntry' },
);
export type TimelineEntry = Static<typeof TimelineEntry>;

export const CaseView = Type.Object(
  {
    row: CaseRow,
    playbookName: Label,
    reporter: Type.Object({
      kind: Type.String(),
      name: Type.Union([Type.String(), Type.Null()]),
      phone: Type.Union([Type.String(), Type.Null()]),
      enteredBy: Type.Union([Type.String(), Type.Null()]),
    }),
    values: Type.Array(FilledField),
    /** Personal values that stand here masked: `reporter.name`, `reporter.phone`, ids of fields. */
    masked: Type.Array(Type.String()),
    clocks: Type.Array(ClockView),
    timeline: Type.Array(TimelineEntry),
    answer: Type.Union([Type.String(), Type.Null()]),
    duplicateOf: Type.Union([CaseRow, Type.Null()]),
    /** Matters that repeat this one. */
    repeats: Type.Array(RelatedCase),
    availableActions: Type.Array(ActionOffer),
    version: Type.Integer(),
    tasks: Type.Array(TaskView),
    card: Type.Union([CardView, Type.Null()]),
    held: Type.Union([HoldView, Type.Null()]),
    pending: Type.Union([
      Type.Object({
        action: Type.String(),
        name: Label,
        at: Instant,
        by: Type.Union([Type.String(), Type.Null()]),
        values: Type.Array(FilledField),
        /** Who grants it. */
        who: Label,
      }),
      Type.Null(),
    ]),
    parent: Type.Union([RelatedCase, Type.Null()]),
    children: Type.Array(RelatedCase),
    /** Names of the bodies that read along (抄送). */
    cc: Type.Array(Type.String()),
    /** Why it stays out of every rate (据实处理). */
    exempt: Type.Union([Type.String(), Type.Null()]),
    /** The post to which the body gave the work. */
    handler: Type.Union([PostView, Type.Null()]),
    /** Who answers for its line at the body in charge, A before B (S089). */
    answerers: Type.Array(PostView),
    desks: Type.Array(DeskView),
    /** How often it was passed from body to body. */
    hops: Type.Integer(),
    /** 首接负责: the body that answers for it. */
    responsible: Type.Union([Type.String(), Type.Null()]),
  },
  { $id: 'CaseView' },
);
export type CaseView = Static<typeof CaseView>;

/** What an outsider with number and query code sees: no names of staff, no other people’s data. */
export const ProgressView = Type.Object(
  {
    id: Id,
    number: Type.String(),
    title: Type.String(),
    playbookName: Label,
    place: Type.String(),
    shown: Label,
    status: Type.Union([Type.Literal('open'), Type.Literal('closed')]),
    dueAt: Type.Union([Instant, Type.Null()]),
    /** Why it rests and when it is looked at again, in plain words. */
    held: Type.Union([Label, Type.Null()]),
    steps: Type.Array(
      Type.Object({
        at: Type.Union([Instant, Type.Null()]),
        name: Label,
        shown: Label,
        body: Type.Union([Type.String(), Type.Null()]),
      }),
    ),
    answer: Type.Union([Type.String(), Type.Null()]),
    rating: Type.Union([Type.Integer(), Type.Null()]),
    availableActions: Type.Array(ActionOffer),
    version: Type.Integer(),
  },
  { $id: 'ProgressView' },
);
export type ProgressView = Static<typeof ProgressView>;

export const ProgressQuery = Type.Object({ number: text(20), queryCode: text(12) }, { $id: 'ProgressQuery' });

export const NearCase = Type.Object(
  {
    row: Type.Object({ id: Id, number: Type.String(), title: Type.String(), shown: Label, reportedAt: Instant }),
    metres: Type.Number(),
    likeness: Type.Number(),
  },
  { $id: 'NearCase', description: 'A matter near in place, time and words; likeness 0..1.' },
);
export type NearCase = Static<typeof NearCase>;

export const NearQuery = Type.Object(
  {
    /** Six digits; not needed beside a code. */
    district: Type.Optional(DistrictCode),
    playbook: text(60),
    category: Type.Optional(Type.String({ maxLength: 20 })),
    point: Type.Optional(Point),
    code: Type.Optional(TerritoryCode),
    words: Type.Optional(Type.String({ maxLength: 300 })),
  },
  { $id: 'NearQuery' },
);

export const PlaybookView = Type.Unsafe<import('#engines/case/model').Playbook>(
  Type.Object(
    { id: Type.String() },
    { $id: 'PlaybookView', additionalProperties: true, description: 'A playbook definition, whole: pure data.' },
  ),
);
export const CodeListView = Type.Unsafe<import('#fields/field').CodeList>(
  Type.Object({ id: Type.String() }, { $id: 'CodeListView', additionalProperties: true }),
);
