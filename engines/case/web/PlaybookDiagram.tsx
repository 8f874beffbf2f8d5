import { useEffect, useId, useState } from 'react';
import type { Playbook, PlaybookDrawing } from '#engines/case/model';
import { defineMessages, useLocale, useText } from '#platform/web/i18n';
import { Skeleton } from '#platform/web/kit';
import './case.css';

const messages = defineMessages({ zh: { label: '「{name}」流程图' }, en: { label: 'Diagram of “{name}”' } });

/** A playbook as boxes and arrows; ways back are dashed. The same is listed as text for those who do not see it. */
export const PlaybookDiagram = ({
  playbook,
  roleName,
  current,
}: {
  playbook: Playbook;
  roleName?: (role: string) => string;
  /** The stage in which a matter is. */
  current?: string | undefined;
}) => {
  const t = useText(messages);
  const locale = useLocale();
  const id = useId().replace(/[^a-zA-Z0-9]/g, '');
  const [drawing, setDrawing] = useState<PlaybookDrawing>();
  useEffect(() => {
    // The model brings the interpreter of conditions: pages without a diagram do not carry it.
    void import('#engines/case/model').then(({ drawPlaybook }) => setDrawing(drawPlaybook(playbook, locale, roleName)));
  }, [playbook, locale, roleName]);
  if (!drawing) return <Skeleton rows={6} card={false} />;
  return (
    <div className="lf-diagram">
      <svg
        viewBox={`0 0 ${drawing.width} ${drawing.height}`}
        width={drawing.width}
        height={drawing.height}
        role="img"
        aria-label={t('label', { name: playbook.name[locale] })}
      >
        <defs>
          <marker
            id={id}
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="8"
            markerHeight="8"
            orient="auto-start-reverse"
          >
            <path d="M0 0 8 4 0 8Z" className="lf-diagram-head" />
          </marker>
        </defs>
        {drawing.edges.map((edge) => (
          <polyline
            key={`${edge.from}>${edge.to}`}
            points={edge.points.map(({ x, y }) => `${x},${y}`).join(' ')}
            className={edge.back ? 'lf-diagram-way lf-diagram-back' : 'lf-diagram-way'}
            markerEnd={`url(#${id})`}
          />
        ))}
        {drawing.edges.map((edge) => {
          const middle = edge.points[Math.floor((edge.points.length - 1) / 2)];
          const next = edge.points[Math.floor((edge.points.length - 1) / 2) + 1] ?? middle;
          if (!middle || !next) return null;
          return (
            <text
              key={`${edge.from}>${edge.to}`}
              x={(middle.x + next.x) / 2 + 6}
              y={(middle.y + next.y) / 2}
              className="lf-diagram-label"
            >
              {edge.labels.map((label, line) => (
                <tspan key={label} x={(middle.x + next.x) / 2 + 6} dy={line === 0 ? 0 : '1.2em'}>
                  {label}
                </tspan>
              ))}
            </text>
          );
        })}
        {drawing.nodes.map((node) => (
          <g
            key={node.id}
            className={`lf-diagram-stage lf-diagram-${node.kind}${node.id === current ? ' lf-diagram-now' : ''}`}
          >
            <rect x={node.x} y={node.y} width={node.width} height={node.height} rx="6" />
            <text x={node.x + node.width / 2} y={node.y + node.height / 2 - 6}>
              {node.label}
            </text>
            <text x={node.x + node.width / 2} y={node.y + node.height / 2 + 16} className="lf-diagram-owner">
              {node.owner}
            </text>
          </g>
        ))}
      </svg>
      <ul className="lf-unseen">
        {drawing.edges.map((edge) => (
          <li key={`${edge.from}>${edge.to}`}>
            {playbook.stages.find((stage) => stage.id === edge.from)?.name[locale]} → {edge.labels.join('、')} →{' '}
            {playbook.stages.find((stage) => stage.id === edge.to)?.name[locale]}
          </li>
        ))}
      </ul>
    </div>
  );
};
