import { label } from '#kernel/label';
import type { CaseView, RelatedCase } from '#engines/case/contract';
import { findStage } from '#engines/case/model';
import { maskNumbers } from '#kernel/personal-text';
import type { CaseLists } from './case-lists.ts';
import type { CaseStore, RelatedRow } from './case-store.ts';
import type { Definitions } from './definitions.ts';
import type { Reader, SeenCase } from './readers.ts';

/** Matters that hang on another: the one of which it is a task, its own children, those that repeat it. */
export type RelatedCases = Pick<CaseView, 'parent' | 'children' | 'repeats'>;

const noneRelated: RelatedCases = { parent: null, children: [], repeats: [] };

/** A matter that the reader may not see shows only that it is there, and its stage. */
export const createRelated = (store: CaseStore, lists: CaseLists, definitions: Definitions) => {
  const viewOf = (row: RelatedRow, readable: ReadonlySet<string>): RelatedCase => {
    const playbook = definitions.playbookOf({ playbook: row.playbook, playbookVersion: row.playbook_version });
    const seen = readable.has(row.id);
    return {
      id: seen ? row.id : null,
      number: seen ? row.number : null,
      title: seen ? maskNumbers(row.title) : null,
      stage: findStage(playbook, row.stage)?.shown ?? label(row.stage, row.stage),
      status: row.status,
    };
  };

  /** One question for all of them, a second one only when there are any. */
  const relatedOf = async ({ district, state, related }: SeenCase, reader: Reader): Promise<RelatedCases> => {
    if (related === false && !state.parent) return noneRelated;
    const rows = await store.findRelated(district, state.id, state.parent?.id ?? null);
    if (rows.length === 0) return noneRelated;
    const listed = await lists.listByIds(
      reader,
      rows.map((row) => row.id),
    );
    const readable = new Set(listed.map((row) => row.id));
    const of = (kind: RelatedRow['kind']): RelatedCase[] =>
      rows.filter((row) => row.kind === kind).map((row) => viewOf(row, readable));
    return { parent: of('parent')[0] ?? null, children: of('child'), repeats: of('repeat') };
  };

  return { relatedOf };
};
