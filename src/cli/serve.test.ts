/** `serve`: an address on this machine that gives out the built page, and nothing else. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { request } from "node:http";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { build, needlepoint, plainEnv, ROOT } from "./testing/cli.ts";

let server: ChildProcess;
let url = "";

beforeAll(async () => {
  build();
  server = spawn(process.execPath, [join(ROOT, "dist/needlepoint.js"), "serve", "--port", "0"], { env: plainEnv() });
  for await (const text of server.stdout as AsyncIterable<Buffer>) {
    url = /http:\/\/localhost:\d+\//.exec(text.toString())?.[0] ?? "";
    if (url !== "") break;
  }
}, 120_000);
afterAll(() => server.kill());

/** The status for a host's name that is not this machine's. */
const statusAs = (host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const { port } = new URL(url);
    request({ host: "127.0.0.1", port, headers: { host } }, (response) => resolve(response.statusCode ?? 0))
      .on("error", reject)
      .end();
  });

describe("serve", () => {
  it("prints the address of the page, which is there", async () => {
    const response = await fetch(url);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(response.headers.get("cache-control")).toBe("no-cache");
    expect(await response.text()).toContain("<title>Needlepoint</title>");
  });
  it("keeps nothing that may change, and what never changes for good", async () => {
    const html = await (await fetch(url)).text();
    const script = /src="\.\/(assets\/[^"]+)"/.exec(html)?.[1] ?? "";
    expect((await fetch(url + script)).headers.get("cache-control")).toContain("immutable");
    expect((await fetch(`${url}sw.js`)).headers.get("cache-control")).toBe("no-cache");
  });
  it("answers under this machine's names only", async () => {
    expect(await statusAs("localhost")).toBe(200);
    expect(await statusAs("notes.example")).toBe(421);
  });
  it("gives no file beside the page", async () => {
    for (const path of ["rulebook.json", "%2e%2e/needlepoint.js", "..%2fneedlepoint.js", "assets/"])
      expect((await fetch(url + path)).status, path).toBe(404);
  });
  it("says so when the port is taken", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const port = String((other.address() as AddressInfo).port);
    const { exit, err } = needlepoint(["serve", "--port", port]);
    expect({ exit, found: err.includes("NP9051") }).toEqual({ exit: 1, found: true });
    other.close();
  });
  it("takes a number for a port", () => {
    expect(needlepoint(["serve", "--port", "http"]).exit).toBe(2);
    expect(needlepoint(["serve", "--port", "70000"]).exit).toBe(2);
  });
  it("ends in peace", async () => {
    server.kill("SIGTERM");
    expect((await once(server, "exit"))[0]).toBe(0);
  });
});
