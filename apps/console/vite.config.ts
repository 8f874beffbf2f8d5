import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { slimContracts } from '../../tools/slim-contracts.ts';

const server = process.env['LIFANG_SERVER'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [slimContracts(), react()],
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
