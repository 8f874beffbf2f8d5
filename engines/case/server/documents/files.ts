import sharp from 'sharp';
import { chinaDate, type Instant } from '#kernel/instant';
import type { DocumentView } from '#engines/case/contract';
import type { DocumentTree } from '#engines/case/model';
import type { RawAnswer } from '#platform/server/http';
import type { Parts } from '#platform/server/parts';
import { documentPage } from './html.ts';
import type { Picture } from './word.ts';

/** Wide enough for half a page at 200 dots an inch. */
const MOST_PIXELS = 1_280;
/** Pictures of one document; a dossier with more names the rest by its captions alone. */
const MOST_PICTURES = 60;

const filesIn = (tree: DocumentTree): readonly string[] => [
  ...new Set(
    tree.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'photos' ? block.photos.map(({ file }) => file) : [])),
    ),
  ),
];

const bytesOf = async (body: AsyncIterable<Buffer>): Promise<Buffer> => {
  const pieces: Buffer[] = [];
  for await (const piece of body) pieces.push(piece);
  return Buffer.concat(pieces);
};

/** Pictures of a document, small enough for paper; one that is gone is left out. */
const picturesOf = async (
  parts: Pick<Parts, 'files' | 'log'>,
  tree: DocumentTree,
): Promise<ReadonlyMap<string, Picture>> => {
  const pictures = new Map<string, Picture>();
  for (const file of filesIn(tree).slice(0, MOST_PICTURES)) {
    const found = await parts.files.open(file, 'full');
    if (!found) continue;
    try {
      const { data, info } = await sharp(await bytesOf(found.body))
        .resize({ width: MOST_PIXELS, height: MOST_PIXELS, fit: 'inside', withoutEnlargement: true })
        .flatten({ background: 'white' })
        .jpeg({ quality: 82 })
        .toBuffer({ resolveWithObject: true });
      pictures.set(file, { bytes: data, width: info.width, height: info.height });
    } catch (error) {
      parts.log.warn({ err: error }, 'a picture could not be put into a document');
    }
  }
  return pictures;
};

/** An issued copy as a file that keeps its look wherever it is opened. */
export const documentFile = async (
  parts: Pick<Parts, 'files' | 'log'>,
  { view, by, at }: { readonly view: DocumentView; readonly by: string; readonly at: Instant },
  format: 'docx' | 'html',
): Promise<RawAnswer> => {
  const { tree, number } = view;
  const pictures = await picturesOf(parts, tree);
  const name = `${[tree.title, number ?? chinaDate(at)].join(' ').replace(/[\\/:*?"<>|\n]/g, ' ')}.${format}`;
  if (format === 'html') {
    const addresses = new Map(
      [...pictures].map(([file, { bytes }]) => [file, `data:image/jpeg;base64,${bytes.toString('base64')}`]),
    );
    return {
      type: 'text/html; charset=utf-8',
      name,
      body: documentPage(tree, addresses, new Map(Object.entries(view.pages))),
    };
  }
  const { documentWord, wordType } = await import('./word.ts');
  return { type: wordType, name, body: await documentWord(tree, pictures, { by, at }) };
};
