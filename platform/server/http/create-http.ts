import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { DomainError } from '#kernel/domain-error';
import { isRefusedAccess, type Origin } from '#platform/server/audit';
import type { Session } from '#platform/server/parts';
import { apiPolicy, commonHeaders, type PageSources, secureHeaders } from './headers.ts';
import { InvalidRequest, problemOf } from './problem.ts';
import { createRateLimit, type RateLimit } from './rate-limit.ts';
import { isForeign, isSafe, localeOf, newTrace, originOf, residentCookie, tokenOf } from './requests.ts';

/** Who a session cookie belongs to. Answers from memory where it can; undefined as soon as it was revoked anywhere. */
export type FindSession = (token: string) => Session | undefined | Promise<Session | undefined>;

export interface HttpOptions {
  readonly log: Logger;
  readonly findSession: FindSession;
  /** Addresses of the proxies whose `X-Forwarded-*` is believed; nobody's by default. */
  readonly trustProxy?: readonly string[];
  /** Multiplies all rate limits: where a whole community shares one outside address, raise it. */
  readonly rateFactor?: number;
  /** Bytes of a JSON body, 1 MB unless said otherwise; a route may have its own. */
  readonly bodyLimit?: number;
  /** Checks every answer against its schema: for tests and development. */
  readonly checkAnswers?: boolean;
  readonly pages?: PageSources;
  /** Milliseconds; a test's clock. */
  readonly now?: () => number;
  /** How long a slow client is waited for. */
  readonly patience?: Patience;
  /** Told when somebody who is signed in was not allowed to do something. */
  readonly refused?: (session: Session, route: string, code: string, origin: Origin) => void;
  /** Told of each request: method, route pattern, status, seconds. */
  readonly measure?: (method: string, route: string, status: number, seconds: number) => void;
}

/** Milliseconds. */
export interface Patience {
  readonly headers: number;
  readonly request: number;
  /** How often connections are looked at. */
  readonly look: number;
}

export interface HttpContext {
  readonly options: HttpOptions;
  readonly limit: RateLimit;
  /** Answers an address that no route has; null leaves it unknown. Set by `serveApps`. */
  fallback?: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | null>;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Undefined without a valid session cookie. */
    caller: Session | undefined;
    token: string | undefined;
  }
  interface FastifyContextConfig {
    forResident?: boolean;
    /** As its route table calls it. */
    name?: string;
  }
  interface FastifyInstance {
    lifang: HttpContext;
  }
}

export const defaultBodyLimit = 1_000_000;

/** Slow clients: 15 s for the headers, 2 min for the whole request (a photo over a weak network), looked at every 5 s. */
const usualPatience: Patience = { headers: 15_000, request: 120_000, look: 5_000 };

const isApi = (url: string): boolean => url.startsWith('/api/') || url === '/api';

/** The HTTP server without any route: limits, sessions, headers, problems. Routes come by `bindRoutes`. */
export const createHttp = async (options: HttpOptions): Promise<FastifyInstance> => {
  const bodyLimit = options.bodyLimit ?? defaultBodyLimit;
  const patience = options.patience ?? usualPatience;
  const app = Fastify({
    logger: false,
    genReqId: newTrace,
    trustProxy: options.trustProxy?.length ? [...options.trustProxy] : false,
    bodyLimit,
    exposeHeadRoutes: false,
    forceCloseConnections: 'idle',
    requestTimeout: patience.request,
    keepAliveTimeout: 72_000,
    http: { maxHeaderSize: 16_384, headersTimeout: patience.headers, connectionsCheckingInterval: patience.look },
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: false },
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
  });
  app.decorate('lifang', { options, limit: createRateLimit() });
  app.decorateRequest('caller', undefined);
  app.decorateRequest('token', undefined);

  const json = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') return done(null, undefined);
    json(request, body as string, done);
  });
  // Anything else stays a stream: the route without a body schema that wants it reads it, others refuse.
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));

  app.addHook('onRequest', async (request, reply) => {
    reply.headers(commonHeaders);
    if (request.protocol === 'https') reply.headers(secureHeaders);
    if (!isApi(request.url)) return;
    reply.headers({
      'cache-control': 'no-store',
      'content-security-policy': apiPolicy,
      'x-trace-id': request.id,
      vary: 'accept-language, accept-encoding, cookie',
    });
    // Also without a cookie: another site may not sign its visitor in here as somebody else.
    const foreign = isForeign(request);
    // A worker's phone may also be a resident's: each has a cookie of its own, and each route knows whose it wants.
    const { forResident } = request.routeOptions.config;
    request.token = tokenOf(request.headers.cookie, request.protocol === 'https', forResident ? residentCookie : '');
    if (!request.token) {
      if (foreign) throw new DomainError('request.foreign-origin');
      return;
    }
    const found = options.findSession(request.token);
    request.caller = found instanceof Promise ? await found : found;
    if (foreign) throw new DomainError('request.foreign-origin');
  });

  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    options.measure?.(request.method, route, reply.statusCode, reply.elapsedTime / 1000);
    if (reply.statusCode < 500) {
      const quiet = request.method === 'GET' && reply.statusCode < 400;
      const line = {
        trace: request.id,
        method: request.method,
        route,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      };
      if (quiet) options.log.debug(line, 'answered');
      else options.log.info(line, 'answered');
    }
    done();
  });

  app.setErrorHandler((error, request, reply) => {
    const problem = problemOf(error, {
      trace: request.id,
      locale: localeOf(request.headers['accept-language']),
      outsider: !request.caller,
      bodyLimit: request.routeOptions.bodyLimit ?? bodyLimit,
    });
    if (problem.status >= 500) {
      const route = request.routeOptions.url;
      options.log.error({ err: error, trace: request.id, method: request.method, route }, 'request failed');
    } else if (!(error instanceof DomainError) && !(error instanceof InvalidRequest)) {
      options.log.debug({ trace: request.id, code: (error as { code?: string }).code }, 'request refused');
    }
    const { name } = request.routeOptions.config;
    if (request.caller && name && isRefusedAccess(problem.code, problem.status, !isSafe(request.method)))
      options.refused?.(request.caller, name, problem.code, originOf(request));
    const wait = error instanceof DomainError ? error.values['seconds'] : undefined;
    if ((problem.status === 429 || problem.status === 423) && wait !== undefined)
      reply.header('retry-after', String(wait));
    return reply.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  });

  app.setNotFoundHandler(async (request, reply) => {
    const answered = isApi(request.url) ? null : await app.lifang.fallback?.(request, reply);
    if (!answered) throw new DomainError('route.unknown');
    return answered;
  });
  return app;
};
