import type { ActStep, ExampleStaff } from '#engines/case/model';
import type { Json } from '#fields/field';

const id = (n: number): string => `019ca5d2-0000-7000-8000-0000000c${String(n).padStart(4, '0')}`;
export const bodies = {
  owner: id(1),
  land: id(2),
  fire: id(3),
  finance: id(4),
  traffic: id(5),
  neighbour: id(6),
  health: id(7),
} as const;

export const worker: ExampleStaff = { role: 'grid-worker', scope: '99.01.01.001.001.g01.' };
export const community: ExampleStaff = { role: 'community-staff', scope: '99.01.01.001.001.' };
export const street: ExampleStaff = { role: 'street-dispatcher', scope: '99.01.01.001.' };
export const inspector: ExampleStaff = { role: 'inspector', scope: '99.01.01.001.' };
export const handler = (body: string): ExampleStaff => ({ role: 'department-handler', person: `of ${body}`, body });

export const step = (
  act: string,
  by: ExampleStaff | 'reporter' | 'system',
  form: Readonly<Record<string, Json>> = {},
): ActStep => ({
  act,
  by,
  form,
});
