/**
 * The page in Chromium: a cold load from this machine to the first answer, and a keystroke to its answer. Wall time as a
 * person feels it, and the processor time that the page's main thread takes for one key, which a busy machine does not lengthen.
 */
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { chromium, type Browser, type Page } from "playwright-core";
import { findBrowser } from "../../scripts/browser.mjs";
import { pageServer } from "../../src/service/page.ts";
import { weightAtStart } from "../../web/test/weight.ts";
import { spread, type Row, type Section } from "./measure.ts";
import { noteOf } from "./page-notes.ts";

const ARGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];
const SIZES = [
  ["3 kB", 3000],
  ["100 kB", 100_000],
  ["1 MB", 1_000_000],
] as const;

// What runs in the page is text here: this program knows of no document.

/** Writes down when the first answer stands in the page. */
const NOTE_FIRST = `new MutationObserver((_, observer) => {
  if (document.querySelector(".headline") === null) return;
  document.documentElement.dataset.first = String(performance.now());
  observer.disconnect();
}).observe(document, { childList: true, subtree: true });`;

/** Writes down how long after each input its answer stands in the page. */
const NOTE_KEYS = `{
  const area = document.getElementById("note");
  const answer = document.getElementById("answer");
  const times = [];
  let started = 0;
  area.addEventListener("input", (event) => (started = event.timeStamp), true);
  new MutationObserver(() => {
    if (Number(answer.dataset.answers) === area.value.length) times.push(performance.now() - started);
    answer.dataset.times = JSON.stringify(times);
  }).observe(answer, { attributes: true, attributeFilter: ["data-answers"] });
}`;

export async function pageSection(quick: boolean): Promise<Section> {
  const folder = join(process.cwd(), "dist", "web");
  const path = findBrowser();
  const title = "The page";
  if (path === null) return { title, about: "Not run: no Chromium was found.", rows: [] };
  const server = pageServer(folder).listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://localhost:${(server.address() as AddressInfo).port}/`;
  const browser = await chromium.launch({ executablePath: path, args: ARGS });
  try {
    const cold: number[] = [];
    for (let i = 0; i < (quick ? 3 : 9); i++) cold.push(await coldLoad(browser, url));
    const rows: Row[] = [spread("cold load to first answer", "ms", cold)];
    for (const [name, size] of SIZES) rows.push(...(await keys(browser, url, name, size, quick ? 5 : 15)));
    return {
      title,
      about: `Built page, served from this machine; a new window for each load. JavaScript before the first answer: ${Math.round(weightAtStart(folder) / 1000)} kB gzipped.`,
      rows,
    };
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
  }
}

/** Milliseconds from the start of the navigation until the answer stands in the page. */
async function coldLoad(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  await page.addInitScript(NOTE_FIRST);
  await page.goto(url);
  const root = page.locator("html[data-first]");
  await root.waitFor();
  const ms = Number(await root.getAttribute("data-first"));
  await context.close();
  return ms;
}

/** Types at the end of a note of that size: wall time to the answer, and the main thread's own time. */
async function keys(browser: Browser, url: string, name: string, size: number, runs: number): Promise<readonly Row[]> {
  const context = await browser.newContext({
    serviceWorkers: "block",
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const page = await context.newPage();
  await page.goto(url);
  await page.locator(".headline").waitFor();
  const text = noteOf(size);
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
  await page.locator("#note").focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Control+V");
  await answers(page, text.length);
  await page.evaluate(NOTE_KEYS);
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const busy = async (): Promise<number> => {
    const { metrics } = await session.send("Performance.getMetrics");
    return (metrics.find((m) => m.name === "TaskDuration")?.value ?? 0) * 1000;
  };
  await page.waitForTimeout(1500);
  const processor: number[] = [];
  for (let i = 1; i <= runs; i++) {
    const before = await busy();
    await page.keyboard.press("y");
    await page.waitForTimeout(size > 500_000 ? 2500 : 500);
    processor.push((await busy()) - before);
  }
  await answers(page, text.length + runs);
  const times = JSON.parse((await page.locator("#answer").getAttribute("data-times")) ?? "[]") as readonly number[];
  await context.close();
  return [
    spread(`keystroke to answer, ${name}`, "ms", times),
    spread(`main thread a key, ${name}`, "ms", processor, { note: "processor time, the other years included" }),
  ];
}

const answers = (page: Page, length: number): Promise<void> =>
  page.locator(`#answer[data-answers="${length}"]`).waitFor({ timeout: 60_000 });
