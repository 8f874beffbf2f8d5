import type { DomainError } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import type { Instant } from '#kernel/instant';
import type {
  Actor,
  CaseState,
  ClosedCase,
  ImportCommand,
  OpenCase,
  ParentCase,
  Place,
  Reporter,
  TaskCommand,
} from '#engines/case/model';

/** What the engine does for callers without HTTP: the simulator, imports, other programs of the server. */

/** How a command reached the server; part of the audit row. */
export interface Origin {
  readonly address?: string | null;
}

export interface ReportInput {
  readonly district: string;
  /** Made by the client; also the matter's id. */
  readonly id: Id;
  readonly playbook: string;
  readonly category: string;
  readonly place: Place;
  /** By the playbook's form. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly channel: string;
  readonly reporter: Reporter;
  readonly actor: Actor;
  /** Whom somebody wrote for (代录). */
  readonly contact?: {
    readonly name: string | null;
    readonly phone: string | null;
    /** Photos of the sheet on which it came. */
    readonly sheet?: readonly string[];
  };
  /** Version of the collection notice that was shown. */
  readonly notice?: string;
  /** Opened as a task of another matter. */
  readonly parent?: ParentCase;
  /** Opens the progress together with the number; only its HMAC is stored. */
  readonly queryCode?: string;
  /** The server's time unless told. */
  readonly now?: Instant;
  readonly origin?: Origin;
  /** What makes a repeat the same command, when more than the input does (the request's body). */
  readonly said?: unknown;
}

export interface ReportReceipt {
  readonly id: Id;
  readonly number: string;
  readonly receivedAt: Instant;
  /** Stage as the one who asked reads it. */
  readonly shown: { readonly zh: string; readonly en: string };
}

export interface ActionInput {
  readonly district: string;
  readonly caseId: Id;
  /** The command's id, made by the client. */
  readonly id: Id;
  readonly action: string;
  readonly form: Readonly<Record<string, unknown>>;
  /** The task that it is about, where there are several. */
  readonly task?: string | undefined;
  readonly expectedVersion?: number | undefined;
  readonly actor: Actor;
  readonly now?: Instant;
  readonly origin?: Origin;
}

/** A whole past in one go: the same decisions, written in bulk. */
export interface CaseHistory {
  readonly report: Omit<ReportInput, 'now'> & { readonly now: Instant };
  readonly steps: readonly HistoryStep[];
}

export type HistoryStep = HistoryAction | HistoryMeToo | HistoryLink | HistoryChild;

interface HistoryCore {
  readonly actor: Actor;
  readonly now: Instant;
}

export interface HistoryAction extends HistoryCore {
  readonly action: string;
  readonly form: Readonly<Record<string, unknown>>;
  readonly task?: string;
}

/** Somebody else says “me too”. */
export interface HistoryMeToo extends HistoryCore {
  readonly meToo: true;
}

/** Staff say that the matter repeats another, which repeats none. */
export interface HistoryLink extends HistoryCore {
  readonly repeats: Id;
}

/** A matter was opened as a task of this one, or has ended. */
export interface HistoryChild extends HistoryCore {
  readonly child: Omit<TaskCommand, 'type'>;
}

export interface HistoriesWritten {
  readonly written: number;
  /** Ids that were there before. */
  readonly known: number;
  /** Of a refused step: the history up to it was written. `step` 0 is the report, and then nothing was. */
  readonly refused: readonly { readonly id: Id; readonly step: number; readonly refusal: DomainError }[];
  readonly states: ReadonlyMap<Id, OpenCase | ClosedCase>;
}

export type ImportInput = Omit<ImportCommand, 'type'> & { readonly district: string; readonly playbook: string };

export interface CasesImported {
  readonly added: number;
  /** There from an earlier run, by source and external id. */
  readonly known: number;
  readonly refused: readonly { readonly externalId: string; readonly refusal: DomainError }[];
}

export interface CaseUseCases {
  readonly reportCase: (input: ReportInput) => Promise<ReportReceipt>;
  readonly takeAction: (input: ActionInput) => Promise<OpenCase | ClosedCase>;
  /** Everything that an actor of the simulator needs to decide what to do next. */
  readonly findState: (district: string, id: Id) => Promise<CaseState>;
  /** Writes many histories through the same `decide`; some thousand events a second. */
  readonly writeHistories: (histories: readonly CaseHistory[]) => Promise<HistoriesWritten>;
  /** Takes past matters; one that was taken before (source and external id) adds nothing. */
  readonly importCases: (batch: readonly ImportInput[], options?: { readonly by?: string }) => Promise<CasesImported>;
}
