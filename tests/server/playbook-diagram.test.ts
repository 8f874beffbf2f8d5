import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { drawPlaybook, type Playbook } from '#engines/case/model';
import { readPacks } from '../../apps/server/packs.ts';
import { column } from '../../engines/case/web/diagram/column.ts';
import { drawFor, drawingWords } from '../../engines/case/web/diagram/draw.ts';
import { layered } from '../../engines/case/web/diagram/layered.ts';
import type { PlacedDrawing, Point, Rectangle } from '../../engines/case/web/diagram/placed.ts';

const playbooks = (await readPacks()).flatMap((pack) => (pack.sections['playbooks'] ?? []) as readonly Playbook[]);

const overlap = (one: Rectangle, other: Rectangle): boolean =>
  one.x < other.x + other.width - 0.5 &&
  other.x < one.x + one.width - 0.5 &&
  one.y < other.y + other.height - 0.5 &&
  other.y < one.y + one.height - 0.5;

/** Whether a straight piece runs through the inside of a box, its edge aside. */
const runsThrough = (from: Point, to: Point, box: Rectangle): boolean => {
  for (let part = 0; part <= 1; part += 0.02) {
    const [x, y] = [from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part];
    if (x > box.x + 2 && x < box.x + box.width - 2 && y > box.y + 2 && y < box.y + box.height - 2) return true;
  }
  return false;
};

/** What a reader would stumble over. */
const faults = (drawing: PlacedDrawing): string[] => {
  const named = [
    ...drawing.boxes.map((box) => ({ name: box.stage.id, box: box as Rectangle })),
    ...drawing.ways.flatMap(({ step, label }) => (label ? [{ name: `${step.from}>${step.to}`, box: label }] : [])),
  ];
  const found = named.flatMap((one, index) =>
    named
      .slice(index + 1)
      .flatMap((other) => (overlap(one.box, other.box) ? [`${one.name} lies on ${other.name}`] : [])),
  );
  for (const { name, box } of named)
    if (box.x < 0 || box.y < 0 || box.x + box.width > drawing.width + 1 || box.y + box.height > drawing.height + 1)
      found.push(`${name} leaves the picture`);
  for (const { step, points } of drawing.ways)
    for (const [index, to] of points.entries()) {
      const from = points[index - 1];
      for (const { stage, ...box } of drawing.boxes)
        if (from && runsThrough(from, to, box)) found.push(`${step.from}>${step.to} runs through ${stage.id}`);
    }
  return found;
};

test('in no picture of a shipped playbook does a name or a box lie on another, or an arrow run through a box', () => {
  assert.ok(playbooks.length > 0);
  for (const playbook of playbooks)
    for (const locale of ['zh', 'en'] as const) {
      const drawing = drawPlaybook(playbook, locale);
      assert.deepEqual(faults(layered(drawing, drawingWords[locale])), [], `${playbook.id} in layers`);
      assert.deepEqual(faults(column(drawing, 326, drawingWords[locale])), [], `${playbook.id} in a column`);
    }
});

test('a picture is never wider than its page, and every stage and step of the playbook is in it', () => {
  for (const playbook of playbooks)
    for (const width of [326, 560, 700, 1100, 1376]) {
      const drawing = drawFor(playbook, width, 'zh');
      assert.ok(drawing.width * drawing.scale <= width + 1, `${playbook.id} at ${width}`);
      assert.deepEqual(
        drawing.boxes.map((box) => box.stage.id).sort(),
        playbook.stages.map((stage) => stage.id).sort(),
      );
    }
});

test('where there is little room each step is told in the box that it leaves', () => {
  for (const playbook of playbooks) {
    const drawing = drawPlaybook(playbook);
    const told = column(drawing, 326, drawingWords.zh).boxes.flatMap((box) =>
      box.lines.flatMap((line) =>
        line.kind === 'step' && line.part && line.first ? [`${box.stage.id} ${line.part.id}`] : [],
      ),
    );
    const steps = drawing.steps.flatMap((step) => step.actions.map((action) => `${step.from} ${action.id}`));
    assert.deepEqual(told.sort(), steps.sort(), playbook.id);
  }
});

/** Playbooks that nobody would write: any stages, joined in any way, with long names. */
const wild = fc
  .record({
    stages: fc.integer({ min: 2, max: 22 }),
    ways: fc.array(
      fc.tuple(
        fc.nat(21),
        fc.nat(21),
        fc.string({ unit: fc.constantFrom('办', '理', 'ok ', '退回'), minLength: 1, maxLength: 16 }),
      ),
      { maxLength: 50 },
    ),
  })
  .map(({ stages, ways }): Playbook => {
    const name = (text: string) => ({ zh: text, en: text });
    const stage = (index: number): string => `s${index % stages}`;
    return {
      id: 'test.wild',
      version: 1,
      name: name('wild'),
      summary: name('wild'),
      categories: 'test.none',
      reporters: ['staff'],
      fields: [],
      title: '""',
      start: 's0',
      stages: Array.from({ length: stages }, (_, index) => ({
        id: stage(index),
        name: name(`第 ${index} 个环节`),
        shown: name('在办'),
        ...(index === stages - 1 ? { ends: true as const } : { owner: { role: 'somebody' } }),
      })),
      actions: ways.map(([from, to, text], index) => ({
        id: `a${index}`,
        name: name(text),
        from: [stage(from)],
        to: stage(to),
        who: [{ role: 'somebody' }],
      })),
      clocks: [],
      routing: [],
    };
  });

test('whatever a district draws stays readable', () => {
  fc.assert(
    fc.property(wild, (playbook) => {
      const drawing = drawPlaybook(playbook);
      assert.deepEqual(faults(layered(drawing, drawingWords.zh)), []);
      assert.deepEqual(faults(column(drawing, 326, drawingWords.zh)), []);
    }),
    { numRuns: 60 },
  );
});
