import type { AnchorHTMLAttributes, ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';

export const Card = ({
  children,
  title,
  extra,
  as: Tag = 'section',
}: {
  children: ReactNode;
  title?: ReactNode;
  extra?: ReactNode;
  as?: 'section' | 'div' | 'article' | 'li';
}) => (
  <Tag className="lf-card">
    {title || extra ? (
      <div className="lf-card-head">
        {title ? <h2>{title}</h2> : <span />}
        {extra}
      </div>
    ) : null}
    {children}
  </Tag>
);

/** Rows inside a card, parted by hairlines. */
export const List = ({ children, label }: { children: ReactNode; label?: string }) => (
  <ul className="lf-list" aria-label={label}>
    {children}
  </ul>
);

/** One row; with `href` or `onPress` the whole row is the target. */
export const ListRow = ({
  title,
  note,
  start,
  end,
  icon,
  href,
  onPress,
  expanded,
  below,
  ...rest
}: {
  title: ReactNode;
  note?: ReactNode;
  start?: ReactNode;
  end?: ReactNode;
  icon?: IconName;
  href?: string;
  onPress?: () => void;
  /** For a row that opens what is `below` it. */
  expanded?: boolean;
  below?: ReactNode;
} & Pick<AnchorHTMLAttributes<HTMLAnchorElement>, 'onClick' | 'aria-label'>) => {
  const inside = (
    <>
      {icon ? (
        <span className="lf-list-icon">
          <Icon name={icon} />
        </span>
      ) : (
        start
      )}
      <span className="lf-list-words">
        <span className="lf-list-title">{title}</span>
        {note ? <span className="lf-list-note">{note}</span> : null}
      </span>
      {end}
      {href || (onPress && expanded === undefined) ? <Icon name="chevronRight" className="lf-icon lf-list-go" /> : null}
    </>
  );
  return (
    <li>
      {href ? (
        <a className="lf-list-row" href={href} {...rest}>
          {inside}
        </a>
      ) : onPress ? (
        <button
          type="button"
          className="lf-list-row"
          onClick={onPress}
          aria-label={rest['aria-label']}
          aria-expanded={expanded}
        >
          {inside}
        </button>
      ) : (
        <div className="lf-list-row">{inside}</div>
      )}
      {below}
    </li>
  );
};

/** Known things, name and value. */
export const Facts = ({
  facts,
}: {
  facts: readonly { readonly name: ReactNode; readonly value: ReactNode; readonly key?: string }[];
}) => (
  <dl className="lf-facts">
    {facts.map((fact, index) => (
      <div key={fact.key ?? index}>
        <dt>{fact.name}</dt>
        <dd>{fact.value}</dd>
      </div>
    ))}
  </dl>
);
