import type { ActStep, ExampleStaff, ReportStep } from '#engines/case/model';
import type { Json } from '#fields/field';

const bodyOf = (n: number, name: string) => ({ id: `019ca5d2-0000-7000-8000-0000000b003${n}`, name });
export const city = bodyOf(1, '城市管理局');
export const housing = bodyOf(2, '住房和建设局');
export const water = bodyOf(3, '水务局');

export const community: ExampleStaff = { role: 'community-staff', scope: '99.01.01.001.001.' };
export const principal: ExampleStaff = { role: 'community-principal', scope: '99.01.01.001.001.' };
export const street: ExampleStaff = { role: 'street-dispatcher', scope: '99.01.01.001.' };
export const leader: ExampleStaff = { role: 'street-leader', scope: '99.01.01.001.' };
export const of = (body: { readonly id: string; readonly name: string }): ExampleStaff => ({
  role: 'department-handler',
  person: body.name,
  body: body.id,
});

type Form = Readonly<Record<string, Json>>;
export const does = (by: ActStep['by'], act: string, form: Form = {}, more: Partial<ActStep> = {}): ActStep => ({
  act,
  form,
  ...(by !== undefined && { by }),
  ...more,
});
export const reports = (category: string, values: Form, by?: ReportStep['by']): ReportStep => ({
  report: { category, values },
  ...(by !== undefined && { by }),
});
export const say = (answer: string): Form => ({ answer });
