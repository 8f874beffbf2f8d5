import { label, type Label } from '#kernel/label';
import type { Field, Json } from '#fields/field';
import type { CaseEvent } from '../events.ts';
import { findCategory } from '../expressions.ts';
import { findAction, findStage } from '../who-may.ts';
import type { Block, FieldRef, Item } from './document.ts';
import {
  columnsOf,
  dayText,
  type DocumentContext,
  type DocumentMatter,
  type DocumentScope,
  isPictures,
  isTaken,
  momentText,
  rowTexts,
  shownText,
  valuesOf,
} from './document-scope.ts';
import { listOf, runOf, runsOf, textIn, valueOf } from './fill-text.ts';
import type { Drawn, Pair, Photo, Runs } from './tree.ts';

/** What the blocks of one document are filled from. */
export interface Filling {
  readonly matter: DocumentMatter;
  readonly context: DocumentContext;
  readonly scope: DocumentScope;
}

type Kind = Block['block'];
type Of<K extends Kind> = Extract<Block, { block: K }>;
type Draw<K extends Kind> = (block: Of<K>, filling: Filling) => readonly Drawn[];

const words = {
  number: label('受理编号', 'Number'),
  category: label('事项类别', 'Category'),
  place: label('发生地点', 'Place'),
  reported: label('上报时间', 'Reported at'),
  when: label('时间', 'Time'),
  step: label('环节', 'Step'),
  who: label('承办', 'By'),
  what: label('情况', 'What was said'),
  order: label('序号', 'No.'),
} as const;

/** The form in which a field stands, with the values last given. */
const formOf = ({ matter }: Filling, of: string | undefined) => {
  if (of === undefined) return { fields: matter.playbook.fields, open: matter.state.data };
  const event = matter.events
    .filter(isTaken)
    .filter((one) => one.action === of)
    .at(-1);
  return { fields: findAction(matter.playbook, of)?.form ?? [], open: event?.form ?? {} };
};

const findValue = (ref: FieldRef, filling: Filling): { readonly field: Field; readonly value?: Json } | undefined => {
  const { fields, open } = formOf(filling, ref.of);
  const field = fields.find((one) => one.id === ref.field);
  const [found] = field ? valuesOf([field], open, filling.matter) : [];
  return field && (found ?? { field });
};

const pairOf = (item: Item, filling: Filling): Pair => {
  const { context, scope } = filling;
  const wide = item.wide ? { wide: true as const } : {};
  if ('text' in item)
    return { name: textIn(item.name, context.locale), value: runsOf(item.text, scope, context.locale), ...wide };
  const found = findValue(item, filling);
  const name =
    item.name === undefined ? (found?.field.name[context.locale] ?? item.field) : textIn(item.name, context.locale);
  const text = found?.value === undefined ? '' : shownText(found.field, found.value, context);
  return { name, value: runOf(text), ...wide };
};

const facts = (filling: Filling): readonly Pair[] => {
  const { matter, context } = filling;
  const { state, playbook } = matter;
  const { locale } = context;
  const category = findCategory(playbook, state.category, context.fields)?.item.name[locale] ?? state.category;
  const pair = (name: Label, text: string, wide = false): Pair => ({
    name: name[locale],
    value: runOf(text),
    ...(wide && { wide: true as const }),
  });
  return [
    pair(words.number, state.number),
    pair(words.category, category),
    pair(words.reported, momentText(state.reportedAt, locale)),
    pair(words.place, placeOf(context.placeName, state.place.text), true),
    ...valuesOf(playbook.fields, state.data, matter).flatMap(({ field, value }) =>
      isPictures(value) ? [] : [pair(field.name, shownText(field, value, context), true)],
    ),
  ];
};

const pictures = (refs: readonly FieldRef[] | undefined, { matter, context }: Filling): readonly Photo[] => {
  const { playbook, state } = matter;
  const wanted = (field: Field, of?: string): boolean =>
    refs === undefined || refs.some((ref) => ref.field === field.id && ref.of === of);
  const of = (fields: readonly Field[], open: Readonly<Record<string, unknown>>, at: string, action?: string) =>
    valuesOf(fields, open, matter).flatMap(({ field, value }) =>
      isPictures(value) && wanted(field, action)
        ? value.map((file) => ({ file, caption: `${field.name[context.locale]} ${dayText(at, context.locale)}` }))
        : [],
    );
  const all = [
    ...of(playbook.fields, state.data, state.reportedAt),
    ...matter.events
      .filter(isTaken)
      .flatMap((event) => of(findAction(playbook, event.action)?.form ?? [], event.form, event.at, event.action)),
  ];
  return [...new Map(all.map((photo) => [photo.file, photo])).values()];
};

const eventNames: Readonly<Partial<Record<CaseEvent['type'], Label>>> = {
  CaseReported: label('上报', 'Reported'),
  CaseImported: label('历史导入', 'Imported'),
  WorkHandedOver: label('承办单位变更，工作移交', 'Handed over'),
};

