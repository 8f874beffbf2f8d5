import type { ChangeBody } from '#engines/territory/contract';
import { type ChangeKind, changeKinds } from '#engines/territory/model';

export { type ChangeKind, changeKinds };

/** What somebody has typed so far; texts and choices, not yet a change. */
export interface Draft {
  readonly name: string;
  readonly officialName: string;
  readonly parent: string | undefined;
  readonly step: string;
  readonly parts: readonly { readonly name: string; readonly step: string }[];
  /** Child → number of its part. */
  readonly children: Readonly<Record<string, number>>;
  readonly carriesOn: number;
  readonly posts: Readonly<Record<string, number>>;
  readonly others: readonly string[];
  /** Code of the one that goes on; empty: a new one. */
  readonly into: string;
}

export const emptyDraft = (code: string, name: string): Draft => ({
  name,
  officialName: '',
  parent: undefined,
  step: '',
  parts: [
    { name, step: '' },
    { name: '', step: '' },
  ],
  children: {},
  carriesOn: 0,
  posts: {},
  others: [],
  into: code,
});

/** The next number after those that are taken: `003` → `004`, `g09` → `g10`. */
export const nextStep = (steps: readonly string[]): string => {
  const last = [...steps].sort().at(-1) ?? '000';
  const [, letter = '', digits = '0'] = /^([a-z]?)([0-9]+)$/.exec(last) ?? [];
  return `${letter}${String(Number(digits) + 1).padStart(digits.length, '0')}`;
};

const stepForm = /^([0-9]{2,3}|[a-z][0-9]{1,8})$/;

/** A change of what was typed; undefined while something that it needs is missing. */
export const changeOf = (kind: ChangeKind, code: string, draft: Draft): ChangeBody | undefined => {
  const name = draft.name.trim();
  const step = draft.step.trim();
  if (step !== '' && !stepForm.test(step)) return undefined;
  switch (kind) {
    case 'rename':
      if (!name) return undefined;
      return draft.officialName.trim()
        ? { kind, code, name, officialName: draft.officialName.trim() }
        : { kind, code, name };
    case 'move':
      if (!draft.parent) return undefined;
      return step ? { kind, code, parent: draft.parent, step } : { kind, code, parent: draft.parent };
    case 'split': {
      const right = draft.parts.every((part) => part.name.trim() && (!part.step || stepForm.test(part.step)));
      if (!right || draft.parts.filter((part) => !part.step).length > 1) return undefined;
      return {
        kind,
        code,
        carriesOn: draft.carriesOn,
        posts: { ...draft.posts },
        parts: draft.parts.map((part, number) => ({
          name: part.name.trim(),
          ...(part.step ? { step: part.step } : {}),
          children: Object.entries(draft.children).flatMap(([child, at]) => (at === number ? [child] : [])),
        })),
      };
    }
    case 'merge': {
      const codes = [code, ...draft.others];
      if (draft.others.length === 0) return undefined;
      if (draft.into) return { kind, codes, into: name ? { code: draft.into, name } : { code: draft.into } };
      return name && step && draft.parent ? { kind, codes, into: { parent: draft.parent, step, name } } : undefined;
    }
    case 'end':
    case 'reopen':
      return { kind, code };
  }
};
