import type { Id } from '#kernel/ids';
import type { DateText } from '#kernel/instant';
import type { Label } from '#kernel/label';
import type { Session } from '#platform/server/parts';
import type { CodeList } from '#fields/field';
import type { Indicator } from '#engines/indicator/model';
import type { PlacesOf } from './relocate.ts';

/** What figures ask of others; wired in `apps/server/compose.ts`. */
export interface IndicatorPorts {
  /** Section `indicators` of all packs. */
  readonly indicators: readonly Indicator[];
  /** A code list of the packs, where weights of figures stand. */
  readonly codeList: (id: string) => CodeList | undefined;
  /** The pack that declares one. */
  readonly packOf: (indicator: string) => { readonly id: string; readonly name: Label };
  /** The node of a code such as `440310`, one that has ended too; undefined when the tree has none. */
  readonly findNode: (code: string) => Promise<(FigurePlace & { readonly ended?: boolean }) | undefined>;
  /** Nodes of a level below a path, in the order of their paths; none lies in another. */
  readonly childrenAtLevel: (path: string, level: string) => Promise<readonly FigurePlace[]>;
  /** As `childrenAtLevel`, of all nodes that there were on some day of a period, `to` exclusive. */
  readonly childrenBetween: (
    path: string,
    level: string,
    from: DateText,
    to: DateText,
  ) => Promise<readonly FigurePlace[]>;
  /** Where subjects of facts lie now, in the transaction of a change of the tree; unknown ones are left out. */
  readonly placesOf: PlacesOf;
  /** Names of territory paths as a person reads them; unknown ones are left out. */
  readonly namesOf: (paths: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** Names of the values of a dimension (`category`, `playbook`, `body` …); unknown ones are left out and shown as they are. */
  readonly namesOfValues: (dimension: string, values: readonly string[]) => Promise<ReadonlyMap<string, Label>>;
  /** Scopes in which a session may read figures. */
  readonly scopesToRead: (session: Session) => readonly string[];
  /** Scopes in which it may open them to their facts; fewer for those who read only what they were given to do. */
  readonly scopesToOpen: (session: Session) => readonly string[];
  /** What people call the subjects of facts (number and title of a matter); those the session may not read are left out. */
  readonly namesOfSubjects: (
    session: Session,
    subjects: readonly { readonly district: string; readonly id: Id }[],
  ) => Promise<ReadonlyMap<Id, { readonly number: string; readonly title: string }>>;
}

export interface FigurePlace {
  readonly path: string;
  readonly code: string;
  readonly name: string;
}
