import type { OutboxStore } from '#platform/web/outbox';

/** Shrinks a photo, keeps it in the outbox of this device, gives its hash. The work on pictures comes when it is needed. */
export const keepPhotoIn =
  (store: OutboxStore) =>
  async (file: File): Promise<string> => {
    const { shrinkPhoto } = await import('#platform/web/photo');
    const photo = await shrinkPhoto(file);
    await store.putFile(photo);
    return photo.id;
  };

/** An address for `<img>` of a photo that lies here; the caller lets it go. */
export const keptPhotoUrl = async (store: OutboxStore, id: string): Promise<string | undefined> => {
  const file = await store.findFile(id);
  return file && URL.createObjectURL(new Blob([file.bytes], { type: file.type }));
};
