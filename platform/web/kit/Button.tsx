import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';

interface Look {
  /** One primary button a page. */
  readonly look?: 'primary' | 'normal' | 'danger' | 'quiet';
  readonly icon?: IconName;
  readonly wide?: boolean;
  readonly children?: ReactNode;
}

const classOf = (look: Look['look'] = 'normal', wide?: boolean, extra?: string): string =>
  ['lf-button', `lf-button-${look}`, wide ? 'lf-button-wide' : '', extra ?? ''].filter(Boolean).join(' ');

/** Its words are a verb. While `busy` it keeps its width, says so to readers and takes no second press. */
export const Button = ({
  look,
  icon,
  wide,
  busy = false,
  children,
  className,
  onClick,
  ...rest
}: Look & { busy?: boolean } & ButtonHTMLAttributes<HTMLButtonElement>) => (
  <button
    type="button"
    aria-busy={busy || undefined}
    aria-disabled={busy || undefined}
    {...rest}
    className={classOf(look, wide, className)}
    onClick={(event) => (busy ? event.preventDefault() : onClick?.(event))}
  >
    {icon ? <Icon name={icon} /> : null}
    <span>{children}</span>
  </button>
);

export const ButtonLink = ({
  look,
  icon,
  wide,
  children,
  className,
  ...rest
}: Look & AnchorHTMLAttributes<HTMLAnchorElement>) => (
  <a {...rest} className={classOf(look, wide, className)}>
    {icon ? <Icon name={icon} /> : null}
    <span>{children}</span>
  </a>
);

/** A square button whose word is spoken and shown on hover only: for close, remove, back. */
export const IconButton = ({
  icon,
  label,
  className,
  ...rest
}: { icon: IconName; label: string } & ButtonHTMLAttributes<HTMLButtonElement>) => (
  <button
    type="button"
    aria-label={label}
    title={label}
    {...rest}
    className={['lf-icon-button', className].filter(Boolean).join(' ')}
  >
    <Icon name={icon} />
  </button>
);
