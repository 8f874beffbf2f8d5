import { type Action, type Outcome, outcomeNames, type Target } from '#engines/case/model';
import { usePick, useText } from '#platform/web/i18n';
import { Select } from '#platform/web/kit';
import { words } from './designer-words.ts';

const all = Object.keys(outcomeNames) as Outcome[];

/** How the matter ended, as the action says it. */
export const OutcomeChoice = ({ action, put }: { action: Action; put: (outcome: Outcome) => void }) => {
  const t = useText(words);
  const pick = usePick();
  return (
    <Select
      label={t('outcome')}
      required
      value={action.outcome ?? 'resolved'}
      onChange={(event) => put(event.target.value as Outcome)}
    >
      {all.map((outcome) => (
        <option key={outcome} value={outcome}>
          {pick(outcomeNames[outcome])}
        </option>
      ))}
    </Select>
  );
};

/** A target that says what the action says now says nothing of its own. */
export const withoutOutcome = (target: Target, same: Outcome): Target => {
  const { outcome, ...rest } = target;
  return outcome === same ? rest : target;
};

interface TargetOutcomeProps {
  readonly action: Action;
  readonly target: Target;
  readonly put: (target: Target) => void;
}

/** How it ended where one of several targets ends it: as the action says, or otherwise. */
export const TargetOutcome = ({ action, target, put }: TargetOutcomeProps) => {
  const t = useText(words);
  const pick = usePick();
  const usual = action.outcome ?? 'resolved';
  const { outcome, ...rest } = target;
  return (
    <Select
      label={t('outcomeHere')}
      required
      value={outcome ?? ''}
      onChange={(event) => put({ ...rest, ...(event.target.value && { outcome: event.target.value as Outcome }) })}
    >
      <option value="">{t('outcomeOfAction', { outcome: pick(outcomeNames[usual]) })}</option>
      {all
        .filter((one) => one !== usual || one === outcome)
        .map((one) => (
          <option key={one} value={one}>
            {pick(outcomeNames[one])}
          </option>
        ))}
    </Select>
  );
};
