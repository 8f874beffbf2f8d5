import type { Logger } from 'pino';
import type { Live, News, NewsFor } from '#platform/server/parts';
import type { Line } from '#platform/server/sql';

const channel = 'lifang_live';
/** A NOTIFY takes a lock that makes commits queue, so it is never part of a transaction and rarely sent. */
const batchMillis = 50;
/** PostgreSQL takes 8000 bytes. */
const mostBytes = 7_500;
/** Beyond this, single news say less than "ask again for everything". */
const mostWaiting = 5_000;

export const everything: News = { topic: 'everything', district: '', path: '', id: '' };

const chunksOf = (news: readonly News[]): readonly string[] => {
  const chunks: string[] = [];
  let parts: string[] = [];
  let size = 2;
  for (const one of news) {
    const rest = one.for ? [one.person ?? null, one.for] : one.person ? [one.person] : [];
    const text = JSON.stringify([one.topic, one.district, one.path, one.id, ...rest]);
    const bytes = Buffer.byteLength(text) + 1;
    if (size + bytes > mostBytes && parts.length) {
      chunks.push(`[${parts.join(',')}]`);
      parts = [];
      size = 2;
    }
    parts.push(text);
    size += bytes;
  }
  if (parts.length) chunks.push(`[${parts.join(',')}]`);
  return chunks;
};

const newsOf = (payload: string): readonly News[] => {
  const rows = JSON.parse(payload) as [string, string, string, string, (string | null)?, NewsFor?][];
  return rows.map(([topic, district, path, id, person, whose]) => ({
    topic,
    district,
    path,
    id,
    ...(person ? { person } : {}),
    ...(whose ? { for: whose } : {}),
  }));
};

/**
 * Spreads news over all server processes by LISTEN/NOTIFY on one connection. News told twice within a
 * batch goes once. After a lost connection every listener hears `everything`: something may have been missed.
 */
export const createLive = (line: Line, log: Logger): Live & { readonly flush: () => Promise<void> } => {
  const hearers = new Set<(news: News) => void>();
  const waiting = new Map<string, News>();
  let timer: NodeJS.Timeout | undefined;
  let sending: Promise<void> = Promise.resolve();

  const hear = (news: News): void => {
    for (const one of hearers) {
      try {
        one(news);
      } catch (error) {
        log.error({ err: error, topic: news.topic }, 'a listener failed');
      }
    }
  };

  line.onOpen(async (client, again) => {
    await client.query(`listen ${channel}`);
    if (again) hear(everything);
  });
  line.onNotify((name, payload) => {
    if (name === channel) for (const news of newsOf(payload)) hear(news);
  });

  const send = async (): Promise<void> => {
    const batch = waiting.size > mostWaiting ? [everything] : [...waiting.values()];
    waiting.clear();
    if (batch.length === 0) return;
    try {
      for (const chunk of chunksOf(batch)) await line.query('select pg_notify($1, $2)', [channel, chunk]);
    } catch (error) {
      // Other processes hear `everything` when their own line comes back; ours must not wait for it.
      log.warn({ err: error, news: batch.length }, 'news could not be spread');
      for (const news of batch) hear(news);
    }
  };
  const flush = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    sending = sending.then(send);
    return sending;
  };

  return {
    tell: (news) => {
      waiting.set(
        `${news.topic} ${news.district} ${news.path} ${news.id} ${news.person ?? ''} ${news.for ? JSON.stringify(news.for) : ''}`,
        news,
      );
      timer ??= setTimeout(() => void flush(), batchMillis);
    },
    listen: (one) => {
      hearers.add(one);
      return () => void hearers.delete(one);
    },
    flush,
  };
};
