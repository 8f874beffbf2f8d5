import { cast, type ExampleStaff } from '#engines/case/model';

export const { asOne } = cast;
export const worker = cast.inGrid('grid-worker');
export const community = cast.inCommunity('community-staff');
export const street = cast.inStreet('street-dispatcher');
export const otherCommunity: ExampleStaff = { ...community, person: 'the other one' };
export const unit = { id: '019ca5d2-0000-7000-8000-0000000b0011', name: '市第一医院（共建单位）' } as const;
export const team = { id: '019ca5d2-0000-7000-8000-0000000b0012', name: '红袖标志愿队' } as const;
export const unitContact: ExampleStaff = { role: 'service-provider', person: 'unit', body: unit.id };
export const teamContact: ExampleStaff = { role: 'service-provider', person: 'team', body: team.id };
export const handler: ExampleStaff = { role: 'department-handler', person: 'handler', body: unit.id };
