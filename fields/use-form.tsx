import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Label } from '#kernel/label';
import type { ApiProblem } from '#platform/web/api';
import { useLocale } from '#platform/web/i18n';
import type { FormError } from '#platform/web/kit';
import type { Field, FieldContext, Json } from './field.ts';
import { fieldSentence } from './field-sentence.ts';
import type { checkForm } from './form.ts';

export type FormDraft = Readonly<Record<string, Json | null>>;
export type CheckedValues = Readonly<Record<string, Json>>;

/** Conditions bring their interpreter along: only a form that has some waits for it. */
const loadConditions = () => import('./form.ts');
const hasConditions = (fields: readonly Field[]): boolean => fields.some((field) => field.show !== undefined);

/** The rules that the server enforces; they come after the first paint. */
const loadCheck = async (fields: readonly Field[]): Promise<typeof checkForm> => {
  if (hasConditions(fields)) return (await loadConditions()).checkForm;
  const { checkFields } = await import('./check-fields.ts');
  return (asked, given, context) => checkFields(asked, given, context, () => true);
};

/** Fields that are asked now: those whose condition holds. A form without conditions never waits for the interpreter. */
export const useShownFields = (fields: readonly Field[], draft: FormDraft): readonly Field[] => {
  const conditional = useMemo(() => hasConditions(fields), [fields]);
  const [rules, setRules] = useState<Awaited<ReturnType<typeof loadConditions>>>();
  useEffect(() => {
    if (conditional) void loadConditions().then(setRules);
  }, [conditional]);
  return useMemo(() => {
    if (!conditional) return fields;
    if (!rules) return fields.filter((field) => field.show === undefined);
    const known: Record<string, Json> = {};
    return fields.filter((field, index) => {
      const shown = rules.isShown(fields, index, known);
      const value = draft[field.id];
      if (shown && value !== null && value !== undefined) known[field.id] = value;
      return shown;
    });
  }, [conditional, rules, fields, draft]);
};

/** By field id, or by the way to a part of its value: `members.0.name`. */
type Refusals = Readonly<Record<string, Label>>;

export interface Form {
  readonly draft: FormDraft;
  readonly set: (id: string, value: Json | null) => void;
  readonly replace: (draft: FormDraft) => void;
  /** By field id, in the locale that shows. */
  readonly errors: Readonly<Record<string, string>>;
  /** Of the parts of a field's value, as `0.name`; undefined when there are none. */
  readonly errorsIn: (id: string) => Readonly<Record<string, string>> | undefined;
  /** What belongs to no field of this form. */
  readonly general: string | undefined;
  /** For `ErrorSummary`; ids of the controls are `<prefix><field id>`. */
  readonly summary: (prefix: string) => readonly FormError[];
  /** Counts the checks, so that a summary knows when to take the focus. */
  readonly attempt: number;
  /**
   * The canonical values, or undefined after the refusals have been put at their fields.
   * `beside` are refusals that the types do not know of: they show together with the others.
   */
  readonly check: (only?: readonly Field[], beside?: Refusals) => Promise<CheckedValues | undefined>;
  /** Puts refusals at fields that their types do not know of, such as one of two fields that must be given. */
  readonly complain: (refusals: Refusals) => void;
  /** Ids of the fields that the last check refused. */
  readonly failed: () => ReadonlySet<string>;
  /** Puts a server's refusals at their fields. */
  readonly refuse: (problem: ApiProblem) => void;
}

const fieldOf = (key: string): string => key.split('.')[0] ?? key;

const partAt = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null ? (inner as Readonly<Record<string, unknown>>)[step] : undefined,
    value,
  );

/** What is wrong with the other parts of a value stays in view while one of them is mended. */
const withoutMended = (refusals: Refusals, id: string, before: unknown, after: unknown): Refusals =>
  Object.fromEntries(
    Object.entries(refusals).filter(([key]) => {
      if (fieldOf(key) !== id) return true;
      const path = key.split('.').slice(1);
      return path.length > 0 && partAt(after, path) === partAt(before, path);
    }),
  );

