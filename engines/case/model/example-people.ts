import type { Json } from '#fields/field';
import type { ActStep, ExampleStaff, ReportStep } from './example.ts';

/**
 * The cast of examples: `import { cast } from '#engines/case/model'`. All live in the grid 99.01.01.001.001.g01.; which role
 * somebody has is the pack's to say: `cast.inCommunity('community-staff')`, `cast.ofBody('department-handler')(cast.bodies.fire)`.
 */
const GRID = '99.01.01.001.001.g01.';
export const COMMUNITY = '99.01.01.001.001.';
export const STREET = '99.01.01.001.';

export const inGrid = (role: string): ExampleStaff => ({ role, scope: GRID });
export const inCommunity = (role: string): ExampleStaff => ({ role, scope: COMMUNITY });
export const inStreet = (role: string): ExampleStaff => ({ role, scope: STREET });

/** A body that examples call by its name, as the value of a form too; others go by their id alone (`bodies`). */
type NamedBody = Readonly<Record<'id' | 'name', string>>;

/** @param digits four hex digits: no two bodies of one pack have the same */
export const namedBody = (digits: string, name: string): NamedBody => ({
  id: `019ca5d2-0000-7000-8000-0000000b${digits}`,
  name,
});

/** Who has the work of a body in hand. */
export const ofBody =
  (role: string) =>
  (body: string | NamedBody): ExampleStaff =>
    typeof body === 'string' ? { role, person: `of ${body}`, body } : { role, person: body.name, body: body.id };

const bodyId = (n: number): string => `019ca5d2-0000-7000-8000-0000000c${String(n).padStart(4, '0')}`;

/** Bodies that get work. */
export const bodies = {
  owner: bodyId(1),
  land: bodyId(2),
  fire: bodyId(3),
  finance: bodyId(4),
  traffic: bodyId(5),
  neighbour: bodyId(6),
  health: bodyId(7),
} as const;

/** The same person twice, in whatever role: nobody looks at his own work. */
export const asOne = (staff: ExampleStaff): ExampleStaff => ({ ...staff, person: 'one' });

type Form = Readonly<Record<string, Json>>;

/** @param more its moment, or the number of the task that it is about */
export const step = (
  act: string,
  by: ExampleStaff | 'reporter' | 'system',
  form: Form = {},
  more: Pick<ActStep, 'at' | 'task'> = {},
): ActStep => ({ act, by, form, ...more });

/** The same, told from whoever does it. */
export const does = (
  by: ActStep['by'],
  act: string,
  form: Form = {},
  more: Pick<ActStep, 'at' | 'task'> = {},
): ActStep => ({ act, form, ...(by !== undefined && { by }), ...more });

/** The form of a step that only answers. */
export const say = (answer: string): Form => ({ answer });

/** What only the clock does, by `whenOver`. */
export const bySystem = (act: string, at: string): ActStep => ({ act, by: 'system', at });

/** @param path place of the matter; the grid of the cast unless told */
export const reports = (category: string, values: Form, by?: ReportStep['by'], path?: string): ReportStep => ({
  report: { category, values, ...(path !== undefined && { path }) },
  ...(by !== undefined && { by }),
});

/** Hash of a picture that was sent; another digit, another picture. */
export const photo = (digit = 'a'): string => digit.repeat(64);
