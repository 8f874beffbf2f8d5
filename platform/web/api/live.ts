import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/** What changed, as the server tells it: a hint to ask again, never the data itself. */
export interface LiveNews {
  readonly topic: string;
  readonly district: string;
  readonly path: string;
  readonly id: string;
}

const hearers = new Set<(news: LiveNews | 'again') => void>();
let source: EventSource | undefined;
let retry: ReturnType<typeof setTimeout> | undefined;
let pause = 1000;
/** The line was down, or never came up: what happened meanwhile was not heard. */
let missed = false;

const newsOf = (text: string): LiveNews | undefined => {
  try {
    const value = JSON.parse(text) as Partial<LiveNews>;
    return typeof value.topic === 'string' ? (value as LiveNews) : undefined;
  } catch {
    return undefined;
  }
};

const open = (): void => {
  if (source || hearers.size === 0) return;
  const next = new EventSource('/api/live');
  source = next;
  next.onopen = () => {
    pause = 1000;
    if (missed) for (const hear of hearers) hear('again');
    missed = false;
  };
  next.onmessage = (event: MessageEvent<string>) => {
    const news = newsOf(event.data);
    if (news) for (const hear of hearers) hear(news);
  };
  next.onerror = () => {
    missed = true;
    if (next.readyState !== EventSource.CLOSED) return;
    close();
    retry = setTimeout(open, pause);
    pause = Math.min(pause * 2, 60_000);
  };
};

const close = (): void => {
  source?.close();
  source = undefined;
  clearTimeout(retry);
};

/** The network came back: nobody waits for the pause between two attempts to end. */
const hurry = (): void => {
  if (source?.readyState === EventSource.OPEN) return;
  close();
  pause = 1000;
  open();
};
globalThis.addEventListener?.('online', hurry);

/** One line per page, shared by all listeners; it closes with the last. */
export const listenLive = (hear: (news: LiveNews | 'again') => void): (() => void) => {
  hearers.add(hear);
  open();
  return () => {
    hearers.delete(hear);
    if (hearers.size === 0) close();
  };
};

/** Renews the queries whose key begins with one of the topics; bursts are taken together. */
export const useLive = (topics: readonly string[], on = true): void => {
  const client: QueryClient = useQueryClient();
  const joined = topics.join(' ');
  useEffect(() => {
    if (!on || !globalThis.EventSource) return undefined;
    const wanted = joined.split(' ');
    const stale = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const flush = () => {
      timer = undefined;
      for (const topic of stale) void client.invalidateQueries({ queryKey: [topic] });
      stale.clear();
    };
    const stop = listenLive((news) => {
      for (const topic of wanted) if (news === 'again' || news.topic === topic) stale.add(topic);
      if (stale.size > 0 && !timer) timer = setTimeout(flush, 250);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [client, joined, on]);
};
