import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Segmented } from 'antd';
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
import { NodeDetails } from './node-details.tsx';
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

/** The tree and the map side by side with one selection, which stands in the address. */
export const TerritoryPage = () => {
  const t = useText(words);
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
  const go = (next: TerritorySearch): void =>
    void navigate({ to: '/territory', search: withoutEmpty({ at: code, ...next }), resetScroll: false });
  const select = (at: string): void => {
    setProblems([]);
    go({ at, do: undefined });
    if (narrow && side === 'tree') setSide('details');
  };
  // A node without children shows itself among its neighbours.
  const node = detail.data?.node;
  const above = detail.data?.trail.at(-2);
  const drawnAt = node && node.childCount === 0 && above ? above.code : (node?.code ?? code);
  const drawing = search.do === 'draw' && may('territory.edit');
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
            <ImportBoundaries />
            {node ? <AddNode parent={node} onAdded={(added) => select(added.code)} /> : null}
          </>
        ) : null
      }
    >
      {code === undefined ? (
        <Empty icon="mapPin" title={t('noHome')}>
          {t('noHomeText')}
        </Empty>
      ) : narrow ? (
        <div className="stack">
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
            {map}
            {details}
          </div>
        </div>
      )}
    </Page>
  );
};
