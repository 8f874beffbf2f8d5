import type { ComponentType } from 'react';
import type { Me } from '#engines/organisation/contract';
import * as icons from '../parts/icons.tsx';
import { may } from './session.ts';

export interface NavItem {
  readonly to:
    | '/inbox'
    | '/cases'
    | '/report'
    | '/board'
    | '/territory'
    | '/plates'
    | '/playbooks'
    | '/designer'
    | '/routing'
    | '/organisation'
    | '/duty'
    | '/grid'
    | '/import'
    | '/plans'
    | '/slots'
    | '/exports'
    | '/audit'
    | '/outbox'
    | '/effects'
    | '/settings';
  readonly text:
    | 'inbox'
    | 'cases'
    | 'report'
    | 'plans'
    | 'slots'
    | 'board'
    | 'territory'
    | 'plates'
    | 'playbooks'
    | 'designer'
    | 'routing'
    | 'organisation'
    | 'duty'
    | 'gridForce'
    | 'import'
    | 'exports'
    | 'audit'
    | 'outbox'
    | 'effects'
    | 'settings';
  readonly icon: ComponentType;
  readonly group: 'work' | 'see' | 'keep';
  /** Any one of these opens it; absent: everybody. */
  readonly needs?: readonly string[];
}

/** The menu, in the order of a working day. A page without permission is not offered; opened by hand, it says why. */
export const navItems: readonly NavItem[] = [
  { to: '/inbox', text: 'inbox', icon: icons.Inbox, group: 'work', needs: ['case.read'] },
  { to: '/cases', text: 'cases', icon: icons.Stack, group: 'work', needs: ['case.read'] },
  { to: '/report', text: 'report', icon: icons.Pencil, group: 'work', needs: ['case.report'] },
  { to: '/plans', text: 'plans', icon: icons.Clock, group: 'work', needs: ['case.read'] },
  { to: '/slots', text: 'slots', icon: icons.Calendar, group: 'work', needs: ['slot.attend', 'slot.manage'] },
  { to: '/board', text: 'board', icon: icons.Chart, group: 'see', needs: ['figure.read'] },
  { to: '/territory', text: 'territory', icon: icons.MapFold, group: 'see', needs: ['territory.read'] },
  { to: '/audit', text: 'audit', icon: icons.Shield, group: 'see', needs: ['audit.read'] },
  { to: '/grid', text: 'gridForce', icon: icons.Grid, group: 'see' },
  { to: '/playbooks', text: 'playbooks', icon: icons.Flow, group: 'see' },
  { to: '/routing', text: 'routing', icon: icons.Star, group: 'see', needs: ['routing.learn'] },
  { to: '/plates', text: 'plates', icon: icons.Qr, group: 'keep', needs: ['plate.manage'] },
  { to: '/designer', text: 'designer', icon: icons.Pencil, group: 'keep', needs: ['playbook.design'] },
  { to: '/organisation', text: 'organisation', icon: icons.People, group: 'keep', needs: ['organisation.read'] },
  { to: '/duty', text: 'duty', icon: icons.Clock, group: 'keep' },
  {
    to: '/exports',
    text: 'exports',
    icon: icons.Download,
    group: 'keep',
    needs: ['case.export', 'export.approve'],
  },
  { to: '/import', text: 'import', icon: icons.Upload, group: 'keep', needs: ['import.run', 'case.report'] },
  { to: '/outbox', text: 'outbox', icon: icons.Send, group: 'keep', needs: ['notice.queue'] },
  { to: '/effects', text: 'effects', icon: icons.Redo, group: 'keep', needs: ['effect.mend'] },
  { to: '/settings', text: 'settings', icon: icons.Gear, group: 'keep' },
];

export const allowed = (me: Me, item: NavItem): boolean => !item.needs || item.needs.some((one) => may(me, one));

/** The first page that the posts may open. */
export const firstPage = (me: Me): NavItem['to'] | '/waiting' =>
  me.posts.length === 0 ? '/waiting' : (navItems.find((item) => allowed(me, item))?.to ?? '/settings');
