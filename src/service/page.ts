/**
 * The page over HTTP, for this machine alone: the files of one folder, read once, and nothing else. No note ever
 * comes here: the core runs in the page.
 */
import { readdirSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { extname, join, relative, sep } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".webmanifest": "application/manifest+json",
};

/** What a browser may do with the page: run and show its own files, nothing inline, nothing from elsewhere. */
const HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; worker-src 'self'; connect-src 'self'; img-src 'self'; " +
    "manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), browsing-topics=()",
};

interface File {
  readonly type: string;
  readonly bytes: Buffer;
  /** Names with a hash in them never change; all others are asked for anew each time. */
  readonly cache: string;
}

/**
 * A server of the files in `folder`; it does not listen yet. Throws Node's own error when the folder cannot be read.
 */
export function pageServer(folder: string): Server {
  const files = new Map<string, File>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path).split(sep).join("/");
    files.set(`/${name}`, {
      type: TYPES[extname(name)] ?? "application/octet-stream",
      bytes: readFileSync(path),
      cache: name.startsWith("assets/") ? "public, max-age=31536000, immutable" : "no-cache",
    });
  }
  return createServer((request, response) => answer(files, request, response));
}

function answer(files: ReadonlyMap<string, File>, request: IncomingMessage, response: ServerResponse): void {
  const send = (status: number, headers: Readonly<Record<string, string | number>>, body: Buffer | string): void => {
    response.writeHead(status, { ...HEADERS, ...headers });
    response.end(request.method === "HEAD" ? undefined : body);
  };
  const plain = (status: number, text: string): void =>
    send(status, { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" }, `${text}\n`);
  if (!isHere(request.headers.host)) return plain(421, "This server answers on this machine's own name only.");
  if (request.method !== "GET" && request.method !== "HEAD") return plain(405, "Only GET and HEAD are answered.");
  const path = (request.url ?? "/").split(/[?#]/, 1)[0] as string;
  const file = files.get(path === "/" ? "/index.html" : path);
  if (file === undefined) return plain(404, "There is no such file.");
  send(
    200,
    { "Content-Type": file.type, "Content-Length": file.bytes.length, "Cache-Control": file.cache },
    file.bytes,
  );
}

/** Another name for this address would be a foreign page's way in. */
const isHere = (host: string | undefined): boolean => /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i.test(host ?? "");
