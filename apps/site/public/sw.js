/*
 * The service worker: the guide without a network.
 *
 * Pages come from the network whenever there is one, so nobody is stuck with an old copy; each is kept for the time
 * when there is none. Files with a hash in their name never change and come from the cache. Some time after a page was
 * opened it asks us to `refresh`: then everything in `offline.json` whose digest changed is fetched, and what the list
 * no longer names is dropped.
 */
const CACHE = 'guide';
const scope = new URL(self.registration.scope);
const list = new URL('offline.json', scope).href;
const atOnce = 4;

self.addEventListener('install', (event) => {
  event.waitUntil(self.skipWaiting());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});

self.addEventListener('message', (event) => {
  if (event.data === 'refresh') event.waitUntil(refresh());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(scope.href) || request.url === list) return;
  const immutable = request.url.startsWith(new URL('_astro/', scope).href);
  event.respondWith(immutable ? cacheFirst(request) : networkFirst(request));
});

async function cacheFirst(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) await keep(cache, request, response.clone());
  return response;
}

async function networkFirst(request) {
  const cache = await caches.open(CACHE);
  try {
    const response = await fetch(request);
    // A redirected answer may not be given to a navigation later; a fragment or a filter makes no other page.
    if (response.ok && !response.redirected) await keep(cache, bare(request.url), response.clone());
    return response;
  } catch (error) {
    const kept = await cache.match(bare(request.url));
    if (kept) return kept;
    const missing = request.mode === 'navigate' ? await cache.match(new URL('404.html', scope).href) : undefined;
    if (missing) return new Response(missing.body, { status: 503, headers: missing.headers });
    throw error;
  }
}

/** Whether an answer could be kept. A browser without room for it can still show it. */
function keep(cache, request, response) {
  return cache.put(request, response).then(
    () => true,
    () => false,
  );
}

let running;

/** Brings the kept copies up to date; asked twice at once, it runs once. */
function refresh() {
  running ??= update().finally(() => (running = undefined));
  return running;
}

async function update() {
  const cache = await caches.open(CACHE);
  const response = await fetch(list, { cache: 'no-cache' }).catch(() => undefined);
  if (!response?.ok) return;
  const files = await response.json();
  const before = (await (await cache.match(list))?.json()) ?? {};
  const done = {};

  const queue = Object.entries(files);
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [path, digest] = next;
      const url = new URL(path, scope).href;
      if (before[path] === digest && (await cache.match(url))) done[path] = digest;
      else {
        const fresh = await fetch(url, { cache: 'no-cache' }).catch(() => undefined);
        if (!fresh?.ok) continue;
        if (await keep(cache, url, fresh)) done[path] = digest;
        else queue.length = 0;
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));

  // What was fetched counts, even if the network went away in between; the rest is fetched next time.
  await keep(cache, list, new Response(JSON.stringify(done), { headers: { 'content-type': 'application/json' } }));
  if (Object.keys(done).length < Object.keys(files).length) return;
  const named = new Set(Object.keys(files).map((path) => new URL(path, scope).href));
  for (const { url } of await cache.keys()) if (url !== list && !named.has(url)) await cache.delete(url);
}

function bare(url) {
  const address = new URL(url);
  address.hash = '';
  address.search = '';
  return address.href;
}
