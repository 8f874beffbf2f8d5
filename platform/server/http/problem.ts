import { DomainError, sentenceOf } from '#kernel/domain-error';
import { type ErrorCode, type ErrorEntry, errorCatalogue } from '#kernel/error-catalogue';
import { type Label, label, type Locale } from '#kernel/label';
import { isAuditFailure } from '#platform/server/audit';
import type { Problem } from '#platform/contract';
import type { Checked, Flaw } from './validate.ts';

/** A request that does not have the shape its route asks for. */
export class InvalidRequest extends Error {
  readonly part: 'params' | 'query' | 'body';
  readonly flaws: readonly Flaw[];

  constructor(part: 'params' | 'query' | 'body', checked: Checked) {
    super('request.invalid');
    this.part = part;
    this.flaws = checked.flaws;
  }
}

const entryOf = (code: ErrorCode): ErrorEntry => errorCatalogue[code];

const problem = (
  code: ErrorCode,
  message: Label,
  trace: string,
  locale: Locale,
  fields: Problem['fields'] = [],
): Problem => ({
  type: `urn:lifang:error:${code}`,
  code,
  title: message[locale],
  status: entryOf(code).status,
  message,
  trace,
  fields,
});

const refusals = (error: DomainError): readonly DomainError[] => [error, ...error.also.flatMap(refusals)];

const ofInvalid = (error: InvalidRequest, trace: string, locale: Locale): Problem => {
  const first = error.flaws[0];
  const name = first?.field || error.part;
  const inBoth = (code: ErrorCode, say: (locale: Locale) => Readonly<Record<string, string>>): Label =>
    label(sentenceOf({ code, values: say('zh') }).zh, sentenceOf({ code, values: say('en') }).en);
  const message = inBoth('request.invalid', (one) => ({ detail: first ? `${name} ${first.detail[one]}` : error.part }));
  const fields = error.flaws.map((flaw) => {
    const code: ErrorCode = flaw.missing ? 'field.required' : 'field.invalid';
    return {
      field: flaw.field,
      code,
      message: inBoth(code, (one) => ({ name: flaw.field, detail: flaw.detail[one] })),
    };
  });
  return problem('request.invalid', message, trace, locale, fields);
};

const megabytes = (bytes: number): string => `${Math.round(bytes / 104_857.6) / 10} MB`;

/** Errors of the HTTP layer itself, in our words. */
const ofLayer = (
  error: { code?: string; statusCode?: number },
  trace: string,
  locale: Locale,
  bodyLimit: number,
): Problem => {
  const say = (code: ErrorCode, values: Readonly<Record<string, unknown>>) =>
    problem(code, sentenceOf({ code, values }), trace, locale);
  if (error.statusCode === 413) return say('request.too-large', { limit: megabytes(bodyLimit) });
  if (error.statusCode === 404) return say('route.unknown', {});
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE' || error.statusCode === 415) {
    return problem(
      'request.invalid',
      label('提交的内容应为 JSON 格式。', 'The content has to be JSON.'),
      trace,
      locale,
    );
  }
  if (error.statusCode && error.statusCode < 500) {
    return problem(
      'request.invalid',
      label(
        '提交的内容无法读取，请刷新页面后重新提交。',
        'The content cannot be read. Please reload the page and send it again.',
      ),
      trace,
      locale,
    );
  }
  return say('server.failed', { trace });
};

/**
 * What a client is told of an error. An error that nobody foresaw says no more than its trace.
 * @param options.outsider true when nobody is signed in: sentences that are not public stay inside
 */
export const problemOf = (
  error: unknown,
  options: { trace: string; locale: Locale; outsider: boolean; bodyLimit: number },
): Problem => {
  const { trace, locale } = options;
  // A change that leaves no trace does not happen (GB/T 22239-2019 8.1.4.3 d).
  if (isAuditFailure(error)) return problemOf(new DomainError('audit.unavailable'), options);
  if (error instanceof InvalidRequest) return ofInvalid(error, trace, locale);
  if (error instanceof DomainError) {
    const all = refusals(error);
    const fields = all.flatMap((one) =>
      one.field === undefined ? [] : [{ field: one.field, code: one.code, message: sentenceOf(one) }],
    );
    const open = entryOf(error.code).public || !options.outsider;
    const message = open
      ? sentenceOf({ code: error.code, values: { trace, ...error.values } })
      : sentenceOf({ code: 'server.failed', values: { trace } });
    return problem(error.code, message, trace, locale, open ? fields : []);
  }
  return ofLayer((error ?? {}) as { code?: string; statusCode?: number }, trace, locale, options.bodyLimit);
};
