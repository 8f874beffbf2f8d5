import type { ActStep, ExampleStaff, ReportStep } from '#engines/case/model';

/** People and steps that examples are told with. A body is a department of the example district. */
export const departmentOfLifts = { id: '019ca5d2-0000-7000-8000-0000000b0001', name: '市场监督管理局' } as const;
export const departmentOfRoads = { id: '019ca5d2-0000-7000-8000-0000000b0002', name: '城市管理局' } as const;

export const worker: ExampleStaff = { role: 'grid-worker', scope: '99.01.01.001.001.g01.' };
export const otherWorker: ExampleStaff = { role: 'grid-worker', person: 'next door', scope: '99.01.01.001.001.g02.' };
export const community: ExampleStaff = { role: 'community-staff', scope: '99.01.01.001.001.' };
export const dispatcher: ExampleStaff = { role: 'street-dispatcher', scope: '99.01.01.001.' };
export const inspector: ExampleStaff = { role: 'inspector', scope: '99.01.01.001.' };
export const liftHandler: ExampleStaff = {
  role: 'department-handler',
  person: 'lift handler',
  body: departmentOfLifts.id,
};
export const roadHandler: ExampleStaff = {
  role: 'department-handler',
  person: 'road handler',
  body: departmentOfRoads.id,
};

export const liftReport: ReportStep = {
  report: { category: '0307', values: { words: '电梯停在六楼，老人下不来' }, placeText: '3 号楼 2 单元' },
};
/** The hash of a photo. */
const photo = (digit: string): string => digit.repeat(64);
/** What a grid worker finds himself. */
export const litterFound: ReportStep = {
  by: worker,
  report: {
    category: '0401',
    values: { source: 'patrol', words: '投放点外散落垃圾', photos: [photo('a')] },
    placeText: '北门投放点',
  },
};

export const accept: ActStep = { act: 'accept', by: worker, form: { finding: '现场核实属实' } };
export const reportUp: ActStep = { act: 'report-up', by: worker, form: { finding: '需部门处理' } };
export const dispatch: ActStep = { act: 'dispatch', by: dispatcher, form: { body: departmentOfLifts } };
export const take: ActStep = { act: 'take', by: liftHandler };
export const handle: ActStep = { act: 'handle', by: liftHandler, form: { result: '更换门机皮带，试运行正常' } };
export const answer = '电梯已修好并复检合格，今天起恢复使用。';
export const close: ActStep = { act: 'close', by: inspector, form: { answer } };
export const settle: ActStep = { act: 'settle', by: worker, form: { result: '当场清理干净', photos: [photo('b')] } };

/** From the report up to a stage. */
export const untilDispatch = [liftReport, accept] as const;
export const untilAssigned = [...untilDispatch, dispatch] as const;
export const untilHandling = [...untilAssigned, take] as const;
export const untilVerifying = [...untilHandling, handle] as const;
export const untilClosed = [...untilVerifying, close] as const;
