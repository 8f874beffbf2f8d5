import { spawn } from 'node:child_process';
import path from 'node:path';
import type { Load, LoadResult } from './http-load.ts';

/** Runs a load in a process of its own. A refusal of any request is an error: refused work is not work. */
export const sendLoad = (load: Load): Promise<LoadResult> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(import.meta.dirname, 'http-load.ts')], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (piece: Buffer) => {
      output += String(piece);
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code !== 0) return reject(new Error(`the load ended with ${code}`));
      const result = JSON.parse(output) as LoadResult;
      if (result.refused > 0)
        return reject(new Error(`${result.refused} requests were refused: ${result.firstRefusal}`));
      resolve(result);
    });
    child.stdin.end(JSON.stringify(load));
  });
