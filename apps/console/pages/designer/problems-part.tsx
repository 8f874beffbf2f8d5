import type { DesignProblem, Playbook } from '#engines/case/model';
import { usePick, useText } from '#platform/web/i18n';
import { StatusTag } from '#platform/web/kit';
import { Panel } from '../../parts/page.tsx';
import { type Chosen, chosenOfProblem } from './chosen.ts';
import { words } from './designer-words.ts';

/** What the checker finds, as it is changed; each leads to where it lies. */
export const ProblemsPart = ({
  problems,
  playbook,
  choose,
}: {
  problems: readonly DesignProblem[];
  playbook: Playbook;
  choose: (chosen: Chosen) => void;
}) => {
  const t = useText(words);
  const pick = usePick();
  const place = (where: string): string => {
    const chosen = chosenOfProblem(where);
    const all = { stage: playbook.stages, action: playbook.actions, clock: playbook.clocks };
    if (chosen.kind === 'about' || chosen.kind === 'form' || chosen.kind === 'routing') return t(chosen.kind);
    const found = all[chosen.kind].find((one) => one.id === chosen.id);
    return found ? pick(found.name) || found.id : where;
  };
  const wayOf = (path: readonly string[]): string =>
    path.length === 0
      ? t('theReport')
      : path
          .map((id) => playbook.actions.find((action) => action.id === id))
          .map((action) => (action ? pick(action.name) : ''))
          .join(' → ');
  return (
    <Panel
      title={t('problems')}
      aside={
        problems.length === 0 ? (
          <StatusTag tone="done" icon="check">
            {t('noProblems')}
          </StatusTag>
        ) : (
          <StatusTag tone="overdue" icon="alert">
            {t('problemCount', { count: problems.length })}
          </StatusTag>
        )
      }
    >
      <ul className="designer-problems" aria-live="polite">
        {problems.map((problem, index) => (
          <li key={index}>
            <button type="button" className="designer-problem" onClick={() => choose(chosenOfProblem(problem.where))}>
              <strong>{place(problem.where)}</strong> {pick(problem.message)}
            </button>
            {problem.path ? <p className="quiet small">{t('way', { path: wayOf(problem.path) })}</p> : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
};
