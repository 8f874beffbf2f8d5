import { parseArgs } from 'node:util';
import { chinaDate, type DateText, plusDays } from '#kernel/instant';
import type { Locale } from '#kernel/label';
import { textOf } from '#engines/indicator/model';
import { type FigureAnswer, type IndicatorEngine, notPlacedBelow, type PlacedFigure } from '#engines/indicator/server';
import { table } from './table.ts';

const usage = `lifang figure INDICATOR --at CODE [--from DAY] [--to DAY] [--by LEVEL] [--json]

  INDICATOR  such as grid.overtime_rate
  --at       code of a territory: 440310, 440310001
  --from     first day, in China; 30 days before --to unless told
  --to       the day after the last; tomorrow unless told
  --by       a row for each node of a level below: street, community, grid …
  --json     rows {path, name, numerator, denominator, value, excluded}; value is exact, a share 0..1`;

interface Opened {
  readonly engines: { readonly indicators: Pick<IndicatorEngine, 'askFigures'> };
}

const localeOf = (): Locale => (/^zh/i.test(process.env['LC_ALL'] || process.env['LANG'] || '') ? 'zh' : 'en');

const rowsOf = (answer: FigureAnswer, by: string | undefined): readonly PlacedFigure[] =>
  by === undefined ? answer.whole : answer.rows;

const asTable = (answer: FigureAnswer, by: string | undefined, locale: Locale): string => {
  const [whole] = answer.whole;
  if (!whole) return '';
  const { indicator } = whole;
  const cells = (figure: PlacedFigure): readonly string[] => [
    figure.own ? notPlacedBelow[locale] : figure.name,
    textOf(indicator, figure)[locale],
    String(figure.numerator),
    figure.denominator === null ? '' : String(figure.denominator),
    figure.excluded > 0 ? String(figure.excluded) : '',
  ];
  const heads =
    locale === 'zh'
      ? ['区域', indicator.name.zh, '分子', '分母', '不计入']
      : ['place', indicator.name.en, 'numerator', 'denominator', 'left out'];
  const rows = by === undefined ? [whole] : [...answer.rows, whole];
  return `${indicator.definition[locale]}\n\n${table(heads, rows.map(cells), { right: [1, 2, 3, 4] })}\n`;
};

const toTerminal = (text: string): void => {
  process.stdout.write(text);
};

/** Prints one figure, whole or by a level; the same numbers as every screen. */
export const figure = {
  name: 'figure',
  summary: 'Print a figure at a place in a period, whole or by a level below',
  usage,
  run: async (
    args: readonly string[],
    open: () => Promise<Opened>,
    write: (text: string) => void = toTerminal,
  ): Promise<void> => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        at: { type: 'string' },
        from: { type: 'string' },
        to: { type: 'string' },
        by: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    const [id] = positionals;
    if (id === undefined || positionals.length > 1 || values.at === undefined) throw new Error(usage);
    const day = (name: 'from' | 'to', otherwise: DateText): DateText => {
      const given = values[name] ?? otherwise;
      if (!/^\d{4}-\d\d-\d\d$/.test(given) || Number.isNaN(Date.parse(given)))
        throw new Error(`--${name} is a day such as 2018-02-01, not “${given}”`);
      return given;
    };
    const to = day('to', plusDays(chinaDate(new Date().toISOString()), 1));
    const from = day('from', plusDays(to, -30));
    const { engines } = await open();
    const answer = await engines.indicators.askFigures({ ids: [id], at: values.at, from, to, by: values.by });
    if (!values.json) {
      write(asTable(answer, values.by, localeOf()));
      return;
    }
    const rows = rowsOf(answer, values.by).map(({ path, name, numerator, denominator, value, excluded }) => ({
      path,
      name,
      numerator,
      denominator,
      value,
      excluded,
    }));
    write(`${JSON.stringify(rows, null, 2)}\n`);
  },
};
