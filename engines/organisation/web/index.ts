import './account.css';

export * from './ConfirmHost.tsx';
export * from './EnrolApp.tsx';
export * from './EnrolPasskey.tsx';
export * from './EnrolStep.tsx';
export * from './NewPassword.tsx';
export * from './passkeys.ts';
export * from './RecoveryCodes.tsx';
export * from './SignInSteps.tsx';
