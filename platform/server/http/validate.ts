import { Compile } from 'typebox/compile';
import type { TSchema } from 'typebox';
import { label, type Label } from '#kernel/label';

/** One thing that is wrong with a request, at a field (`place.code`), in both locales. */
export interface Flaw {
  readonly field: string;
  readonly missing: boolean;
  readonly detail: Label;
}

export type Checked = { readonly value: unknown; readonly flaws: readonly Flaw[] };

interface ValidationError {
  readonly keyword: string;
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly params: Record<string, unknown>;
}

const sentences: Readonly<Record<string, (params: Record<string, unknown>) => Label>> = {
  type: ({ type }) => label(`类型应为 ${String(type)}`, `must be of the type ${String(type)}`),
  format: ({ format }) => label(`格式应为 ${String(format)}`, `must have the format ${String(format)}`),
  pattern: () => label('格式不正确', 'does not have the right form'),
  minLength: ({ limit }) => label(`至少 ${String(limit)} 个字`, `needs at least ${String(limit)} characters`),
  maxLength: ({ limit }) => label(`最多 ${String(limit)} 个字`, `may have at most ${String(limit)} characters`),
  minItems: ({ limit }) => label(`至少 ${String(limit)} 项`, `needs at least ${String(limit)} items`),
  maxItems: ({ limit }) => label(`最多 ${String(limit)} 项`, `may have at most ${String(limit)} items`),
  minimum: ({ limit }) => label(`不能小于 ${String(limit)}`, `may not be less than ${String(limit)}`),
  maximum: ({ limit }) => label(`不能大于 ${String(limit)}`, `may not be more than ${String(limit)}`),
  const: ({ allowedValue }) => label(`应为 ${String(allowedValue)}`, `must be ${String(allowedValue)}`),
  anyOf: () => label('不在可选范围内', 'is not one of the possible values'),
  enum: () => label('不在可选范围内', 'is not one of the possible values'),
};

const dotted = (pointer: string): string =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.');

const inside = (field: string, name: string): string => (field ? `${field}.${name}` : name);

const flawsOf = (error: ValidationError): readonly Flaw[] => {
  const field = dotted(error.instancePath);
  if (error.keyword === 'required') {
    const names = (error.params['requiredProperties'] as readonly string[] | undefined) ?? [];
    return names.map((name) => ({ field: inside(field, name), missing: true, detail: label('缺少', 'is missing') }));
  }
  if (error.keyword === 'additionalProperties') {
    const names = (error.params['additionalProperties'] as readonly string[] | undefined) ?? [];
    return names.map((name) => ({
      field: inside(field, name),
      missing: false,
      detail: label('不是可以提交的内容', 'is not known here'),
    }));
  }
  // `boolean` only repeats what additionalProperties has said.
  if (error.keyword === 'boolean') return [];
  const say = sentences[error.keyword] ?? (() => label('不符合要求', 'is not valid'));
  return [{ field, missing: false, detail: say(error.params) }];
};

/** At most this many flaws are told: enough to mend a form, too few to make an answer large. */
const most = 20;

/**
 * A checker for one part of a request.
 * @param options.coerce for parameters and queries, where everything arrives as text
 */
export const checkerOf = (schema: object, options: { coerce: boolean }): ((value: unknown) => Checked) => {
  const compiled = Compile(schema as TSchema);
  return (input) => {
    const value = options.coerce ? compiled.Convert(input ?? {}) : input;
    if (compiled.Check(value)) return { value, flaws: [] };
    const byField = new Map<string, Flaw>();
    for (const error of compiled.Errors(value) as readonly ValidationError[]) {
      for (const flaw of flawsOf(error)) {
        // A failed union reports each branch; the sentence of the union itself says it best.
        const known = byField.get(flaw.field);
        if (!known || error.keyword === 'anyOf') byField.set(flaw.field, flaw);
      }
    }
    return { value, flaws: [...byField.values()].slice(0, most) };
  };
};
