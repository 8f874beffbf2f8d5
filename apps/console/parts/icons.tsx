import type { ReactNode, SVGProps } from 'react';
import { Icon } from '#platform/web/kit';

type IconProps = SVGProps<SVGSVGElement>;

/** Icons that only the console needs, in the stroke of the kit's; always beside a word. */
const icon = (drawing: ReactNode) =>
  function Drawn(props: IconProps) {
    return (
      <svg
        viewBox="0 0 24 24"
        width="18"
        height="18"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        focusable="false"
        {...props}
      >
        {drawing}
      </svg>
    );
  };

export const Inbox = icon(
  <>
    <path d="M4 13l2.5-8h11L20 13v6H4z" />
    <path d="M4 13h5a3 3 0 006 0h5" />
  </>,
);
export const Stack = icon(
  <>
    <path d="M8 6h12M8 12h12M8 18h12" />
    <path d="M4 6h.01M4 12h.01M4 18h.01" />
  </>,
);
export const Pencil = icon(
  <>
    <path d="M5 19l1-4L16 5l3 3L9 18z" />
    <path d="M14 7l3 3M13 20h7" />
  </>,
);
export const Chart = icon(
  <>
    <path d="M4 20V4M4 20h16" />
    <path d="M8 16v-4M12 16V8M16 16v-6M20 16V6" />
  </>,
);
export const MapFold = icon(
  <>
    <path d="M4 6l5-2 6 2 5-2v14l-5 2-6-2-5 2z" />
    <path d="M9 4v14M15 6v14" />
  </>,
);
export const Flow = icon(
  <>
    <rect x="3" y="4" width="7" height="5" rx="1" />
    <rect x="14" y="15" width="7" height="5" rx="1" />
    <path d="M6.5 9v8.5H14" />
  </>,
);
export const Qr = icon(
  <>
    <rect x="4" y="4" width="6" height="6" />
    <rect x="14" y="4" width="6" height="6" />
    <rect x="4" y="14" width="6" height="6" />
    <path d="M14 14h2v2M20 14v2M14 20h2M20 19v1h-1" />
  </>,
);
export const Upload = icon(
  <>
    <path d="M12 15V4M8 8l4-4 4 4" />
    <path d="M4 15v5h16v-5" />
  </>,
);
export const Shield = icon(
  <>
    <path d="M12 3l7.5 3v5.5c0 4.4-3 7.9-7.5 9.5-4.5-1.6-7.5-5.1-7.5-9.5V6z" />
    <path d="M8.5 12l2.5 2.5 4.5-5" />
  </>,
);
export const Download = icon(
  <>
    <path d="M12 4v11M8 11l4 4 4-4" />
    <path d="M4 15v5h16v-5" />
  </>,
);
export const Document = icon(
  <>
    <path d="M6 3h8l4 4v14H6z" />
    <path d="M14 3v4h4M9 12h6M9 16h6" />
  </>,
);
export const Menu = icon(<path d="M4 7h16M4 12h16M4 17h16" />);
export const Filter = icon(<path d="M4 6h16M7 12h10M10 18h4" />);
export const Print = icon(
  <>
    <path d="M7 9V4h10v5M7 17H4v-7h16v7h-3" />
    <path d="M7 14h10v6H7z" />
  </>,
);
export const Star = icon(<path d="M12 4l2.5 5 5.5.8-4 3.9.9 5.5L12 16.6 7.1 19.2l.9-5.5-4-3.9 5.5-.8z" />);
export const People = () => <Icon name="people" size={18} />;
export const Gear = () => <Icon name="settings" size={18} />;
export const Calendar = () => <Icon name="calendar" size={18} />;
export const Redo = () => <Icon name="refresh" size={18} />;
export const Send = () => <Icon name="send" size={18} />;
export const Clock = () => <Icon name="clock" size={18} />;
export const Grid = icon(<path d="M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z" />);
