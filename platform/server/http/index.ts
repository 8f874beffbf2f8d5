export type { Handler, Handlers, RawAnswer, RouteAnswer, RouteCall, Wire } from './call.ts';
export { type Answered, answeredChannel, bindRoutes } from './bind-routes.ts';
export { createHttp, type FindSession, type HttpOptions } from './create-http.ts';
export { openApiOf } from './openapi.ts';
export { addressKey } from './rate-limit.ts';
export { serveApps, type WebApp } from './serve-app.ts';
export { type Reached, reachedBy, type RoleGrants, whoMayTable } from './who-may.ts';
