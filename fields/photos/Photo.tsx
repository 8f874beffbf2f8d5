import { useEffect, useState } from 'react';
import { Icon } from '#platform/web/kit';
import { useFieldServices } from '../field-services.tsx';

/** A photo from this device or the server. The place keeps its size while it comes, and says when it does not. */
export const Photo = ({ id, alt, size = 'thumb' }: { id: string; alt: string; size?: 'thumb' | 'full' }) => {
  const { photoUrl } = useFieldServices();
  const [url, setUrl] = useState<string | null>();
  useEffect(() => {
    let gone = false;
    let made: string | undefined;
    void (photoUrl?.(id, size) ?? Promise.resolve(undefined)).then(
      (found) => {
        made = found;
        if (gone && found?.startsWith('blob:')) URL.revokeObjectURL(found);
        if (!gone) setUrl(found ?? null);
      },
      () => {
        if (!gone) setUrl(null);
      },
    );
    return () => {
      gone = true;
      if (made?.startsWith('blob:')) URL.revokeObjectURL(made);
    };
  }, [id, size, photoUrl]);
  return url ? (
    <img className="lf-photo" src={url} alt={alt} onError={() => setUrl(null)} />
  ) : (
    <span className="lf-photo lf-photo-none" role="img" aria-label={alt}>
      {url === null ? <Icon name="image" size="2rem" /> : null}
    </span>
  );
};
