import { cast } from '#engines/case/model';

export const { does, reports, say } = cast;
export const city = cast.namedBody('0031', '城市管理局');
export const housing = cast.namedBody('0032', '住房和建设局');
export const water = cast.namedBody('0033', '水务局');

export const community = cast.inCommunity('community-staff');
export const principal = cast.inCommunity('community-principal');
export const street = cast.inStreet('street-dispatcher');
export const leader = cast.inStreet('street-leader');
export const of = cast.ofBody('department-handler');
