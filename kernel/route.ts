import type { ErrorCode } from './error-catalogue.ts';

/**
 * One HTTP operation, as data. The same table makes the server's route, the OpenAPI document, the
 * who-may matrix and the typed client call, so the four cannot disagree.
 * Schemas are JSON Schema objects (written with TypeBox); named ones carry `$id`.
 */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With `:name` parameters. Always below `/api`. */
  readonly url: string;
  readonly summary: string;
  readonly tag: string;
  readonly who: WhoMay;
  readonly params?: object;
  readonly query?: object;
  readonly body?: object;
  /** Absent: 204 without content. */
  readonly answer?: object;
  /** Refusals beyond `request.invalid`, `session.missing`, `permission.denied`. */
  readonly errors?: readonly ErrorCode[];
  /** Requests a minute from one address (public routes) or one account. */
  readonly perMinute?: number;
  /** Bytes of the JSON body, where it may be larger than the usual 1 MB. */
  readonly maxBody?: number;
  /** A file or event stream rather than JSON. */
  readonly raw?: true;
  /** Answers also a sign-in that is not complete yet: its second factor or a new password is outstanding. */
  readonly early?: true;
  /** Wants to know again who asks, within the last ten minutes: grants, exports, second factors (ASVS 7.5). */
  readonly confirm?: true;
  /** What bounds the answer beside the permission, where it is not what `boundOf` says. */
  readonly bound?: Bound;
}

/**
 * `range`: what lies in the range of the posts that carry the permission. `matters`: the same, and for a role that
 * reads its tasks only what its body was given to do. `own`: what is the asker's own. `nothing`: the same for all.
 */
export type Bound = 'range' | 'matters' | 'own' | 'nothing';

/** What bounds a route that declares nothing: a permission reaches as far as its post, a sign-in to what is one's own. */
export const boundOf = ({ who, bound }: Pick<Route, 'who' | 'bound'>): Bound =>
  bound ?? (who === 'anyone' ? 'nothing' : typeof who === 'object' ? 'range' : 'own');

/**
 * `anyone` needs no sign-in; `signed-in` is staff, `resident` whoever signed in by phone as a resident;
 * a permission is granted by roles, which are pack data.
 */
export type WhoMay = 'anyone' | 'signed-in' | 'resident' | { readonly permission: string };

export const defineRoutes = <const Routes extends Record<string, Route>>(routes: Routes): Routes => routes;
