import type { ActStep, ExampleStaff, ReportStep } from '#engines/case/model';
import type { Json } from '#fields/field';

/** Further people of the examples, each with one post. */
export const committee = { id: '019ca5d2-0000-7000-8000-0000000b0011', name: '槐荫社区居委会' } as const;
export const nextCommittee = { id: '019ca5d2-0000-7000-8000-0000000b0012', name: '柳巷社区居委会' } as const;
export const company = { id: '019ca5d2-0000-7000-8000-0000000b0013', name: '物业公司' } as const;
export const bureau = { id: '019ca5d2-0000-7000-8000-0000000b0014', name: '住房和建设局' } as const;

const at = (role: string, scope: string, more: Partial<ExampleStaff> = {}): ExampleStaff => ({ role, scope, ...more });
export const worker = at('grid-worker', '99.01.01.001.001.g01.');
export const community = at('community-staff', '99.01.01.001.001.', { body: committee.id });
export const principal = at('community-principal', '99.01.01.001.001.');
export const street = at('street-dispatcher', '99.01.01.001.');
export const leader = at('street-leader', '99.01.01.001.');
export const checker = at('inspector', '99.01.01.001.');
export const chief = at('building-chief', '99.01.01.001.001.g01.');
const handlerOf = (body: { readonly id: string; readonly name: string }): ExampleStaff => ({
  role: 'department-handler',
  person: body.name,
  body: body.id,
});
export const companyHandler = handlerOf(company);
export const bureauHandler = handlerOf(bureau);
export const nextHandler = handlerOf(nextCommittee);

type Form = Readonly<Record<string, Json>>;
export const does = (by: ActStep['by'], act: string, form: Form = {}, more: Partial<ActStep> = {}): ActStep => ({
  act,
  form,
  ...(by !== undefined && { by }),
  ...more,
});
export const reports = (category: string, values: Form, by?: ReportStep['by'], at?: string): ReportStep => ({
  report: { category, values },
  ...(by !== undefined && { by }),
  ...(at !== undefined && { at }),
});
export const say = (answer: string): Form => ({ answer });
