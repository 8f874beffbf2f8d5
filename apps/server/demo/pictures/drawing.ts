/** Pieces of drawn scenes, 800 × 600. They are painted as a phone would see the place: light, grain, a little blur. */
export const size = { width: 800, height: 600 } as const;

export const rect = (x: number, y: number, width: number, height: number, fill: string, more = ''): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" ${more}/>`;
export const circle = (x: number, y: number, radius: number, fill: string, more = ''): string =>
  `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}" ${more}/>`;
export const shape = (points: string, fill: string, more = ''): string =>
  `<polygon points="${points}" fill="${fill}" ${more}/>`;
export const line = (path: string, colour: string, width: number, more = ''): string =>
  `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`;
export const shadow = (x: number, y: number, width: number, height: number, strength = 0.35): string =>
  `<ellipse cx="${x}" cy="${y}" rx="${width}" ry="${height}" fill="#000" opacity="${strength}" filter="url(#soft)"/>`;
export const words = (x: number, y: number, text: string, height: number, fill: string): string =>
  `<text x="${x}" y="${y}" font-family="Noto Sans SC,Noto Sans CJK SC,sans-serif" font-size="${height}" fill="${fill}" text-anchor="middle">${text}</text>`;

export const many = (count: number, draw: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => draw(index)).join('');

/** A number that looks like chance and is always the same, 0..1. */
export const jitter = (index: number, turn = 1): number => {
  const wave = Math.sin(index * 12.9898 + turn * 78.233) * 43_758.5453;
  return wave - Math.floor(wave);
};

const definitions = `
  <defs>
    <filter id="soft"><feGaussianBlur stdDeviation="9"/></filter>
    <linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#9fb9cf"/><stop offset="1" stop-color="#dfe7ea"/></linearGradient>
    <linearGradient id="night" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#0b1220"/><stop offset="1" stop-color="#27303c"/></linearGradient>
    <linearGradient id="steel" x1="0" y1="0" x2="1" y2="0"><stop offset="0" stop-color="#8d959b"/><stop offset="0.5" stop-color="#d4d9dc"/><stop offset="1" stop-color="#858d93"/></linearGradient>
    <linearGradient id="road" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#8b8a86"/><stop offset="1" stop-color="#5f5e5b"/></linearGradient>
    <linearGradient id="wall" x1="0" y1="0" x2="1" y2="0"><stop offset="0" stop-color="#d8cfc0"/><stop offset="1" stop-color="#bfb4a2"/></linearGradient>
    <radialGradient id="lamplight"><stop offset="0" stop-color="#ffe7a8" stop-opacity="0.95"/><stop offset="1" stop-color="#ffdf90" stop-opacity="0"/></radialGradient>
    <radialGradient id="corners" cx="0.5" cy="0.5" r="0.75"><stop offset="0.6" stop-color="#000" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity="0.42"/></radialGradient>
  </defs>`;

/** The finished picture as SVG text. */
export const picture = (
  scene: string,
): string => `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 800 600">
  ${definitions}
  ${scene}
  <rect width="800" height="600" fill="url(#corners)"/>
</svg>`;

/** A housing block across the street, windows and all. */
export const block = (x: number, y: number, width: number, height: number, colour: string): string => {
  const columns = Math.floor(width / 46);
  const rows = Math.floor(height / 52);
  return (
    rect(x, y, width, height, colour) +
    many(columns * rows, (index) => {
      const left = x + 12 + (index % columns) * 46;
      const top = y + 14 + Math.floor(index / columns) * 52;
      const glass = ['#6f8494', '#7f94a3', '#5d7080'][Math.floor(jitter(index) * 3)] ?? '#6f8494';
      return rect(left, top, 24, 28, glass) + rect(left, top + 28, 24, 4, '#a89d8c');
    })
  );
};

