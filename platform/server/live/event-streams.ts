import { PassThrough } from 'node:stream';
import { reaches } from '#kernel/sensitivity';
import type { FindSession, RawAnswer } from '#platform/server/http';
import type { Live, News, Session } from '#platform/server/parts';

/** Proxies close a silent line after 60 s. */
const heartbeatMillis = 20_000;
/** A person with more open pages than this loses the oldest line; its page opens it again when looked at. */
const mostPerPerson = 12;

interface Listener {
  session: Session;
  readonly token: string;
  readonly stream: PassThrough;
}

/**
 * News of a person go to that person; other news to whoever has a post whose range holds the place and that may
 * know of it. A post that reads only tasks hears only of the work of its body.
 */
export const mayHear = (session: Session, news: News): boolean => {
  if (news.person) return news.person === session.person;
  if (news.path === '') return false;
  const whose = news.for;
  return session.posts.some((post) => {
    const inRange = news.path.startsWith(post.scope);
    if (!whose) return inRange;
    if (!post.permissions.has(whose.permission) || !reaches(post.clearance, whose.clearance)) return false;
    if (whose.roles && !whose.roles.includes(post.role)) return false;
    return (inRange && post.reads === 'range') || (post.forBody && (whose.bodies?.includes(post.body) ?? false));
  });
};

export interface EventStreams {
  readonly open: (session: Session, token: string, gone: AbortSignal) => RawAnswer;
  readonly count: () => number;
  /** Ends all lines, so that the server can stop. */
  readonly close: () => void;
}

/** The browsers' end of live updates: one server-sent event stream a page, filtered by what the session may see. */
export const createEventStreams = (live: Live, findSession: FindSession): EventStreams => {
  const listeners = new Set<Listener>();

  const end = (listener: Listener): void => {
    listeners.delete(listener);
    listener.stream.end();
  };

  const check = async (listener: Listener): Promise<void> => {
    const session = await findSession(listener.token);
    if (session) listener.session = session;
    else end(listener);
  };

  const stop = live.listen((news) => {
    if (news.topic === 'everything') {
      // The page opens its line again and asks for everything by itself.
      for (const listener of listeners) end(listener);
      return;
    }
    if (news.topic === 'session') {
      for (const listener of listeners) if (listener.session.person === news.id) void check(listener);
      return;
    }
    let text: string | undefined;
    for (const listener of listeners) {
      if (!mayHear(listener.session, news)) continue;
      text ??= `data: ${JSON.stringify({ topic: news.topic, district: news.district, path: news.path, id: news.id })}\n\n`;
      // Whoever does not read is cut off rather than kept in memory.
      if (listener.stream.writableLength > 65_536) end(listener);
      else listener.stream.write(text);
    }
  });
  const beat = setInterval(() => {
    for (const listener of listeners) listener.stream.write(': \n\n');
  }, heartbeatMillis);
  beat.unref();

  return {
    open: (session, token, gone) => {
      const mine = [...listeners].filter((one) => one.session.person === session.person);
      for (const old of mine.slice(0, Math.max(0, mine.length - mostPerPerson + 1))) end(old);
      const listener: Listener = { session, token, stream: new PassThrough() };
      listeners.add(listener);
      gone.addEventListener('abort', () => end(listener), { once: true });
      listener.stream.on('close', () => void listeners.delete(listener));
      listener.stream.write('retry: 2000\n\n');
      return {
        type: 'text/event-stream; charset=utf-8',
        inline: true,
        body: listener.stream,
        headers: { 'x-accel-buffering': 'no' },
      };
    },
    count: () => listeners.size,
    close: () => {
      stop();
      clearInterval(beat);
      for (const listener of listeners) end(listener);
    },
  };
};
