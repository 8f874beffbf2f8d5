/** Encodings in which offices save sheets: UTF-8 (with or without BOM), UTF-16 from Excel, GBK and its successor. */
export type SheetEncoding = 'utf-8' | 'utf-16le' | 'gb18030';

/**
 * Guesses the encoding from the first bytes. Bytes that are no UTF-8 are GB 18030, which holds GBK;
 * a character cut off at the end of the sample is no evidence.
 */
export const detectEncoding = (sample: Uint8Array): SheetEncoding => {
  if (sample[0] === 0xff && sample[1] === 0xfe) return 'utf-16le';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: true });
    return 'utf-8';
  } catch {
    return 'gb18030';
  }
};

const sampleSize = 65_536;

/** Bytes to text, the BOM taken off, in pieces of about the size in which they came. */
export async function* decodeText(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let sample: Uint8Array = new Uint8Array(0);
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  for await (const piece of bytes) {
    if (decoder) {
      yield decoder.decode(piece, { stream: true });
      continue;
    }
    sample = Buffer.concat([sample, piece]);
    if (sample.length < sampleSize) continue;
    decoder = new TextDecoder(detectEncoding(sample));
    yield decoder.decode(sample, { stream: true });
  }
  if (decoder) yield decoder.decode();
  else yield new TextDecoder(detectEncoding(sample)).decode(sample);
}
