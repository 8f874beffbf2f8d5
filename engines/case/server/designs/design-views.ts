import { DomainError } from '#kernel/domain-error';
import type { Instant } from '#kernel/instant';
import type { Label } from '#kernel/label';
import type { DesignProposalView, DesignRow, PublicationView } from '#engines/case/contract';
import { districtVersion, ownVersion } from '#engines/case/model';
import type { Session } from '#platform/server/parts';
import type { PublicationRecord } from './design-store.ts';
import type { ProposalRecord } from './proposal-store.ts';
import { type Publication, publishedAt } from './publications.ts';

/** What an audit row holds of the changes, in characters. */
const mostSaid = 1800;

/** @param known versions of all districts, which say whether this one was replaced */
export const viewOfPublication = (
  record: PublicationRecord,
  now: Instant,
  known: readonly Publication[],
): PublicationView => ({
  district: record.district,
  playbook: record.playbook,
  name: record.definition.name,
  version: record.version,
  from: record.from_day,
  inForceAt: record.in_force_at,
  endsAt: record.ends_at,
  state: stateOf(record, now, known),
  basedOn: basedOn(record),
  changes: [...record.changes],
  publishedBy: record.published_by_name,
  publishedAt: record.published_at,
  withdrawnReason: record.withdrawn_reason,
  definition: record.definition,
});
export const proposalView = (record: ProposalRecord, session: Session): DesignProposalView => ({
  id: record.id,
  district: record.district,
  playbook: record.playbook,
  name: record.definition.name,
  from: record.from_day,
  basedOn: basedOn(record),
  changes: [...record.changes],
  proposedBy: record.proposed_by_name,
  proposedAt: record.proposed_at,
  state: record.state,
  decidedBy: record.decided_by_name,
  decidedAt: record.decided_at,
  reason: record.reason,
  version: record.version,
  mayDecide: record.state === 'proposed' && record.proposed_by !== session.person,
  definition: record.definition,
});
const stateOf = (record: PublicationRecord, now: Instant, known: readonly Publication[]): PublicationView['state'] => {
  if (record.ends_at !== null) return 'withdrawn';
  if (record.in_force_at > now) return 'coming';
  const current = publishedAt(known, record.district, record.playbook, now);
  return current === undefined || current.version === record.version ? 'in-force' : 'replaced';
};

export const basedOn = (record: {
  readonly based_on: string | null;
  readonly based_on_version: number | null;
}): DesignRow['basedOn'] =>
  record.based_on === null || record.based_on_version === null
    ? null
    : { playbook: record.based_on, version: record.based_on_version };

export const isDay = (day: string): boolean => {
  const time = Date.parse(`${day}T00:00:00.000Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(day);
};

/** The changes in one sentence, as long as an audit row holds. */
export const saidOf = (changes: readonly Label[]): string =>
  changes
    .map((one) => one.zh)
    .join('；')
    .slice(0, mostSaid);

/** The number after the last that the district gave this playbook. */
export const nextVersion = (published: readonly PublicationRecord[], district: string): number => {
  const last = Math.max(0, ...published.map((one) => ownVersion(one.version)?.number ?? 0));
  if (last >= 999) throw new DomainError('design.versions-used');
  return districtVersion(district, last + 1);
};
