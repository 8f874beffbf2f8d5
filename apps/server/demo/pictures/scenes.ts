import {
  car,
  circle,
  corridor,
  ebike,
  jitter,
  line,
  many,
  picture,
  rect,
  rubbishBag,
  shadow,
  shape,
  street,
  words,
} from './drawing.ts';

/** What a reporter photographs, and the same kind of place afterwards. Keys are the scenes that texts name. */
export interface Scene {
  readonly before: string;
  readonly after: string;
}

const liftDoor = (paper: string): string =>
  rect(0, 0, 800, 600, '#cbc4b7') +
  rect(0, 470, 800, 130, '#8b857b') +
  many(9, (index) => line(`M${index * 100} 470 L${index * 120 - 80} 600`, '#7a746b', 2)) +
  rect(210, 60, 380, 420, '#6b7177') +
  rect(230, 80, 168, 400, 'url(#steel)') +
  rect(402, 80, 168, 400, 'url(#steel)') +
  rect(340, 20, 120, 34, '#17191c') +
  rect(640, 230, 60, 130, '#d9dcde') +
  circle(670, 275, 13, '#f6f7f7') +
  circle(670, 318, 13, '#f6f7f7') +
  paper;

const lift: Scene = {
  before: picture(
    liftDoor(
      words(400, 46, '－－', 26, '#e0402f') +
        line('M402 80 L402 480', '#14171a', 16) +
        `<g transform="rotate(-3 330 240)">${rect(250, 170, 170, 120, '#f4efe2')}${words(335, 215, '电梯故障', 30, '#b3261e')}${words(335, 258, '暂停使用', 30, '#b3261e')}</g>` +
        shape('470,480 520,360 570,480', '#f0b429') +
        rect(460, 478, 120, 10, '#c68a12'),
    ),
  ),
  after: picture(
    liftDoor(
      words(400, 46, '1 ↑', 26, '#7fd38b') +
        line('M400 80 L400 480', '#5b6268', 3) +
        rect(610, 120, 120, 80, '#f7f7f2') +
        words(670, 155, '维保记录', 20, '#2f4858') +
        words(670, 184, '合格', 20, '#2f7d4f'),
    ),
  ),
};

const ebikes: Scene = {
  before: picture(
    corridor() +
      line('M520 100 Q470 260 430 420 Q400 470 330 470', '#d2462f', 5) +
      rect(510, 84, 30, 22, '#eeeeea') +
      ebike(60, 400, '#3f7a8c', 1.25) +
      ebike(430, 360, '#a33b35', 1.1) +
      ebike(300, 340, '#d0d4d6', 0.75),
  ),
  after: picture(
    corridor() +
      rect(60, 170, 120, 90, '#f4efe2') +
      words(120, 212, '楼道禁停', 22, '#b3261e') +
      words(120, 242, '严禁充电', 22, '#b3261e'),
  ),
};

const cleanStreet = picture(street() + line('M0 505 L800 505', '#d9d6cd', 6, 'stroke-dasharray="60 40"'));

const firelane: Scene = {
  before: picture(
    street() +
      shape('60,600 240,420 560,420 760,600', '#77746f') +
      line('M60 600 L240 420 M760 600 L560 420', '#e2b53a', 9) +
      words(400, 575, '消防通道', 54, '#e2b53a') +
      car(120, 400, '#b9bec2', 1.2) +
      car(420, 395, '#37506b', 1.15),
  ),
  after: picture(
    street() +
      shape('60,600 240,420 560,420 760,600', '#77746f') +
      line('M60 600 L240 420 M760 600 L560 420', '#e2b53a', 9) +
      words(400, 560, '消防通道', 54, '#e2b53a'),
  ),
};

const bin = (x: number, colour: string): string =>
  shadow(x + 45, 452, 60, 10) +
  rect(x, 330, 90, 120, colour, 'rx="8"') +
  rect(x - 6, 318, 102, 18, colour, 'rx="6" opacity="0.85"');

