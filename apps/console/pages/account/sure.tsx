import { useText } from '#platform/web/i18n';
import { Button, Dialog, Notice } from '#platform/web/kit';
import { words } from './account-words.ts';

/** Asks before something that cannot be taken back. */
export const Sure = ({
  title,
  note,
  act,
  busy,
  refused,
  onAct,
  onClose,
}: {
  title: string;
  note: string;
  act: string;
  busy: boolean;
  refused?: string;
  onAct: () => void;
  onClose: () => void;
}) => {
  const t = useText(words);
  return (
    <Dialog
      title={title}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="danger" busy={busy} onClick={onAct}>
            {act}
          </Button>
        </>
      }
    >
      {refused ? (
        <div role="alert">
          <Notice tone="overdue" icon="alert">
            {refused}
          </Notice>
        </div>
      ) : null}
      <p>{note}</p>
    </Dialog>
  );
};
