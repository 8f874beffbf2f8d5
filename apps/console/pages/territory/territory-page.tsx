import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Dropdown, Segmented } from 'antd';
import { useState } from 'react';
import type { BoundaryProblem } from '#engines/territory/contract';
import { BoundaryChecks, BoundaryEditor, TerritoryMap, TerritoryTree } from '#engines/territory/web';
import { defineMessages, useText } from '#platform/web/i18n';
import { Empty } from '#platform/web/kit';
import { territory } from '../../app/clients.ts';
import type { territorySearch } from '../../app/router.tsx';
import { withoutEmpty } from '../../app/search.ts';
import { homeOf, useMay, useMe } from '../../app/session.ts';
import { useNarrow } from '../../app/use-narrow.ts';
import { Page, Panel } from '../../parts/page.tsx';
import { Loaded } from '../../parts/states.tsx';
import { AddNode } from './add-node.tsx';
import { ImportBoundaries } from './import-boundaries.tsx';
import { ChangeDrawer } from './changes/change-drawer.tsx';
import { ChangeList } from './changes/change-list.tsx';
import { changeKinds } from './changes/draft.ts';
import { HistoryPart } from './changes/history-part.tsx';
import { words as changeWords } from './changes/words.ts';
import { GroupsPart } from './groups-part.tsx';
import { NodeDetails } from './node-details.tsx';
import { words as placesWords } from './places-words.ts';
import { RulingsPart } from './rulings-part.tsx';
import { ZonesPart } from './zones-part.tsx';
import './territory.css';

const words = defineMessages({
  zh: {
    title: '区域网格',
    see: '查看',
    tree: '列表',
    map: '地图',
    details: '详情',
    checks: '边界检查',
    noHome: '您的岗位没有辖区',
    noHomeText: '请联系本单位管理员。',
  },
  en: {
    title: 'Territory',
    see: 'Show',
    tree: 'List',
    map: 'Map',
    details: 'Details',
    checks: 'Boundary checks',
    noHome: 'Your post has no territory',
    noHomeText: 'Please ask your administrator.',
  },
});

export type TerritorySearch = ReturnType<typeof territorySearch>;
type Side = 'tree' | 'map' | 'details';

/** What stands beside the tree: the node itself, or one of the lists about it. */
const parts = ['node', 'changes', 'rulings', 'groups', 'zones'] as const;
type Part = (typeof parts)[number];

