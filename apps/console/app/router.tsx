import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { isProblem } from '#platform/web/api';
import { useText } from '#platform/web/i18n';
import { Skeleton } from '#platform/web/kit';
import { Failure } from '../parts/states.tsx';
import { firstPage } from './nav.ts';
import { parseSearch, stringifySearch, textSearch } from './search.ts';
import { meQuery } from './session.ts';
import { Shell } from './shell.tsx';
import { words } from './words.ts';

/** A page that could not be drawn or fetched; the rest of the console stays. */
const Broken = ({ error, reset }: { error: unknown; reset: () => void }) => {
  const t = useText(words);
  return (
    <div className="page">
      <h1 className="lf-unseen">{t('failedTitle')}</h1>
      <Failure error={error} retry={reset} />
    </div>
  );
};

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Outlet,
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: textSearch('next'),
  component: lazyRouteComponent(() => import('../pages/sign-in/sign-in-page.tsx'), 'SignInPage'),
});

/** Where the browser comes back to from single sign-on. */
const back = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/back',
  component: lazyRouteComponent(() => import('../pages/sign-in/back-page.tsx'), 'BackPage'),
});

const setUp = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  component: lazyRouteComponent(() => import('../pages/sign-in/set-up-page.tsx'), 'SetUpPage'),
});

const activate = createRoute({
  getParentRoute: () => root,
  path: '/activate',
  component: lazyRouteComponent(() => import('../pages/sign-in/activate-page.tsx'), 'ActivatePage'),
});

/** Everything behind the sign-in: without a session the address is kept and asked for again afterwards. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: async ({ context, location }) => {
    const signInFirst = () =>
      redirect({ to: '/sign-in', search: location.href === '/' ? {} : { next: location.href } });
    const me = await context.queryClient.ensureQueryData(meQuery).catch((error: unknown) => {
      throw isProblem(error) && error.status === 401 ? signInFirst() : error;
    });
    // The sign-in page goes on with what is outstanding.
    if (me.pending !== null) throw signInFirst();
  },
  component: Shell,
  errorComponent: Broken,
});

const start = createRoute({
  getParentRoute: () => inside,
  path: '/',
  beforeLoad: async ({ context }) => {
    throw redirect({ to: firstPage(await context.queryClient.ensureQueryData(meQuery)), replace: true });
  },
});

const inbox = createRoute({
  getParentRoute: () => inside,
  path: '/inbox',
  validateSearch: textSearch('light'),
  component: lazyRouteComponent(() => import('../pages/inbox/inbox-page.tsx'), 'InboxPage'),
});

/** Filters of the case list; all of them live in the address, so a list can be sent to a colleague. */
export const caseSearch = textSearch(
  'at',
  'view',
  'status',
  'stage',
  'playbook',
  'category',
  'light',
  'mark',
  'parent',
  'timing',
  'body',
  'from',
  'to',
  'words',
  'sort',
  'after',
);

const caseList = createRoute({
  getParentRoute: () => inside,
  path: '/cases',
  validateSearch: caseSearch,
  component: lazyRouteComponent(() => import('../pages/cases/case-list-page.tsx'), 'CaseListPage'),
});

const matter = createRoute({
  getParentRoute: () => inside,
  path: '/cases/$id',
  component: lazyRouteComponent(() => import('../pages/matter/matter-page.tsx'), 'MatterPage'),
});

const documentOfMatter = createRoute({
  getParentRoute: () => inside,
  path: '/cases/$id/documents/$document',
  component: lazyRouteComponent(() => import('../pages/document/document-page.tsx'), 'DocumentPage'),
});

const plans = createRoute({
  getParentRoute: () => inside,
  path: '/plans',
  component: lazyRouteComponent(() => import('../pages/plans/plans-page.tsx'), 'PlansPage'),
});

/** The desk of a day, or the plans; the day; the desk as `plan place`. */
const slots = createRoute({
  getParentRoute: () => inside,
  path: '/slots',
  validateSearch: textSearch('see', 'day', 'desk'),
  component: lazyRouteComponent(() => import('../pages/slots/slots-page.tsx'), 'SlotsPage'),
});

const report = createRoute({
  getParentRoute: () => inside,
  path: '/report',
  component: lazyRouteComponent(() => import('../pages/report/report-page.tsx'), 'ReportPage'),
});

/** The chosen node, and whether its boundary is being drawn. */
export const territorySearch = textSearch('at', 'do', 'see');

const territory = createRoute({
  getParentRoute: () => inside,
  path: '/territory',
  validateSearch: territorySearch,
  component: lazyRouteComponent(() => import('../pages/territory/territory-page.tsx'), 'TerritoryPage'),
});

const routing = createRoute({
  getParentRoute: () => inside,
  path: '/routing',
  component: lazyRouteComponent(() => import('../pages/routing/routing-page.tsx'), 'RoutingPage'),
});

const plates = createRoute({
  getParentRoute: () => inside,
  path: '/plates',
  validateSearch: textSearch('at'),
  component: lazyRouteComponent(() => import('../pages/plates/plates-page.tsx'), 'PlatesPage'),
});

/** Where, when, which figure is looked at, and which one is open. */
export const boardSearch = textSearch('at', 'pack', 'from', 'to', 'of', 'open', 'part', 'where', 'after');

