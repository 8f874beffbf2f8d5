import type { Action, Clock, Owner, Playbook, Stage } from '#engines/case/model';
import { usePick, useText } from '#platform/web/i18n';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { words } from './playbook-words.ts';
import { useLimitText } from './use-limit-text.ts';

/** Each stage with its owner, what can be done there and its deadlines: the diagram in words. */
export const StageTable = ({ playbook, roleName }: { playbook: Playbook; roleName: (role: string) => string }) => {
  const t = useText(words);
  const pick = usePick();
  const limitText = useLimitText();
  const ownerText = (owner: Owner): string =>
    'role' in owner ? roleName(owner.role) : 'assignee' in owner ? t('assignee') : t('reporter');
  const stageName = (id: string): string => {
    const found = playbook.stages.find((stage) => stage.id === id);
    return found ? pick(found.name) : id;
  };
  const actionText = (stage: Stage, action: Action): string => {
    const targets = typeof action.to === 'string' ? [action.to] : (action.to ?? []).map((target) => target.to);
    const elsewhere = [...new Set(targets)].filter((target) => target !== stage.id).map(stageName);
    return elsewhere.length === 0
      ? t('stays', { action: pick(action.name) })
      : t('goesTo', { action: pick(action.name), stage: elsewhere.join(' / ') });
  };
  const clockText = (clock: Clock): string => {
    const limits = clock.limits.map((rule) => (rule.limit === 'category' ? t('byCategory') : limitText(rule.limit)));
    return t('limit', { clock: pick(clock.name), limit: limits.join(' / ') });
  };
  const owner = (stage: Stage): string => (stage.owner ? ownerText(stage.owner) : t('ends'));
  const actions = (stage: Stage) => (
    <ul>
      {playbook.actions
        .filter((action) => action.from.includes(stage.id))
        .map((action) => (
          <li key={action.id}>
            {actionText(stage, action)}
            <span className="quiet small">（{action.who.map(ownerText).join('、')}）</span>
          </li>
        ))}
    </ul>
  );
  const clocks = (stage: Stage) => (
    <ul>
      {playbook.clocks
        .filter((clock) => clock.stages.includes(stage.id))
        .map(clockText)
        .map((text) => (
          <li key={text}>{text}</li>
        ))}
    </ul>
  );
  const columns: readonly Column<Stage>[] = [
    { id: 'stage', title: t('stage'), head: true, nowrap: true, cell: (stage) => pick(stage.name) },
    { id: 'shown', title: t('shown'), nowrap: true, cell: (stage) => pick(stage.shown) },
    { id: 'owner', title: t('owner'), nowrap: true, cell: owner },
    { id: 'actions', title: t('actions'), cell: actions },
    { id: 'clocks', title: t('clocks'), cell: clocks },
  ];
  return (
    <>
      <p className="quiet">{t('manyLimits')}</p>
      <DataTable
        caption={t('stages')}
        rows={playbook.stages}
        columns={columns}
        keyOf={(stage) => stage.id}
        nameOf={(stage) => pick(stage.name)}
        card={(stage) => (
          <>
            <strong>{pick(stage.name)}</strong>
            <p className="card-meta">
              <span>{owner(stage)}</span>
              <span>{pick(stage.shown)}</span>
            </p>
            {actions(stage)}
            <div className="quiet">{clocks(stage)}</div>
          </>
        )}
      />
    </>
  );
};
