import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { GridForce, MemberView, PublicBoard } from '#engines/organisation/contract';
import { asProblem } from '#platform/web/api';
import { useFormats, useNow, usePick, useText } from '#platform/web/i18n';
import { Empty, Icon, StatusTag, toast } from '#platform/web/kit';
import { organisation, territory } from '../../app/clients.ts';
import { homeOf, useMe } from '../../app/session.ts';
import * as icons from '../../parts/icons.tsx';
import { Page, Panel } from '../../parts/page.tsx';
import { Loaded } from '../../parts/states.tsx';
import { TerritorySelect } from '../../parts/territory-select.tsx';
import { BoardSheet } from './board-sheet.tsx';
import { CardDrawer } from './card-drawer.tsx';
import { GridOutline } from './grid-outline.tsx';
import { gridWords } from './grid-words.ts';
import './grid-force.css';

type Person = GridForce['own'][number];

const PersonCard = ({ person, mayEdit, onDeclare }: { person: Person; mayEdit: boolean; onDeclare: () => void }) => {
  const t = useText(gridWords);
  return (
    <li className="force-person">
      {person.photo ? (
        <img
          src={`/api/posts/${person.post}/holders/${person.person}/photo`}
          alt={t('photoOf', { name: person.name })}
          width={72}
          height={96}
        />
      ) : (
        <span className="force-nophoto" aria-hidden="true">
          <Icon name="user" size={32} />
        </span>
      )}
      <div>
        <p>
          <strong>{person.name}</strong> <span className="quiet small">{t(person.kind)}</span>
        </p>
        <p className="small">{person.title}</p>
        <p className="small">{person.phone ?? <span className="quiet">{t('noPhone')}</span>}</p>
        <p className="row">
          {person.standsInFor ? <StatusTag tone="soon">{t('replaces', { name: person.standsInFor })}</StatusTag> : null}
          {person.away ? (
            <StatusTag tone="soon" icon="clock">
              {t('away')}
            </StatusTag>
          ) : null}
          <StatusTag tone={person.declared ? 'done' : 'quiet'}>
            {t(person.declared ? 'declared' : 'notDeclared')}
          </StatusTag>
          {mayEdit && !person.standsInFor ? (
            <Button size="small" onClick={onDeclare}>
              {t('declare')}
            </Button>
          ) : null}
        </p>
      </div>
    </li>
  );
};

