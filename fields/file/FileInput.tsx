import { useRef, useState } from 'react';
import { defineMessages, useText } from '#platform/web/i18n';
import { Button, Notice } from '#platform/web/kit';
import { useFieldServices } from '../field-services.tsx';
import type { FileValue, InputProps } from '../field-web.tsx';

const messages = defineMessages({
  zh: { choose: '选择文件', remove: '移除', unreadable: '这个文件无法读取，请另选一个。', no: '这里不能添加文件。' },
  en: {
    choose: 'Choose a file',
    remove: 'Remove',
    unreadable: 'This file cannot be read. Please choose another.',
    no: 'Files cannot be added here.',
  },
});

export const FileInput = ({ value, onChange, id, describedBy }: InputProps<FileValue>) => {
  const t = useText(messages);
  const { keepFile } = useFieldServices();
  const chooser = useRef<HTMLInputElement>(null);
  const [working, setWorking] = useState(false);
  const [failed, setFailed] = useState(false);
  const add = async (file: File | undefined) => {
    if (!file || !keepFile) return;
    setWorking(true);
    setFailed(false);
    try {
      onChange({ id: await keepFile(file), name: file.name });
    } catch {
      setFailed(true);
    }
    setWorking(false);
  };
  if (!keepFile) return <p className="lf-hint">{t('no')}</p>;
  return (
    <div className="lf-stack">
      {value ? (
        <div className="lf-found">
          <span>{value.name}</span>
          <Button look="quiet" onClick={() => onChange(null)}>
            {t('remove')}
          </Button>
        </div>
      ) : (
        <div>
          <Button
            id={id}
            aria-describedby={describedBy}
            icon="file"
            busy={working}
            onClick={() => chooser.current?.click()}
          >
            {t('choose')}
          </Button>
        </div>
      )}
      {failed ? (
        <Notice tone="overdue" icon="alert">
          {t('unreadable')}
        </Notice>
      ) : null}
      <input
        ref={chooser}
        type="file"
        hidden
        onChange={(event) => {
          void add(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
    </div>
  );
};
