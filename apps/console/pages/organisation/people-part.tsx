import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Dropdown, Input, Segmented } from 'antd';
import { useState } from 'react';
import type { ActivationCode, PersonView } from '#engines/organisation/contract';
import { asProblem } from '#platform/web/api';
import { usePick, useText } from '#platform/web/i18n';
import { Empty, StatusTag, toast } from '#platform/web/kit';
import { organisation } from '../../app/clients.ts';
import { useMay } from '../../app/session.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Loaded } from '../../parts/states.tsx';
import { type AccountAction, AccountActionDialog, useAccountActions } from './account-actions.tsx';
import { ActivationCodeDialog } from './activation-code.tsx';
import { grantWords } from './grant-words.ts';
import { MissingAdministrators } from './missing-administrators.tsx';
import { words } from './organisation-words.ts';
import { AddPerson, DisablePerson, EditPerson, EnablePerson } from './person-drawers.tsx';
import { ProposeDrawer } from './propose-drawer.tsx';

const states = ['waiting', 'active', 'suspended', 'disabled'] as const;
type State = (typeof states)[number];
const isState = (text: string | undefined): text is State => states.some((one) => one === text);
const tones = { waiting: 'soon', active: 'done', suspended: 'quiet', disabled: 'quiet' } as const;
const stateIcons = { waiting: 'clock', active: 'checkCircle', suspended: 'clock', disabled: 'lock' } as const;

/** So many people at once. */
const FIRST = 30;

type Doing = { readonly what: 'propose' | 'edit' | 'disable' | 'enable'; readonly person: PersonView };

