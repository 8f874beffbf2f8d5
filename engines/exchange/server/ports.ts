import type { Id } from '#kernel/ids';
import type { Instant } from '#kernel/instant';
import type { Label } from '#kernel/label';
import type { CodeList } from '#fields/field';
import type { ImportMap } from '#engines/exchange/model';

/** What an import asks of others; wired in `apps/server/compose.ts`. */
export interface ExchangePorts {
  /** Section `importMaps` of all packs. */
  readonly importMaps: readonly ImportMap[];
  readonly codeList: (id: string) => CodeList | undefined;
  /** Present in demo installations: gives whoever imported a post in the district, so that there is something to see. */
  readonly shareImported?: (district: string, person: Id) => Promise<void>;
  /** The district itself and its streets and communities, with their names here and in the official list. */
  readonly listDivisions: (district: string) => Promise<readonly Division[]>;
  /** The same from the official list, not planted yet; empty when no such list is at hand. */
  readonly readOfficialDivisions: (district: string) => Promise<readonly Division[]>;
  /** Plants the official divisions of a district; how many nodes were added. */
  readonly plantDivisions: (district: string) => Promise<number>;
  /** Bodies by kind and name, made where the district lacks them; ids in the order asked. */
  readonly ensureBodies: (
    district: string,
    wanted: readonly { readonly name: string; readonly kind: string; readonly territory: string }[],
  ) => Promise<{ readonly ids: readonly Id[]; readonly made: number }>;
  /** How many of these bodies are not there yet; for a preview, which makes none. */
  readonly countMissingBodies: (
    district: string,
    wanted: readonly { readonly name: string; readonly kind: string }[],
  ) => Promise<number>;
  /** Takes past matters; one that was taken before adds nothing. */
  readonly takePastCases: (batch: readonly PastCase[], by: string) => Promise<PastCasesTaken>;
  /** Which of these numbers of a collection are there already; for a preview. */
  readonly knownPastCases: (
    district: string,
    source: string,
    externalIds: readonly string[],
  ) => Promise<ReadonlySet<string>>;
}

export interface Division {
  readonly path: string;
  readonly level: string;
  readonly name: string;
}

/** A past matter, ready to be written: one event with what the file knows. */
export interface PastCase {
  readonly district: string;
  readonly id: Id;
  readonly playbook: string;
  readonly imported: { readonly source: string; readonly externalId: string };
  readonly reportedAt: Instant;
  readonly category: string;
  readonly title: string;
  readonly place: { readonly path: string; readonly point: null; readonly text: string };
  readonly values: Readonly<Record<string, string>>;
  readonly channel: string;
  readonly stage: string;
  readonly assignee: { readonly body: Id; readonly name: string } | null;
  readonly answer: null;
  readonly rating: null;
  /** The files so far do not know it; no time is invented. */
  readonly closedAt: null;
  readonly outcome: string;
  readonly timing: 'in-time' | 'overtime' | 'unknown';
}

export interface PastCasesTaken {
  readonly added: number;
  readonly known: number;
  readonly refused: readonly { readonly externalId: string; readonly reason: Label }[];
}
