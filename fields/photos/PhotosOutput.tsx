import { useState } from 'react';
import { defineMessages, useText } from '#platform/web/i18n';
import { Dialog } from '#platform/web/kit';
import type { OutputProps } from '../field-web.tsx';
import { Photo } from './Photo.tsx';

const messages = defineMessages({
  zh: { photo: '第 {n} 张照片', open: '放大第 {n} 张照片' },
  en: { photo: 'Photo {n}', open: 'Open photo {n}' },
});

export const PhotosOutput = ({ value }: OutputProps<readonly string[]>) => {
  const t = useText(messages);
  const [open, setOpen] = useState<number>();
  const shown = open === undefined ? undefined : value[open];
  return (
    <>
      <ul className="lf-photos">
        {value.map((photo, index) => (
          <li key={photo}>
            <button type="button" aria-label={t('open', { n: index + 1 })} onClick={() => setOpen(index)}>
              <Photo id={photo} alt={t('photo', { n: index + 1 })} />
            </button>
          </li>
        ))}
      </ul>
      {shown !== undefined && open !== undefined ? (
        <Dialog title={t('photo', { n: open + 1 })} onClose={() => setOpen(undefined)}>
          <div className="lf-photo-large">
            <Photo id={shown} alt={t('photo', { n: open + 1 })} size="full" />
          </div>
        </Dialog>
      ) : null}
    </>
  );
};
