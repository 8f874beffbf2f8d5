import { Button } from 'antd';
import { useState } from 'react';
import type { Label } from '#kernel/label';
import { type DesignEdit, freshId, type Owner, type Playbook, possibleTargets, type Stage } from '#engines/case/model';
import { usePick, useText } from '#platform/web/i18n';
import { Notice, Select } from '#platform/web/kit';
import type { Chosen } from './chosen.ts';
import { words } from './designer-words.ts';
import type { Ground } from './ground.ts';
import { Names, OwnerSelect } from './inputs.tsx';

interface PanelProps {
  readonly playbook: Playbook;
  readonly ground: Ground;
  readonly edit: (edit: DesignEdit) => void;
  readonly choose: (chosen: Chosen) => void;
}

/** A stage: its names, who owns it, what can be done there; a stage put after it; the stage taken out. */
export const StagePanel = ({ stage, playbook, ground, edit, choose }: PanelProps & { stage: Stage }) => {
  const t = useText(words);
  const pick = usePick();
  const change = (changed: Extract<DesignEdit, { edit: 'stage' }>['change']): void =>
    edit({ edit: 'stage', id: stage.id, change: changed });
  const here = playbook.actions.filter((action) => action.from.includes(stage.id));
  return (
    <div className="stack">
      <Names name={t('stageName')} value={stage.name} onChange={(name) => change({ name })} />
      <Names name={t('shown')} value={stage.shown} onChange={(shown) => change({ shown })} />
      {stage.ends ? (
        <Notice>{t('endsHere')}</Notice>
      ) : (
        <OwnerSelect label={t('owner')} ground={ground} value={stage.owner} onChange={(owner) => change({ owner })} />
      )}
      <section>
        <h2 className="designer-small-title">{t('here')}</h2>
        <div className="row">
          {here.map((action) => (
            <Button key={action.id} size="small" onClick={() => choose({ kind: 'action', id: action.id })}>
              {pick(action.name) || action.id}
            </Button>
          ))}
          <Button
            size="small"
            type="dashed"
            onClick={() => {
              const id = freshId('act', playbook.actions);
              const name = { zh: t('newAction'), en: 'New action' };
              edit({
                edit: 'add-action',
                action: { id, name, from: [stage.id], who: stage.owner ? [stage.owner] : [{ reporter: true }] },
              });
              choose({ kind: 'action', id });
            }}
          >
            {t('addAction')}
          </Button>
        </div>
      </section>
      {stage.ends ? null : (
        <InsertStage stage={stage} playbook={playbook} ground={ground} edit={edit} choose={choose} />
      )}
      <RemoveStage stage={stage} playbook={playbook} ground={ground} edit={edit} choose={choose} />
    </div>
  );
};

const empty: Label = { zh: '', en: '' };

const InsertStage = ({ stage, playbook, ground, edit, choose }: PanelProps & { stage: Stage }) => {
  const t = useText(words);
  const pick = usePick();
  const targets = [
    ...new Set(
      playbook.actions
        .filter((action) => action.from.includes(stage.id))
        .flatMap((action) => possibleTargets(action.to ?? stage.id)),
    ),
  ].filter((id) => id !== stage.id);
  const [to, setTo] = useState('');
  const [name, setName] = useState<Label>(empty);
  const [shown, setShown] = useState<Label>(empty);
  const [owner, setOwner] = useState<Owner>();
  const [verb, setVerb] = useState<Label>(empty);
  const whole = [name, shown, verb].every((label) => label.zh.trim() && label.en.trim());
  const target = targets.includes(to) ? to : (targets[0] ?? '');
  if (targets.length === 0) return null;
  return (
    <details className="designer-fold">
      <summary>{t('insert')}</summary>
      <div className="stack">
        <Select label={t('insertTo')} required value={target} onChange={(event) => setTo(event.target.value)}>
          {targets.map((id) => {
            const found = playbook.stages.find((one) => one.id === id);
            return (
              <option key={id} value={id}>
                {found ? pick(found.name) : id}
              </option>
            );
          })}
        </Select>
        <Names name={t('stageName')} value={name} onChange={setName} />
        <Names name={t('shown')} value={shown} onChange={setShown} />
        <OwnerSelect label={t('owner')} ground={ground} value={owner} onChange={setOwner} />
        <Names name={t('insertAction')} value={verb} onChange={setVerb} />
        <div>
          <Button
            disabled={!whole || !owner}
            onClick={() => {
              if (!owner) return;
              const id = freshId('stage', playbook.stages);
              edit({
                edit: 'insert-stage',
                from: stage.id,
                to: target,
                stage: { id, name, shown, owner },
                action: { id: freshId(`${id}-done`, playbook.actions), name: verb },
              });
              choose({ kind: 'stage', id });
            }}
          >
            {t('insertDo')}
          </Button>
        </div>
      </div>
    </details>
  );
};

const RemoveStage = ({ stage, playbook, edit, choose }: PanelProps & { stage: Stage }) => {
  const t = useText(words);
  const pick = usePick();
  const others = playbook.stages.filter((one) => one.id !== stage.id && (!stage.ends || one.ends));
  const [to, setTo] = useState('');
  const target = others.some((one) => one.id === to) ? to : (others[0]?.id ?? '');
  if (others.length === 0) return null;
  return (
    <details className="designer-fold">
      <summary>{t('removeStage')}</summary>
      <div className="stack">
        <Select label={t('removeTo')} required value={target} onChange={(event) => setTo(event.target.value)}>
          {others.map((one) => (
            <option key={one.id} value={one.id}>
              {pick(one.name)}
            </option>
          ))}
        </Select>
        <div>
          <Button
            danger
            onClick={() => {
              edit({ edit: 'remove-stage', id: stage.id, to: target });
              choose({ kind: 'stage', id: target });
            }}
          >
            {t('removeDo')}
          </Button>
        </div>
      </div>
    </details>
  );
};
