/** The built page in a real browser: one browser and one server a test file, a new window for each test. */
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { findBrowser } from "../../scripts/browser.mjs";
import { pageServer } from "../../src/service/page.ts";

export const BUILT = fileURLToPath(new URL("../../dist/web/", import.meta.url));
const PATH = findBrowser();
export const hasBrowser = PATH !== null;

const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export interface Window {
  readonly page: Page;
  /** Everything that was asked of any host, in order. */
  readonly requests: string[];
  /** What the browser complained about: errors of scripts, refusals of the page's policy. */
  readonly complaints: string[];
  readonly close: () => Promise<void>;
}

export interface Site {
  readonly url: string;
  readonly open: (hash?: string, options?: BrowserContextOptions) => Promise<Window>;
}

/** Call at the top of a test file; the result is there once its tests run. */
export function site(): Site {
  const server = pageServer(BUILT);
  let browser: Browser;
  let url = "";
  beforeAll(async () => {
    if (PATH === null) return;
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    url = `http://localhost:${(server.address() as AddressInfo).port}/`;
    browser = await chromium.launch({ executablePath: PATH, args: ARGS });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    server.close();
    server.closeAllConnections();
  });
  return {
    get url() {
      return url;
    },
    open: async (hash = "", options = {}) => {
      const context = await browser.newContext({
        viewport: { width: 1360, height: 900 },
        serviceWorkers: "block",
        permissions: ["clipboard-read", "clipboard-write"],
        reducedMotion: "reduce",
        ...options,
      });
      const page = await context.newPage();
      const requests: string[] = [];
      const complaints: string[] = [];
      context.on("request", (request) => requests.push(request.url()));
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("dialog", (dialog) => {
        complaints.push(`dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      page.on("console", (message) => {
        const text = message.text();
        if (["error", "warning"].includes(message.type()) && !text.includes("Service Worker registration blocked"))
          complaints.push(text);
      });
      await page.goto(url + hash);
      return { page, requests, complaints, close: () => context.close() };
    },
  };
}

export const note = (page: Page) => page.getByRole("textbox", { name: "Procedure note" });
/** The codes of the headline, as they stand. */
export const codes = async (page: Page): Promise<string[]> => page.locator(".headline .code").allTextContents();

/** Waits until the headline says exactly these codes. */
export async function answered(page: Page, ...wanted: string[]): Promise<void> {
  await page.waitForFunction(
    (list) => {
      const now = [...document.querySelectorAll(".headline .code")].map((e) => e.textContent);
      return document.querySelector(".headline") !== null && now.join() === list;
    },
    wanted.join(),
    { timeout: 8000 },
  );
}
