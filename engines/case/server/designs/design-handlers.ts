import type { designRoutes } from '#engines/case/contract';
import type { Handlers } from '#platform/server/http';
import type { Designs } from './designs.ts';

export const designHandlers = (designs: Designs): Handlers<typeof designRoutes> => ({
  getDesignGround: ({ session }) => designs.ground(session),
  listDesigns: ({ session }) => designs.list(session),
  getDesign: ({ session, params }) => designs.find(session, params.id),
  startDesign: ({ session, body }) => designs.start(session, body),
  saveDesign: ({ session, params, body }) => designs.save(session, params.id, body),
  dropDesign: ({ session, params }) => designs.drop(session, params.id),
  proposeDesign: ({ session, params, body }) => designs.propose(session, params.id, body),
  listDesignProposals: ({ session }) => designs.proposals(session),
  decideDesign: ({ session, params, body }) => designs.decide(session, params.id, body),
  listPublications: ({ session }) => designs.publications(session),
  withdrawPublication: ({ session, params, body }) => designs.withdraw(session, params, body),
});