/** One line of the course of a matter; undefined for what is of no weight to a reader. */
const lineOf = (event: CaseEvent, { matter, context }: Filling): readonly Runs[] | undefined => {
  const { playbook } = matter;
  const { locale, audience } = context;
  const when = event.at === null ? [] : runOf(momentText(event.at, locale));
  const body = (event.by.body && context.bodies.get(event.by.body)) ?? '';
  if (!isTaken(event)) {
    const name = eventNames[event.type];
    return name && [when, runOf(name[locale]), runOf(body), []];
  }
  const action = findAction(playbook, event.action);
  const stage = findStage(playbook, event.to);
  if (audience === 'reporter') {
    if (event.from === event.to) return undefined;
    const answer = action?.answers === undefined ? undefined : event.form[action.answers];
    return [
      when,
      runOf(stage?.shown[locale] ?? event.to),
      runOf(body),
      typeof answer === 'string' ? runOf(answer) : [],
    ];
  }
  const said = valuesOf(action?.form ?? [], event.form, matter).flatMap(({ field, value }) =>
    isPictures(value)
      ? []
      : [`${field.name[locale]}${locale === 'zh' ? '：' : ': '}${shownText(field, value, context)}`],
  );
  const by = [body, event.by.name].filter(Boolean).join(' ');
  return [when, runOf(action?.name[locale] ?? event.action), runOf(by), runOf(said.join('；'))];
};

const withRow = (filling: Filling, row: unknown, n: number): Filling => ({
  ...filling,
  scope: { ...filling.scope, row, n },
});

const draw: { readonly [K in Kind]: Draw<K> } = {
  heading: (block, { scope, context }) => [
    { kind: 'heading', level: block.level ?? 1, runs: runsOf(block.text, scope, context.locale) },
  ],
  paragraph: ({ text, align = 'left', flush }, { scope, context }) => [
    { kind: 'paragraph', runs: runsOf(text, scope, context.locale), align, indent: align === 'left' && !flush },
  ],
  fields: ({ columns = 1, items }, filling) => [
    { kind: 'pairs', columns, pairs: items.map((item) => pairOf(item, filling)) },
  ],
  facts: ({ columns = 2 }, filling) => [{ kind: 'pairs', columns, pairs: facts(filling) }],
  rows: (block, filling) => {
    const found = findValue(block, filling);
    const columns = found && columnsOf(found.field);
    if (!columns) return [];
    const rows = found.value === undefined ? [] : rowTexts(found.field, found.value, filling.context);
    return [
      {
        kind: 'table',
        columns: columns.map((column) => ({ name: column.name[filling.context.locale], width: 1 })),
        rows: rows.map((row) => columns.map((column) => runOf(row[column.id] ?? ''))),
      },
    ];
  },
  table: ({ over, columns }, filling) => {
    const { locale } = filling.context;
    return [
      {
        kind: 'table',
        columns: columns.map(({ name, width = 1 }) => ({ name: textIn(name, locale), width })),
        rows: listOf(over, filling.scope).map((row, index) =>
          columns.map(({ text }) => runsOf(text, withRow(filling, row, index + 1).scope, locale)),
        ),
      },
    ];
  },
  list: ({ over, text, numbered = false }, filling) => [
    {
      kind: 'list',
      numbered,
      items: listOf(over, filling.scope).map((row, index) =>
        runsOf(text, withRow(filling, row, index + 1).scope, filling.context.locale),
      ),
    },
  ],
  each: ({ over, blocks, apart }, filling) =>
    listOf(over, filling.scope).flatMap((row, index) => [
      ...(apart && index > 0 ? [{ kind: 'page-break' } as const] : []),
      ...renderBlocks(blocks, withRow(filling, row, index + 1)),
    ]),
  signatures: ({ lines }, filling) => [
    {
      kind: 'signatures',
      lines: lines.flatMap(({ text, over }) =>
        over === undefined
          ? [runsOf(text, filling.scope, filling.context.locale)]
          : listOf(over, filling.scope).map((row, index) =>
              runsOf(text, withRow(filling, row, index + 1).scope, filling.context.locale),
            ),
      ),
    },
  ],
  seal: ({ text }, { scope, context }) => [{ kind: 'seal', runs: runsOf(text, scope, context.locale) }],
  date: ({ text = '{issuedOn}' }, { scope, context }) => [{ kind: 'date', runs: runsOf(text, scope, context.locale) }],
  lines: ({ count }) => [{ kind: 'lines', count }],
  photos: ({ fields }, filling) => {
    const photos = pictures(fields, filling);
    return photos.length === 0 ? [] : [{ kind: 'photos', photos }];
  },
  timeline: (_, filling) => {
    const { locale } = filling.context;
    const name = (one: Label, width: number) => ({ name: one[locale], width });
    return [
      {
        kind: 'table',
        columns: [name(words.when, 3), name(words.step, 2), name(words.who, 2), name(words.what, 5)],
        rows: filling.matter.events.flatMap((event) => {
          const line = lineOf(event, filling);
          return line ? [line] : [];
        }),
      },
    ];
  },
  'page-break': () => [{ kind: 'page-break' }],
};

export const holdsIn = (condition: string | undefined, scope: DocumentScope): boolean =>
  condition === undefined || valueOf(condition, scope) === true;

/** Blocks whose condition holds, filled in. */
export const renderBlocks = (blocks: readonly Block[], filling: Filling): readonly Drawn[] =>
  blocks.flatMap((block) =>
    holdsIn(block.when, filling.scope) ? (draw[block.block] as Draw<Kind>)(block as never, filling) : [],
  );

/** The place, and where in it as far as its name does not say so already. */
const placeOf = (name: string, text: string): string =>
  text === '' || name.endsWith(text) ? name : [name, text].filter(Boolean).join(' ');
