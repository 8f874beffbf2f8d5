import type { FigureView, IndicatorView } from '#engines/indicator/contract';
import type { Instant } from '#kernel/instant';
import { useFormats, useNow, usePick, useText } from '#platform/web/i18n';
import { Icon } from '#platform/web/kit';
import { Spark } from './Spark.tsx';
import { words } from './words.ts';

export type FigurePart = 'numerator' | 'denominator' | 'excluded';

interface FigureTileProps {
  readonly indicator: IndicatorView;
  readonly figure: FigureView | undefined;
  readonly asOf: Instant | undefined;
  readonly trend?: readonly (number | null)[];
  readonly selected?: boolean;
  /** Shows this indicator's trend and ranking. */
  readonly onChoose?: () => void;
  /** Opens what is behind the figure. */
  readonly onOpen: (part: FigurePart) => void;
  /** Opens a part of a weighted figure. */
  readonly onPart?: ((indicator: string) => void) | undefined;
}

/**
 * One figure with its name, moment, definition and way to the facts. The number is printed as the
 * server says it (`FigureView.text`), so it reads the same on every screen.
 */
export const FigureTile = ({ indicator, figure, asOf, trend, selected, onChoose, onOpen, onPart }: FigureTileProps) => {
  const t = useText(words);
  const pick = usePick();
  const formats = useFormats();
  const now = useNow();
  const name = pick(indicator.name);
  const empty = !figure || figure.value === null;
  return (
    <article className="figure-tile" data-selected={selected || undefined} aria-label={name}>
      <h2 className="figure-name">
        {onChoose ? (
          <button type="button" aria-pressed={selected ?? false} title={t('choose', { name })} onClick={onChoose}>
            {name}
          </button>
        ) : (
          name
        )}
      </h2>
      {empty ? (
        <p className="figure-none">{t(figure?.parts ? 'noScore' : 'none')}</p>
      ) : (
        <button type="button" className="figure-number" title={t('open', { name })} onClick={() => onOpen('numerator')}>
          <span>{pick(figure.text)}</span>
          <span className="lf-unseen">{t('open', { name })}</span>
        </button>
      )}
      {trend ? <Spark values={trend} /> : null}
      <p className="figure-foot">
        {figure?.few && !empty ? (
          <span className="figure-few">
            <Icon name="info" size="1em" /> {t('few')}
          </span>
        ) : asOf ? (
          t('asOf', { moment: formats.moment(asOf, now) })
        ) : null}
      </p>
      <details className="figure-definition">
        <summary>
          <Icon name="info" size="1.1em" />
          <span>{t('definition')}</span>
        </summary>
        <FigureDefinition indicator={indicator} figure={figure} onOpen={onOpen} onPart={onPart} />
      </details>
    </article>
  );
};

interface FigureDefinitionProps {
  readonly indicator: IndicatorView;
  readonly figure: FigureView | undefined;
  readonly onOpen: (part: FigurePart) => void;
  /** Opens a part of a weighted figure. */
  readonly onPart?: ((indicator: string) => void) | undefined;
}

/** What is counted, over what, what is left out and why; each count opens. A weighted figure shows what it is made of. */
export const FigureDefinition = ({ indicator, figure, onOpen, onPart }: FigureDefinitionProps) => {
  const t = useText(words);
  const pick = usePick();
  const formats = useFormats();
  const part = (key: FigurePart, text: string, count: number) => (
    <div>
      <dt>{text}</dt>
      <dd>
        {count > 0 ? (
          <button type="button" className="figure-link" onClick={() => onOpen(key)}>
            {formats.number(count)}
          </button>
        ) : (
          formats.number(count)
        )}
      </dd>
    </div>
  );
  return (
    <div className="figure-explained">
      <p>{pick(indicator.definition)}</p>
      {indicator.better === 'higher' || indicator.better === 'lower' ? <p>{t(indicator.better)}</p> : null}
      {figure?.parts ? <WeightedParts parts={figure.parts} onPart={onPart} /> : null}
      {figure && !figure.parts ? (
        <dl>
          {part('numerator', figure.denominator === null ? t('counted') : t('numerator'), figure.numerator)}
          {figure.denominator === null ? null : part('denominator', t('denominator'), figure.denominator)}
          {part('excluded', t('excluded'), figure.excluded)}
        </dl>
      ) : null}
      {indicator.excluded.length > 0 ? (
        <>
          <p className="figure-quiet">{t('leftOut')}</p>
          <ul>
            {indicator.excluded.map((reason) => (
              <li key={reason.en}>{pick(reason)}</li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
};

interface WeightedPartsProps {
  readonly parts: NonNullable<FigureView['parts']>;
  readonly onPart?: ((indicator: string) => void) | undefined;
}

/** What a weighted figure is made of: each part with its weight and value, or why it has none; each opens. */
const WeightedParts = ({ parts, onPart }: WeightedPartsProps) => {
  const t = useText(words);
  const pick = usePick();
  const formats = useFormats();
  return (
    <>
      <p className="figure-quiet">{t('madeOf')}</p>
      <ul className="figure-made-of">
        {parts.map((part) => (
          <li key={part.indicator}>
            {onPart ? (
              <button type="button" className="figure-link" onClick={() => onPart(part.indicator)}>
                {pick(part.name)}
              </button>
            ) : (
              pick(part.name)
            )}
            <span className="figure-quiet">{t('weight', { weight: formats.number(part.weight) })}</span>
            <span>{pick(part.missing ?? part.text)}</span>
          </li>
        ))}
      </ul>
    </>
  );
};
