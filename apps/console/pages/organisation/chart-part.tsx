import { useQuery } from '@tanstack/react-query';
import { Button, Input, Segmented } from 'antd';
import { useState } from 'react';
import type { ChartNode } from '#engines/organisation/contract';
import { useFormats, useText } from '#platform/web/i18n';
import { Empty, Icon, Skeleton, StatusTag } from '#platform/web/kit';
import { organisation } from '../../app/clients.ts';
import * as icons from '../../parts/icons.tsx';
import { Failure, Loaded } from '../../parts/states.tsx';
import { structureWords } from './structure-words.ts';
import { useBodyKinds } from './use-body-kinds.ts';

type Line = 'territorial' | 'vertical';

const chartQuery = (line: Line, under?: string) => ({
  queryKey: ['organisation', 'chart', line, under ?? ''],
  queryFn: () => organisation.seeChart({ query: { line, ...(under ? { under } : {}) } }),
  staleTime: 60_000,
});

/** One post: its holders by name, or that nobody holds it. */
const PostLine = ({ post }: { post: ChartNode['posts'][number] }) => {
  const t = useText(structureWords);
  const appointed = post.holders.filter((holder) => !holder.standsIn);
  return (
    <li>
      <span className="quiet">{post.title}</span>
      {appointed.length === 0 ? (
        <StatusTag tone="soon" icon="alert">
          {t('vacant')}
        </StatusTag>
      ) : null}
      {post.holders.map((holder) => (
        <span key={holder.name}>
          {holder.name}
          {holder.standsIn ? <span className="quiet small">（{t('standsIn')}）</span> : null}
          {holder.acting ? <span className="quiet small">（{t('acting')}）</span> : null}
        </span>
      ))}
    </li>
  );
};

const Node = ({ node, line }: { node: ChartNode; line: Line }) => {
  const t = useText(structureWords);
  const formats = useFormats();
  const { nameOf } = useBodyKinds();
  const [open, setOpen] = useState(false);
  const below = useQuery({ ...chartQuery(line, node.id), enabled: open });
  return (
    <li className="chart-node">
      <div className="chart-head">
        {node.below > 0 ? (
          <button
            type="button"
            className="chart-toggle"
            aria-expanded={open}
            aria-label={t(open ? 'close' : 'open', { name: node.name })}
            onClick={() => setOpen(!open)}
          >
            <Icon name={open ? 'chevronDown' : 'chevronRight'} size={16} />
          </button>
        ) : (
          <span className="chart-toggle" />
        )}
        <div className="chart-body">
          <p className="chart-name">
            <strong>{node.name}</strong>
            <span className="quiet small">{nameOf(node.kind)}</span>
            {node.below > 0 ? (
              <span className="quiet small">{t('below', { n: formats.number(node.below) })}</span>
            ) : null}
            {node.superiors > 1 ? <span className="quiet small">{t('alsoUnder')}</span> : null}
            {node.vacant > 0 ? (
              <StatusTag tone="soon" icon="alert">
                {t('vacantPosts', { n: node.vacant })}
              </StatusTag>
            ) : null}
          </p>
          <ul className="chart-posts">
            {node.posts.map((post) => (
              <PostLine key={post.id} post={post} />
            ))}
            {node.posts.length === 0 ? <li className="quiet small">{t('noPosts')}</li> : null}
          </ul>
        </div>
      </div>
      {open ? (
        <ul className="chart-list">
          {below.isError ? <Failure error={below.error} /> : null}
          {below.data?.map((one) => (
            <Node key={one.id} node={one} line={line} />
          ))}
          {below.isPending ? <Skeleton rows={2} /> : null}
        </ul>
      ) : null}
    </li>
  );
};

/** Bodies along one line of superiors, opened one by one: the server is asked once for each opened node. */
export const ChartPart = () => {
  const t = useText(structureWords);
  const [line, setLine] = useState<Line>('territorial');
  const [words, setWords] = useState('');
  const roots = useQuery(chartQuery(line));
  const found = useQuery({
    queryKey: ['organisation', 'bodies', 'chart', words],
    queryFn: () => organisation.listBodies({ query: { words } }),
    enabled: words !== '',
  });
  return (
    <>
      <div className="row organisation-bar no-print">
        <Segmented<Line>
          aria-label={t('line')}
          value={line}
          onChange={setLine}
          options={[
            { value: 'territorial', label: t('territorial') },
            { value: 'vertical', label: t('vertical') },
          ]}
        />
        <Input.Search
          className="organisation-search"
          aria-label={t('findBody')}
          placeholder={t('findBody')}
          allowClear
          maxLength={60}
          onSearch={(value) => setWords(value.trim())}
        />
        <span className="bar-space" />
        <Button icon={<icons.Print />} onClick={() => window.print()}>
          {t('print')}
        </Button>
      </div>
      {words && found.data ? (
        <section className="panel chart-found">
          <p className="quiet">{t('found', { n: found.data.length })}</p>
          <ul>
            {found.data.slice(0, 20).map((body) => (
              <li key={body.id}>
                <strong>{body.name}</strong>{' '}
                <span className="quiet small">{body.superiors.map((one) => one.name).join('、')}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <Loaded query={roots}>
        {(nodes) =>
          nodes.length === 0 ? (
            <Empty icon="building" title={t('empty')}>
              {t('emptyText')}
            </Empty>
          ) : (
            <ul className="chart-list chart-root panel">
              {nodes.map((node) => (
                <Node key={`${line} ${node.id}`} node={node} line={line} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  );
};
