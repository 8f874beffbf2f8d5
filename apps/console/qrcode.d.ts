/** What the console uses of `qrcode`, which ships no types. */
declare module 'qrcode' {
  interface QrMatrix {
    readonly modules: { readonly size: number; readonly data: Uint8Array };
  }
  export const create: (text: string, options?: { errorCorrectionLevel?: 'L' | 'M' | 'Q' | 'H' }) => QrMatrix;
}