/** Who works here: what each may do, what waits, and what an administrator of accounts does about it. */
export const PeoplePart = () => {
  const t = useText(words);
  const g = useText(grantWords);
  const pick = usePick();
  const client = useQueryClient();
  const navigate = useNavigate();
  const mayEdit = useMay()('organisation.edit');
  const search = useSearch({ from: '/inside/organisation' });
  const state = isState(search.at) ? search.at : undefined;
  const [typed, setTyped] = useState(search.words ?? '');
  const [adding, setAdding] = useState(false);
  const [doing, setDoing] = useState<Doing>();
  const [code, setCode] = useState<ActivationCode>();
  const accountActions = useAccountActions();
  const [acting, setActing] = useState<{ readonly action: AccountAction; readonly person: PersonView }>();
  // A whole district on one phone page is past all scrolling: one asks for more, or searches.
  const [shown, setShown] = useState(FIRST);
  const people = useQuery({
    queryKey: ['organisation', 'people', typed, state ?? ''],
    queryFn: () =>
      organisation.listPeople({ query: { ...(typed ? { words: typed } : {}), ...(state ? { state } : {}) } }),
    placeholderData: (before) => before,
  });
  const issue = useMutation({
    mutationFn: (id: string) => organisation.issueActivation({ params: { id } }),
    onSuccess: setCode,
    onError: (error) => toast(pick(asProblem(error).sentence), 'overdue'),
  });
  const close = (): void => setDoing(undefined);
  const added = async (person: PersonView): Promise<void> => {
    setAdding(false);
    await client.invalidateQueries({ queryKey: ['organisation'] });
    if (person.activates) issue.mutate(person.id);
    setDoing({ what: 'propose', person });
  };
  const stateTag = (person: PersonView) => (
    <span className="row organisation-state">
      <StatusTag tone={tones[person.state]} icon={stateIcons[person.state]}>
        {g(person.state)}
      </StatusTag>
      {person.proposed > 0 ? <span className="quiet small">{g('proposedCount', { n: person.proposed })}</span> : null}
    </span>
  );
  const posts = (person: PersonView) =>
    person.posts.map((post) => (post.scope ? `${post.scope} ${post.title}` : post.title)).join('；');
  const buttons = (person: PersonView) => {
    if (!mayEdit) return null;
    if (person.state === 'disabled')
      return (
        <Button size="small" onClick={() => setDoing({ what: 'enable', person })}>
          {g('enable')}
        </Button>
      );
    const more = [
      { key: 'edit', label: g('edit'), onClick: () => setDoing({ what: 'edit', person }) },
      ...(person.activates ? [{ key: 'code', label: g('code'), onClick: () => issue.mutate(person.id) }] : []),
      ...accountActions(person, (action) => setActing({ action, person })),
      { key: 'disable', label: g('disable'), danger: true, onClick: () => setDoing({ what: 'disable', person }) },
    ];
    return (
      <span className="row organisation-buttons">
        <Button size="small" onClick={() => setDoing({ what: 'propose', person })}>
          {g('propose')}
        </Button>
        <Dropdown trigger={['click']} menu={{ items: more }}>
          <Button size="small" aria-label={`${g('actions')}：${person.name}`}>
            ⋯
          </Button>
        </Dropdown>
      </span>
    );
  };
  const columns: readonly Column<PersonView>[] = [
    { id: 'name', title: t('name'), head: true, nowrap: true, cell: (person) => person.name },
    { id: 'account', title: t('account'), cell: (person) => person.account ?? '' },
    { id: 'phone', title: t('phone'), nowrap: true, cell: (person) => person.phone ?? '' },
    { id: 'posts', title: t('postsHeld'), cell: posts },
    { id: 'state', title: t('state'), nowrap: true, cell: stateTag },
    ...(mayEdit ? [{ id: 'do', title: t('actions'), align: 'end' as const, nowrap: true, cell: buttons }] : []),
  ];
  return (
    <>
      {mayEdit ? <MissingAdministrators onCode={setCode} /> : null}
      <div className="row organisation-bar">
        <Input.Search
          className="organisation-search"
          aria-label={t('search')}
          placeholder={t('search')}
          defaultValue={typed}
          allowClear
          maxLength={40}
          onSearch={(value) => {
            setTyped(value.trim());
            setShown(FIRST);
          }}
        />
        <Segmented<string>
          aria-label={g('stateFilter')}
          value={state ?? 'all'}
          onChange={(value) =>
            void navigate({
              to: '/organisation',
              search: { see: 'people', ...(value === 'all' ? {} : { at: value }) },
            })
          }
          options={[{ value: 'all', label: g('all') }, ...states.map((one) => ({ value: one, label: g(one) }))]}
        />
        <span className="bar-space" />
        {mayEdit ? (
          <Button type="primary" onClick={() => setAdding(true)}>
            {t('addPerson')}
          </Button>
        ) : null}
      </div>
      <Loaded query={people}>
        {(list) =>
          list.length === 0 ? (
            <Empty icon="people" title={t('empty')}>
              {t('emptyText')}
            </Empty>
          ) : (
            <>
              <DataTable
                caption={t('people')}
                rows={list.slice(0, shown)}
                columns={columns}
                keyOf={(person) => person.id}
                nameOf={(person) => person.name}
                card={(person) => (
                  <>
                    <div className="row">
                      <strong>{person.name}</strong>
                      {stateTag(person)}
                    </div>
                    <p className="card-meta">
                      {[person.account, person.phone, posts(person)].map((text) =>
                        text ? <span key={text}>{text}</span> : null,
                      )}
                    </p>
                    <div>{buttons(person)}</div>
                  </>
                )}
              />
              {list.length > shown ? (
                <Button block onClick={() => setShown(shown + FIRST)}>
                  {g('morePeople', { shown, all: list.length })}
                </Button>
              ) : null}
            </>
          )
        }
      </Loaded>
      <AddPerson open={adding} onClose={() => setAdding(false)} onAdded={added} />
      <ProposeDrawer person={doing?.what === 'propose' ? doing.person : undefined} onClose={close} />
      <EditPerson person={doing?.what === 'edit' ? doing.person : undefined} onClose={close} />
      <DisablePerson person={doing?.what === 'disable' ? doing.person : undefined} onClose={close} />
      <EnablePerson person={doing?.what === 'enable' ? doing.person : undefined} onClose={close} />
      {acting ? <AccountActionDialog {...acting} onClose={() => setActing(undefined)} /> : null}
      {code ? <ActivationCodeDialog code={code} onClose={() => setCode(undefined)} /> : null}
    </>
  );
};
