/** Library, documents, keys, paper: the rest of the page as it is used. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { readDocument } from "../../src/formats/read/read.ts";
import { answered, hasBrowser, note, site } from "./page.ts";

const here = site();
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent || "");

describe.skipIf(!hasBrowser)("the library", () => {
  it("finds by words, with a slip of the finger, and leads to the place", async () => {
    const { page, close } = await here.open("#/library");
    await page.getByRole("searchbox", { name: "Search the library" }).fill("left and rihgt trapezius");
    const first = page.locator(".results > li").first();
    await first.waitFor();
    expect(await first.textContent()).toMatch(/left and the right/);
    await first.getByRole("link").click();
    await page.locator("#entry-cp-a[open]").waitFor();
    await close();
  });

  it("shows the rules of imaging and drug codes too", async () => {
    const { page, close } = await here.open("#/library/codes/76942");
    await page.getByRole("heading", { name: /76942 Guidance by ultrasound/ }).waitFor();
    await close();
  });

  it("shows every edition of a code on a timeline, newest first, with who wrote it", async () => {
    const { page, close } = await here.open("#/library/codes/20552");
    await page.locator(".editions > li").first().waitFor();
    const spans = await page.locator(".editions > li > h3").allTextContents();
    expect(spans.at(-1)).toContain("2002-01-01");
    expect([...spans].sort().toReversed()).toEqual(spans);
    await page.locator(".editions details summary").last().click();
    expect(await page.locator(".editions > li").last().textContent()).toMatch(/AMA/);
    await close();
  });

  it("sets two codes side by side by the rules of a day", async () => {
    const { page, close } = await here.open("#/library/compare/20552/20553");
    const row = page.getByRole("row", { name: /^Counts/ });
    await row.waitFor();
    expect(await row.getByRole("cell").allTextContents()).toEqual(["muscle", "muscle"]);
    await page.getByLabel("On", { exact: true }).fill("2002-06-01");
    expect(await row.getByRole("cell").allTextContents()).toEqual(["muscle group", "muscle group"]);
    await close();
  });

  it("gives a state's documents, and says that none known is not none", async () => {
    const { page, close } = await here.open("#/library/policies");
    await page.getByRole("button", { name: /^FL:/ }).click();
    const all = page.locator(".entry");
    await expect.poll(() => all.allTextContents().then((t) => t.join(" "))).toContain("L33912");
    expect((await all.allTextContents()).join(" ")).not.toContain("L34211");
    await page.getByLabel("Payer or words").fill("no such payer anywhere");
    await page.getByText("That is not the same as no policy").waitFor();
    await close();
  });

  it("shows each source with how far it was read, and what rests on it", async () => {
    const { page, close } = await here.open("#/library/sources/cpt-changes-2003");
    const entry = page.locator("#entry-cpt-changes-2003[open]");
    await entry.waitFor();
    expect(await entry.textContent()).toMatch(/AMA.*Cited by.*20552/s);
    await close();
  });

  it("answers the wrong advice that circulates", async () => {
    const { page, close } = await here.open("#/library/beliefs");
    const entry = page.locator(".entry").first();
    await entry.locator("summary").click();
    expect(await entry.textContent()).toMatch(/What holds/);
    await close();
  });
});

describe.skipIf(!hasBrowser)("documents", () => {
  it("previews the proof sheet of the note, and copies it as clean text", async () => {
    const { page, close } = await here.open("#/documents/proof");
    await page.locator(".paper").waitFor();
    expect(await page.locator(".paper").textContent()).toContain("20553");
    await page.getByRole("button", { name: "Copy as text" }).click();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toMatch(/20553 x1/);
    expect(text.split("\n").every((line) => line.length <= 80 && line === line.trimEnd())).toBe(true);
    await close();
  });

  it("asks what the note leaves open, and has nothing to ask where all is said", async () => {
    const { page, close } = await here.open("#/documents/query");
    await page.locator(".sheet-of-paper .empty").waitFor();
    await page.getByRole("link", { name: "Desk" }).click();
    await page.getByRole("combobox", { name: "Pick a sample note" }).selectOption({ label: "Paraspinous list" });
    await page.getByRole("link", { name: "Documents" }).click();
    await page.getByRole("link", { name: "Question to the provider" }).click();
    await page.getByRole("heading", { name: "Question to the provider" }).waitFor();
    expect(await page.locator(".paper").textContent()).not.toMatch(/\b2055\d\b/);
    await close();
  });

  it("writes the letter against a denial, or says why there is nothing to appeal", async () => {
    const { page, close } = await here.open("#/documents/appeal");
    await page.locator(".paper").waitFor();
    const titles = new Set<string>();
    const reasons = page.getByRole("combobox", { name: "Reason of the denial" });
    for (const value of await reasons.locator("option").evaluateAll((all) => all.map((o) => o.getAttribute("value")))) {
      await reasons.selectOption(value);
      await page.locator(".paper header h2").waitFor();
      titles.add((await page.locator(".paper header h2").textContent()) ?? "");
    }
    expect(titles.size).toBeGreaterThan(1);
    await close();
  });

  it("writes a template of a family, and the years of a note", async () => {
    const { page, close } = await here.open("#/documents/template");
    await page.locator(".paper").waitFor();
    await page.getByRole("combobox", { name: "Procedure" }).selectOption({ label: "Dry needling" });
    await page.getByRole("heading", { name: /What the note must show: dry needling/ }).waitFor();
    await page.getByRole("link", { name: "Across the years" }).click();
    await page.getByRole("cell", { name: /20550/ }).first().waitFor();
    await close();
  });

  it.each([
    ["Web page (.html)", /\.html$/, /^<!doctype html>/],
    ["Markdown (.md)", /\.md$/, /^# /],
    ["Text (.txt)", /\.txt$/, /20553 x1/],
  ])("are downloaded as %s, named after what they are and nothing of the note", async (button, name, begins) => {
    const { page, close } = await here.open("#/documents/proof");
    await page.locator(".paper").waitFor();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: button }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^needlepoint-proof-\d{4}-\d\d-\d\d/);
    expect(file.suggestedFilename()).toMatch(name);
    const parts: Buffer[] = [];
    for await (const part of await file.createReadStream()) parts.push(part as Buffer);
    expect(Buffer.concat(parts).toString()).toMatch(begins);
    await close();
  });
});

describe.skipIf(!hasBrowser)("on paper", () => {
  const printed = async (page: Page): Promise<string> => {
    const read = await readDocument(new Uint8Array(await page.pdf()));
    if (read.kind === "refused") throw new Error(read.finding.reason);
    return read.text;
  };

  it("the Desk prints the note with its marks and the answer, and none of its buttons", async () => {
    const { page, close } = await here.open();
    await answered(page, "20553");
    const text = await printed(page);
    expect(text).toMatch(/thoracic trapezius/);
    expect(text).toMatch(/20553/);
    expect(text).toMatch(/3 to 4 muscles/);
    expect(text).not.toMatch(/Open a file|Keep on this device|Copy answer/);
    await close();
  });

  it("a document prints alone, on one page", async () => {
    const { page, close } = await here.open("#/documents/proof");
    await page.locator(".paper").waitFor();
    const pdf = await page.pdf();
    expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    const text = await printed(page);
    expect(text).toMatch(/20553/);
    expect(text).not.toMatch(/Needlepoint\n|Library|Copy as text|trademark/);
    await close();
  });
});

describe.skipIf(!hasBrowser)("by keyboard alone", () => {
  it("goes from the head to the answer, through note, marks and choices", async () => {
    const { page, close } = await here.open();
    await answered(page, "20553");
    const press = async (...keys: string[]): Promise<void> => {
      for (const key of keys) await page.keyboard.press(key);
    };
    await press("Tab");
    expect(await focused(page)).toContain("Skip to the answer");
    await press("Enter");
    expect(await focused(page)).toBe("answer");
    await press("n");
    expect(await focused(page)).toBe("note");
    await press("Control+Home", "F8");
    await expect.poll(() => page.locator(".why-marked").textContent()).toContain("Mark 1 of");
    await press("F8");
    await expect.poll(() => page.locator(".why-marked").textContent()).toContain("Mark 2 of");
    await press("Shift+F8");
    await expect.poll(() => page.locator(".why-marked").textContent()).toContain("Mark 1 of");
    await press("Control+Enter");
    expect(await focused(page)).toBe("answer");
    await press("[", "[", "[", "[");
    await answered(page, "20552");
    await press("d");
    expect(await focused(page)).toBe("date");
    await press("Escape");
    await page.locator("#answer").focus();
    await press("]");
    await answered(page, "20553");
    await press("?");
    await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
    await press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    await press("2");
    await page.getByRole("heading", { name: "Codes" }).waitFor();
    await press("/");
    await expect.poll(() => focused(page)).toBe("search");
    await press("3");
    expect(await page.getByRole("searchbox").inputValue()).toBe("3");
    await close();
  });

  it("can do without single keys", async () => {
    const { page, close } = await here.open();
    await answered(page, "20553");
    await page.keyboard.press("?");
    await page.getByRole("switch", { name: "Single-key shortcuts" }).focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    await page.keyboard.press("2");
    expect(page.url()).not.toContain("library");
    await close();
  });

  it("chooses a position of a contested point", async () => {
    const { page, close } = await here.open();
    await note(page).fill("Trigger points injected: bilateral trapezius and right supraspinatus, 1 cc lidocaine.");
    await answered(page, "20553");
    await page.locator('input[name="cp-a"]').first().focus();
    await page.keyboard.press("ArrowDown");
    await answered(page, "20552");
    await close();
  });
});
