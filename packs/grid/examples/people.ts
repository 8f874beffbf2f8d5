import { cast, type ExampleStaff, type ReportStep } from '#engines/case/model';
import type { Json } from '#fields/field';

/** Further people of the examples, each with one post. */
export const { does, say } = cast;
export const committee = cast.namedBody('0011', '槐荫社区居委会');
export const nextCommittee = cast.namedBody('0012', '柳巷社区居委会');
export const company = cast.namedBody('0013', '物业公司');
export const bureau = cast.namedBody('0014', '住房和建设局');

export const worker = cast.inGrid('grid-worker');
export const community: ExampleStaff = { ...cast.inCommunity('community-staff'), body: committee.id };
export const principal = cast.inCommunity('community-principal');
export const street = cast.inStreet('street-dispatcher');
export const leader = cast.inStreet('street-leader');
export const checker = cast.inStreet('inspector');
export const chief = cast.inGrid('building-chief');
const handlerOf = cast.ofBody('department-handler');
export const companyHandler = handlerOf(company);
export const bureauHandler = handlerOf(bureau);
export const nextHandler = handlerOf(nextCommittee);

/** @param at moment of the report */
export const reports = (
  category: string,
  values: Readonly<Record<string, Json>>,
  by?: ReportStep['by'],
  at?: string,
): ReportStep => ({ ...cast.reports(category, values, by), ...(at !== undefined && { at }) });
