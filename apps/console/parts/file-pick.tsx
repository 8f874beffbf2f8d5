import { useId } from 'react';
import { defineMessages, useFormats, useText } from '#platform/web/i18n';
import { FormRow, Icon } from '#platform/web/kit';

const words = defineMessages({
  zh: { choose: '选择文件', another: '换一个文件' },
  en: { choose: 'Choose a file', another: 'Choose another file' },
});

interface FilePickProps {
  readonly label: string;
  readonly hint?: string;
  readonly accept: string;
  readonly file: File | undefined;
  readonly error?: string | undefined;
  readonly onPick: (file: File | undefined) => void;
}

/** One file from this computer, in our own words: the browser's control speaks the browser's language. */
export const FilePick = ({ label, hint, accept, file, error, onPick }: FilePickProps) => {
  const t = useText(words);
  const formats = useFormats();
  const id = useId();
  return (
    <FormRow id={id} label={label} hint={hint} error={error} required>
      <div className="file-pick">
        <input
          id={id}
          type="file"
          className="lf-unseen"
          accept={accept}
          aria-invalid={error ? true : undefined}
          onChange={(event) => onPick(event.target.files?.[0])}
        />
        <label htmlFor={id} className="lf-button lf-button-normal">
          <Icon name="file" />
          <span>{file ? t('another') : t('choose')}</span>
        </label>
        {file ? <span className="quiet">{`${file.name} · ${formats.bytes(file.size)}`}</span> : null}
      </div>
    </FormRow>
  );
};
