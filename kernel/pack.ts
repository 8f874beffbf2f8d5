import type { Label } from './label.ts';

/** Anything a pack declares: it has an id that is unique in its section. */
export interface Definition {
  readonly id: string;
}

/**
 * A pack (业务包): declarative content, JSON-serialisable through and through. Sections are named by
 * the engine that reads them: `codeLists`, `roles`, `playbooks`, `indicators`, `bodyKinds` …
 */
export interface Pack<Sections extends PackSections = PackSections> {
  readonly id: string;
  readonly version: number;
  readonly name: Label;
  readonly summary: Label;
  readonly sections: Sections;
}

export type PackSections = { readonly [section: string]: readonly Definition[] | undefined };

/** Gives a pack its types and nothing else: what a pack holds is data. */
export const definePack = <const Sections extends PackSections>(pack: Pack<Sections>): Pack<Sections> => pack;
