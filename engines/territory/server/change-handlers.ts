import { DomainError } from '#kernel/domain-error';
import type { territoryRoutes } from '#engines/territory/contract';
import { codeToPath, districtOfPath, pathToCode } from '#engines/territory/model';
import type { Handlers } from '#platform/server/http';
import type { Parts, Session } from '#platform/server/parts';
import { withReceipt } from '#platform/server/receipts';
import { changeOf, changeView, previewView } from './changes/change-view.ts';
import type { Changes } from './changes/changes.ts';
import type { Editor } from './edit-territory.ts';
import { listGroups, replaceGroups } from './household-store.ts';
import { listHistory } from './history-view.ts';
import { findLiving } from './successors.ts';
import type { Names } from './names.ts';
import type { TerritoryPorts } from './ports.ts';
import { isSeen, isWithin, reachOf } from './reach.ts';
import { lockStored } from './territory-store.ts';

type Own =
  | 'previewChange'
  | 'listChanges'
  | 'getChange'
  | 'draftChange'
  | 'redraftChange'
  | 'applyChange'
  | 'withdrawChange'
  | 'listHistory'
  | 'listHouseholdGroups'
  | 'acceptHouseholdGroups';

export interface ChangeHandlerParts {
  readonly parts: Parts;
  readonly ports: TerritoryPorts;
  readonly names: Names;
  readonly changes: Changes;
}

const editorOf = (call: { readonly session: Session; readonly address: string }): Editor => ({
  reach: reachOf(call.session),
  person: call.session.person,
  address: call.address,
});

export const createChangeHandlers = ({
  parts,
  ports,
  names,
  changes,
}: ChangeHandlerParts): Pick<Handlers<typeof territoryRoutes>, Own> => ({
  previewChange: async (call) => {
    const change = changeOf(call.body.change);
    const preview = await changes.preview(editorOf(call), change);
    const posts = change.kind === 'split' ? await (ports.postsAt?.(codeToPath(change.code)) ?? []) : [];
    return previewView(
      parts.sql,
      change,
      preview,
      posts.map(({ id, title }) => ({ id, title })),
    );
  },
  listChanges: async (call) => (await changes.listChanges(editorOf(call))).map(changeView),
  getChange: async (call) => changeView(await changes.getChange(editorOf(call), call.params.id)),
  draftChange: async (call) =>
    changeView(await changes.draft(editorOf(call), { ...call.body, change: changeOf(call.body.change) })),
  redraftChange: async (call) =>
    changeView(
      await changes.redraft(editorOf(call), {
        ...call.body,
        id: call.params.id,
        change: changeOf(call.body.change),
      }),
    ),
  applyChange: async (call) =>
    changeView(await changes.decide(editorOf(call), call.session.name, call.params.id, call.body.expectedVersion)),
  withdrawChange: async (call) =>
    changeView(await changes.withdraw(editorOf(call), call.params.id, call.body.expectedVersion)),
  listHistory: async ({ session, params }) => {
    const reach = reachOf(session);
    const path = codeToPath(params.code);
    const seen = isSeen(reach, path) || (await findLiving(names, path)).some((living) => isWithin(reach, living.path));
    if (!seen) throw new DomainError('request.not-found');
    if ((await names.find([path])).size === 0) throw new DomainError('territory.unknown', { code: params.code });
    return listHistory(parts.sql, path);
  },
  listHouseholdGroups: async ({ session, params }) => {
    const reach = reachOf(session);
    const path = codeToPath(params.code);
    if (!isWithin(reach, path)) throw new DomainError('request.not-found');
    return listGroups(parts.sql, reach, path);
  },
  acceptHouseholdGroups: async (call) => {
    const reach = reachOf(call.session);
    const path = codeToPath(call.params.code);
    if (!isWithin(reach, path)) throw new DomainError('request.not-found');
    const { id, groups } = call.body;
    const district = districtOfPath(path);
    const { person } = call.session;
    await withReceipt(
      parts.sql,
      { district, id, said: ['territory.accept-groups', person, path, groups] },
      async (trx) => {
        await lockStored(trx, path);
        const made = groups.map((group) => ({ ...group, id: parts.newId() }));
        await replaceGroups(trx, path, made, { person, at: parts.clock() });
        await parts.audit.write(trx, {
          district,
          person,
          address: call.address,
          action: 'territory.accept-household-groups',
          object: `territory:${pathToCode(path)}`,
          result: 'done',
          detail: { groups: groups.length },
        });
        return null;
      },
    );
    return listGroups(parts.sql, reach, path);
  },
});
