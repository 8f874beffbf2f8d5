import type { Label } from '#kernel/label';
import { label } from '#kernel/label';
import { defineMessages, usePick, useText } from '#platform/web/i18n';
import { List, ListRow } from '#platform/web/kit';
import { readKept } from '#platform/web/theme';
import { Page } from '../shell/Page.tsx';

const messages = defineMessages({
  zh: { title: '电话', near: '{place}', everywhere: '全国统一', hint: '打电话和在这里上报一样受理。' },
  en: { title: 'Phone', near: '{place}', everywhere: 'Everywhere', hint: 'A call is taken on just as a report here.' },
});

interface Phone {
  readonly name: Label;
  readonly phone: string;
}

/** Numbers that hold in all of China. */
const everywhere: readonly Phone[] = [
  { name: label('政务服务便民热线', 'Government service line'), phone: '12345' },
  { name: label('报警', 'Police'), phone: '110' },
  { name: label('火警', 'Fire'), phone: '119' },
  { name: label('急救', 'Ambulance'), phone: '120' },
];

const Phones = ({ phones }: { phones: readonly Phone[] }) => {
  const pick = usePick();
  return (
    <List>
      {phones.map((one) => (
        <ListRow key={one.phone} icon="phone" href={`tel:${one.phone}`} title={pick(one.name)} note={one.phone} />
      ))}
    </List>
  );
};

/** The numbers of the place whose plate was scanned last, then those that hold everywhere. */
export default function PhonesPage() {
  const t = useText(messages);
  const kept = readKept<{ readonly place: string; readonly phones: readonly Phone[] } | undefined>('phones', undefined);
  return (
    <Page title={t('title')} back="/">
      <p className="lf-hint">{t('hint')}</p>
      {kept && kept.phones.length > 0 ? (
        <section>
          <h2 className="m-sub">{t('near', { place: kept.place })}</h2>
          <Phones phones={kept.phones} />
        </section>
      ) : null}
      <section>
        <h2 className="m-sub">{t('everywhere')}</h2>
        <Phones phones={everywhere.filter((one) => !kept?.phones.some((other) => other.phone === one.phone))} />
      </section>
    </Page>
  );
}
