import type { Label } from '#kernel/label';
import type { Problem } from '#platform/contract';

/** Why a call did not succeed: refused by a rule, failed on the server, or no network. */
export type ProblemKind = 'refused' | 'failed' | 'offline';

export interface FieldRefusal {
  readonly field: string;
  readonly message: Label;
}

/** A call that did not succeed, with the sentence for people in both locales. */
export class ApiProblem extends Error {
  readonly kind: ProblemKind;
  /** Of the error catalogue, or `offline`. */
  readonly code: string;
  /** 0 when there was no answer. */
  readonly status: number;
  readonly sentence: Label;
  readonly fields: readonly FieldRefusal[];
  /** Names the request in the server's log. */
  readonly trace: string | undefined;
  /** Seconds after which a repeat makes sense. */
  readonly retryAfter: number | undefined;

  constructor(problem: {
    kind: ProblemKind;
    code: string;
    status: number;
    sentence: Label;
    fields?: readonly FieldRefusal[];
    trace?: string | undefined;
    retryAfter?: number | undefined;
  }) {
    super(`${problem.code}: ${problem.sentence.en}`);
    this.name = 'ApiProblem';
    this.kind = problem.kind;
    this.code = problem.code;
    this.status = problem.status;
    this.sentence = problem.sentence;
    this.fields = problem.fields ?? [];
    this.trace = problem.trace;
    this.retryAfter = problem.retryAfter;
  }
}

export const isProblem = (value: unknown): value is ApiProblem => value instanceof ApiProblem;

const offlineSentence: Label = {
  zh: '现在连不上网络，您填写的内容没有丢失。请检查网络后重试。',
  en: 'There is no connection now. What you entered is not lost. Please check the network and try again.',
};
const failedSentence: Label = {
  zh: '服务暂时没有完成这次操作，您填写的内容没有丢失。请稍后重试。',
  en: 'The service could not finish this. What you entered is not lost. Please try again in a moment.',
};

export const offlineProblem = (): ApiProblem =>
  new ApiProblem({ kind: 'offline', code: 'offline', status: 0, sentence: offlineSentence });

const isLabel = (value: unknown): value is Label =>
  typeof value === 'object' && value !== null && 'zh' in value && 'en' in value;

/** Reads problem+json; an answer of another shape (a proxy's error page) gets an honest general sentence. */
export const problemOf = (status: number, body: unknown, retryAfter?: number): ApiProblem => {
  const problem = (typeof body === 'object' && body !== null ? body : {}) as Partial<Problem>;
  const kind: ProblemKind = status >= 500 || status === 429 || status === 408 ? 'failed' : 'refused';
  return new ApiProblem({
    kind,
    code: typeof problem.code === 'string' ? problem.code : 'server.failed',
    status,
    sentence: isLabel(problem.message) ? problem.message : failedSentence,
    fields: Array.isArray(problem.fields) ? problem.fields.filter((one) => isLabel(one.message)) : [],
    trace: problem.trace,
    retryAfter,
  });
};

/** Anything that was thrown, as a problem that can be shown. */
export const asProblem = (error: unknown): ApiProblem =>
  isProblem(error)
    ? error
    : new ApiProblem({ kind: 'failed', code: 'client.failed', status: 0, sentence: failedSentence });
