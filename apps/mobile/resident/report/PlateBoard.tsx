import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PlateMatter } from '#engines/case/contract';
import { newId } from '#platform/web/api';
import { defineMessages, useFormats, useNow, usePick, useText } from '#platform/web/i18n';
import { Button, List, ListRow, ProblemNote, StatusTag, toast } from '#platform/web/kit';
import { keep, readKept } from '#platform/web/theme';
import { hrefOf } from '../../shell/router.ts';
import { cases } from '../clients.ts';
import './plate-board.css';

const messages = defineMessages({
  zh: {
    other: '办别的事',
    otherNote: '办证、求助、调解、议事',
    title: '这栋楼最近报过的事',
    open: '{n} 件正在办。您家也遇到，点「我家也是」，不用重填。',
    meToo: '我家也是',
    also: '{n} 户也遇到',
    joined: '已记上',
    told: '已记上，办好了给您发消息',
    more: '再看 {n} 件',
  },
  en: {
    other: 'Something else',
    otherNote: 'Papers, help, mediation, having a say',
    title: 'Reported in this building lately',
    open: '{n} in hand. If you have the same trouble, “Us too” is enough.',
    meToo: 'Us too',
    also: '{n} {n|household|households} too',
    joined: 'Counted',
    told: 'Counted; you get a message when it is done',
    more: '{n} more',
  },
});

const FIRST = 3;
const JOINED = 'joined';

/** What is in hand, and of what was settled the latest: it shows that reporting helps. */
const foremost = (matters: readonly PlateMatter[]): readonly PlateMatter[] => {
  const settled = matters.find((one) => one.answer !== null);
  const others = matters.filter((one) => one !== settled);
  return settled ? [...others.slice(0, FIRST - 1), settled] : others.slice(0, FIRST);
};

/** What was reported in the house of this plate and what came of it; neighbours say “us too” (S676). */
export default function PlateBoard({ plate }: { plate: string }) {
  const t = useText(messages);
  const [all, setAll] = useState(false);
  const { data } = useQuery({
    queryKey: ['plate-matters', plate],
    queryFn: ({ signal }) => cases.listPlateMatters({ params: { code: plate } }, { signal }),
    staleTime: 60_000,
    retry: 0,
  });
  const matters = data ?? [];
  const open = matters.filter((one) => one.status === 'open').length;
  return (
    <>
      <List>
        <ListRow icon="list" title={t('other')} note={t('otherNote')} href={hrefOf(`/p/${plate}/services`)} />
      </List>
      {matters.length > 0 ? (
        <section className="m-house">
          <h2 className="m-sub">{t('title')}</h2>
          {open > 0 ? <p>{t('open', { n: open })}</p> : null}
          <ul className="lf-list">
            {(all ? matters : foremost(matters)).map((one) => (
              <Matter key={one.id} matter={one} plate={plate} />
            ))}
          </ul>
          {!all && matters.length > FIRST ? (
            <Button wide onClick={() => setAll(true)}>
              {t('more', { n: matters.length - FIRST })}
            </Button>
          ) : null}
        </section>
      ) : null}
    </>
  );
}

const Matter = ({ matter, plate }: { matter: PlateMatter; plate: string }) => {
  const t = useText(messages);
  const pick = usePick();
  const formats = useFormats();
  const now = useNow();
  const client = useQueryClient();
  const [joined, setJoined] = useState(() => readKept<readonly string[]>(JOINED, []).includes(matter.id));
  const join = useMutation({
    mutationFn: () => cases.addMeTooPublicly({ params: { id: matter.id }, body: { id: newId(), plate } }),
    onSuccess: () => {
      keep(JOINED, [matter.id, ...readKept<readonly string[]>(JOINED, [])].slice(0, 100));
      setJoined(true);
      toast(t(readKept('resident', false) ? 'told' : 'joined'));
      void client.invalidateQueries({ queryKey: ['plate-matters', plate] });
    },
  });
  const closed = matter.status === 'closed';
  return (
    <li className="m-house-matter">
      <div>
        <strong>{pick(matter.name)}</strong>
        <StatusTag tone={closed ? 'done' : 'primary'}>{pick(matter.shown)}</StatusTag>
      </div>
      <p className="lf-list-note">
        {[
          formats.moment(matter.closedAt ?? matter.reportedAt, now),
          matter.meToo > 0 ? t('also', { n: matter.meToo }) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {matter.answer ? <p className="lf-prose">{matter.answer}</p> : null}
      {closed ? null : joined ? (
        <StatusTag tone="done">{t('joined')}</StatusTag>
      ) : (
        <Button
          icon="hand"
          busy={join.isPending}
          aria-label={`${t('meToo')}：${pick(matter.name)}`}
          onClick={() => join.mutate()}
        >
          {t('meToo')}
        </Button>
      )}
      {join.error ? <ProblemNote error={join.error} /> : null}
    </li>
  );
};
