import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { slimContracts } from '../../tools/slim-contracts.ts';

const root = import.meta.dirname;

/** The phone's app: residents and field workers, below `/m/`, running on Chrome 90 and without any other host. */
export default defineConfig({
  root,
  base: '/m/',
  publicDir: path.join(root, 'public'),
  build: {
    target: 'chrome90',
    cssTarget: 'chrome90',
    outDir: path.join(root, 'dist'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Nothing here acts on import (styles come by the index of a room, in the room of matters by each part), so one
      // part does not bring its neighbours along.
      treeshake: {
        moduleSideEffects: [
          { test: /\/(kernel|fields|engines\/[^/]+\/model)\/.*\.tsx?$/, sideEffects: false },
          { test: /\/engines\/[^/]+\/web\/(?!index)[^/]+\.tsx?$/, sideEffects: false },
          { test: /\/engines\/case\/web\/.+\.tsx?$/, sideEffects: false },
        ],
      },
      output: {
        codeSplitting: {
          groups: [
            { name: 'conditions', test: /node_modules\/(feelin|lezer-feel|@lezer|luxon)/ },
            // Many small files pack worse than one. First, for a part takes along what it needs: were the rules of
            // fields before it, they would hold the kernel, and the first page would wait for them.
            {
              name: 'base',
              test: /platform\/web\/(api|i18n|kit|theme|old-browsers)\/[^/]+$|kernel\/(?!expression)[^/]+$|node_modules\/(react|@tanstack)/,
            },
            // The rules of fields stand apart from conditions and their interpreter.
            { name: 'field-rules', test: /\/fields\/(?!form\.ts|index\.ts|web\.ts)([a-z-]+\/)?[a-z-]+\.ts$/ },
          ],
        },
      },
    },
  },
  // `npm run dev` says where the server is.
  server: { proxy: { '/api': process.env['LIFANG_SERVER'] ?? 'http://127.0.0.1:8080' } },
  plugins: [
    slimContracts(),
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
        // A resident’s phone fetches the residents’ pages; the rest is kept once somebody has used it.
        globIgnores: ['**/{WorkApp,leaflet,map,conditions}-*', '**/maskable-*', '**/icon-512*'],
        navigateFallback: '/m/index.html',
        navigateFallbackAllowlist: [/^\/m(\/|$)/],
        // Answers of the API are personal and never kept by the worker; the outbox keeps what must last.
        runtimeCaching: [
          {
            urlPattern: /\/m\/assets\/[^/]+$/,
            handler: 'CacheFirst',
            options: { cacheName: 'assets', expiration: { maxEntries: 80 } },
          },
        ],
        cleanupOutdatedCaches: true,
        clientsClaim: true,
      },
    }),
  ],
});
