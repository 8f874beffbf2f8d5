import { type ReactNode, useEffect, useId, useRef } from 'react';
import { defineMessages, useText } from '../i18n/index.ts';
import { IconButton } from './Button.tsx';

const messages = defineMessages({ zh: { close: '关闭' }, en: { close: 'Close' } });

/**
 * A native modal `<dialog>`: the browser keeps the focus inside, Escape closes, the rest is inert.
 * `sheet` slides up from the thumb on phones and is a centred box on wide screens.
 */
export const Dialog = ({
  title,
  onClose,
  children,
  foot,
  sheet = false,
}: {
  title: ReactNode;
  onClose: () => void;
  children: ReactNode;
  foot?: ReactNode;
  sheet?: boolean;
}) => {
  const t = useText(messages);
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={sheet ? 'lf-dialog lf-sheet' : 'lf-dialog'}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className="lf-dialog-box">
        <div className="lf-dialog-head">
          <h2 id={id}>{title}</h2>
          <IconButton icon="close" label={t('close')} onClick={onClose} />
        </div>
        <div className="lf-dialog-body">{children}</div>
        {foot ? <div className="lf-dialog-foot">{foot}</div> : null}
      </div>
    </dialog>
  );
};

export const Sheet = (props: Omit<Parameters<typeof Dialog>[0], 'sheet'>) => <Dialog {...props} sheet />;
