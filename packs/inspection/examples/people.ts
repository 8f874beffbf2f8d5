import type { ActStep, ExampleStaff, ReportStep } from '#engines/case/model';
import type { Json } from '#fields/field';

const bodyOf = (n: number, name: string) => ({ id: `019ca5d2-0000-7000-8000-0000000b004${n}`, name });
export const committee = bodyOf(1, '槐荫社区居委会');
export const nextCommittee = bodyOf(2, '柳巷社区居委会');

export const community: ExampleStaff = { role: 'community-staff', scope: '99.01.01.001.001.', body: committee.id };
export const principal: ExampleStaff = { role: 'community-principal', scope: '99.01.01.001.001.' };
export const street: ExampleStaff = { role: 'street-dispatcher', scope: '99.01.01.001.' };
export const leader: ExampleStaff = { role: 'street-leader', scope: '99.01.01.001.' };
export const checker: ExampleStaff = { role: 'inspector', scope: '99.01.01.001.' };
export const inspector: ExampleStaff = { role: 'discipline-inspector', scope: '99.01.01.001.' };
export const superior: ExampleStaff = { role: 'district-inspector' };
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
