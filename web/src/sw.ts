/**
 * The service worker: keeps the page's own files, so that it opens with no network. It never sees a note: a note is
 * in no request. Files are listed at build time (build/offline.ts); whatever else is asked for is not answered here.
 */
interface Waiting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Scope {
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", listener: (event: Waiting) => void): void;
  addEventListener(type: "fetch", listener: (event: Fetching) => void): void;
}
const worker = self as unknown as Scope;

const CACHE = "needlepoint-__VERSION__";
const FILES = JSON.parse("__FILES__") as readonly string[];
const own = new Set(FILES.map((file) => new URL(file, worker.registration.scope).href));
const index = new URL("index.html", worker.registration.scope).href;

worker.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll([...own].map((url) => new Request(url, { cache: "no-cache" }))))
      .then(() => worker.skipWaiting()),
  );
});

worker.addEventListener("activate", (event) => {
  const old = (name: string): boolean => name.startsWith("needlepoint-") && name !== CACHE;
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name))))
      .then(() => worker.clients.claim()),
  );
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = request.url.split(/[?#]/, 1)[0] ?? "";
  const wanted = request.mode === "navigate" ? index : url;
  if (request.method !== "GET" || !own.has(wanted)) return;
  event.respondWith(
    caches
      .open(CACHE)
      .then((cache) => cache.match(wanted))
      .then((kept) => kept ?? fetch(request)),
  );
});
