import type { Id } from './ids.ts';
import type { Instant } from './instant.ts';

/**
 * One thing that happened; the only input of every figure. Append-only.
 * A fact belongs to a place (territory path) and to a subject (the case, entry … it speaks of).
 */
export interface Fact {
  /** `<engine>.<what happened>`, such as `case.reported`, `case.finished`. */
  readonly kind: string;
  /** When it happened; null when nobody wrote it down: no time is invented. */
  readonly at: Instant | null;
  /** When its subject began (a case: when it was reported). Figures by cohort use it. */
  readonly cohortAt: Instant;
  /** Territory path of the place, with trailing dot. */
  readonly path: string;
  readonly subject: Id;
  /** Flat text dimensions that indicators filter and break down by. */
  readonly dims: Readonly<Record<string, string>>;
  /** What is summed or averaged; 1 for a plain count. Its unit is the kind's. Null when not known: counted, never averaged. */
  readonly value: number | null;
}
