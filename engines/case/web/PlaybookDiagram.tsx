import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { Playbook } from '#engines/case/model';
import { defineMessages, useLocale, useText } from '#platform/web/i18n';
import { Skeleton } from '#platform/web/kit';
import { BoxPiece } from './diagram/BoxPiece.tsx';
import type { drawFor } from './diagram/draw.ts';
import { DiagramTable } from './diagram/DiagramTable.tsx';
import { type DiagramPart, isPart, type Picking } from './diagram/picking.ts';
import { WayPiece } from './diagram/WayPiece.tsx';
import './diagram/diagram.css';

export type { DiagramPart } from './diagram/picking.ts';

const messages = defineMessages({
  zh: { label: '「{name}」流程图', aside: '虚线表示退回或重新办理。' },
  en: { label: 'Diagram of “{name}”', aside: 'Dashed: the matter goes back.' },
});

type Drawing = ReturnType<typeof drawFor>;

/** The width that a page gives, as it changes. */
const useWidth = () => {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState<number>();
  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const look = (): void => setWidth(Math.floor(element.clientWidth));
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { frame, width };
};

/**
 * A playbook as boxes and arrows, never wider than its page: in layers, or in one column where there is little room.
 * With `onPick` stages, actions and clocks can be chosen. The same stands in a table for those who do not see it.
 */
export const PlaybookDiagram = ({
  playbook,
  roleName,
  current,
  picked,
  onPick,
}: {
  playbook: Playbook;
  roleName?: (role: string) => string;
  /** The stage in which a matter is. */
  current?: string | undefined;
  picked?: DiagramPart | undefined;
  onPick?: (part: DiagramPart) => void;
}) => {
  const t = useText(messages);
  const locale = useLocale();
  const id = useId().replace(/[^a-zA-Z0-9]/g, '');
  const { frame, width } = useWidth();
  const [drawing, setDrawing] = useState<Drawing>();
  useEffect(() => {
    if (width === undefined || width < 40) return undefined;
    let over = false;
    // The layout and the model bring their weight along: pages without a diagram do not carry it.
    void import('./diagram/draw.ts').then(({ drawFor }) => {
      if (!over) setDrawing(drawFor(playbook, width, locale, roleName));
    });
    return () => {
      over = true;
    };
  }, [playbook, width, locale, roleName]);
  const picking: Picking | undefined = onPick && { onPick, isPicked: (part) => isPart(picked, part) };
  return (
    <div className="lf-diagram" ref={frame}>
      {drawing ? (
        <Picture
          drawing={drawing}
          head={id}
          label={t('label', { name: playbook.name[locale] })}
          chosen={onPick !== undefined}
        >
          {drawing.ways.map((way) => (
            <WayPiece key={`${way.step.from}>${way.step.to}`} way={way} head={id} />
          ))}
          {drawing.boxes.map((box) => (
            <BoxPiece key={box.stage.id} box={box} now={box.stage.id === current} picking={picking} />
          ))}
          {drawing.ways.map((way) => (
            <WayPiece key={`${way.step.from}>${way.step.to}`} way={way} picking={picking} />
          ))}
        </Picture>
      ) : (
        <Skeleton rows={6} card={false} />
      )}
      {drawing?.ways.some((way) => way.step.back) ? <p className="lf-diagram-key">{t('aside')}</p> : null}
      {drawing ? <DiagramTable playbook={playbook} {...(roleName && { roleName })} /> : null}
    </div>
  );
};

const Picture = ({
  drawing,
  head,
  label,
  chosen,
  children,
}: {
  drawing: Drawing;
  head: string;
  label: string;
  chosen: boolean;
  children: ReactNode;
}) => (
  <svg
    viewBox={`0 0 ${drawing.width} ${drawing.height}`}
    width={Math.floor(drawing.width * drawing.scale)}
    height={Math.floor(drawing.height * drawing.scale)}
    role={chosen ? 'group' : 'img'}
    aria-label={label}
  >
    <defs>
      <marker
        id={head}
        viewBox="0 0 8 8"
        refX="7"
        refY="4"
        markerWidth="7"
        markerHeight="7"
        orient="auto-start-reverse"
      >
        <path d="M0 0 8 4 0 8Z" className="lf-diagram-head" />
      </marker>
    </defs>
    {children}
  </svg>
);
