import { useQuery } from '@tanstack/react-query';
import { defineMessages, usePick, useText } from '#platform/web/i18n';
import { ButtonLink, Card, Icon, List, ListRow, ProblemNote, Skeleton } from '#platform/web/kit';
import { Page } from '../shell/Page.tsx';
import { hrefOf } from '../shell/router.ts';
import { organisation } from './clients.ts';
import '../shell/people.css';

const messages = defineMessages({
  zh: {
    title: '网格信息',
    people: '为您服务的人',
    head: '网格长',
    worker: '网格员',
    call: '给{name}打电话：{phone}',
    duties: '能帮您做什么',
    linked: '联动单位',
    volunteer: '志愿队伍',
    report: '反映问题',
    phones: '联系电话',
    photo: '{name}的照片',
    nobody: '这里还没有公示工作人员，请拨打下面的电话。',
  },
  en: {
    title: 'Your grid',
    people: 'Who is there for you',
    head: 'Head of the grid',
    worker: 'Grid worker',
    call: 'Call {name}: {phone}',
    duties: 'What they can do',
    linked: 'Linked bodies',
    volunteer: 'Volunteers',
    report: 'Report something',
    phones: 'Phones',
    photo: 'Photo of {name}',
    nobody: 'Nobody is named here yet. Please use the numbers below.',
  },
});

/** The notice board of the grid in which a plate hangs (S117): what was declared for it and nothing else. */
export default function GridBoardPage({ plate }: { plate: string }) {
  const t = useText(messages);
  const pick = usePick();
  const board = useQuery({
    queryKey: ['board', plate],
    queryFn: () => organisation.seePublicBoard({ params: { plate } }),
    retry: false,
  });
  const { data } = board;
  return (
    <Page title={data ? data.grid : t('title')} back="/">
      {board.isPending ? <Skeleton rows={4} /> : null}
      {board.isError ? <ProblemNote error={board.error} onRetry={() => void board.refetch()} /> : null}
      {data ? (
        <>
          <p className="lf-hint">{data.around}</p>
          <Card title={t('people')}>
            {data.people.length === 0 ? <p>{t('nobody')}</p> : null}
            <ul className="m-board">
              {data.people.map((person) => (
                <li key={`${person.title} ${person.name}`}>
                  {person.photo ? (
                    <img
                      src={`/api/public/plates/${plate}/board/${person.photo}`}
                      alt={t('photo', { name: person.name })}
                    />
                  ) : (
                    <span className="m-noface" aria-hidden="true">
                      <Icon name="user" size="2rem" />
                    </span>
                  )}
                  <div>
                    <strong>{person.name}</strong>
                    <p className="lf-hint">{t(person.kind)}</p>
                    {person.phone ? (
                      <a
                        href={`tel:${person.phone}`}
                        aria-label={t('call', { name: person.name, phone: person.phone })}
                      >
                        {person.phone}
                      </a>
                    ) : null}
                  </div>
                </li>
              ))}
            </ul>
          </Card>
          {data.duties.length > 0 ? (
            <Card title={t('duties')}>
              <ol>
                {data.duties.map((duty) => (
                  <li key={duty}>{duty}</li>
                ))}
              </ol>
            </Card>
          ) : null}
          {(['linked', 'volunteer'] as const).map((part) => {
            const members = data.linked.filter((one) => one.part === part);
            return members.length === 0 ? null : (
              <Card key={part} title={t(part)}>
                {members.map((one) => (
                  <p key={one.name}>
                    <strong>{one.name}</strong> {one.duty}{' '}
                    {one.phone ? <a href={`tel:${one.phone}`}>{one.phone}</a> : null}
                  </p>
                ))}
              </Card>
            );
          })}
          <Card title={t('phones')}>
            <List>
              {data.phone.map((one) => (
                <ListRow
                  key={one.phone}
                  icon="phone"
                  href={`tel:${one.phone}`}
                  title={pick(one.name)}
                  note={one.phone}
                />
              ))}
            </List>
          </Card>
          <ButtonLink look="primary" icon="camera" href={hrefOf(`/p/${plate}`)}>
            {t('report')}
          </ButtonLink>
        </>
      ) : null}
    </Page>
  );
}
