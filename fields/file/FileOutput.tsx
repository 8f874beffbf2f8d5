import { useLocale } from '#platform/web/i18n';
import { Icon } from '#platform/web/kit';
import { useFieldServices } from '../field-services.tsx';
import type { FileValue, OutputProps } from '../field-web.tsx';
import { file } from './file.ts';

export const FileOutput = ({ field, value, context }: OutputProps<FileValue>) => {
  const locale = useLocale();
  const { fileUrl } = useFieldServices();
  const url = fileUrl?.(value.id);
  const words = (
    <>
      <Icon name="file" /> {file.text(value, field, context, locale)}
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