/** A street by day: sky, blocks, pavement, road. */
export const street = (): string =>
  rect(0, 0, 800, 600, 'url(#sky)') +
  block(-20, 40, 300, 300, '#c9b8a0') +
  block(300, 80, 230, 260, '#b9bfb6') +
  block(550, 20, 280, 320, '#cfc3ad') +
  many(6, (index) => circle(40 + index * 150, 318, 34 + jitter(index) * 16, index % 2 ? '#5f7d52' : '#6c8a5b')) +
  rect(0, 335, 800, 70, '#b1aca3') +
  rect(0, 402, 800, 8, '#8f8a82') +
  rect(0, 410, 800, 190, 'url(#road)');

/** A stairwell: walls, floor, the light of a door. */
export const corridor = (): string =>
  rect(0, 0, 800, 600, '#9d968a') +
  shape('0,0 250,90 250,450 0,600', '#cfc8ba') +
  shape('800,0 550,90 550,450 800,600', '#bdb5a6') +
  shape('250,90 550,90 800,0 0,0', '#e3ded3') +
  shape('0,600 250,450 550,450 800,600', '#8a857c') +
  rect(250, 90, 300, 360, '#a8a093') +
  rect(330, 150, 140, 300, '#d9e2e4') +
  many(5, (index) => line(`M${index * 160 + 80} 600 L${330 + index * 30} 450`, '#7b766d', 2));

export const rubbishBag = (x: number, y: number, width: number, colour: string): string =>
  shadow(x, y + width * 0.38, width * 0.62, width * 0.14) +
  `<path d="M${x - width / 2} ${y + width * 0.4} Q${x - width * 0.62} ${y - width * 0.1} ${x - width * 0.12} ${y - width * 0.42} L${x + width * 0.1} ${y - width * 0.44} Q${x + width * 0.64} ${y - width * 0.1} ${x + width / 2} ${y + width * 0.4} Z" fill="${colour}"/>` +
  line(
    `M${x - width * 0.12} ${y - width * 0.42} L${x - width * 0.2} ${y - width * 0.58} M${x + width * 0.08} ${y - width * 0.43} L${x + width * 0.2} ${y - width * 0.56}`,
    colour,
    width * 0.07,
  );

/** A car seen from the side. */
export const car = (x: number, y: number, colour: string, scale = 1): string =>
  `<g transform="translate(${x} ${y}) scale(${scale})">` +
  shadow(105, 82, 120, 12, 0.45) +
  `<path d="M0 70 Q0 42 28 38 L62 10 Q70 2 84 2 L140 2 Q154 2 164 12 L186 38 Q212 42 212 66 L212 74 L0 74 Z" fill="${colour}"/>` +
  `<path d="M68 14 L46 38 L104 38 L104 10 L84 10 Q74 10 68 14 Z M112 10 L112 38 L172 38 L154 16 Q148 10 138 10 Z" fill="#2b3640"/>` +
  circle(44, 74, 20, '#1d1f22') +
  circle(44, 74, 9, '#9aa1a6') +
  circle(168, 74, 20, '#1d1f22') +
  circle(168, 74, 9, '#9aa1a6') +
  rect(200, 46, 12, 8, '#f2d28a') +
  '</g>';

/** An electric bicycle seen from the side. */
export const ebike = (x: number, y: number, colour: string, scale = 1): string =>
  `<g transform="translate(${x} ${y}) scale(${scale})">` +
  shadow(95, 118, 100, 9, 0.4) +
  circle(30, 92, 26, '#22252a') +
  circle(30, 92, 15, '#7c8287') +
  circle(162, 92, 26, '#22252a') +
  circle(162, 92, 15, '#7c8287') +
  `<path d="M30 92 L52 70 L128 72 L150 30 L162 92 L150 92 L134 84 L60 90 Z" fill="${colour}"/>` +
  `<path d="M40 44 Q72 36 104 46 L100 60 L44 60 Z" fill="#2d2f33"/>` +
  line('M150 30 L138 12 L122 10', '#2d2f33', 6) +
  rect(60, 60, 30, 14, '#3a3d42') +
  '</g>';