const Members = ({ title, members }: { title: string; members: readonly MemberView[] }) => {
  const t = useText(gridWords);
  return (
    <Panel title={title}>
      {members.length === 0 ? (
        <p className="quiet">{t('noMembers')}</p>
      ) : (
        <ul className="force-members">
          {members.map((one) => (
            <li key={one.id}>
              <strong>{one.body?.name ?? one.partner ?? one.post?.title}</strong>
              {one.duty ? <p>{one.duty}</p> : null}
              <p className="quiet small">
                {[one.contact ? `${t('contact')} ${one.contact}` : '', one.phone ?? ''].filter(Boolean).join(' · ')}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
};

const Force = ({ code }: { code: string }) => {
  const t = useText(gridWords);
  const pick = usePick();
  const formats = useFormats();
  const now = useNow();
  const client = useQueryClient();
  const [declaring, setDeclaring] = useState<Person>();
  const [sheet, setSheet] = useState<{ readonly board: PublicBoard; readonly plate: string }>();
  const force = useQuery({
    queryKey: ['grid-force', code],
    queryFn: () => organisation.seeGridForce({ params: { code } }),
  });
  const print = useMutation({
    mutationFn: () => organisation.printBoard({ params: { code } }),
    onSuccess: async (made) => {
      setSheet(made);
      await client.invalidateQueries({ queryKey: ['grid-force', code] });
    },
    onError: (error) => toast(pick(asProblem(error).sentence), 'overdue'),
  });
  return (
    <Loaded query={force}>
      {(data) => {
        const within = data.within.at(-1)?.code ?? code;
        if (sheet) return <BoardSheet {...sheet} code={code} within={within} onBack={() => setSheet(undefined)} />;
        const { printedAt, outOfDate } = data.board;
        return (
          <div className="stack">
            <div className="force-head">
              <h2>{data.grid.name}</h2>
              {data.mayEdit ? (
                <Button type="primary" icon={<icons.Print />} loading={print.isPending} onClick={() => print.mutate()}>
                  {t('printBoard')}
                </Button>
              ) : null}
            </div>
            <p>
              {outOfDate ? (
                <StatusTag tone="overdue" icon="alert">
                  {t('outOfDate')}
                </StatusTag>
              ) : (
                <span className="quiet">
                  {printedAt ? t('printedAt', { date: formats.moment(printedAt, now) }) : t('neverPrinted')}
                </span>
              )}
            </p>
            <div className="force-columns">
              <div className="stack">
                <Panel title={t('own')}>
                  {data.own.length === 0 ? (
                    <Empty icon="people" title={t('nobody')} />
                  ) : (
                    <ul className="force-people">
                      {data.own.map((person) => (
                        <PersonCard
                          key={`${person.post} ${person.person}`}
                          person={person}
                          mayEdit={data.mayEdit}
                          onDeclare={() => setDeclaring(person)}
                        />
                      ))}
                    </ul>
                  )}
                </Panel>
                <Members title={t('linked')} members={data.members.filter((one) => one.part === 'linked')} />
                <Members title={t('volunteer')} members={data.members.filter((one) => one.part === 'volunteer')} />
              </div>
              <div className="stack">
                <Panel title={t('map')}>
                  <GridOutline code={code} within={within} label={t('map')} />
                </Panel>
                <Panel title={t('onDuty')}>
                  {data.onDuty.length === 0 ? <p className="quiet">{t('nobodyOnDuty')}</p> : null}
                  {data.onDuty.map((one) => (
                    <p key={one.name}>
                      <strong>{one.name}</strong>{' '}
                      <span className="quiet">{t('until', { time: formats.moment(one.until, now) })}</span>
                    </p>
                  ))}
                </Panel>
                <Panel title={t('duties')}>
                  {data.duties.length === 0 ? (
                    <p className="quiet">{t('noDuties')}</p>
                  ) : (
                    <ol className="force-duties">
                      {data.duties.map((duty) => (
                        <li key={duty}>{duty}</li>
                      ))}
                    </ol>
                  )}
                </Panel>
              </div>
            </div>
            {declaring ? <CardDrawer person={declaring} onClose={() => setDeclaring(undefined)} /> : null}
          </div>
        );
      }}
    </Loaded>
  );
};

/** A grid is shown; of anything above it, its parts are offered until one is a grid. */
export const GridForcePage = () => {
  const t = useText(gridWords);
  const me = useMe();
  const navigate = useNavigate();
  const params = useParams({ strict: false });
  const at = params.code ?? homeOf(me);
  const detail = useQuery({
    queryKey: ['territory', 'detail', at],
    queryFn: () => territory.getTerritory({ params: { code: at ?? '' } }),
    enabled: at !== undefined,
    staleTime: 60_000,
  });
  const isGrid = detail.data?.node.level === 'grid';
  const below = useQuery({
    queryKey: ['territory', 'children', at],
    queryFn: () => territory.listChildren({ params: { code: at ?? '' } }),
    enabled: detail.data !== undefined && !isGrid,
    staleTime: 60_000,
  });
  return (
    <Page title={t('title')} lead={<span className="no-print">{t('lead')}</span>} needs="territory.read">
      <div className="stack">
        <div className="row no-print">
          <TerritorySelect
            className="duty-at"
            value={at}
            clearable={false}
            onChange={(code) => void (code && navigate({ to: '/grid/$code', params: { code } }))}
          />
        </div>
        {isGrid && at ? <Force key={at} code={at} /> : null}
        {detail.data && !isGrid ? (
          <Panel title={t('choose')}>
            <p className="quiet">{t('chooseText')}</p>
            <ul className="force-choice">
              {(below.data ?? []).map((node) => (
                <li key={node.code}>
                  <Link to="/grid/$code" params={{ code: node.code }}>
                    {node.name}
                  </Link>
                </li>
              ))}
            </ul>
          </Panel>
        ) : null}
        {detail.isError ? <Loaded query={detail}>{() => null}</Loaded> : null}
      </div>
    </Page>
  );
};