const rubbish: Scene = {
  before: picture(
    street() +
      bin(130, '#4c7a55') +
      bin(240, '#3f6c92') +
      bin(350, '#5b5f63') +
      many(9, (index) =>
        rubbishBag(
          120 + index * 62 + jitter(index) * 30,
          455 + jitter(index, 2) * 60,
          62 + jitter(index, 3) * 30,
          ['#2c2e31', '#dcdcd6', '#b44a3c', '#3b6ea0'][index % 4] ?? '#333',
        ),
      ) +
      many(30, (index) =>
        rect(
          90 + jitter(index, 4) * 560,
          470 + jitter(index, 5) * 90,
          8 + jitter(index, 6) * 18,
          5 + jitter(index, 7) * 10,
          ['#e8e4d8', '#c9a36a', '#d66b52', '#8fb3c9'][index % 4] ?? '#fff',
          `transform="rotate(${jitter(index, 8) * 60} 400 500)"`,
        ),
      ) +
      `<ellipse cx="380" cy="540" rx="210" ry="26" fill="#3a352d" opacity="0.45"/>`,
  ),
  after: picture(
    street() +
      bin(130, '#4c7a55') +
      bin(240, '#3f6c92') +
      bin(350, '#5b5f63') +
      `<ellipse cx="330" cy="520" rx="240" ry="30" fill="#cfd6d8" opacity="0.25"/>`,
  ),
};

const lampPost = (x: number, lit: boolean): string =>
  rect(x, 150, 8, 340, '#3b434c') +
  line(`M${x + 4} 152 Q${x + 20} 120 ${x + 64} 122`, '#3b434c', 8) +
  rect(x + 54, 118, 34, 12, lit ? '#fff2c9' : '#2a3037') +
  (lit
    ? circle(x + 70, 150, 120, 'url(#lamplight)') +
      `<ellipse cx="${x + 70}" cy="490" rx="130" ry="30" fill="#ffe3a1" opacity="0.28"/>`
    : '');

const nightStreet = (lit: readonly boolean[]): string =>
  rect(0, 0, 800, 600, 'url(#night)') +
  rect(0, 130, 240, 300, '#161d28') +
  rect(520, 90, 280, 340, '#131a25') +
  many(14, (index) =>
    jitter(index, 9) > 0.45
      ? rect(20 + (index % 5) * 44, 150 + Math.floor(index / 5) * 60, 18, 22, '#d9b56c', 'opacity="0.55"')
      : '',
  ) +
  shape('0,600 300,430 500,430 800,600', '#1d232b') +
  rect(0, 425, 800, 8, '#252c35') +
  lit.map((on, index) => lampPost(90 + index * 250, on)).join('');

const lamp: Scene = {
  before: picture(nightStreet([false, false, true])),
  after: picture(nightStreet([true, true, true])),
};

const paving = (): string =>
  rect(0, 0, 800, 600, '#9c9890') +
  many(80, (index) =>
    rect((index % 10) * 82, Math.floor(index / 10) * 78, 78, 74, jitter(index) > 0.5 ? '#a7a299' : '#95908a'),
  );

const cover = (fill: string): string =>
  circle(400, 310, 172, '#4a4a48') +
  circle(400, 310, 158, fill) +
  many(36, (index) =>
    circle(
      400 + Math.cos(index) * (30 + (index % 4) * 32),
      310 + Math.sin(index) * (30 + (index % 4) * 32),
      7,
      '#55565a',
    ),
  );

const manhole: Scene = {
  before: picture(
    paving() +
      cover('#6d6e71') +
      shape('400,310 560,250 556,400 470,450', '#0d0e10') +
      shape('540,390 600,420 560,470 500,440', '#6d6e71') +
      line('M300 180 L420 300 L380 420', '#26272a', 5) +
      line('M610 120 L640 470', '#6a4b2a', 10) +
      rect(590, 110, 60, 40, '#d7402b'),
  ),
  after: picture(paving() + cover('#77797c') + words(400, 325, '雨 水', 40, '#33353a')),
};

const road: Scene = {
  before: picture(
    rect(0, 0, 800, 600, 'url(#road)') +
      line('M0 90 L800 60', '#d9d6cd', 12, 'stroke-dasharray="90 60"') +
      `<path d="M210 330 Q250 230 400 250 Q560 240 590 340 Q600 450 440 460 Q240 470 210 330 Z" fill="#3b3733"/>` +
      `<path d="M260 350 Q330 300 420 320 Q520 310 540 370 Q500 430 400 425 Q290 425 260 350 Z" fill="#6f7f88" opacity="0.8"/>` +
      many(40, (index) =>
        circle(200 + jitter(index) * 420, 220 + jitter(index, 2) * 270, 3 + jitter(index, 3) * 9, '#4b4640'),
      ) +
      line('M590 340 L700 300 L760 320 M210 330 L120 370 L40 350', '#3f3c38', 5),
  ),
  after: picture(
    rect(0, 0, 800, 600, 'url(#road)') +
      line('M0 90 L800 60', '#d9d6cd', 12, 'stroke-dasharray="90 60"') +
      shape('190,240 600,225 620,460 205,475', '#3f3e3d'),
  ),
};

