import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { TerritoryNode } from '#engines/territory/contract';
import { asProblem, newId } from '#platform/web/api';
import { useFormats, usePick, useText } from '#platform/web/i18n';
import { Empty, List, ListRow, Notice, toast } from '#platform/web/kit';
import { territory } from '../../app/clients.ts';
import { useMay } from '../../app/session.ts';
import { Loaded } from '../../parts/states.tsx';
import { words } from './places-words.ts';

interface Group {
  readonly name: string;
  readonly dwellings: readonly string[];
}

const GroupList = ({ groups, label }: { groups: readonly Group[]; label: string }) => {
  const t = useText(words);
  return (
    <List label={label}>
      {groups.map((group) => (
        <ListRow
          key={group.name + group.dwellings[0]}
          title={group.name}
          note={group.dwellings.join('、')}
          end={<span className="quiet">{t('homes', { count: group.dwellings.length })}</span>}
        />
      ))}
    </List>
  );
};

/** 十联户: the groups in force, and a suggestion that becomes them when somebody accepts it. */
export const GroupsPart = ({ node }: { node: TerritoryNode }) => {
  const t = useText(words);
  const pick = usePick();
  const formats = useFormats();
  const mayEdit = useMay()('territory.edit');
  const client = useQueryClient();
  const [asked, setAsked] = useState(false);
  const params = { code: node.code };
  const groups = useQuery({
    queryKey: ['territory', 'groups', node.code],
    queryFn: () => territory.listHouseholdGroups({ params }),
  });
  const suggested = useQuery({
    queryKey: ['territory', 'suggested-groups', node.code],
    queryFn: () => territory.suggestHouseholdGroups({ params }),
    enabled: asked,
  });
  const accept = useMutation({
    mutationFn: (chosen: readonly Group[]) =>
      territory.acceptHouseholdGroups({
        params,
        body: { id: newId(), groups: chosen.map(({ name, dwellings }) => ({ name, dwellings: [...dwellings] })) },
      }),
    onSuccess: async () => {
      toast(t('accepted'));
      setAsked(false);
      await client.invalidateQueries({ queryKey: ['territory', 'groups'] });
    },
  });
  return (
    <div className="stack">
      <p className="quiet">{t('groupsLead')}</p>
      {mayEdit && !asked ? (
        <div>
          <Button onClick={() => setAsked(true)}>{t('suggest')}</Button>
        </div>
      ) : null}
      {asked ? (
        <Loaded query={suggested}>
          {(found) =>
            found.length === 0 ? (
              <Empty icon="home" title={t('noSuggestion')}>
                {t('noSuggestionText')}
              </Empty>
            ) : (
              <section className="stack">
                <h2 className="change-head">
                  {t('suggestion', {
                    count: formats.number(found.length),
                    homes: formats.number(found.reduce((sum, one) => sum + one.dwellings.length, 0)),
                  })}
                </h2>
                {groups.data?.length ? (
                  <Notice tone="soon" icon="alert">
                    {t('acceptNote', { count: groups.data.length })}
                  </Notice>
                ) : null}
                {accept.isError ? (
                  <div role="alert">
                    <Notice tone="overdue" icon="alert">
                      {pick(asProblem(accept.error).sentence)}
                    </Notice>
                  </div>
                ) : null}
                <div>
                  <Button type="primary" loading={accept.isPending} onClick={() => accept.mutate(found)}>
                    {t('accept')}
                  </Button>
                </div>
                <GroupList groups={found} label={t('groups')} />
              </section>
            )
          }
        </Loaded>
      ) : (
        <Loaded query={groups}>
          {(found) =>
            found.length === 0 ? (
              <Empty icon="home" title={t('noGroups')} />
            ) : (
              <section className="stack">
                <h2 className="change-head">{t('groupCount', { count: formats.number(found.length) })}</h2>
                <GroupList groups={found} label={t('groups')} />
              </section>
            )
          }
        </Loaded>
      )}
    </div>
  );
};
