import { useQueries, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { TerritoryNode } from '#engines/territory/contract';
import { defineMessages, useText } from '#platform/web/i18n';
import { Empty, Icon, ProblemNote, Skeleton } from '#platform/web/kit';
import { childrenQuery, detailQuery, rootsQuery, useLevelName } from './territory-queries.ts';
import { TerritorySearch } from './TerritorySearch.tsx';
import { findTyped, treeMove, treeRows, type TreeRow } from './tree-rows.ts';
import { showRow, useWindow } from './use-window.ts';

const messages = defineMessages({
  zh: {
    tree: '区域',
    none: '没有可看的区域',
    loading: '正在加载',
    failed: '没有加载出来，收起后再展开可重试',
    undetermined: '归属未定',
  },
  en: {
    tree: 'Territory',
    none: 'Nothing to show',
    loading: 'Loading',
    failed: 'Did not load; close and open it to try again',
    undetermined: 'open belonging',
  },
});

const rowHeight = 36;
const searchHeight = 56;

export interface TerritoryTreeProps {
  /** Code of the chosen node; the tree opens down to it. */
  readonly selected?: string;
  readonly onSelect: (node: TerritoryNode) => void;
  /** Start below this node; the tops of my scope otherwise. */
  readonly at?: string;
  /** px */
  readonly height?: number;
  readonly search?: boolean;
}

/** The tree, a branch fetched when it is opened. One tab stop; arrows, Home, End, letters and Enter as in every tree. */
export const TerritoryTree = ({ selected, onSelect, at, height = 560, search = true }: TerritoryTreeProps) => {
  const t = useText(messages);
  const levelName = useLevelName();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set());
  const [active, setActive] = useState<string>();
  const typed = useRef({ text: '', at: 0 });

  const roots = useQuery(at === undefined ? rootsQuery() : childrenQuery(at));
  const open = [...expanded];
  const branches = useQueries({ queries: open.map((code) => childrenQuery(code)) });
  const chosen = useQuery({ ...detailQuery(selected ?? ''), enabled: selected !== undefined });

  // A node chosen elsewhere (map, search, address) opens the way down to it.
  const trail = chosen.data?.node.code === selected ? chosen.data?.trail : undefined;
  useEffect(() => {
    if (!trail || trail.length === 0) return;
    setActive(selected);
    setExpanded((before) => {
      const missing = trail.slice(0, -1).filter((node) => !before.has(node.code));
      return missing.length === 0 ? before : new Set([...before, ...missing.map((node) => node.code)]);
    });
  }, [trail, selected]);

  const only = roots.data?.length === 1 ? roots.data[0]?.code : undefined;
  useEffect(() => {
    if (only !== undefined) setExpanded((before) => new Set([...before, only]));
  }, [only]);

  const byCode = new Map(open.map((code, index) => [code, branches[index]]));
  const branchKey = branches.map((branch) => `${branch.dataUpdatedAt}${branch.isError}`).join();
  const rows = useMemo(
    () =>
      treeRows(roots.data ?? [], expanded, (code) => {
        const branch = byCode.get(code);
        return branch && { nodes: branch.data, failed: branch.isError };
      }),
    // oxlint-disable-next-line react/exhaustive-deps -- the queries' results are named by branchKey
    [roots.data, expanded, branchKey],
  );
  const found = rows.findIndex((row) => row.node.code === (active ?? selected));
  const activeIndex = Math.max(0, found);
  const view = Math.max(rowHeight * 4, height - (search ? searchHeight : 0));
  const shown = useWindow(rows.length, rowHeight, view);
  useEffect(() => {
    if (found >= 0) showRow(box.current, found, rowHeight);
  }, [found]);

  const toggle = (code: string, wanted: boolean): void =>
    setExpanded((before) => {
      const next = new Set(before);
      if (wanted) next.add(code);
      else next.delete(code);
      return next;
    });
  const choose = (row: TreeRow): void => {
    setActive(row.node.code);
    onSelect(row.node);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const move = treeMove(rows, activeIndex, event.key, Math.floor(view / rowHeight));
    if (move) {
      event.preventDefault();
      if ('to' in move) setActive(rows[move.to]?.node.code);
      else if ('expand' in move) toggle(move.expand, true);
      else if ('collapse' in move) toggle(move.collapse, false);
      else if (rows[move.choose]) choose(rows[move.choose] as TreeRow);
      return;
    }
    if ([...event.key].length !== 1) return;
    const now = event.timeStamp;
    typed.current = { text: now - typed.current.at < 800 ? typed.current.text + event.key : event.key, at: now };
    const next = findTyped(rows, activeIndex - (typed.current.text.length > 1 ? 1 : 0), typed.current.text);
    if (next !== undefined) setActive(rows[next]?.node.code);
  };

  const tree = roots.isError ? (
    <ProblemNote error={roots.error} onRetry={() => void roots.refetch()} />
  ) : roots.isPending ? (
    <Skeleton rows={5} card={false} />
  ) : rows.length === 0 ? (
    <Empty icon="mapPin" title={t('none')} />
  ) : (
    <div
      ref={box}
      role="tree"
      tabIndex={0}
      aria-label={t('tree')}
      aria-activedescendant={`${id}-${rows[activeIndex]?.node.code ?? ''}`}
      className="lf-tree"
      style={{ height: Math.min(view, rows.length * rowHeight) }}
      onScroll={shown.onScroll}
      onKeyDown={press}
    >
      <div role="presentation" style={{ height: shown.total, position: 'relative' }}>
        {rows.map((row, index) =>
          // The active row stays in the page, so that the tree can name it.
          (index >= shown.first && index < shown.last) || index === activeIndex ? (
            <div
              key={row.node.code}
              id={`${id}-${row.node.code}`}
              role="treeitem"
              aria-level={row.level}
              aria-posinset={row.place}
              aria-setsize={row.siblings}
              aria-expanded={row.state === undefined ? undefined : row.open}
              aria-selected={row.node.code === selected}
              className={[
                'lf-tree-row',
                row.node.code === selected ? 'lf-tree-on' : '',
                index === activeIndex ? 'lf-tree-active' : '',
              ]
                .filter(Boolean)
                .join(' ')}
              style={{ top: index * rowHeight, height: rowHeight, paddingInlineStart: `${(row.level - 1) * 1.25}em` }}
              onClick={() => choose(row)}
              onDoubleClick={() => row.state !== undefined && toggle(row.node.code, !row.open)}
            >
              <span
                className={row.state === undefined ? 'lf-tree-twist lf-tree-leaf' : 'lf-tree-twist'}
                aria-hidden="true"
                onClick={(event) => {
                  event.stopPropagation();
                  if (row.state !== undefined) toggle(row.node.code, !row.open);
                }}
              >
                {row.state === undefined ? null : <Icon name={row.open ? 'chevronDown' : 'chevronRight'} />}
              </span>
              <span className="lf-tree-name" title={row.node.name}>
                {row.node.name}
              </span>
              <span className="lf-tree-note">
                {row.state === 'loading'
                  ? t('loading')
                  : row.state === 'failed'
                    ? t('failed')
                    : row.node.kind === 'undetermined'
                      ? t('undetermined')
                      : levelName(row.node.level)}
              </span>
            </div>
          ) : null,
        )}
      </div>
    </div>
  );
  return (
    <div className="lf-territory-tree">
      {search ? <TerritorySearch onChoose={(node) => onSelect(node)} {...(at === undefined ? {} : { at })} /> : null}
      {tree}
    </div>
  );
};
