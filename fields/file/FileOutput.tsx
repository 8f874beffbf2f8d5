import { defineMessages, useText } from '#platform/web/i18n';
import { Icon } from '#platform/web/kit';
import { useFieldServices } from '../field-services.tsx';
import type { FileValue, OutputProps } from '../field-web.tsx';

const messages = defineMessages({ zh: { file: '附件' }, en: { file: 'File' } });

export const FileOutput = ({ value }: OutputProps<FileValue>) => {
  const t = useText(messages);
  const { fileUrl } = useFieldServices();
  const url = fileUrl?.(value.id);
  const words = (
    <>
      <Icon name="file" /> {value.name ?? t('file')}
    </>
  );
  return url ? (
    <a className="lf-inline-link" href={url} download={value.name ?? ''}>
      {words}
    </a>
  ) : (
    <span className="lf-inline-link">{words}</span>
  );
};
