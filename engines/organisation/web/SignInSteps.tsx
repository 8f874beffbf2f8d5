import { useText } from '#platform/web/i18n';
import type { Me } from '#engines/organisation/contract';
import { Button } from '#platform/web/kit';
import { words } from './account-words.ts';
import { accounts } from './account-client.ts';
import { EnrolStep } from './EnrolStep.tsx';
import { FactorStep } from './FactorStep.tsx';
import { NewPassword } from './NewPassword.tsx';

const titles = { factor: 'factorTitle', enrol: 'enrolTitle', password: 'passwordTitle' } as const;

export const useStepTitle = (): ((pending: NonNullable<Me['pending']>) => string) => {
  const t = useText(words);
  return (pending) => t(titles[pending]);
};

/** What is outstanding on a sign-in, step by step. @param onMe who one is after each step, until nothing is pending */
export const SignInSteps = ({
  pending,
  onMe,
  onLeave,
}: {
  pending: NonNullable<Me['pending']>;
  onMe: (me: Me) => void;
  onLeave: () => void;
}) => {
  const t = useText(words);
  const leave = (): void => {
    void accounts.signOut().then(onLeave, onLeave);
  };
  return (
    <div className="account-steps">
      {pending === 'factor' ? (
        <FactorStep onDone={onMe} />
      ) : pending === 'enrol' ? (
        <EnrolStep onDone={() => void accounts.getMe().then(onMe)} />
      ) : (
        <>
          <p>{t('passwordLead')}</p>
          <NewPassword onDone={onMe} />
        </>
      )}
      <Button look="quiet" onClick={leave}>
        {t('leave')}
      </Button>
    </div>
  );
};
