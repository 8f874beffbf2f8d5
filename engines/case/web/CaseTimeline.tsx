import { FieldValue } from '#fields/web';
import type { FieldContext, Json } from '#fields/field';
import type { TimelineEntry } from '#engines/case/contract';
import { defineMessages, useFormats, useNow, usePick, useText } from '#platform/web/i18n';
import { Timeline } from '#platform/web/kit';
import { MaskedValue, type Reveal } from './MaskedValue.tsx';
import './case.css';

const messages = defineMessages({
  zh: { label: '办理过程', unknown: '时间不详', none: '还没有办理记录。' },
  en: { label: 'What was done', unknown: 'Time not known', none: 'Nothing has been done yet.' },
});

/** The history of a matter, the newest first: who did what, when, and what they wrote. */
export const CaseTimeline = ({
  entries,
  context,
  masked = [],
  reveal,
}: {
  entries: readonly TimelineEntry[];
  context: FieldContext;
  /** Names of values that stand masked, as the view says them. */
  masked?: readonly string[];
  /** Asks to see one of them; absent for whoever may not. */
  reveal?: Reveal | undefined;
}) => {
  const t = useText(messages);
  const pick = usePick();
  const formats = useFormats();
  const now = useNow();
  if (entries.length === 0) return <p className="lf-hint">{t('none')}</p>;
  return (
    <Timeline
      label={t('label')}
      steps={entries
        .map((entry, index) => ({
          key: String(index),
          title: pick(entry.name),
          when: [entry.at ? formats.moment(entry.at, now) : t('unknown'), entry.body, entry.by]
            .filter((part) => part)
            .join(' · '),
          children:
            entry.values.length + entry.notes.length > 0 ? (
              <>
                {entry.notes.map((note) => (
                  <p key={note.zh}>{pick(note)}</p>
                ))}
                {entry.values.length > 0 ? (
                  <dl className="lf-step-values">
                    {entry.values.map((one) => (
                      <div key={one.field.id}>
                        <dt>{pick(one.field.name)}</dt>
                        <dd>
                          {reveal && masked.includes(one.field.id) ? (
                            <MaskedValue
                              mask={one.text}
                              phone={one.field.type === 'phone'}
                              reveal={(reason) => reveal(one.field.id, reason)}
                            />
                          ) : (
                            <FieldValue
                              field={one.field}
                              value={one.value as Json | null}
                              text={one.text}
                              names={one.names}
                              context={context}
                            />
                          )}
                        </dd>
                      </div>
                    ))}
                  </dl>
                ) : null}
              </>
            ) : undefined,
        }))
        .reverse()}
    />
  );
};
