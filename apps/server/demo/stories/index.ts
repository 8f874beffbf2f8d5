import type { Story } from '../retold/stories.ts';
import { careStories } from './care.ts';
import { disputeStories } from './dispute.ts';
import { estateStories } from './estate.ts';
import { gridStories } from './grid.ts';
import { hotlineStories } from './hotline.ts';
import { inspectionStories } from './inspection.ts';
import { orderStories } from './order.ts';
import { partyStories } from './party-matters.ts';
import { safetyStories } from './safety.ts';
import { taskStories } from './tasks.ts';
import { whistleStories } from './whistle.ts';
import { windowStories } from './window.ts';

/** Words for the matters of packs. What is not here is told a few times as its examples tell it. */
export const stories: readonly Story[] = [
  ...careStories,
  ...disputeStories,
  ...estateStories,
  ...gridStories,
  ...hotlineStories,
  ...inspectionStories,
  ...orderStories,
  ...partyStories,
  ...safetyStories,
  ...taskStories,
  ...whistleStories,
  ...windowStories,
];