const drain: Scene = {
  before: picture(
    street() +
      `<ellipse cx="400" cy="510" rx="360" ry="80" fill="#4d5a60" opacity="0.92"/>` +
      many(
        7,
        (index) =>
          `<ellipse cx="${400 + jitter(index) * 60}" cy="${508 + index * 3}" rx="${60 + index * 44}" ry="${12 + index * 9}" fill="none" stroke="#8fa1a8" stroke-width="2" opacity="0.5"/>`,
      ) +
      rect(360, 470, 90, 40, '#2b3034') +
      many(6, (index) => rect(366 + index * 14, 474, 6, 32, '#596066')) +
      many(12, (index) => rect(140 + jitter(index, 2) * 520, 460 + jitter(index, 3) * 90, 16, 7, '#8a7a55')),
  ),
  after: cleanStreet,
};

const cars: Scene = {
  before: picture(
    street() +
      rect(0, 350, 800, 30, '#d7b24c') +
      car(30, 330, '#8a2f2b', 1.05) +
      car(270, 335, '#d8dadb', 1.1) +
      car(530, 328, '#394a3c', 1.1) +
      car(180, 470, '#2f3b4a', 1.3),
  ),
  after: picture(
    street() + rect(0, 350, 800, 30, '#d7b24c') + many(9, (index) => rect(30 + index * 88, 372, 10, 40, '#d04a35')),
  ),
};

const stall: Scene = {
  before: picture(
    street() +
      many(8, (index) =>
        shape(
          `${160 + index * 60},250 ${220 + index * 60},250 ${230 + index * 60},300 ${150 + index * 60},300`,
          index % 2 ? '#c7473a' : '#f1ece0',
        ),
      ) +
      rect(170, 300, 8, 160, '#5d5d5d') +
      rect(610, 300, 8, 160, '#5d5d5d') +
      rect(160, 390, 470, 70, '#7d6a52') +
      many(44, (index) =>
        circle(
          182 + (index % 22) * 20,
          384 - Math.floor(index / 22) * 16,
          11,
          ['#d9542f', '#e0b02d', '#6a9a3c', '#b93a4a'][index % 4] ?? '#c44',
        ),
      ) +
      many(5, (index) => rect(120 + index * 110, 470 + jitter(index) * 40, 80, 50, '#b9915e')),
  ),
  after: cleanStreet,
};

const rubble: Scene = {
  before: picture(
    street() +
      shadow(400, 520, 300, 40) +
      shape('110,530 260,400 380,430 470,370 600,430 700,530', '#9a8f80') +
      many(46, (index) => {
        const x = 150 + jitter(index) * 500;
        const y = 420 + jitter(index, 2) * 110;
        const side = 14 + jitter(index, 3) * 26;
        return shape(
          `${x},${y} ${x + side},${y - 6} ${x + side + 5},${y + side * 0.7} ${x - 4},${y + side * 0.6}`,
          ['#b5aa9a', '#c76f4a', '#8d8375', '#d8d2c6'][index % 4] ?? '#aaa',
        );
      }) +
      line('M300 440 L420 360 M520 450 L600 380', '#7a5a38', 12),
  ),
  after: cleanStreet,
};

const noise: Scene = {
  before: picture(
    nightStreet([true, true, true]) +
      rect(500, 250, 260, 180, '#2c3440') +
      line('M620 430 L620 90 M560 130 L760 130 M620 90 L560 130 M620 90 L740 130', '#e0b02d', 7) +
      line('M740 130 L740 220', '#c9c9c9', 3) +
      circle(540, 270, 70, 'url(#lamplight)') +
      car(140, 440, '#c59a2d', 1.2),
  ),
  after: picture(nightStreet([true, true, true]) + rect(500, 250, 260, 180, '#232a34')),
};

export const scenes: Readonly<Record<string, Scene>> = {
  lift,
  ebike: ebikes,
  firelane,
  rubbish,
  lamp,
  manhole,
  road,
  drain,
  cars,
  stall,
  rubble,
  noise,
};
