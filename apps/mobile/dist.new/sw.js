if (!self.define) {
  let e,
    i = {};
  const n = (n, s) => (
    (n = new URL(n + '.js', s).href),
    i[n] ||
      new Promise((i) => {
        if ('document' in self) {
          const e = document.createElement('script');
          (e.src = n), (e.onload = i), document.head.appendChild(e);
        } else (e = n), importScripts(n), i();
      }).then(() => {
        let e = i[n];
        if (!e) throw new Error(`Module ${n} didn’t register its module`);
        return e;
      })
  );
  self.define = (s, o) => {
    const t = e || ('document' in self ? document.currentScript.src : '') || location.href;
    if (i[t]) return;
    let r = {};
    const c = (e) => n(e, t),
      l = { module: { uri: t }, exports: r, require: c };
    i[t] = Promise.all(s.map((e) => l[e] || c(e))).then((e) => (o(...e), r));
  };
}
define(['./workbox-9c191d2f'], function (e) {
  'use strict';
  self.addEventListener('message', (e) => {
    e.data && 'SKIP_WAITING' === e.data.type && self.skipWaiting();
  }),
    e.clientsClaim(),
    e.precacheAndRoute(
      [
        { url: 'icons/icon-192.png', revision: '3e7d4984c4f8c8cc2d145a3a13f3e31b' },
        { url: 'icons/icon-512.png', revision: '8b83bbf4dd2ed3a1a05c77359e51c52f' },
        { url: 'icons/maskable-512.png', revision: '0c7ee41b54e99a1a033a554a8a4e03b0' },
        { url: 'manifest.webmanifest', revision: 'ea3f112359b08301d0a0d90d6aa0c313' },
      ],
      {},
    ),
    e.cleanupOutdatedCaches(),
    e.registerRoute(new e.NavigationRoute(e.createHandlerBoundToURL('/m/index.html'), { allowlist: [/^\/m(\/|$)/] }));
});
