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
 * @param options.restLater most of the past is written after `goOn`, while people look in already
 * @returns undefined when the installation is somebody's own
 */
export const prepareDemo = async (
  lifang: Lifang,
  say: (text: string) => void,
  options: { readonly restLater?: boolean } = {},
): Promise<DemoDistrict | undefined> => {
  const { parts, packs, engines, jobs } = lifang;
  const { territory, organisation, cases } = engines;
  const planted = await plantDemo({ parts, packs, territory, organisation, cases });
  if (!planted) return undefined;
  if (planted.written > 0) await tellDemo(parts, engines.notices, cases, planted.world);
  let stopped = false;
  const tellRest = async (): Promise<void> => {
    const rest = await planted.tellRest(() => !stopped);
    if (rest === 0) return;
    // So that suggestions for dispatch live from the first minute on.
    await cases.startLearning(demoDistrict);
    say(`The demo district is planted: ${planted.written + rest} matters of two months.`);
  };
  if (!options.restLater) await tellRest();
  let going = false;
  let telling: Promise<void> | undefined;
  // One worker of all server processes has its minute at a time.
  jobs.every('* * * * *', 'demo-goes-on', async () => {
    if (going && (await parts.settings.get(demoGoesOn, true))) await liveAMinute(parts, cases, planted.world);
  });
  return {
    goOn: () => {
      telling ??= (options.restLater ? tellRest() : Promise.resolve())
        .catch((error: unknown) => parts.log.error({ err: error }, 'the rest of the demo’s past was not written'))
        .then(() => {
          going = !stopped;
        });
    },
    stop: async () => {
      stopped = true;
      going = false;
      await telling;
    },
  };
};
