/**
 * The pictures of docs/screens, from the built page: node web/test/screens.mjs. Looked at by a person, so no test; the page
 * must have been built (node scripts/setup.mjs --page).
 */
import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { findBrowser } from "../../scripts/browser.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const out = `${root}docs/screens/`;
const only = process.argv[2];
mkdirSync(out, { recursive: true });

const server = spawn(process.execPath, [`${root}dist/needlepoint.js`, "serve", "--port", "0"], { cwd: root });
const url = await new Promise((resolve) => server.stdout.on("data", (text) => resolve(/http:\S+/.exec(text)[0])));
const browser = await chromium.launch({
  executablePath: findBrowser(),
  args: ["--no-sandbox", "--disable-gpu", "--force-color-profile=srgb", "--font-render-hinting=none"],
});

const sample = (label) => (page) => page.getByRole("combobox", { name: "Pick a sample note" }).selectOption({ label });
const payer = async (page) => {
  await page.getByRole("combobox", { name: "Payer" }).fill("Medicare Part B");
  await page.getByRole("option", { name: "Medicare Part B", exact: true }).click();
  await page.getByRole("combobox", { name: "State" }).selectOption("FL");
  await page.locator(".verdict").waitFor();
};
const fill = (text) => (page) => page.getByRole("textbox", { name: "Procedure note" }).fill(text);

const SCREENS = {
  desk: {},
  "desk-dark": { dark: true, do: [sample("Both trapezii and supraspinatus")] },
  "desk-question": { do: [sample("Paraspinous list"), payer] },
  "desk-why": {
    do: [(page) => page.evaluate(() => document.querySelectorAll(".steps details").forEach((d) => (d.open = true)))],
    full: true,
  },
  "desk-empty": { do: [fill("")] },
  "desk-none": { do: [sample("Nothing injected")] },
  "desk-2002": { do: [(page) => page.locator(".era").nth(1).click()] },
  "desk-error": {
    do: [
      (page) =>
        page.getByTestId("file").setInputFiles({
          name: "scan.pdf",
          mimeType: "application/pdf",
          buffer: Buffer.from("%PDF-1.4 damaged"),
        }),
      (page) => page.locator('.said[data-bad="true"]').waitFor(),
    ],
  },
  "desk-phone": { width: 390, height: 844 },
  "desk-phone-dark": { width: 390, height: 844, dark: true, full: true, do: [sample("Paraspinous list")] },
  shortcuts: { do: [(page) => page.getByRole("button", { name: "Keyboard shortcuts" }).click()] },
  code: { hash: "#/library/codes/20553" },
  compare: { hash: "#/library/compare/20552/20560" },
  contested: { hash: "#/library/contested/cp-a" },
  "policies-dark": {
    hash: "#/library/policies",
    dark: true,
    do: [(page) => page.getByRole("button", { name: /^FL/ }).click()],
  },
  search: { hash: "#/library", do: [(page) => page.getByRole("searchbox").fill("muscle group or muscle")] },
  proof: { hash: "#/documents/proof" },
  query: { hash: "#/documents/query", first: [sample("Paraspinous list")] },
  template: { hash: "#/documents/template" },
  "library-phone": { hash: "#/library/codes/20552", width: 390, height: 844 },
};

for (const [name, s] of Object.entries(SCREENS)) {
  if (only !== undefined && !name.startsWith(only)) continue;
  const context = await browser.newContext({
    viewport: { width: s.width ?? 1360, height: s.height ?? 960 },
    colorScheme: s.dark ? "dark" : "light",
    reducedMotion: "reduce",
    serviceWorkers: "block",
  });
  const page = await context.newPage();
  await page.goto(url + (s.first ? "" : (s.hash ?? "")));
  await page.locator(".headline, .shelf h2, .paper").first().waitFor();
  for (const step of s.first ?? []) await step(page);
  if (s.first) await page.evaluate((hash) => (window.location.hash = hash), s.hash);
  for (const step of s.do ?? []) await step(page);
  await page.waitForTimeout(900);
  await page.screenshot({ path: `${out}${name}.png`, fullPage: s.full ?? false });
  await context.close();
}
await browser.close();
server.kill();
