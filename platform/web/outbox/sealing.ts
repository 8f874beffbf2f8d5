/**
 * What lies on the device is sealed with AES-GCM under a key that the browser will not give out and that
 * goes when the store is wiped. Without a secure context (plain HTTP inside an office network) a browser
 * has no such keys; then nothing is kept beyond the page.
 */
export interface Sealer {
  readonly seal: (bytes: ArrayBuffer) => Promise<Sealed>;
  readonly open: (sealed: Sealed) => Promise<ArrayBuffer>;
}

export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
}

export const makeKey = (): Promise<CryptoKey> | undefined =>
  globalThis.crypto?.subtle?.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);

export const sealerOf = (key: CryptoKey): Sealer => ({
  seal: async (bytes) => {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    return { iv, data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, bytes) };
  },
  open: ({ iv, data }) => crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, data),
});

export const bytesOf = (value: unknown): ArrayBuffer =>
  new TextEncoder().encode(JSON.stringify(value ?? null)).buffer as ArrayBuffer;
export const valueOf = (bytes: ArrayBuffer): unknown => JSON.parse(new TextDecoder().decode(bytes)) as unknown;
