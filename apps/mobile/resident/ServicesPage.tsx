import { useMemo, useState } from 'react';
import { findServices, groupServices, type Service, type ServiceGroup, servicesOf } from '#engines/case/model';
import { type Playbooks, usePlaybooks } from '#engines/case/web';
import { defineMessages, usePick, useText } from '#platform/web/i18n';
import { Card, Empty, Icon, type IconName, List, ListRow, ProblemNote, Skeleton, TextField } from '#platform/web/kit';
import { readKept } from '#platform/web/theme';
import { Page } from '../shell/Page.tsx';
import { hrefOf } from '../shell/router.ts';
import { playbooksReported, useMyReports } from './my-reports.ts';
import { usePlate } from './report/use-report-draft.ts';
import './services.css';

const messages = defineMessages({
  zh: {
    title: '办事求助',
    search: '找一找',
    searchHint: '用平常话说，如：漏水、停车、补贴、吵架',
    last: '上次报过',
    here: '这栋楼的事',
    found: '找到 {n} 项',
    none: '没有找到这样的事项',
    noneNote: '可以直接报事，社区会告诉您找谁办。',
    report: '去报事',
    phone: '先验证手机号',
    count: '{n} 项',
  },
  en: {
    title: 'Services',
    search: 'Search',
    searchHint: 'In plain words: leak, parking, allowance, quarrel',
    last: 'Reported last',
    here: 'About this building',
    found: '{n} found',
    none: 'Nothing found',
    noneNote: 'You can simply report it; the community will tell you who sees to it.',
    report: 'Report',
    phone: 'A proven phone number first',
    count: '{n} {n|service|services}',
  },
});

/** Names of what each playbook is about, so that 下水道 finds the works. */
const kindsIn = (known: Playbooks) => (playbook: { readonly categories: string }) =>
  (known.context.codeList(playbook.categories)?.items ?? []).flatMap((item) => [item.name.zh, item.name.en]);

// Back from a matter, the group that one came from is open as it was.
let lastOpen: string | undefined;

/** What residents may ask for, under headings of every day; at a plate what concerns the building stands first. */
export default function ServicesPage({ plate }: { plate?: string | undefined }) {
  const t = useText(messages);
  const atPlate = usePlate(plate);
  const { known, error, retry } = usePlaybooks('resident', atPlate.data?.district);
  const [words, setWords] = useState('');
  const groups = useMemo(
    () => known && groupServices(servicesOf(known.playbooks, known.doors, kindsIn(known)), known.doorGroups),
    [known],
  );
  const services = useMemo(() => groups?.flatMap((one) => one.services), [groups]);
  const found = services && findServices(services, words);
  const place = atPlate.data?.place;
  return (
    <Page title={t('title')} back={plate === undefined ? '/' : `/p/${plate}`}>
      {error ? (
        <ProblemNote error={error} onRetry={retry} />
      ) : groups && services && found ? (
        <>
          {place ? (
            <p className="m-place">
              <Icon name="mapPin" />
              <strong>{[place.name, place.text].filter(Boolean).join(' · ')}</strong>
            </p>
          ) : null}
          <TextField
            type="search"
            label={t('search')}
            hint={t('searchHint')}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
          <p className="lf-unseen" role="status">
            {words.trim() === '' ? '' : t('found', { n: found.length })}
          </p>
          {words.trim() === '' ? (
            <Groups groups={groups} services={services} plate={plate} />
          ) : found.length > 0 ? (
            <Services services={found} plate={plate} label={t('title')} />
          ) : (
            <Card>
              <Empty title={t('none')} action={<a href={hrefOf(plate ? `/p/${plate}` : '/report')}>{t('report')}</a>}>
                {t('noneNote')}
              </Empty>
            </Card>
          )}
        </>
      ) : (
        <Skeleton rows={6} />
      )}
    </Page>
  );
}

const Groups = ({
  groups,
  services,
  plate,
}: {
  groups: readonly ServiceGroup[];
  services: readonly Service[];
  plate: string | undefined;
}) => {
  const t = useText(messages);
  const pick = usePick();
  const { reports } = useMyReports();
  const [open, setOpen] = useState(lastOpen);
  const last = playbooksReported(reports).flatMap((id) => services.find((one) => one.id === id) ?? []);
  const here = plate === undefined ? [] : services.filter((one) => one.neighbours);
  const press = (id: string): void => {
    lastOpen = open === id ? undefined : id;
    setOpen(lastOpen);
  };
  return (
    <>
      {last.length > 0 ? (
        <section>
          <h2 className="m-sub">{t('last')}</h2>
          <Services services={last.slice(0, 2)} plate={plate} label={t('last')} />
        </section>
      ) : null}
      {here.length > 0 ? (
        <section>
          <h2 className="m-sub">{t('here')}</h2>
          <Services services={here} plate={plate} label={t('here')} />
        </section>
      ) : null}
      <div className="m-groups">
        {groups.map(({ group, services: inside }) => (
          <section key={group.id}>
            <h2>
              <button
                type="button"
                className="m-group"
                aria-expanded={open === group.id}
                onClick={() => press(group.id)}
              >
                <Icon name={group.icon as IconName} size="1.75rem" />
                <span>
                  <strong>{pick(group.name)}</strong>
                  <small>{inside.map((one) => pick(one.name)).join(' · ')}</small>
                </span>
                <Icon name="chevronDown" className="lf-icon m-group-mark" />
              </button>
            </h2>
            {open === group.id ? <Services services={inside} plate={plate} label={pick(group.name)} /> : null}
          </section>
        ))}
      </div>
    </>
  );
};

/** The quick report is one form, on whatever way one comes to it. */
const wayTo = ({ id, quick }: Service, plate: string | undefined): string => {
  if (plate === undefined) return quick ? '/report' : `/services/${id}`;
  return quick ? `/p/${plate}` : `/p/${plate}/services/${id}`;
};

const Services = ({
  services,
  plate,
  label,
}: {
  services: readonly Service[];
  plate: string | undefined;
  label: string;
}) => {
  const t = useText(messages);
  const pick = usePick();
  const unproven = !readKept('resident', false);
  return (
    <List label={label}>
      {services.map((one) => (
        <ListRow
          key={one.id}
          title={pick(one.name)}
          note={
            <>
              {pick(one.summary)}
              {one.identity === 'phone' && unproven ? (
                <span className="m-needs">
                  <Icon name="lock" />
                  {t('phone')}
                </span>
              ) : null}
            </>
          }
          href={hrefOf(wayTo(one, plate))}
        />
      ))}
    </List>
  );
};