const board = createRoute({
  getParentRoute: () => inside,
  path: '/board',
  validateSearch: boardSearch,
  component: lazyRouteComponent(() => import('../pages/board/board-page.tsx'), 'BoardPage'),
});

const playbooks = createRoute({
  getParentRoute: () => inside,
  path: '/playbooks',
  component: lazyRouteComponent(() => import('../pages/playbooks/playbooks-page.tsx'), 'PlaybooksPage'),
});

const playbook = createRoute({
  getParentRoute: () => inside,
  path: '/playbooks/$id',
  validateSearch: textSearch('see'),
  component: lazyRouteComponent(() => import('../pages/playbooks/playbook-page.tsx'), 'PlaybookPage'),
});

const designs = createRoute({
  getParentRoute: () => inside,
  path: '/designer',
  component: lazyRouteComponent(() => import('../pages/designer/designs-page.tsx'), 'DesignsPage'),
});

/** How a draft is looked at, and which part of it is edited. */
const designer = createRoute({
  getParentRoute: () => inside,
  path: '/designer/$id',
  validateSearch: textSearch('see', 'at'),
  component: lazyRouteComponent(() => import('../pages/designer/designer-page.tsx'), 'DesignerPage'),
});

const organisation = createRoute({
  getParentRoute: () => inside,
  path: '/organisation',
  validateSearch: textSearch('see', 'words', 'at'),
  component: lazyRouteComponent(() => import('../pages/organisation/organisation-page.tsx'), 'OrganisationPage'),
});

const duty = createRoute({
  getParentRoute: () => inside,
  path: '/duty',
  validateSearch: textSearch('see'),
  component: lazyRouteComponent(() => import('../pages/duty/duty-page.tsx'), 'DutyPage'),
});

/** A grid by its code, or the choice of one. */
const gridForce = createRoute({
  getParentRoute: () => inside,
  path: '/grid',
  component: lazyRouteComponent(() => import('../pages/grid-force/grid-force-page.tsx'), 'GridForcePage'),
});

const oneGrid = createRoute({
  getParentRoute: () => inside,
  path: '/grid/$code',
  component: lazyRouteComponent(() => import('../pages/grid-force/grid-force-page.tsx'), 'GridForcePage'),
});

const importing = createRoute({
  getParentRoute: () => inside,
  path: '/import',
  validateSearch: textSearch('job', 'see'),
  component: lazyRouteComponent(() => import('../pages/import/import-page.tsx'), 'ImportPage'),
});

const outbox = createRoute({
  getParentRoute: () => inside,
  path: '/outbox',
  validateSearch: textSearch('see', 'state', 'channel'),
  component: lazyRouteComponent(() => import('../pages/outbox/outbox-page.tsx'), 'OutboxPage'),
});

const effects = createRoute({
  getParentRoute: () => inside,
  path: '/effects',
  validateSearch: textSearch('see'),
  component: lazyRouteComponent(() => import('../pages/effects/effects-page.tsx'), 'EffectsPage'),
});

const exports = createRoute({
  getParentRoute: () => inside,
  path: '/exports',
  validateSearch: textSearch('see'),
  component: lazyRouteComponent(() => import('../pages/exports/exports-page.tsx'), 'ExportsPage'),
});

const settings = createRoute({
  getParentRoute: () => inside,
  path: '/settings',
  component: lazyRouteComponent(() => import('../pages/settings/settings-page.tsx'), 'SettingsPage'),
});

/** Filters of the audit log. */
export const auditSearch = textSearch('from', 'to', 'person', 'action', 'object', 'result', 'words', 'trace', 'after');

const audit = createRoute({
  getParentRoute: () => inside,
  path: '/audit',
  validateSearch: auditSearch,
  component: lazyRouteComponent(() => import('../pages/audit/audit-page.tsx'), 'AuditPage'),
});

const account = createRoute({
  getParentRoute: () => inside,
  path: '/account',
  component: lazyRouteComponent(() => import('../pages/account/account-page.tsx'), 'AccountPage'),
});

const waiting = createRoute({
  getParentRoute: () => inside,
  path: '/waiting',
  component: lazyRouteComponent(() => import('../pages/waiting/waiting-page.tsx'), 'WaitingPage'),
});

const missing = createRoute({
  getParentRoute: () => inside,
  path: '$',
  component: lazyRouteComponent(() => import('../pages/missing/missing-page.tsx'), 'MissingPage'),
});

const routeTree = root.addChildren([
  signIn,
  back,
  setUp,
  activate,
  inside.addChildren([
    start,
    inbox,
    caseList,
    matter,
    documentOfMatter,
    plans,
    slots,
    report,
    territory,
    routing,
    plates,
    board,
    playbooks,
    playbook,
    designs,
    designer,
    organisation,
    duty,
    gridForce,
    oneGrid,
    importing,
    exports,
    outbox,
    effects,
    settings,
    audit,
    account,
    waiting,
    missing,
  ]),
]);

export const makeRouter = (queryClient: QueryClient) =>
  createRouter({
    routeTree,
    context: { queryClient },
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    defaultPendingMs: 300,
    defaultPendingComponent: () => (
      <div className="page">
        <Skeleton rows={8} />
      </div>
    ),
    defaultErrorComponent: Broken,
    scrollRestoration: true,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
