/**
 * The look of Lifang as data: every colour, size and font is named here and nowhere else.
 * `theme.css` is written from it and kept equal by `theme.test.ts`;
 * antd and echarts read the same object.
 */

export type Mode = 'light' | 'dark';

/** Contrast against `surface` and `ground`: text ≥ 4.5, edges of controls ≥ 3 (kept by a test). */
export const colors = {
  light: {
    ink: '#1F2A37',
    ink2: '#5B6675',
    line: '#E4E8EE',
    edge: '#7D8896',
    ground: '#F6F7F9',
    surface: '#FFFFFF',
    sunken: '#EEF1F5',
    primary: '#1D5B8F',
    primaryHover: '#174A75',
    onPrimary: '#FFFFFF',
    primarySoft: '#E8F0F7',
    done: '#2F7D4F',
    doneSoft: '#EDF7F1',
    soon: '#B45309',
    soonSoft: '#FDF1E2',
    overdue: '#C0362C',
    onOverdue: '#FFFFFF',
    overdueSoft: '#FBE9E7',
    quiet: '#5B6675',
    quietSoft: '#EEF1F5',
    scrim: 'rgba(15, 23, 34, 0.48)',
    watermark: 'rgba(31, 42, 55, 0.07)',
  },
  dark: {
    ink: '#E6EDF5',
    ink2: '#A9B6C6',
    line: '#2A3747',
    edge: '#74859A',
    ground: '#0E1621',
    surface: '#16202D',
    sunken: '#1D2939',
    primary: '#6FB1E8',
    primaryHover: '#8CC2EF',
    onPrimary: '#0E1621',
    primarySoft: '#1B3147',
    done: '#6CC493',
    doneSoft: '#16332A',
    soon: '#F0AC5A',
    soonSoft: '#3A2A17',
    overdue: '#F2897F',
    onOverdue: '#1B1012',
    overdueSoft: '#3D2226',
    quiet: '#A9B6C6',
    quietSoft: '#1D2939',
    scrim: 'rgba(3, 7, 12, 0.64)',
    watermark: 'rgba(230, 237, 245, 0.06)',
  },
} as const satisfies Record<Mode, Record<string, string>>;

export type ColorName = keyof (typeof colors)['light'];

/** Series of charts, told apart by lightness too, so that a grey print still reads. */
export const chartColors = {
  light: ['#1D5B8F', '#2F7D4F', '#B45309', '#6B4FA0', '#0E7C86', '#A33B6B', '#5B6675', '#7A6A16'],
  dark: ['#6FB1E8', '#6CC493', '#F0AC5A', '#B79BE6', '#5CC7D0', '#EB8FB8', '#A9B6C6', '#D0BE62'],
} as const satisfies Record<Mode, readonly string[]>;

export const fonts = {
  text: '"PingFang SC", "HarmonyOS Sans SC", "MiSans", "Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif',
  /** English: Latin first, so that quotes and figures have Latin widths. */
  latin:
    'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif',
  mono: 'ui-monospace, "SF Mono", Menlo, Consolas, "Noto Sans Mono CJK SC", monospace',
} as const;

/** Base text in CSS px by audience; everything else is a share of it (`rem`), so one number scales a page. */
export const baseSize = { staff: 14, resident: 17 } as const;
export type Audience = keyof typeof baseSize;

/** Elder scales: on 17 px they give 21, 26 and 30 px (适老化: main text 18 dp and up, largest 30). */
export const scales = [1, 1.25, 1.5, 1.75] as const;
export type Scale = (typeof scales)[number];
export const ELDER_SCALE: Scale = 1.5;

/** Shares of the base. */
/** Small text of staff pages: 12 px of 14, the least at which Chinese reads all day. */
export const staffSmall = 0.86;
export const textSizes = { small: 0.824, body: 1, lead: 1.118, title: 1.294, hero: 1.647 } as const;
/** px, steps of 8 with halves where a row is dense. */
export const spaces = { half: 4, one: 8, oneHalf: 12, two: 16, three: 24, four: 32, six: 48 } as const;
export const radius = 6;
export const lineHeight = 1.6;
/** Touch targets in px: elsewhere, and in elder mode. */
/** With a mouse, staff pages may be denser: as high as a dense row. */
export const targets = { normal: 44, elder: 60, staffMouse: 36 } as const;
/** Table rows of the console in px. */
export const rows = { airy: 44, dense: 36 } as const;
export const widths = { phone: 360, column: 560, page: 1440 } as const;
export const motionMs = 150;
export const layers = { bar: 20, sheet: 40, toast: 60, watermark: 2000 } as const;

/** All of it for one mode, for libraries that take an object. */
export const themeOf = (mode: Mode) => ({
  mode,
  colors: colors[mode],
  chart: chartColors[mode],
  fonts,
  radius,
  lineHeight,
  rows,
  motionMs,
});
export type Theme = ReturnType<typeof themeOf>;
