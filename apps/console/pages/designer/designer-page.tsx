import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Button, Dropdown, Segmented } from 'antd';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { DesignView } from '#engines/case/contract';
import { asPackFile, checkDesign, freshId, isOwnId, type Playbook } from '#engines/case/model';
import { CaseForm, PlaybookDiagram, reportFields } from '#engines/case/web';
import { useForm } from '#fields/web';
import { asProblem } from '#platform/web/api';
import { useLocale, usePick, useText } from '#platform/web/i18n';
import { Notice, ProblemNote, StatusTag, toast } from '#platform/web/kit';
import { cases } from '../../app/clients.ts';
import { Page, Panel } from '../../parts/page.tsx';
import { Loaded } from '../../parts/states.tsx';
import { StageTable } from '../playbooks/stage-table.tsx';
import { ActionPanel } from './action-panel.tsx';
import { AboutPanel, RoutingPanel } from './about-panels.tsx';
import { about, type Chosen, chosenKey, chosenOf } from './chosen.ts';
import { ClockPanel } from './clock-panel.tsx';
import { words } from './designer-words.ts';
import { FieldsEditor } from './fields-editor.tsx';
import { type Ground, makeGround } from './ground.ts';
import { groundQuery } from './queries.ts';
import { ProblemsPart } from './problems-part.tsx';
import { PublishDrawer } from './publish-drawer.tsx';
import { StagePanel } from './stage-panel.tsx';
import { TrialPart } from './trial-part.tsx';
import { useDraft } from './use-draft.ts';
import '../playbooks/playbooks.css';
import './designer.css';

