import type { SVGProps } from 'react';

/** Line icons on a 24-px grid, drawn for Lifang; strokes take the colour of the text beside them. */
const paths = {
  alert: 'M12 8v5m0 3.2v.1M10.3 3.9 2.6 17.4A2 2 0 0 0 4.3 20.4h15.4a2 2 0 0 0 1.7-3L13.7 3.9a2 2 0 0 0-3.4 0Z',
  arrowRight: 'M5 12h14m-6-6 6 6-6 6',
  arrowUp: 'M12 19V5m-6 6 6-6 6 6',
  arrowDown: 'M12 5v14m6-6-6 6-6-6',
  bell: 'M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 20.5h4',
  building: 'M5 21V5l8-2v18M13 9l6 2v10M3 21h18M8.5 8h1m-1 4h1m-1 4h1',
  calendar: 'M4 6h16v14H4zM4 10h16M8 3v4m8-4v4',
  camera: 'M4 8h3.5l1.6-2.5h5.8L16.5 8H20v11H4zM12 16.5a3.3 3.3 0 1 0 0-6.6 3.3 3.3 0 0 0 0 6.6Z',
  check: 'M5 12.5 10 17.5 19.5 7',
  checkCircle: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm-4-8.8 2.8 2.8 5.2-5.6',
  chevronDown: 'm6 9.5 6 6 6-6',
  chevronLeft: 'm14.5 6-6 6 6 6',
  chevronRight: 'm9.5 6 6 6-6 6',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-14v5.2l3.4 2',
  close: 'm6 6 12 12M18 6 6 18',
  cloudOff: 'M7 18.5h9.5M4 4l16 16M8.2 9A5 5 0 0 0 6 18.5m4-12a5.5 5.5 0 0 1 7.7 4.1A4 4 0 0 1 19.6 17',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  dot: 'M12 14.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z',
  edit: 'M4 20h4L19 9l-4-4L4 16zM13 7l4 4',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4',
  globe:
    'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM3.5 12h17M12 3c2.5 2.5 3.8 5.5 3.8 9s-1.3 6.5-3.8 9c-2.5-2.5-3.8-5.5-3.8-9s1.3-6.5 3.8-9Z',
  hand: 'M8 11V5.5a1.5 1.5 0 0 1 3 0V11m0-6.5a1.5 1.5 0 0 1 3 0V11m0-4.5a1.5 1.5 0 0 1 3 0V14a7 7 0 0 1-7 7c-3 0-4.2-1.5-5.5-4L3 14.2c-.5-1 .9-2 1.8-1.2L8 16',
  home: 'M4 11 12 4l8 7v9h-5.5v-5.5h-5V20H4z',
  image: 'M4 5h16v14H4zM4 16l4.5-4.5 4 4 2.5-2.5 5 5M15.5 9.6v.1',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-10v5.5M12 7.5v.1',
  list: 'M8.5 6H20M8.5 12H20M8.5 18H20M4.2 6h.1m-.1 6h.1m-.1 6h.1',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  mapPin: 'M12 21s6.5-6 6.5-11a6.5 6.5 0 0 0-13 0c0 5 6.5 11 6.5 11Zm0-8.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z',
  megaphone: 'M4 10v4h3l8 4.5v-13L7 10zM18 9.5a3.5 3.5 0 0 1 0 5M8 14.5 9.5 20H12l-1.3-4.2',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5Z',
  people:
    'M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 20c.5-3.6 3-5.5 6.5-5.5s6 1.9 6.5 5.5M15.5 4.8a3.5 3.5 0 0 1 0 6.5m2 3.5c2.3.6 3.7 2.4 4 5.2',
  phone:
    'M5 4h4l1.8 4.5L8.5 10.2a12 12 0 0 0 5.3 5.3l1.7-2.3L20 15v4a1.5 1.5 0 0 1-1.5 1.5A14.5 14.5 0 0 1 3.5 5.5 1.5 1.5 0 0 1 5 4Z',
  plus: 'M12 5v14M5 12h14',
  refresh: 'M20 5v5h-5M4 19v-5h5M5.5 9.5A7 7 0 0 1 18 7l2 3M4 14l2 3a7 7 0 0 0 12.5-2.5',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm5-2 4.5 4.5',
  send: 'M4 12 20.5 4.5 15 20l-3.5-6.5zM11.5 13.5l4-4',
  settings:
    'M5 7h9m4 0h1M5 12h2m4 0h8M5 17h7m4 0h3M16 9a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM9 14a2 2 0 1 0 0-4 2 2 0 0 0 0 4Zm5 5a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  smile: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm-3.8-7a4.5 4.5 0 0 0 7.6 0M9 9.5v.5m6-.5v.5',
  meh: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm-3.5-6h7M9 9.5v.5m6-.5v.5',
  sad: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm-3.8-4.5a4.5 4.5 0 0 1 7.6 0M9 9.5v.5m6-.5v.5',
  sun: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm0-13v2m0 14v2M3 12h2m14 0h2M5.6 5.6 7 7m10 10 1.4 1.4M5.6 18.4 7 17M17 7l1.4-1.4',
  target:
    'M12 19a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm0-18v4m0 14v4M1 12h4m14 0h4M12 13.2a1.2 1.2 0 1 0 0-2.4 1.2 1.2 0 0 0 0 2.4Z',
  textSize: 'M3 19 8.5 5 14 19M5 14.5h7M15 19l3.3-8 3.2 8m-5.5-2.5h4.5',
  trash: 'M4.5 7h15M9.5 7V4.5h5V7M6.5 7l1 13h9l1-13M10 11v5m4-5v5',
  user: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20.5c.7-4 3.5-6 7.5-6s6.8 2 7.5 6',
} as const;

export type IconName = keyof typeof paths;

/** An icon never speaks alone: a word stands beside it, so it is hidden from readers. */
export const Icon = ({
  name,
  size = '1.25em',
  ...rest
}: { name: IconName; size?: string | number } & SVGProps<SVGSVGElement>) => (
  <svg
    viewBox="0 0 24 24"
    width={size}
    height={size}
    fill="none"
    stroke="currentColor"
    strokeWidth={1.75}
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
    focusable="false"
    className="lf-icon"
    {...rest}
  >
    <path d={paths[name]} />
  </svg>
);
