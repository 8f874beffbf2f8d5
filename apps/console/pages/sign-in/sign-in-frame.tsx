import { type ReactNode, useEffect } from 'react';
import { Logo } from '#platform/web/kit';
import { DemoStrip, LookButtons } from '../../app/shell.tsx';
import './sign-in.css';

/** Bar and middle of the pages before one is signed in. */
export const SignInFrame = ({
  title,
  platform = '里坊 Lifang',
  demo = false,
  children,
}: {
  title: string;
  platform?: string;
  demo?: boolean;
  children: ReactNode;
}) => {
  useEffect(() => {
    document.title = `${title} · 里坊 Lifang`;
  }, [title]);
  return (
    <div className="sign-in">
      {demo ? <DemoStrip /> : null}
      <header className="sign-in-bar">
        <span className="bar-mark">
          <Logo size={28} />
          <span>{platform}</span>
        </span>
        <span className="bar-space" />
        <LookButtons />
      </header>
      <main className="sign-in-body" data-demo={demo || undefined}>
        {children}
      </main>
    </div>
  );
};