/** A draft of a playbook: seen as a diagram, a table and a form, changed beside it, checked and tried. */
export const DesignerPage = () => {
  const t = useText(words);
  const locale = useLocale();
  const { id } = useParams({ from: '/inside/designer/$id' });
  const query = useQuery({
    queryKey: ['design', 'one', id],
    queryFn: () => cases.getDesign({ params: { id } }),
    staleTime: Infinity,
  });
  const ground = useQuery(groundQuery);
  const made = useMemo(() => ground.data && makeGround(ground.data, locale), [ground.data, locale]);
  const pick = usePick();
  const name = query.data ? pick(query.data.row.name) : t('title');
  return (
    <Page title={name} wide needs="playbook.design" lead={<Link to="/designer">{t('all')}</Link>}>
      <Loaded query={query}>
        {(view) => (
          <Loaded query={ground}>
            {() => (made ? <Designer key={`${view.row.id} ${view.row.revision}`} view={view} ground={made} /> : null)}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
};

const sights = ['diagram', 'table', 'preview', 'trial'] as const;
type Sight = (typeof sights)[number];

const download = ({ name, text }: { name: string; text: string }): void => {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
};

const Designer = ({ view, ground }: { view: DesignView; ground: Ground }) => {
  const t = useText(words);
  const client = useQueryClient();
  const navigate = useNavigate();
  const search = useSearch({ from: '/inside/designer/$id' });
  const { row, base } = view;
  const [revision, setRevision] = useState(row.revision);
  const [savedAs, setSavedAs] = useState<Playbook>(view.definition);
  const { playbook, edit, undo, redo } = useDraft(view.definition);
  const [publishing, setPublishing] = useState(false);
  const dirty = playbook !== savedAs;
  const panel = useRef<HTMLDivElement>(null);
  const chosen = (search.at && chosenOf(search.at)) || about;
  const see = sights.find((one) => one === search.see) ?? 'diagram';

  const settled = useDeferredValue(playbook);
  const packed = isOwnId(row.playbook, ground.district) ? undefined : (base ?? undefined);
  const problems = useMemo(() => checkDesign(settled, ground.checkContext(packed)), [settled, ground, packed]);

  const save = useMutation({
    mutationFn: (definition: Playbook) =>
      cases
        .saveDesign({ params: { id: row.id }, body: { revision, definition } })
        .then((saved) => ({ saved, definition })),
    onSuccess: async ({ saved, definition }) => {
      setRevision(saved.revision);
      setSavedAs(definition);
      toast(t('saved'));
      await client.invalidateQueries({ queryKey: ['design', 'list'] });
    },
  });
  const conflict = save.isError && asProblem(save.error).code === 'design.changed';

  useEffect(() => {
    if (!dirty) return undefined;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [dirty]);

  const go = (next: { see?: Sight; at?: string }): void =>
    void navigate({
      to: '/designer/$id',
      params: { id: row.id },
      search: { ...search, ...next },
      replace: true,
      resetScroll: false,
    });
  const choose = (next: Chosen): void => {
    go({ at: chosenKey(next) });
    // On a narrow page the form stands below the picture.
    if (panel.current && panel.current.getBoundingClientRect().top > innerHeight - 120)
      panel.current.scrollIntoView({ block: 'start' });
  };
  const exportAs = (kind: 'ts' | 'json'): void => download(asPackFile(playbook, row.basedOn?.version ?? 0, kind));

  return (
    <div className="stack">
      <div className="designer-bar">
        <span className="row">
          <Button onClick={undo} disabled={!undo}>
            {t('undo')}
          </Button>
          <Button onClick={redo} disabled={!redo}>
            {t('redo')}
          </Button>
          <Button type="primary" disabled={!dirty} loading={save.isPending} onClick={() => save.mutate(playbook)}>
            {t('save')}
          </Button>
          <StatusTag tone={dirty ? 'soon' : 'done'} icon={dirty ? 'alert' : 'check'}>
            {dirty ? t('unsaved') : t('allSaved')}
          </StatusTag>
        </span>
        <span className="row">
          <Dropdown
            trigger={['click']}
            menu={{
              items: [
                { key: 'ts', label: t('exportTs') },
                { key: 'json', label: t('exportJson') },
              ],
              onClick: ({ key }) => exportAs(key === 'ts' ? 'ts' : 'json'),
            }}
          >
            <Button>{t('exporting')}</Button>
          </Dropdown>
          <Button onClick={() => setPublishing(true)}>{t('publish')}</Button>
        </span>
      </div>
      {conflict ? (
        <Notice tone="overdue" icon="alert">
          <strong>{t('conflict')}</strong> {t('conflictHow')}
          <div className="row">
            <Button size="small" onClick={() => void client.resetQueries({ queryKey: ['design', 'one', row.id] })}>
              {t('latest')}
            </Button>
          </div>
        </Notice>
      ) : save.isError ? (
        <ProblemNote error={save.error} />
      ) : null}
      <div className="playbook-tabs">
        <Segmented<Sight>
          aria-label={t('tabs')}
          value={see}
          options={sights.map((one) => ({ value: one, label: t(one) }))}
          onChange={(value) => go({ see: value })}
        />
      </div>
      <div className="designer-halves">
        <div className="stack">
          <Sightly see={see} playbook={settled} ground={ground} chosen={chosen} choose={choose} />
          <ProblemsPart problems={problems} playbook={settled} choose={choose} />
        </div>
        <div ref={panel} className="designer-side">
          <Panel>
            <Chooser
              playbook={playbook}
              chosen={chosen}
              choose={choose}
              addClock={() => {
                const id = freshId('clock', playbook.clocks);
                edit({
                  edit: 'add-clock',
                  clock: {
                    id,
                    name: { zh: t('newClock'), en: 'New deadline' },
                    stages: [playbook.start],
                    limits: [{ limit: { amount: 1, unit: 'working-days', source: 'proposed' } }],
                  },
                });
                choose({ kind: 'clock', id });
              }}
            />
            <Editor playbook={playbook} ground={ground} chosen={chosen} edit={edit} choose={choose} />
          </Panel>
        </div>
      </div>
      <PublishDrawer
        open={publishing}
        design={{ id: row.id, revision }}
        playbook={playbook}
        base={base}
        problems={problems}
        dirty={dirty}
        ground={ground}
        onClose={() => setPublishing(false)}
        onPublished={() => void navigate({ to: '/designer' })}
      />
    </div>
  );
};

interface PartProps {
  readonly playbook: Playbook;
  readonly ground: Ground;
  readonly chosen: Chosen;
  readonly choose: (chosen: Chosen) => void;
}

const Sightly = ({ see, playbook, ground, chosen, choose }: PartProps & { see: Sight }) => {
  const t = useText(words);
  const picked = chosen.kind === 'stage' || chosen.kind === 'action' || chosen.kind === 'clock' ? chosen : undefined;
  if (see === 'table') return <StageTable playbook={playbook} roleName={ground.roleName} />;
  if (see === 'preview') return <Preview key={playbook.fields.length} playbook={playbook} ground={ground} />;
  if (see === 'trial')
    return (
      <Panel>
        <TrialPart playbook={playbook} ground={ground} />
      </Panel>
    );
  return (
    <Panel>
      <p className="quiet small">{t('pickHint')}</p>
      <PlaybookDiagram playbook={playbook} roleName={ground.roleName} picked={picked} onPick={choose} />
    </Panel>
  );
};

const Preview = ({ playbook, ground }: { playbook: Playbook; ground: Ground }) => {
  const fields = useMemo(() => reportFields(playbook), [playbook]);
  const form = useForm(fields, ground.fields);
  return (
    <Panel className="playbook-form">
      <CaseForm playbook={playbook} context={ground.fields} form={form} />
    </Panel>
  );
};

/** Everything that can be edited, by name: for the keyboard, and for what stands in no diagram. */
const Chooser = ({ playbook, chosen, choose, addClock }: Omit<PartProps, 'ground'> & { addClock: () => void }) => {
  const t = useText(words);
  const pick = usePick();
  const groups = [
    { kind: 'stage', name: t('stages'), all: playbook.stages },
    { kind: 'action', name: t('actions'), all: playbook.actions },
    { kind: 'clock', name: t('clocks'), all: playbook.clocks },
  ] as const;
  return (
    <div className="designer-chooser">
      <select
        className="lf-input lf-select"
        aria-label={t('editing')}
        value={chosenKey(chosen)}
        onChange={(event) => {
          const next = chosenOf(event.target.value);
          if (next) choose(next);
        }}
      >
        {(['about', 'form', 'routing'] as const).map((kind) => (
          <option key={kind} value={kind}>
            {t(kind)}
          </option>
        ))}
        {groups.map(({ kind, name, all }) => (
          <optgroup key={kind} label={name}>
            {all.map((one) => (
              <option key={one.id} value={`${kind} ${one.id}`}>
                {pick(one.name) || one.id}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <Button size="small" onClick={addClock}>
        {t('addClock')}
      </Button>
    </div>
  );
};

const Editor = ({
  playbook,
  ground,
  chosen,
  edit,
  choose,
}: PartProps & { edit: ReturnType<typeof useDraft>['edit'] }) => {
  const common = { playbook, ground, edit, choose };
  if (chosen.kind === 'form') return <FieldsEditor of="report" fields={playbook.fields} edit={edit} />;
  if (chosen.kind === 'routing') return <RoutingPanel {...common} />;
  const stage = chosen.kind === 'stage' ? playbook.stages.find((one) => one.id === chosen.id) : undefined;
  if (stage) return <StagePanel key={stage.id} stage={stage} {...common} />;
  const action = chosen.kind === 'action' ? playbook.actions.find((one) => one.id === chosen.id) : undefined;
  if (action) return <ActionPanel key={action.id} action={action} {...common} />;
  const clock = chosen.kind === 'clock' ? playbook.clocks.find((one) => one.id === chosen.id) : undefined;
  if (clock) return <ClockPanel key={clock.id} clock={clock} playbook={playbook} edit={edit} choose={choose} />;
  return <AboutPanel {...common} />;
};