/** A server names a field by its id, by the way to it in the body, or to a part of it: `values.words`, `report/items/0/name`. */
const keyAt = (field: string, ids: readonly string[]): string | undefined => {
  const steps = field.split(/[./]/);
  const last = steps.at(-1) ?? '';
  if (ids.includes(last)) return last;
  const at = steps.findIndex((step, index) => ids.includes(step) && /^\d+$/.test(steps[index + 1] ?? ''));
  return at < 0 ? undefined : steps.slice(at).join('.');
};

/** A form being filled. Errors appear when somebody wants to go on, and go as soon as the field is touched. */
export const useForm = (fields: readonly Field[], context: FieldContext, initial: FormDraft = {}): Form => {
  const locale = useLocale();
  const [draft, setDraft] = useState<FormDraft>(initial);
  const [refusals, setRefusals] = useState<Refusals>({});
  const [general, setGeneral] = useState<Label>();
  const [attempt, setAttempt] = useState(0);
  const failed = useRef<ReadonlySet<string>>(new Set());
  const latest = useRef({ draft, fields, context });
  latest.current = { draft, fields, context };

  useEffect(() => {
    // Ready before it is needed, also when the line is gone by then.
    const idle = setTimeout(() => void loadCheck(fields), 1500);
    return () => clearTimeout(idle);
  }, [fields]);

  const set = useCallback((id: string, value: Json | null) => {
    const before = latest.current.draft[id];
    setDraft((known) => ({ ...known, [id]: value }));
    setRefusals((known) => withoutMended(known, id, before, value));
    setGeneral(undefined);
  }, []);
  const replace = useCallback((next: FormDraft) => {
    setDraft(next);
    setRefusals({});
    setGeneral(undefined);
  }, []);

  const complain = useCallback((found: Refusals) => {
    failed.current = new Set(Object.keys(found).map(fieldOf));
    setRefusals(found);
    setGeneral(undefined);
    setAttempt((count) => count + 1);
  }, []);

  const check = useCallback(
    async (only?: readonly Field[], beside: Refusals = {}): Promise<CheckedValues | undefined> => {
      const { fields: all, draft: given, context: around } = latest.current;
      const asked = new Set((only ?? all).map((field) => field.id));
      // The whole form, because conditions speak of other fields; then only the refusals of what is asked here.
      const rules = await loadCheck(all);
      const { values, refusals: every } = rules(all, given, { ...around, now: new Date().toISOString() });
      const found = every.filter((one) => asked.has(fieldOf(one.field ?? '')));
      const refused = { ...beside, ...Object.fromEntries(found.map((one) => [one.field ?? '', fieldSentence(one)])) };
      if (Object.keys(refused).length > 0) {
        complain(refused);
        return undefined;
      }
      setRefusals({});
      setGeneral(undefined);
      return values;
    },
    [complain],
  );

  const refuse = useCallback((problem: ApiProblem) => {
    const ids = latest.current.fields.map((field) => field.id);
    const found: Record<string, Label> = {};
    for (const { field, message } of problem.fields) {
      const key = keyAt(field, ids);
      if (key) found[key] = message;
    }
    setRefusals(found);
    setGeneral(Object.keys(found).length === 0 ? problem.sentence : undefined);
    setAttempt((count) => count + 1);
  }, []);

  const errors = useMemo(
    () => Object.fromEntries(Object.entries(refusals).map(([id, sentence]) => [id, sentence[locale]])),
    [refusals, locale],
  );
  const summary = useCallback(
    (prefix: string) => [
      ...(general ? [{ id: '', text: general[locale] }] : []),
      ...latest.current.fields.flatMap((field) =>
        Object.entries(errors)
          .filter(([key]) => fieldOf(key) === field.id)
          .map(([key, text]) => ({ id: prefix + key, text })),
      ),
    ],
    [errors, general, locale],
  );
  const errorsIn = useCallback(
    (id: string) => {
      const parts = Object.entries(errors).filter(([key]) => key.startsWith(`${id}.`));
      return parts.length > 0
        ? Object.fromEntries(parts.map(([key, text]) => [key.slice(id.length + 1), text]))
        : undefined;
    },
    [errors],
  );
  const failedNow = useCallback(() => failed.current, []);
  return {
    draft,
    set,
    replace,
    errors,
    errorsIn,
    general: general?.[locale],
    summary,
    attempt,
    check,
    complain,
    failed: failedNow,
    refuse,
  };
};
