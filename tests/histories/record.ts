import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { chinaDate } from '#kernel/instant';
import { checkPacks } from '#kernel/pack-loader';
import type { CodeList, Field } from '#fields/field';
import type { Playbook } from '#engines/case/model';
import { calendarFrom } from '#platform/server/calendar';
import { readPacks } from '../../apps/server/packs.ts';
import { sectionCheckers } from '../../apps/server/section-checkers.ts';
import { type Course, courses } from './courses.ts';
import { exampleCourses } from './example-courses.ts';
import { decideAgain, type RecordedHistory } from './history.ts';

/**
 * `node tests/histories/record.ts [WORDS]`: writes down how each course of `courses.ts`, and of the examples of playbooks without one, goes today, one file
 * each, unless it lies there already. What was recorded stays as it was: delete a file to record it anew.
 */
const folder = import.meta.dirname;

/** A field and, of rows, its columns. */
const withColumns = (field: Field): readonly Field[] => [
  field,
  ...((field.options?.['columns'] ?? []) as unknown as readonly Field[]).flatMap(withColumns),
];

/** Of the categories only those that this matter meets, with what is above them, unless a field asks for them too; other lists as they are. */
const listsFor = (playbook: Playbook, all: readonly CodeList[], course: Course): readonly CodeList[] => {
  const fields = [...playbook.fields, ...playbook.actions.flatMap((action) => action.form ?? [])].flatMap(withColumns);
  const asked = new Set(fields.map((field) => field.options?.['list']));
  const met = new Set(course.attempts.map(({ command }) => ('category' in command ? command.category : '')));
  return all.flatMap((list) => {
    if (asked.has(list.id)) return [list];
    if (list.id !== playbook.categories) return [];
    const items = list.items.filter((item) => met.has(item.code));
    const above = new Set(items.map((item) => item.parent));
    return [{ ...list, items: list.items.filter((item) => above.has(item.code) || items.includes(item)) }];
  });
};

const packs = await readPacks();
const [problem] = checkPacks(packs, sectionCheckers());
if (problem) throw new Error('the packs have problems: run lifang packs check first');

const record = (course: Course): RecordedHistory => {
  const section = <Definition>(name: string) =>
    packs.flatMap((pack) => (pack.sections[name] ?? []) as readonly Definition[]);
  const playbook = section<Playbook>('playbooks').find((one) => one.id === course.playbook);
  if (!playbook) throw new Error(`there is no playbook ${course.playbook}`);
  const published = calendarFrom([], null);
  if ('problems' in published) throw new Error(published.problems.join('; '));
  const years = course.attempts.map(({ at }) => Number(chinaDate(at).slice(0, 4)));
  const calendar = {
    ...published.calendar,
    years: published.calendar.years.filter((one) => years.includes(one.year) || years.includes(one.year - 1)),
  };
  const from = { playbook, codeLists: listsFor(playbook, section<CodeList>('codeLists'), course), calendar };
  return { about: course.about, ...from, ...decideAgain(from, course.attempts) };
};

const words = process.argv.slice(2);
const there = new Set(await readdir(folder));
const fromExamples = exampleCourses(packs, new Set(courses.map(({ playbook }) => playbook)));
for (const course of [...courses, ...fromExamples]) {
  const history = record(course);
  const name = `${course.playbook}-v${history.playbook.version}-${course.name}.json`;
  if (there.has(name) || !words.every((word) => name.includes(word))) continue;
  await writeFile(path.join(folder, name), `${JSON.stringify(history, null, 1)}\n`);
  const steps = history.steps.map(({ events, refused }) => refused ?? events.map((event) => event.type).join());
  process.stdout.write(`${name}: ${steps.join(' → ')}\n`);
}
