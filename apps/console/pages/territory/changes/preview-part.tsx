import type { ChangePreview } from '#engines/territory/contract';
import { useFormats, usePick, useText } from '#platform/web/i18n';
import { Facts, Notice } from '#platform/web/kit';
import { BoundaryPicture } from './boundary-picture.tsx';
import { words } from './words.ts';

const findings = [
  'gap',
  'overlap',
  'outside',
  'unplaced-building',
  'twice-placed-building',
  'misplaced-building',
] as const;
const isFinding = (kind: string): kind is (typeof findings)[number] => findings.some((one) => one === kind);

/** What a change would do, before anybody decides: what stands in its way first, then what follows. */
export const PreviewPart = ({ preview }: { preview: ChangePreview }) => {
  const t = useText(words);
  const pick = usePick();
  const formats = useFormats();
  const { problems, moved, codes, boundaries } = preview;
  const names = (nodes: readonly { name: string; code: string }[]): string =>
    nodes.map((node) => `${node.name}（${node.code}）`).join('、');
  return (
    <div className="stack">
      <p className="change-title">{preview.title}</p>
      {problems.length === 0 ? (
        <Notice tone="done" icon="check">
          {t('clear')}
        </Notice>
      ) : (
        problems.map((problem) => (
          <Notice key={pick(problem.text)} tone={problem.stops ? 'overdue' : 'soon'} icon="alert">
            {pick(problem.text)}
          </Notice>
        ))
      )}
      {problems.some((problem) => problem.stops) ? null : (
        <section>
          <h2 className="change-head">{t('moved')}</h2>
          {moved.length === 0 ? <p className="quiet">{t('nothingMoved')}</p> : null}
          <Facts
            facts={[
              ...moved.map((one) => ({
                key: one.what,
                name: pick(one.name),
                value: t('countOf', { count: formats.number(one.count) }),
              })),
              ...(preview.added.length > 0 ? [{ key: 'added', name: t('added'), value: names(preview.added) }] : []),
              ...(preview.ended.length > 0 ? [{ key: 'ended', name: t('ended'), value: names(preview.ended) }] : []),
            ]}
          />
        </section>
      )}
      <BoundaryPicture shapes={boundaries.shapes} />
      {boundaries.needed.length > 0 ? (
        <Notice tone="soon" icon="alert">
          {t('needed', { names: boundaries.needed.map((node) => node.name).join('、') })}
        </Notice>
      ) : null}
      {boundaries.findings.length > 0 ? (
        <section>
          <h2 className="change-head">{t('findings')}</h2>
          <ul className="change-findings">
            {boundaries.findings.slice(0, 20).map((finding, index) => (
              <li key={`${finding.kind} ${index}`}>
                {isFinding(finding.kind) ? t(finding.kind, { names: finding.names.join('、') }) : finding.kind}
                {finding.areaSquareMetres === null ? null : (
                  <span className="quiet">
                    {' '}
                    {t('hectares', { count: formats.number(finding.areaSquareMetres / 10_000, 1) })}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {codes.length > 0 ? (
        <details className="change-codes">
          <summary>{t('codes')}</summary>
          {preview.codesInAll > codes.length ? (
            <p className="quiet">
              {t('codesMore', { count: formats.number(preview.codesInAll), shown: formats.number(codes.length) })}
            </p>
          ) : null}
          <div className="tablewrap">
            <table className="table" data-dense>
              <thead>
                <tr>
                  <th scope="col">{t('oldCode')}</th>
                  <th scope="col">{t('newCode')}</th>
                </tr>
              </thead>
              <tbody>
                {codes.map(({ from, to }) => (
                  <tr key={from}>
                    <td>
                      <code>{from}</code>
                    </td>
                    <td>
                      <code>{to}</code>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      ) : null}
    </div>
  );
};
