/** Settings that this engine reads; declared, with their checks, in `apps/server/settings.ts`. */
export const caseSettings = {
  /** Looks at personal values that one person may take in a day. */
  revealsADay: 'security.reveals-a-day',
  /** Rows that may be taken out without somebody else's word. */
  exportLimit: 'security.export-limit',
  /** Days after the closing in which whoever asked may say that it was not solved, and the body that had it may read it. */
  reworkDays: 'case.rework-days',
  /** Ids of dormant playbooks that are awake: an epidemic, a season. */
  awake: 'case.awake',
  otherwise: { revealsADay: 50, exportLimit: 500, reworkDays: 30, awake: [] as readonly string[] },
} as const;
