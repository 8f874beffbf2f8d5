import type { Lifang } from '../compose.ts';
import { demoGoesOn } from '../settings.ts';
import { demoDistrict } from './demo-ids.ts';
import { liveAMinute } from './live-on.ts';
import { tellDemo } from './notices.ts';
import { plantDemo } from './plant-demo.ts';

export interface DemoDistrict {
  /** A new matter now and then, while the setting `demo.goes-on` says so. */
  readonly goOn: () => void;
  readonly stop: () => Promise<void>;
}

/**
 * Plants the demo district at the first start and lets it go on living.
 * @returns undefined when the installation is somebody's own
 */
export const prepareDemo = async (lifang: Lifang, say: (text: string) => void): Promise<DemoDistrict | undefined> => {
  const { parts, packs, engines, jobs } = lifang;
  const { territory, organisation, cases } = engines;
  const planted = await plantDemo({ parts, packs, territory, organisation, cases });
  if (!planted) return undefined;
  if (planted.written > 0) await tellDemo(parts, engines.notices, cases, planted.world);
  // So that suggestions for dispatch live from the first minute on.
  if (planted.written > 0) await cases.startLearning(demoDistrict);
  if (planted.written > 0) say(`The demo district is planted: ${planted.written} matters of two months.`);
  let going = false;
  // One worker of all server processes has its minute at a time.
  jobs.every('* * * * *', 'demo-goes-on', async () => {
    if (going && (await parts.settings.get(demoGoesOn, true))) await liveAMinute(parts, cases, planted.world);
  });
  return {
    goOn: () => {
      going = true;
    },
    stop: async () => {
      going = false;
    },
  };
};
