import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

const root = import.meta.dirname;

/** The phone's app: residents and field workers, below `/m/`, running on Chrome 90 and without any other host. */
export default defineConfig({
  root,
  base: '/m/',
  publicDir: path.join(root, 'public'),
  // Route tables carry schemas for the server; a page needs their addresses alone.
  resolve: { alias: { typebox: path.join(root, '../../platform/web/api/no-schemas.ts') } },
  build: {
    target: 'chrome90',
    cssTarget: 'chrome90',
    outDir: path.join(root, 'dist'),
    emptyOutDir: true,
    // The size of the first page is kept by a test, which reads what imports what.
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  plugins: [
    react(),
    VitePWA({
      registerType: 'prompt',
      injectRegister: null,
      manifest: {
        id: '/m/',
        name: '里坊',
        short_name: '里坊',
        description: '报事、查进度、找电话',
        lang: 'zh-CN',
        start_url: '/m/',
        scope: '/m/',
        display: 'standalone',
        background_color: '#f6f7f9',
        theme_color: '#ffffff',
        icons: [
          { src: 'icons/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: 'icons/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: 'icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
      workbox: {
        globPatterns: ['**/*.{js,css,html,svg,png}'],
        navigateFallback: '/m/index.html',
        navigateFallbackAllowlist: [/^\/m(\/|$)/],
        // Answers of the API are personal and never kept by the worker; the outbox keeps what must last.
        runtimeCaching: [],
        cleanupOutdatedCaches: true,
        clientsClaim: true,
      },
    }),
  ],
});