/** The tree and the map side by side with one selection, which stands in the address. */
export const TerritoryPage = () => {
  const t = useText(words);
  const tc = useText(changeWords);
  const tp = useText(placesWords);
  const me = useMe();
  const may = useMay();
  const narrow = useNarrow();
  const navigate = useNavigate();
  const search = useSearch({ from: '/inside/territory' });
  const [side, setSide] = useState<Side>('tree');
  const [problems, setProblems] = useState<BoundaryProblem[]>([]);
  const code = search.at ?? homeOf(me);
  const detail = useQuery({
    queryKey: ['territory', 'detail', code],
    queryFn: () => territory.getTerritory({ params: { code: code ?? '' } }),
    enabled: may('territory.read') && code !== undefined,
    placeholderData: (before) => before,
  });
  const see = parts.find((one) => one === search.see) ?? 'node';
  const go = (next: TerritorySearch): void =>
    void navigate({
      to: '/territory',
      search: withoutEmpty({ at: code, see: search.see, ...next }),
      resetScroll: false,
    });
  const select = (at: string): void => {
    setProblems([]);
    go({ at, do: undefined });
    if (narrow && side === 'tree') setSide('details');
  };
  // A node without children shows itself among its neighbours.
  const node = detail.data?.node;
  const above = detail.data?.trail.at(-2);
  const drawnAt = node && node.childCount === 0 && above ? above.code : (node?.code ?? code);
  const mayEdit = may('territory.edit');
  const drawing = search.do === 'draw' && mayEdit;
  const changing = changeKinds.find((kind) => search.do === `change-${kind}` && mayEdit);
  const ended = node?.validTo !== null && node?.validTo !== undefined;
  const offered = changeKinds.filter((kind) => (kind === 'reopen') === ended);
  const done = (): void => {
    go({ do: undefined });
    void detail.refetch();
  };
  const tree = (
    <Panel className="territory-tree">
      <TerritoryTree
        {...(code ? { selected: code } : {})}
        onSelect={(chosen) => select(chosen.code)}
        height={narrow ? 520 : 640}
      />
    </Panel>
  );
  const map =
    drawnAt === undefined || code === undefined ? null : (
      <Panel className="territory-map">
        {drawing ? (
          <BoundaryEditor
            key={code}
            code={code}
            onSaved={done}
            onCancel={() => go({ do: undefined })}
            height={narrow ? 420 : 480}
          />
        ) : (
          <TerritoryMap
            at={drawnAt}
            selected={code}
            onSelect={select}
            onOpen={select}
            problems={problems}
            height={narrow ? 420 : 480}
          />
        )}
      </Panel>
    );
  const shown: Part = see === 'changes' && !mayEdit ? 'node' : see;
  const list =
    shown === 'node' || !node ? null : (
      <Panel title={shown === 'changes' ? tc('list') : `${tp(shown)} · ${node.name}`}>
        {shown === 'changes' ? <ChangeList /> : null}
        {shown === 'rulings' ? <RulingsPart key={node.code} node={node} /> : null}
        {shown === 'groups' ? <GroupsPart key={node.code} node={node} /> : null}
        {shown === 'zones' ? (
          <ZonesPart key={node.code} code={node.code} onOpen={(at) => go({ at, see: undefined })} />
        ) : null}
      </Panel>
    );
  const tabs = (
    <div className="territory-tabs">
      <Segmented<Part>
        aria-label={t('see')}
        value={shown}
        onChange={(value) => go({ see: value === 'node' ? undefined : value, do: undefined })}
        options={parts
          .filter((one) => one !== 'changes' || mayEdit)
          .map((one) => ({
            value: one,
            label: one === 'node' ? t('details') : one === 'changes' ? tc('change') : tp(one),
          }))}
      />
    </div>
  );
  const details = (
    <div className="stack">
      <Loaded query={detail}>
        {(data) => (
          <NodeDetails
            detail={data}
            onOpen={select}
            onDraw={() => {
              setSide('map');
              go({ do: 'draw' });
            }}
            drawing={drawing}
          />
        )}
      </Loaded>
      {code ? (
        <Panel title={tc('history')}>
          <HistoryPart key={code} code={code} />
        </Panel>
      ) : null}
      {code ? (
        <Panel title={t('checks')}>
          <BoundaryChecks
            key={code}
            code={code}
            onShow={(found) => {
              setProblems([...found]);
              setSide('map');
            }}
          />
        </Panel>
      ) : null}
    </div>
  );
  return (
    <Page
      title={t('title')}
      needs="territory.read"
      wide
      actions={
        may('territory.edit') && code ? (
          <>
            <Dropdown
              trigger={['click']}
              menu={{
                items: offered.map((kind) => ({ key: kind, label: tc(kind) })),
                onClick: ({ key }) => go({ do: `change-${key}` }),
              }}
            >
              <Button aria-haspopup="menu">{tc('change')}</Button>
            </Dropdown>
            <ImportBoundaries />
            {node && !ended ? <AddNode parent={node} onAdded={(added) => select(added.code)} /> : null}
          </>
        ) : null
      }
    >
      {code === undefined ? (
        <Empty icon="mapPin" title={t('noHome')}>
          {t('noHomeText')}
        </Empty>
      ) : narrow && list ? (
        <div className="stack">
          {tabs}
          {list}
        </div>
      ) : narrow ? (
        <div className="stack">
          {tabs}
          <Segmented<Side>
            block
            aria-label={t('see')}
            value={side}
            onChange={setSide}
            options={[
              { value: 'tree', label: t('tree') },
              { value: 'map', label: t('map') },
              { value: 'details', label: t('details') },
            ]}
          />
          {side === 'tree' ? tree : side === 'map' ? map : details}
        </div>
      ) : (
        <div className="territory">
          {tree}
          <div className="stack">
            {tabs}
            {list ?? (
              <>
                {map}
                {details}
              </>
            )}
          </div>
        </div>
      )}
      {changing && detail.data && node?.code === code ? (
        <ChangeDrawer
          key={`${changing} ${code}`}
          kind={changing}
          detail={detail.data}
          onClose={() => go({ do: undefined })}
          onDone={() => go({ do: undefined, see: 'changes' })}
        />
      ) : null}
    </Page>
  );
};
