import { Icon } from '#platform/web/kit';
import type { OutputProps } from '../field-web.tsx';

/** A whole number can be called; a masked one is only shown. */
export const PhoneOutput = ({ value, text }: OutputProps<string>) =>
  /^[+\d][\d -]{4,}$/.test(value) ? (
    <a className="lf-inline-link" href={`tel:${value.replace(/[^+\d]/g, '')}`}>
      <Icon name="phone" /> {text ?? value}
    </a>
  ) : (
    <span>{text ?? value}</span>
  );
