// Keeps the page for when the network is gone. It answers for the page alone, a newer one from the host first, and never for a
// log. {{version}} is the page's SHA-256: another page, another cache.
const CACHE = `ikrar ${self.registration.scope} {{version}}`;
const PAGE = './';
const PATIENCE = 3000;

async function fromHost(request) {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), PATIENCE);
  try {
    return await fetch(request.url, { cache: 'no-cache', signal: abort.signal });
  } finally {
    clearTimeout(timer);
  }
}

async function answer(request) {
  const kept = await (await caches.open(CACHE)).match(PAGE);
  try {
    const fresh = await fromHost(request);
    return fresh.ok || !kept ? fresh : kept;
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}

async function install() {
  const cache = await caches.open(CACHE);
  await cache.add(new Request(PAGE, { cache: 'no-cache' }));
  await self.skipWaiting();
}

async function activate() {
  const mine = (await caches.keys()).filter((name) => name.startsWith(`ikrar ${self.registration.scope} `) && name !== CACHE);
  await Promise.all(mine.map((name) => caches.delete(name)));
  await self.clients.claim();
}

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('fetch', (event) => {
  const scope = new URL(self.registration.scope);
  const { pathname } = new URL(event.request.url);
  const isPage = pathname === scope.pathname || pathname === `${scope.pathname}index.html`;
  if (event.request.mode === 'navigate' && isPage) event.respondWith(answer(event.request));
});
