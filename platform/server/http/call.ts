import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import type { Static, TSchema } from 'typebox';
import type { Route } from '#kernel/route';
import type { Call, Session } from '#platform/server/parts';

/** What few handlers need beyond a `Call`: cookies of sign-in, bytes that come in, the wire itself. */
export interface Wire {
  /** Token of the session cookie, if any. */
  readonly token: string | undefined;
  /** Sets the session cookie with the answer. @param seconds until the browser forgets it */
  readonly setSession: (token: string, seconds: number) => void;
  /** Takes the session cookie away and tells the browser to drop what it stored. */
  readonly clearSession: (name?: string) => void;
  /** Another cookie of this server, by its short name: `device`. */
  readonly cookie: (name: string) => string | undefined;
  /** Sets one; no seconds take it away. @param value letters, digits and `_.~-`, 16 to 1000 of them */
  readonly setCookie: (name: string, value: string, seconds: number) => void;
  /** As the browser knows this server, `https://lifang.example.cn`; behind a trusted proxy what the proxy says. */
  readonly origin: string;
  /** Who has signed in as a resident in this browser, on routes that are for anyone. */
  readonly findResident: () => Promise<Session | undefined>;
  /** The body as it comes, on routes without a body schema. */
  readonly stream: Readable;
  readonly headers: IncomingHttpHeaders;
  /** Aborted when the client goes away before the answer is complete. */
  readonly gone: AbortSignal;
}

/** What a `raw` route answers: bytes with a type and, for a download, a name. */
export interface RawAnswer {
  readonly type: string;
  readonly body: Readable | Buffer | string;
  readonly size?: number;
  /** File name offered to the person who saves it. */
  readonly name?: string;
  /** True: shown in the page (pictures, event streams); false: saved as a file. */
  readonly inline?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
}

type Shape<Schema> = Schema extends TSchema ? Static<Schema> : undefined;

/** A call of one route. `session` is undefined only where the route is for anyone. */
export type RouteCall<One extends Route> = Omit<
  Call<Shape<One['params']>, Shape<One['query']>, Shape<One['body']>>,
  'session'
> & {
  readonly session: One['who'] extends 'anyone' ? Session | undefined : Session;
  readonly wire: Wire;
};

export type RouteAnswer<One extends Route> = One['raw'] extends true
  ? RawAnswer
  : One['answer'] extends TSchema
    ? Static<One['answer']>
    : void;

export type Handler<One extends Route> = (call: RouteCall<One>) => Promise<RouteAnswer<One>> | RouteAnswer<One>;

/** One handler for each route, under the same names: `const handlers: Handlers<typeof caseRoutes> = { … }`. */
export type Handlers<Routes extends Record<string, Route>> = { readonly [Name in keyof Routes]: Handler<Routes[Name]> };
