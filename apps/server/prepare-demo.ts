import { sql as raw } from 'kysely';
import type { Sql } from '#platform/server/parts';
import type { Lifang } from './compose.ts';
import { demoDistrict } from './demo/demo-ids.ts';
import { liveAMinute } from './demo/live-on.ts';
import { plantDemo } from './demo/plant-demo.ts';
import { demoGoesOn } from './settings.ts';

/** An installation in which people of a real district work is never taken for a demo. */
export const belongsToNobodyElse = async (sql: Sql): Promise<boolean> => {
  const found = await raw`select from person where district <> ${demoDistrict} limit 1`.execute(sql);
  return found.rows.length === 0;
};

/**
 * Fills an empty installation with the fictional district; in a filled one it only gets ready to live on:
 * a new matter now and then, while the setting says so, in whichever server process has the job.
 */
export const prepareDemo = async (lifang: Lifang, say: (text: string) => void): Promise<void> => {
  const { parts, packs, engines, jobs } = lifang;
  if (!parts.demo) return;
  const planted = await plantDemo({
    parts,
    packs,
    territory: engines.territory,
    organisation: engines.organisation,
    cases: engines.cases,
  });
  if (!planted) return;
  if (planted.written > 0) say(`The demo district has ${planted.written} matters.`);
  jobs.every('* * * * *', 'demo-minute', async () => {
    if (await parts.settings.get(demoGoesOn, true)) await liveAMinute(parts, engines.cases, planted.world);
  });
};
