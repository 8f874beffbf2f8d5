import type { DomainError } from '#kernel/domain-error';
import type { FieldErrorCode } from '#kernel/errors/fields';
import type { Instant } from '#kernel/instant';
import type { Label, Locale } from '#kernel/label';

/** A field of a form, as data. What `options` may hold is said by the field's type. */
export interface Field {
  readonly id: string;
  /** Id of a field type: `text`, `choice`, `point` … see `fields/README.md`. */
  readonly type: string;
  readonly name: Label;
  readonly hint?: Label;
  readonly required?: boolean;
  /** FEEL condition over the form's other values; hidden fields are neither asked nor stored. */
  readonly show?: string;
  readonly options?: Readonly<Record<string, Json>>;
  /** Needed on every field that holds personal information; a pack without it is refused. */
  readonly privacy?: Privacy;
  /**
   * `author`: only whoever filled it in in a step reads it again (S050); nobody reveals, exports or prints it. Needs
   * `privacy`; each time it is filled in is kept apart.
   */
  readonly readers?: 'author';
  /**
   * Its value names the person whom the matter is for, the same each time (证件号码): applications of one person are found
   * by it (S228). A text with `privacy`.
   */
  readonly identifies?: true;
}

/** Why a personal value is asked and how long it stays (个人信息保护法 art. 6, 13, 17, 19, 28). */
export interface Privacy {
  readonly purpose: Label;
  readonly basis: 'duty' | 'consent' | 'contract' | 'emergency';
  readonly sensitivity: 'personal' | 'sensitive';
  /** Months after the closing of the record. */
  readonly retentionMonths: number;
}

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** What a field type needs from outside: code lists; where they are at hand, names of what values refer to. */
export interface FieldContext {
  readonly codeList: (id: string) => CodeList | undefined;
  readonly territoryName?: (code: string) => string | undefined;
  readonly bodyName?: (id: string) => string | undefined;
  readonly personName?: (id: string) => string | undefined;
  /** Whether a slot plan is known, where definitions are checked; absent: any is taken. */
  readonly knowsSlotPlan?: (id: string) => boolean;
  /** The moment of the check, for fields that ask for what is past or to come; without it those bounds are not asked. */
  readonly now?: Instant;
}

/** A time of a plan that somebody books: at a body (its id) or a territory (its code). */
export interface SlotValue {
  /** Id of a slot plan. */
  readonly plan: string;
  readonly place: string;
  readonly start: Instant;
}

/** A record kept elsewhere that a value names. */
export interface FieldReference {
  readonly kind: 'body' | 'person' | 'territory';
  readonly id: string;
}

export interface CodeList {
  readonly id: string;
  readonly name: Label;
  /** Where the list comes from: a standard, a document, or `proposed`. */
  readonly source: string;
  readonly items: readonly CodeItem[];
}

export interface CodeItem {
  readonly code: string;
  readonly name: Label;
  /** Code of the item above it, in a list with levels. */
  readonly parent?: string;
  /** Further properties that packs read, such as `limit`. */
  readonly extra?: Readonly<Record<string, Json>>;
}

/** What the check of a field says no with; a page carries the sentences of these codes. */
export type FieldRefusal = DomainError<FieldErrorCode>;

/** One type of field: pure part. Its form input and its output stand beside it as `.tsx`. */
export interface FieldType<Value extends Json = Json> {
  readonly id: string;
  readonly name: Label;
  /** True when its values are personal information: such a field is refused without `privacy`. */
  readonly personal?: true;
  /** JSON Schema of the value at rest. */
  readonly schema: (field: Field, context: FieldContext) => Readonly<Record<string, Json>>;
  /**
   * The value in its canonical form (trimmed, full-width digits folded …), or the refusal. Takes a value
   * at rest unchanged. Never called with null; an empty text or list means that nothing was filled in. A type made
   * of parts names the part at fault in the refusal's `field` (`members.0.name`), further ones in its `also`.
   */
  readonly check: (value: unknown, field: Field, context: FieldContext) => Value | FieldRefusal;
  /** The value as a person reads it in a table, an export or a message; personal values masked. */
  readonly text: (value: Value, field: Field, context: FieldContext, locale: Locale) => string;
  /** What is left of a value in a field that declares `privacy`, for whoever has not asked to see it; absent: `***`. */
  readonly mask?: (value: Value, field: Field, context: FieldContext, locale: Locale) => string;
  /** What a value names that is kept elsewhere; absent for types that name nothing. */
  readonly refersTo?: (value: Value, field: Field) => readonly FieldReference[];
  /** Times that a value books; absent for types that book nothing. */
  readonly books?: (value: Value, field: Field) => readonly SlotValue[];
  /** A phone number at which whoever filled it in can be reached. */
  readonly phoneOf?: (value: Value) => string;
  /** A valid value, made from a number 0..1, for samples, screens and the simulator. */
  readonly sample: (field: Field, context: FieldContext, chance: number) => Value;
  /** What is wrong in the definition itself; empty when it is right. */
  readonly problems?: (field: Field, context: FieldContext) => readonly string[];
}
