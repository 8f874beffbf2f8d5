import { Agent, request } from 'node:http';

/**
 * Sends requests from a process of its own, so that the server under test has its event loop for itself.
 * Reads one JSON line from the input, answers with one: seconds, how many answers were refused, times in ms.
 */
export interface Load {
  readonly origin: string;
  readonly clients: number;
  /** Requests that one client sends one after another; clients take the next unsent list. */
  readonly lists: readonly (readonly LoadRequest[])[];
}

export interface LoadRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly cookie: string;
  readonly body?: string;
}

export interface LoadResult {
  readonly seconds: number;
  readonly refused: number;
  readonly firstRefusal: string;
  readonly times: readonly number[];
}

const send = (agent: Agent, origin: URL, one: LoadRequest): Promise<{ status: number; text: string }> =>
  new Promise((resolve, reject) => {
    const headers: Record<string, string | number> = { cookie: one.cookie };
    if (one.body !== undefined) {
      headers['content-type'] = 'application/json';
      headers['content-length'] = Buffer.byteLength(one.body);
    }
    const call = request(
      { agent, host: origin.hostname, port: origin.port, method: one.method, path: one.path, headers },
      (answer) => {
        const pieces: Buffer[] = [];
        answer.on('data', (piece: Buffer) => pieces.push(piece));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(pieces).toString() }));
        answer.on('error', reject);
      },
    );
    call.on('error', reject);
    call.end(one.body);
  });

const run = async ({ origin, clients, lists }: Load): Promise<LoadResult> => {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const target = new URL(origin);
  const times: number[] = [];
  let next = 0;
  let refused = 0;
  let firstRefusal = '';
  const started = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let list = lists[next++]; list; list = lists[next++]) {
        for (const one of list) {
          const before = performance.now();
          const { status, text } = await send(agent, target, one);
          times.push(performance.now() - before);
          if (status !== 200) {
            refused += 1;
            firstRefusal ||= `${status} ${text}`;
          }
        }
      }
    }),
  );
  agent.destroy();
  return { seconds: (performance.now() - started) / 1000, refused, firstRefusal, times };
};

let input = '';
for await (const piece of process.stdin) input += String(piece);
process.stdout.write(JSON.stringify(await run(JSON.parse(input) as Load)));
