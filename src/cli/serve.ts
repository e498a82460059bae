/** `serve`: the page, on this machine's own address. Builds it first when it is missing or out of date. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import type { Server } from "node:http";
import { fileURLToPath } from "node:url";
import { pageServer } from "../service/page.ts";
import { noPage, portTaken, Refused } from "./findings.ts";
import { print } from "./output.ts";

/** The code that started it all; free on nearly every machine. */
const PORT = 20552;
const HOST = "127.0.0.1";

/**
 * Serves until interrupted, then gives the exit code. Port 0: any free one. Rejects with Refused when there is no
 * page (NP9050), or the port is taken (NP9051).
 */
export async function serve(options: { readonly port?: number }): Promise<number> {
  const folder = fileURLToPath(new URL("web/", import.meta.url));
  build();
  if (!existsSync(`${folder}index.html`)) throw new Refused(noPage());
  const server = pageServer(folder);
  const port = await listen(server, options.port ?? PORT);
  await print(`Needlepoint is at http://localhost:${port}/ - the note stays in the page. Stop with Ctrl+C.`);
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
  server.close();
  server.closeAllConnections();
  return 0;
}

/** A checkout builds what it needs; a published package carries its page. */
function build(): void {
  const setup = fileURLToPath(new URL("../scripts/setup.mjs", import.meta.url));
  if (!existsSync(setup)) return;
  const { status } = spawnSync(process.execPath, [setup, "--page"], { stdio: ["ignore", "ignore", "inherit"] });
  if (status !== 0) throw new Refused(noPage());
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", () => reject(new Refused(portTaken(port))));
    server.listen(port, HOST, () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}
