import { type ChangeEvent, useRef, useState } from 'react';
import { defineMessages, useText } from '#platform/web/i18n';
import { Button, IconButton, Notice } from '#platform/web/kit';
import { useFieldServices } from '../field-services.tsx';
import { type InputProps, numberOption } from '../field-web.tsx';
import { Photo } from './Photo.tsx';

const messages = defineMessages({
  zh: {
    take: '拍照',
    choose: '从相册选',
    more: '再拍一张',
    remove: '删除第 {n} 张照片',
    earlier: '把第 {n} 张照片前移',
    photo: '第 {n} 张照片',
    unreadable: '这个文件不是能读取的图片，请重新拍摄或另选一张。',
    full: '最多 {max} 张。',
    working: '正在压缩照片',
    no: '这里不能添加照片。',
  },
  en: {
    take: 'Take a photo',
    choose: 'Choose from album',
    more: 'Take another',
    remove: 'Remove photo {n}',
    earlier: 'Move photo {n} forward',
    photo: 'Photo {n}',
    unreadable: 'This file is not a picture that can be read. Please take or choose another.',
    full: 'At most {max}.',
    working: 'Making the photo smaller',
    no: 'Photos cannot be added here.',
  },
});

/** Camera or album; each photo is shrunk and hashed here. Never demanded unless the playbook says so. */
export const PhotosInput = ({ field, value, onChange, onAnswered, id, describedBy }: InputProps<readonly string[]>) => {
  const t = useText(messages);
  const { keepPhoto } = useFieldServices();
  const camera = useRef<HTMLInputElement>(null);
  const album = useRef<HTMLInputElement>(null);
  const [working, setWorking] = useState(false);
  const [failed, setFailed] = useState(false);
  const photos = value ?? [];
  const max = numberOption(field, 'max') ?? 6;
  const set = (next: readonly string[]) => onChange(next.length > 0 ? next : null);

  const add = async (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])];
    // The same file may be chosen again after it was removed.
    event.target.value = '';
    if (!keepPhoto || files.length === 0) return;
    setWorking(true);
    setFailed(false);
    let kept = photos;
    for (const file of files.slice(0, max - photos.length)) {
      try {
        const photo = await keepPhoto(file);
        if (!kept.includes(photo)) kept = [...kept, photo];
      } catch {
        setFailed(true);
      }
    }
    setWorking(false);
    if (kept === photos) return;
    set(kept);
    if (photos.length === 0 && kept.length === files.length) onAnswered?.();
  };

  if (!keepPhoto) return <p className="lf-hint">{t('no')}</p>;
  return (
    <div className="lf-stack">
      {photos.length > 0 ? (
        <ol className="lf-photos">
          {photos.map((photo, index) => (
            <li key={photo}>
              <Photo id={photo} alt={t('photo', { n: index + 1 })} />
              <div className="lf-photo-tools">
                {index > 0 ? (
                  <IconButton
                    icon="chevronLeft"
                    label={t('earlier', { n: index + 1 })}
                    onClick={() => {
                      const next = [...photos];
                      next.splice(index, 1);
                      next.splice(index - 1, 0, photo);
                      set(next);
                    }}
                  />
                ) : (
                  <span />
                )}
                <IconButton
                  icon="trash"
                  label={t('remove', { n: index + 1 })}
                  onClick={() => set(photos.filter((other) => other !== photo))}
                />
              </div>
            </li>
          ))}
        </ol>
      ) : null}
      {failed ? (
        <Notice tone="overdue" icon="alert">
          {t('unreadable')}
        </Notice>
      ) : null}
      {photos.length < max ? (
        <div className="lf-photo-add">
          <Button
            id={id}
            aria-describedby={describedBy}
            icon="camera"
            busy={working}
            onClick={() => camera.current?.click()}
          >
            {working ? t('working') : photos.length > 0 ? t('more') : t('take')}
          </Button>
          <Button look="quiet" icon="image" onClick={() => album.current?.click()}>
            {t('choose')}
          </Button>
        </div>
      ) : (
        <p className="lf-hint">{t('full', { max })}</p>
      )}
      <input
        ref={camera}
        type="file"
        accept="image/*"
        capture="environment"
        hidden
        onChange={(event) => void add(event)}
      />
      <input ref={album} type="file" accept="image/*" multiple hidden onChange={(event) => void add(event)} />
    </div>
  );
};
