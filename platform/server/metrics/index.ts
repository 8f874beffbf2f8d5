import { BlockList, isIPv4 } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { DomainError } from '#kernel/domain-error';

export interface Metrics {
  readonly registry: Registry;
  readonly measure: (method: string, route: string, status: number, seconds: number) => void;
  /** A value that is read when somebody asks. */
  readonly gauge: (name: string, help: string, read: () => number) => void;
}

export const createMetrics = (): Metrics => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'lifang_' });
  const requests = new Histogram({
    name: 'lifang_http_seconds',
    help: 'Time to answer a request',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  return {
    registry,
    measure: (method, route, status, seconds) =>
      requests.observe({ method, route, status: `${Math.floor(status / 100)}xx` }, seconds),
    gauge: (name, help, read) => {
      new Gauge({
        name,
        help,
        registers: [registry],
        collect() {
          this.set(read());
        },
      });
    },
  };
};

const listOf = (ranges: readonly string[]): BlockList => {
  const list = new BlockList();
  list.addSubnet('127.0.0.0', 8, 'ipv4');
  list.addAddress('::1', 'ipv6');
  for (const range of ranges) {
    const [address = '', bits] = range.split('/');
    const family = isIPv4(address) ? 'ipv4' : 'ipv6';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
};

/**
 * `/health` for whoever balances the load, `/metrics` for this machine and the ranges named.
 * A request that came through a proxy that nobody told us of could be from anywhere, so it gets no metrics.
 */
export const serveMetrics = (
  app: FastifyInstance,
  metrics: Metrics,
  options: { readonly healthy: () => Promise<boolean>; readonly allow?: readonly string[] },
): void => {
  const allowed = listOf(options.allow ?? []);
  const trusted = Boolean(app.lifang.options.trustProxy?.length);
  app.get('/health', async (_request, reply) => {
    const healthy = await options.healthy().catch(() => false);
    return reply
      .status(healthy ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: healthy ? 'ok' : 'unavailable' });
  });
  app.get('/metrics', async (request, reply) => {
    const forwarded = request.headers['x-forwarded-for'] !== undefined && !trusted;
    const address = request.ip.startsWith('::ffff:') ? request.ip.slice(7) : request.ip;
    if (forwarded || !allowed.check(address, isIPv4(address) ? 'ipv4' : 'ipv6')) throw new DomainError('route.unknown');
    return reply
      .header('cache-control', 'no-store')
      .type(metrics.registry.contentType)
      .send(await metrics.registry.metrics());
  });
};
