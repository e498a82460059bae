/** The note stays in the window: no request leaves the machine, nothing is stored unless it was asked for. */
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { answered, BUILT, hasBrowser, note, site, type Window } from "./page.ts";

const here = site();
const SECRET = "Zebulon Quartermaine";
const TEXT = `Patient ${SECRET}. Trigger point injection, left trapezius, 1 cc lidocaine. Dx M79.18.`;

const stored = async (page: Page): Promise<unknown> => ({
  local: await page.evaluate(() => Object.entries(localStorage)),
  session: await page.evaluate(() => Object.entries(sessionStorage)),
  databases: await page.evaluate(async () => (await indexedDB.databases()).length),
  cookies: (await page.context().cookies()).length,
});
const NOTHING = { local: [], session: [], databases: 0, cookies: 0 };

/** Through every view, with a payer, a diagnosis and a document. */
async function tour({ page }: Window): Promise<void> {
  await note(page).fill(TEXT);
  await answered(page, "20552");
  await page.getByRole("combobox", { name: "Payer" }).fill("Medicare Part B");
  await page.getByRole("option", { name: "Medicare Part B", exact: true }).click();
  await page.getByRole("heading", { name: /^Coverage: Medicare/ }).waitFor();
  await page.getByRole("link", { name: "Library" }).click();
  await page.getByRole("searchbox", { name: "Search the library" }).fill(SECRET);
  await page.getByRole("status").waitFor();
  await page.getByRole("link", { name: "Documents" }).click();
  await page.locator(".paper").waitFor();
  await page.locator("#theme").click();
}

describe.skipIf(!hasBrowser)("the note stays in the window", () => {
  it("asks only for the page's own files, and with nothing of the note in any request", async () => {
    const window = await here.open();
    await tour(window);
    expect(window.requests.length).toBeGreaterThan(5);
    expect(window.requests.filter((url) => !url.startsWith(here.url) && !url.startsWith("blob:"))).toEqual([]);
    expect(window.requests.filter((url) => /zebulon|quartermaine|[?]/i.test(decodeURIComponent(url)))).toEqual([]);
    expect(window.page.url()).not.toMatch(/zebulon/i);
    expect(window.complaints).toEqual([]);
    await window.close();
  });

  it("stores nothing", async () => {
    const window = await here.open();
    await tour(window);
    expect(await stored(window.page)).toEqual(NOTHING);
    await window.close();
  });

  it("keeps the note on this device when that is switched on, and forgets it when it is switched off", async () => {
    const { page, close } = await here.open();
    await note(page).fill(TEXT);
    await page.getByRole("switch", { name: "Keep on this device" }).check({ force: true });
    await expect.poll(() => page.evaluate(() => localStorage.getItem("needlepoint.kept"))).toContain(SECRET);
    await page.reload();
    await expect.poll(() => note(page).inputValue()).toBe(TEXT);
    await page.getByRole("switch", { name: "Keep on this device" }).uncheck({ force: true });
    expect(await stored(page)).toEqual(NOTHING);
    await page.reload();
    await expect.poll(() => note(page).inputValue()).not.toContain(SECRET);
    await close();
  });

  it("is served with a policy that allows nothing inline and nothing from elsewhere", async () => {
    const { headers } = await fetch(here.url);
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*|data:/);
    const html = readFileSync(join(BUILT, "index.html"), "utf8");
    expect(html).toMatch(/http-equiv="Content-Security-Policy"/);
    expect(html).not.toMatch(/<style|<script(?![^>]*\bsrc=)[^>]*>[^<]|\son\w+=|\bstyle=/);
  });

  it("answers other hosts' names, other methods and other files with a refusal", async () => {
    expect((await fetch(`${here.url}../package.json`)).status).toBe(404);
    expect((await fetch(`${here.url}assets/%2e%2e/%2e%2e/rulebook.json`)).status).toBe(404);
    expect((await fetch(here.url, { method: "POST", body: "x" })).status).toBe(405);
  });
});

describe.skipIf(!hasBrowser)("the built folder", () => {
  it("works with no network once it has been opened", async () => {
    const { page, close } = await here.open("", { serviceWorkers: "allow" });
    await answered(page, "20553");
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await page.context().setOffline(true);
    await page.reload();
    await answered(page, "20553");
    await note(page).fill(TEXT);
    await answered(page, "20552");
    await page.getByRole("link", { name: "Library" }).click();
    await page.getByRole("heading", { name: "Trigger point injection" }).waitFor();
    await close();
  });

  it("works from any host, under any path, without headers of its own", async () => {
    const types: Record<string, string> = { ".js": "text/javascript", ".css": "text/css", ".html": "text/html" };
    const server = createServer((request, response) => {
      const path = (request.url ?? "").replace(/^\/some\/where\//, "").replace(/[?#].*$/, "") || "index.html";
      response.setHeader("Content-Type", types[extname(path)] ?? "application/octet-stream");
      response.end(readFileSync(join(BUILT, path)));
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const { page, complaints, close } = await here.open();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/some/where/`);
    await answered(page, "20553");
    expect(complaints).toEqual([]);
    await close();
    server.close();
    server.closeAllConnections();
  });
});
