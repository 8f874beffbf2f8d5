import { blocks } from '#engines/case/model';

export const secretary = blocks.role('party-secretary');
export const community = blocks.role('community-staff');
export const affairs = blocks.role('party-affairs');
export const leader = blocks.role('street-leader');

/** Articles stand as they are commonly quoted; the texts were not at hand, and a district checks them against its own. */
export const law = '《城市居民委员会组织法》（2025 年修订）第三章（条号未核对）';
export const rules = '《村民委员会选举规程》（民发〔2013〕76 号），居委会换届参照（未核对原文）';

/** Who stands for a seat: never in the record of the matter, read by those who review, kept for one term. */
export const candidacy = blocks.privacyOf(
  '审查换届人选资格',
  'To look at who may stand for a seat',
  'duty',
  'sensitive',
  60,
);

/** One task for each item of a list, that the owner ticks off with what was done. */
export const checklist = (...items: readonly (readonly [zh: string, en: string])[]) =>
  items.map(([zh, en]) => ({ move: 'give-tasks', name: { zh, en } }) as const);

/** Everything of this stage is done. */
export const allDone = 'matter.tasks.open = 0';

/** @param when FEEL; a step that leads nowhere else reaches nothing */
export const reached = (stage: string, when?: string) =>
  [{ what: 'reached', value: when === undefined ? `"${stage}"` : `if ${when} then "${stage}" else null` }] as const;

/** A count typed from paper: how many, the protocol photographed, signed by those who watched. */
export const paperCount = [
  blocks.number('registered', '登记选民（应到）数', 'Registered', { required: true, min: 1, max: 100_000 }),
  blocks.number('issued', '发出选票', 'Ballots issued', { required: true, max: 100_000 }),
  blocks.number('collected', '收回选票', 'Ballots collected', { required: true, max: 100_000 }),
  blocks.number('valid', '有效票', 'Valid', { required: true, max: 100_000 }),
  { ...blocks.photosField('protocol', { zh: '计票单、报告单照片', en: 'Photos of the protocol' }), required: true },
  blocks.number('supervisors', '监票人签字人数', 'Supervisors who signed', { required: true, min: 2, max: 20 }),
] as const;

/** More ballots than were handed out, or more valid ones than came back, is no count. */
export const countHolds =
  'form.collected <= form.issued and form.issued <= form.registered and form.valid <= form.collected';
/** 登记选民过半数参加投票，选举有效. */
export const turnoutHolds = 'form.collected * 2 > form.registered';

/** Voting itself is the ballot engine's; until it stands the paper count is typed. */
export const ballotAwaited = [
  {
    effect: 'ballot.open',
    awaits: 'ballot',
    about: { zh: '组织无记名投票、核对投票率和当选票数', en: 'The secret ballot, its turnout and majorities' },
  },
] as const;
