import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { sql as raw } from 'kysely';
import { DomainError } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import type { Files, Sql, StoredFile } from '#platform/server/parts';
import { kindOf, looksLikeMarkup, sheetTypes } from './magic.ts';
import { redraw } from './pictures.ts';
import { placeOf, thumbOf } from './places.ts';
import { receive, type Received } from './receive.ts';

/** Bytes of one sent file. */
const mostFileBytes = 20_000_000;
/** What a job may write, such as an export. */
const mostWrittenBytes = 2_000_000_000;
const staleMillis = 86_400_000;

const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
};

const writeSynced = async (file: string, bytes: Buffer): Promise<void> => {
  const handle = await open(file, 'w', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** A name for what was refused that says something to a person. */
const refusedName = (received: Received): string => {
  if (looksLikeMarkup(received.head)) return 'HTML / SVG';
  const kind = kindOf(received.head);
  return kind === 'zip' ? 'ZIP' : kind === 'text' ? 'TXT' : '?';
};

/** Sheets are for staff, are not drawn anew, and are only ever handed out as downloads. */
const sheetTypeOf = (received: Received, declaredType: string): string | null => {
  const kind = kindOf(received.head);
  const declared = declaredType.split(';')[0]?.trim().toLowerCase();
  if (kind === 'zip' && declared === sheetTypes.xlsx) return sheetTypes.xlsx;
  if (kind === 'text' && declared === sheetTypes.csv && !looksLikeMarkup(received.head)) return sheetTypes.csv;
  return null;
};

/** Files below `folder`, found by the hash of what was sent: `ab/abcd…` and `ab/abcd….thumb`. */
export const createFiles = (sql: Sql, folder: string): Files & { readonly sweep: () => Promise<void> } => {
  const temporary = path.join(folder, 'incoming');

  const keep = async (place: string, write: (file: string) => Promise<void>): Promise<void> => {
    const target = path.join(folder, place);
    const beside = path.join(temporary, `${randomBytes(12).toString('hex')}.new`);
    await mkdir(path.dirname(target), { recursive: true });
    await write(beside);
    await rename(beside, target);
    await syncFolder(path.dirname(target));
  };

  const row = async (
    id: string,
    type: string,
    size: number,
    by: Id | null,
    width?: number,
    height?: number,
  ): Promise<StoredFile> => {
    await raw`
      insert into stored_file (id, type, size, width, height, sent_by)
      values (${id}, ${type}, ${size}, ${width ?? null}, ${height ?? null}, ${by})
      on conflict (id) do nothing`.execute(sql);
    return { id, type, size };
  };

  const find = async (ids: readonly string[]): Promise<readonly StoredFile[]> =>
    ids.length === 0
      ? []
      : (await raw<StoredFile>`select id, type, size from stored_file where id = any(${[...ids]}::text[])`.execute(sql))
          .rows;

  return {
    find,
    put: async (id, body, { declaredType, by }) => {
      const [known] = await find([id]);
      const received = await receive(temporary, body, mostFileBytes);
      try {
        if (received.hash !== id) throw new DomainError('file.hash-differs');
        if (known) return known;
        const kind = kindOf(received.head);
        if (kind === 'image/jpeg' || kind === 'image/png' || kind === 'image/webp') {
          const picture = await redraw(received.file, kind);
          await keep(thumbOf(id), (file) => writeSynced(file, picture.thumb));
          await keep(placeOf(id), (file) => writeSynced(file, picture.full));
          return await row(id, picture.type, picture.full.length, by, picture.width, picture.height);
        }
        const sheet = by === null ? null : sheetTypeOf(received, declaredType);
        if (!sheet) throw new DomainError('file.type-refused', { type: refusedName(received) });
        await keep(placeOf(id), (file) => rename(received.file, file));
        return await row(id, sheet, received.size, by);
      } finally {
        await rm(received.file, { force: true });
      }
    },
    open: async (id, variant = 'full') => {
      const [stored] = await find([id]);
      if (!stored) return null;
      const wantsThumb = variant === 'thumb' && stored.type.startsWith('image/');
      const file = path.join(folder, wantsThumb ? thumbOf(id) : placeOf(id));
      const found = await stat(file).catch(() => null);
      if (!found) return null;
      return { type: wantsThumb ? 'image/jpeg' : stored.type, size: found.size, body: createReadStream(file) };
    },
    write: async (_name, type, body) => {
      const id = randomBytes(32).toString('hex');
      const received = await receive(temporary, body, mostWrittenBytes);
      try {
        await keep(placeOf(id), (file) => rename(received.file, file));
        return await row(id, type, received.size, null);
      } finally {
        await rm(received.file, { force: true });
      }
    },
    sweep: async () => {
      const left = await readdir(temporary).catch(() => []);
      for (const name of left) {
        const file = path.join(temporary, name);
        const found = await stat(file).catch(() => null);
        if (found && Date.now() - found.mtimeMs > staleMillis) await rm(file, { force: true });
      }
    },
  };
};
