import { FieldValue } from '#fields/web';
import type { FieldContext, Json } from '#fields/field';
import type { CaseView } from '#engines/case/contract';
import { defineMessages, useFormats, useNow, usePick, useText } from '#platform/web/i18n';
import { Facts } from '#platform/web/kit';
import { MaskedValue, type Reveal } from './MaskedValue.tsx';
import './case.css';

const messages = defineMessages({
  zh: {
    number: '受理编号',
    category: '类别',
    place: '地点',
    reported: '上报时间',
    by: '诉求人',
    entered: '代录人',
    body: '承办单位',
    meToo: '也遇到的人',
    people: '{n} 人',
    answer: '答复',
    anonymous: '未留姓名',
  },
  en: {
    number: 'Number',
    category: 'Category',
    place: 'Place',
    reported: 'Reported',
    by: 'Reported by',
    entered: 'Entered by',
    body: 'Body in charge',
    meToo: 'Others affected',
    people: '{n} {n|person|people}',
    answer: 'Answer',
    anonymous: 'No name given',
  },
});

/** What, where, when, by whom: the known things of a matter, each as its field type shows it. */
export const CaseFacts = ({
  view,
  context,
  reveal,
}: {
  view: CaseView;
  context: FieldContext;
  /** Asks to see one masked value; absent for whoever may not. */
  reveal?: Reveal;
}) => {
  const t = useText(messages);
  const pick = usePick();
  const formats = useFormats();
  const now = useNow();
  const { row, reporter } = view;
  const shown = (field: string, mask: string, phone: boolean) =>
    reveal && view.masked.includes(field) ? (
      <MaskedValue mask={mask} phone={phone} reveal={(reason) => reveal(field, reason)} />
    ) : (
      mask
    );
  const person = (
    <span className="case-person">
      <span>{shown('reporter.name', reporter.name ?? t('anonymous'), false)}</span>
      {reporter.phone ? <span>{shown('reporter.phone', reporter.phone, true)}</span> : null}
    </span>
  );
  return (
    <Facts
      facts={[
        { name: t('number'), value: row.number },
        { name: t('category'), value: pick(row.categoryName) },
        {
          name: t('place'),
          value: (
            <>
              {row.place.name}
              {row.place.text && !row.place.name.endsWith(row.place.text) ? (
                <>
                  <br />
                  {row.place.text}
                </>
              ) : null}
            </>
          ),
        },
        ...view.values.map((one) => ({
          key: one.field.id,
          name: pick(one.field.name),
          value:
            reveal && view.masked.includes(one.field.id) ? (
              shown(one.field.id, one.text, false)
            ) : (
              <FieldValue
                field={one.field}
                value={one.value as Json | null}
                text={one.text}
                names={one.names}
                context={context}
              />
            ),
        })),
        { name: t('reported'), value: formats.moment(row.reportedAt, now) },
        { name: t('by'), value: person },
        ...(reporter.enteredBy ? [{ name: t('entered'), value: reporter.enteredBy }] : []),
        ...(row.assignee ? [{ name: t('body'), value: row.assignee }] : []),
        ...(row.meToo > 0 ? [{ name: t('meToo'), value: t('people', { n: row.meToo }) }] : []),
        ...(view.answer ? [{ name: t('answer'), value: <span className="lf-prose">{view.answer}</span> }] : []),
      ]}
    />
  );
};
