import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { sql as raw } from 'kysely';
import { DomainError } from '#kernel/domain-error';
import type { Id } from '#kernel/ids';
import type { Files, Sql, StoredFile } from '#platform/server/parts';
import type { Scan } from './clamd.ts';
import { inspectArchive } from './inspect-archive.ts';
import { kindOf, looksLikeMarkup, sheetTypes } from './magic.ts';
import { redraw } from './pictures.ts';
import { placeOf, placesOf, thumbOf } from './places.ts';
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

export interface KeptFiles extends Files {
  /** Removes what never became a file, and what was sent without sign-in and used by nothing for a day. */
  readonly sweep: () => Promise<void>;
  /** Removes files for good. @returns how many there were */
  readonly remove: (ids: readonly string[]) => Promise<number>;
}

/** Files below `folder`, found by the hash of what was sent: `ab/abcd…` and `ab/abcd….thumb`. */
export const createFiles = (sql: Sql, folder: string, options: { readonly scan?: Scan } = {}): KeptFiles => {
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
    source: 'public' | 'staff' | 'made',
    width?: number,
    height?: number,
  ): Promise<StoredFile> => {
    await raw`
      insert into stored_file (id, type, size, width, height, sent_by, source)
      values (${id}, ${type}, ${size}, ${width ?? null}, ${height ?? null}, ${by}, ${source})
      on conflict (id) do update set sent_at = now()`.execute(sql);
    return { id, type, size };
  };

  const find = async (ids: readonly string[]): Promise<readonly StoredFile[]> =>
    ids.length === 0
      ? []
      : (await raw<StoredFile>`select id, type, size from stored_file where id = any(${[...ids]}::text[])`.execute(sql))
          .rows;

  const isThere = (id: string): Promise<boolean> =>
    stat(path.join(folder, placeOf(id))).then(
      () => true,
      () => false,
    );

  const remove = async (ids: readonly string[]): Promise<number> => {
    for (const id of ids)
      await sql.transaction().execute(async (transaction) => {
        const { rows } =
          await raw<StoredFile>`delete from stored_file where id = ${id} returning id, type, size`.execute(transaction);
        for (const row of rows) for (const place of placesOf(row)) await rm(path.join(folder, place), { force: true });
      });
    return ids.length;
  };

  return {
    find,
    remove,
    claim: async (ids, { by, command }) => {
      const wanted = [...new Set(ids)];
      if (wanted.length === 0) return;
      const { rows } = await raw<{ id: string }>`
        update stored_file set used_at = now(), used_by = ${command}
        where id = any(${wanted}::text[]) and (sent_by = ${by} or used_by = ${command}
          or (sent_at > now() - interval '1 day' and (used_at is null or sent_at > used_at)))
        returning id`.execute(sql);
      if (rows.length < wanted.length) throw new DomainError('file.not-sent');
    },
    put: async (id, body, { declaredType, by }) => {
      const [known] = await find([id]);
      const received = await receive(temporary, body, mostFileBytes);
      try {
        if (received.hash !== id) throw new DomainError('file.hash-differs');
        if (known && (await isThere(id))) {
          // Whoever sends the bytes again has them, and may name the file once more.
          await raw`update stored_file set sent_at = now() where id = ${id}`.execute(sql);
          return known;
        }
        await options.scan?.(received.file);
        const source = by === null ? 'public' : 'staff';
        const kind = kindOf(received.head);
        if (kind === 'image/jpeg' || kind === 'image/png' || kind === 'image/webp') {
          const picture = await redraw(received.file, kind);
          await keep(thumbOf(id), (file) => writeSynced(file, picture.thumb));
          await keep(placeOf(id), (file) => writeSynced(file, picture.full));
          const stored = await row(id, picture.type, picture.full.length, by, source, picture.width, picture.height);
          // The sweep may have taken them away in between.
          if (!(await isThere(id))) await keep(placeOf(id), (file) => writeSynced(file, picture.full));
          return stored;
        }
        const sheet = by === null ? null : sheetTypeOf(received, declaredType);
        if (sheet === sheetTypes.xlsx) await inspectArchive(received.file);
        if (!sheet) throw new DomainError('file.type-refused', { type: refusedName(received) });
        await keep(placeOf(id), (file) => rename(received.file, file));
        return await row(id, sheet, received.size, by, source);
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
        return await row(id, type, received.size, null, 'made');
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
      const { rows } = await raw<{ id: string }>`
        select id from stored_file
        where source = 'public' and used_at is null and sent_at < now() - interval '1 day' limit 10000`.execute(sql);
      await remove(rows.map(({ id }) => id));
    },
  };
};
