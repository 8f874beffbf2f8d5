import type { Static, TSchema } from 'typebox';
import type { Route } from '#kernel/route';

/** What a caller gives and gets, read from the route table's schemas. */

type StaticOf<Schema> = Schema extends TSchema ? Static<Schema> : unknown;
type AllOptional<Shape> = Record<string, never> extends Shape ? true : false;

type Part<R extends Route, Key extends 'params' | 'query' | 'body'> = R[Key] extends object
  ? AllOptional<StaticOf<R[Key]>> extends true
    ? { readonly [K in Key]?: StaticOf<R[Key]> }
    : { readonly [K in Key]: StaticOf<R[Key]> }
  : unknown;

export type Input<R extends Route> = Part<R, 'params'> & Part<R, 'query'> & Part<R, 'body'>;

export type Answer<R extends Route> = R extends { readonly raw: true }
  ? Blob
  : R['answer'] extends object
    ? StaticOf<R['answer']>
    : undefined;

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** ms until the call counts as failed for want of a network; 20,000 unless told. */
  readonly timeout?: number;
}

export type Operation<R extends Route> =
  AllOptional<Input<R>> extends true
    ? (input?: Input<R>, options?: CallOptions) => Promise<Answer<R>>
    : (input: Input<R>, options?: CallOptions) => Promise<Answer<R>>;

export type Client<Routes extends Readonly<Record<string, Route>>> = {
  readonly [Name in keyof Routes]: Operation<Routes[Name]>;
};
