import type { Parts } from '#platform/server/parts';
import type { Sessions } from '../accounts/sessions.ts';
import type { OrganisationPorts } from '../ports.ts';
import type { Reach } from '../reach.ts';
import { createBodyLife } from './body-life.ts';
import { createBusinessLines } from './business-lines.ts';
import { createChart } from './chart.ts';
import type { Directory } from './directory.ts';
import { createEstablishment } from './establishment.ts';
import { createGridForce } from './grid-force.ts';
import { structureHandlers } from './handlers.ts';
import { createManageBodies } from './manage-bodies.ts';
import { createManagePosts } from './manage-posts.ts';
import { createMembers } from './members.ts';
import { createStructureView } from './structure-view.ts';

export interface StructureNeeds {
  readonly reach: Reach;
  readonly sessions: Pick<Sessions, 'tellChanged'>;
  readonly directory: Directory;
}

/** Bodies and their life, posts, lines, establishment, groups, the force of a grid. */
export const createStructureRoom = (
  parts: Parts,
  ports: OrganisationPorts,
  { reach, sessions, directory }: StructureNeeds,
) => {
  const view = createStructureView(parts, ports);
  const members = createMembers(parts, reach, view);
  const rooms = {
    view,
    manage: createManageBodies(parts, ports, reach, view, directory),
    life: createBodyLife(parts, ports, reach, view, sessions, directory),
    posts: createManagePosts(parts, reach, view, directory),
    lines: createBusinessLines(parts, ports, reach),
    establishment: createEstablishment(parts, ports, reach, view),
    chart: createChart(parts, view),
    members,
    force: createGridForce(parts, ports, members),
  };
  // At midnight in China changes whose day has come take effect; the later turns catch what came in the same moment.
  parts.jobs.every('1,16,31,46 * * * *', 'organisation-body-changes', rooms.life.applyDue);
  return { ...rooms, handlers: structureHandlers(ports, rooms) };
};

export type StructureRoom = ReturnType<typeof createStructureRoom>;
