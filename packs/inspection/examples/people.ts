import { cast, type ExampleStaff } from '#engines/case/model';

export const { does, reports, say } = cast;
export const committee = cast.namedBody('0041', '槐荫社区居委会');
export const nextCommittee = cast.namedBody('0042', '柳巷社区居委会');

export const community: ExampleStaff = { ...cast.inCommunity('community-staff'), body: committee.id };
export const principal = cast.inCommunity('community-principal');
export const street = cast.inStreet('street-dispatcher');
export const leader = cast.inStreet('street-leader');
export const checker = cast.inStreet('inspector');
export const inspector = cast.inStreet('discipline-inspector');
export const superior: ExampleStaff = { role: 'district-inspector' };
export const of = cast.ofBody('department-handler');
