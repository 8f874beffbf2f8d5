import type { PlaybookExample } from '#engines/case/model';
export const examples: readonly PlaybookExample[] = [];
