/** Can everybody use it: axe on each view in both schemes, small and enlarged windows, no motion for those who want none. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { answered, hasBrowser, note, site } from "./page.ts";

const here = site();
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Each fault as "rule: element". What does not depend on colours is looked at once. */
async function faults(page: Page, scheme: "light" | "dark"): Promise<string[]> {
  await page.evaluate(AXE);
  const look = scheme === "light" ? { runOnly: TAGS } : { runOnly: ["color-contrast", "link-in-text-block"] };
  return page.evaluate(async (options) => {
    interface Axe {
      run(o: object): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
    }
    const { violations } = await (window as unknown as { axe: Axe }).axe.run(options);
    return violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.html.slice(0, 160)} ${n.failureSummary ?? ""}`));
  }, look);
}

const sample = (name: string) => async (page: Page) => {
  await page.getByRole("combobox", { name: "Pick a sample note" }).selectOption({ label: name });
  await page.locator(".headline").waitFor();
};

/** Address and what is done there before axe looks, one after the other in one window. */
const STATES: readonly (readonly [name: string, hash: string, prepare?: (page: Page) => Promise<unknown>])[] = [
  ["Desk", ""],
  [
    "Desk with a question, coverage and every step open",
    "",
    async (page) => {
      await sample("Paraspinous list")(page);
      await page.getByRole("combobox", { name: "Payer" }).fill("Medicare Part B");
      await page.getByRole("option", { name: "Medicare Part B", exact: true }).click();
      await page.getByRole("combobox", { name: "State" }).selectOption("FL");
      await page.locator(".verdict").waitFor();
      await page.evaluate(() => document.querySelectorAll("details").forEach((d) => (d.open = true)));
    },
  ],
  ["Desk with drugs and diagnoses", "", sample("Trigger finger")],
  ["Desk without an answer", "", sample("Nothing injected")],
  ["Desk without a note", "", (page) => note(page).fill("")],
  ["Desk with the list of payers open", "", (page) => page.getByRole("combobox", { name: "Payer" }).click()],
  [
    "shortcuts",
    "",
    async (page) => {
      await sample("Three muscles")(page);
      await page.getByRole("button", { name: "Keyboard shortcuts" }).click();
    },
  ],
  ["codes", "#/library/codes"],
  ["a code", "#/library/codes/20553"],
  ["compare", "#/library/compare"],
  ["contested", "#/library/contested/cp-a"],
  ["beliefs", "#/library/beliefs"],
  ["policies", "#/library/policies/l33912"],
  ["sources", "#/library/sources/cpt-changes-2003"],
  ["search", "#/library", (page) => page.getByRole("searchbox").fill("image kept")],
  ["proof", "#/documents/proof"],
  ["no question", "#/documents/query"],
  ["appeal", "#/documents/appeal"],
  ["years", "#/documents/across"],
  ["template", "#/documents/template"],
];

const READY = ".headline, .desk .empty, .shelf h2, .paper, .sheet-of-paper .empty";

describe.skipIf(!hasBrowser)("axe finds nothing", () => {
  it.each(["light", "dark"] as const)("in %s, on any view", { timeout: 120_000 }, async (colorScheme) => {
    const { page, close } = await here.open("", { colorScheme });
    const found: string[] = [];
    for (const [name, hash, prepare] of STATES) {
      await page.evaluate((to) => (window.location.hash = to), hash === "" ? "#/desk" : hash);
      await page.locator(READY).first().waitFor();
      await prepare?.(page);
      await page.waitForTimeout(60);
      found.push(...(await faults(page, colorScheme)).map((fault) => `${name}: ${fault}`));
      // Closes what was opened.
      await page.keyboard.press("Escape");
    }
    expect(found).toEqual([]);
    await close();
  });
});

describe.skipIf(!hasBrowser)("small and enlarged windows", () => {
  it.each([
    ["a phone", 375],
    ["320 pixels, as 1280 enlarged four times", 320],
    ["640 pixels, as 1280 enlarged twice", 640],
  ])("%s: nothing runs out of the window sideways", async (_, width) => {
    const { page, close } = await here.open("", { viewport: { width, height: 800 } });
    for (const hash of [
      "",
      "#/library/codes/20552",
      "#/library/policies",
      "#/library/compare",
      "#/documents/proof",
      "#/documents/across",
    ]) {
      await page.goto(here.url + hash);
      await page.locator(".headline, .shelf h2, .paper").first().waitFor();
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(over, hash).toBeLessThanOrEqual(0);
    }
    await close();
  });

  it("targets of a pointer are 24 pixels or apart", async () => {
    const { page, close } = await here.open("", { viewport: { width: 375, height: 800 } });
    await answered(page, "20553");
    const small = await page
      .locator("main button:visible, main select:visible, main input:visible:not([type=radio])")
      .evaluateAll((all) =>
        all
          .filter((e) => !e.classList.contains("link") && e.getAttribute("type") !== "range")
          .filter((e) => !["switch", "checkbox"].includes(e.getAttribute("role") ?? ""))
          .map((e) => ({ r: e.getBoundingClientRect(), t: e.outerHTML.slice(0, 80) }))
          .filter(({ r }) => r.width < 24 || r.height < 24)
          .map(({ t }) => t),
      );
    expect(small).toEqual([]);
    await close();
  });
});

describe.skipIf(!hasBrowser)("for other senses", () => {
  it("moves nothing for those who asked for no motion", async () => {
    const { page, close } = await here.open("", { reducedMotion: "reduce" });
    await answered(page, "20553");
    const moving = await page.evaluate(
      () =>
        [...document.querySelectorAll("*")].filter((e) => {
          const { transitionDuration, animationName, transitionProperty } = getComputedStyle(e);
          return animationName !== "none" || (transitionProperty !== "none" && /[1-9]/.test(transitionDuration));
        }).length,
    );
    expect(moving).toBe(0);
    await close();
  });

  it("names marks, map and slider for those who hear the page", async () => {
    const { page, close } = await here.open();
    await answered(page, "20553");
    for (const name of [/left trapezius\s+line 6\s+Show in the note/, /left trapezius: injected\. Show it in the note/])
      await page.getByRole("button", { name }).first().waitFor();
    expect(await page.getByRole("slider").getAttribute("aria-valuetext")).toMatch(/2020-01-01 to today: 20553/);
    expect(await page.locator('.headline[aria-live="polite"]').count()).toBe(1);
    await close();
  });
});
