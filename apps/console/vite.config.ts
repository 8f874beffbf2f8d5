import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = process.env['LIFANG_SERVER'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react()],
  // Route tables carry schemas for the server; a page needs their addresses alone.
  resolve: { alias: { typebox: path.join(import.meta.dirname, '../../platform/web/api/no-schemas.ts') } },
  html: { cspNonce: '__LIFANG_NONCE__' },
  build: {
    target: 'chrome90',
    outDir: 'dist',
    emptyOutDir: true,
    // Small pictures stay files, so that `img-src 'self'` is enough.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
  },
  server: { proxy: { '/api': server, '/m': server } },
});
