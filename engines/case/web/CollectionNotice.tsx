import type { Field } from '#fields/field';
import { collectionNotice, noticeOfFields } from '#engines/case/model';
import { usePick } from '#platform/web/i18n';

/** What is told before personal information is asked for; nothing where none is. */
export const CollectionNotice = ({ fields }: { fields: readonly Field[] }) => {
  const pick = usePick();
  const notice = noticeOfFields(fields);
  if (!notice) return null;
  return (
    <section className="lf-collection" aria-label={pick(collectionNotice.head)}>
      <p className="lf-hint">
        <strong>{pick(collectionNotice.head)}</strong>
      </p>
      {notice.parts.map(({ basis, fields: lines }) => (
        <div key={basis.zh}>
          <p className="lf-hint">{pick(basis)}</p>
          <ul className="lf-hint">
            {lines.map((line) => (
              <li key={line.zh}>{pick(line)}</li>
            ))}
          </ul>
        </div>
      ))}
      <p className="lf-hint">{pick(collectionNotice.rights)}</p>
    </section>
  );
};
