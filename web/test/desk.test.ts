/** The Desk as a coder uses it. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { answered, codes, hasBrowser, note, site } from "./page.ts";

const here = site();
const sample = (page: Page, name: string): Promise<unknown> =>
  page.getByRole("combobox", { name: "Pick a sample note" }).selectOption({ label: name });
const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

describe.skipIf(!hasBrowser)("the note and its answer", () => {
  it("opens with a sample that is answered, every counted structure marked in place", async () => {
    const { page, close } = await here.open();
    await answered(page, "20553");
    expect(await page.locator('mark[data-tone="counted"]:visible').allTextContents()).toEqual(
      expect.arrayContaining(["thoracic trapezius", "rhomboids", "supraspinatus"]),
    );
    expect(await page.getByText("3 to 4 muscles").isVisible()).toBe(true);
    await close();
  });

  it("answers what is pasted", async () => {
    const { page, close } = await here.open();
    await answered(page, "20553");
    const text = "Trigger point injection into the left trapezius, 1 cc of lidocaine.";
    await page.evaluate((t) => navigator.clipboard.writeText(t), text);
    await note(page).focus();
    await page.keyboard.press("Control+A");
    await page.keyboard.press("Control+V");
    await answered(page, "20552");
    expect(await note(page).inputValue()).toBe(text);
    await close();
  });

  it("answers each keystroke, and the last one wins", async () => {
    const { page, close } = await here.open();
    await note(page).fill("");
    await page.getByText("No note yet").waitFor();
    const words = "Trigger points injected: left trapezius, left rhomboid major, left supraspinatus.";
    await note(page).pressSequentially(words, { delay: 1 });
    await answered(page, "20553");
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.press("Delete");
    await page.getByText("No note yet").waitFor();
    await close();
  });

  it("keeps marks on their words while one types before them", async () => {
    const { page, close } = await here.open();
    await answered(page, "20553");
    await note(page).focus();
    await page.keyboard.press("Control+Home");
    await page.keyboard.type("Seen today. ");
    await answered(page, "20553");
    expect(await page.locator('mark[data-tone="counted"]:visible').first().textContent()).toBe("thoracic trapezius");
    await close();
  });

  it("tells why a word is marked, under the pointer and at the cursor", async () => {
    const { page, close } = await here.open();
    await answered(page, "20553");
    await page.locator("mark", { hasText: "supraspinatus" }).hover({ force: true });
    const why = page.locator(".why-marked");
    await expect.poll(() => why.textContent()).toContain("Counted: left supraspinatus.");
    await page.mouse.move(0, 0);
    await note(page).focus();
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("F8");
    await page.keyboard.press("F8");
    await expect.poll(() => why.textContent()).toContain("left trapezius");
    await close();
  });

  it("marks what was only seen more quietly, and lists it by why it does not count", async () => {
    const { page, close } = await here.open();
    await sample(page, "Nothing injected");
    await page.getByText("No code", { exact: true }).waitFor();
    expect(await page.locator('mark[data-tone="seen"]').count()).toBeGreaterThan(2);
    await page.getByRole("button", { name: "left levator scapulae. Show in the note, line 4" }).click();
    expect(await selected(page)).toBe("levator scapulae");
    await close();
  });

  it("shows where a counted muscle stands", async () => {
    const { page, close } = await here.open();
    await answered(page, "20553");
    await page.getByRole("button", { name: /left rhomboids.*line 7/ }).click();
    expect(await selected(page)).toBe("rhomboids");
    await close();
  });
});

const selected = (page: Page): Promise<string> =>
  note(page).evaluate((e: HTMLTextAreaElement) => e.value.slice(e.selectionStart, e.selectionEnd));

describe.skipIf(!hasBrowser)("what is known beside the note", () => {
  it("slides over the editions, and says what changed", async () => {
    const { page, close } = await here.open();
    const slider = page.getByRole("slider", { name: "Edition of the rules" });
    await slider.waitFor();
    await slider.focus();
    await page.keyboard.press("Home");
    await answered(page, "20550");
    await page.keyboard.press("ArrowRight");
    await answered(page, "20552");
    expect(await page.locator(".timeline-why").textContent()).toMatch(/2002-01-01 to 2003-01-01.*20550 became 20552/);
    expect(await page.getByLabel("Date of service").inputValue()).toBe("2002-01-01");
    await page.keyboard.press("ArrowRight");
    await answered(page, "20553");
    expect(await page.locator(".timeline-why").textContent()).toContain("muscle replaces the muscle group");
    await page.getByRole("button", { name: "Use the note's date" }).click();
    await expect.poll(() => page.getByLabel("Date of service").inputValue()).toBe("2025-06-02");
    await close();
  });

  it("takes the organisation's choice on a contested point, and keeps it for the next note", async () => {
    const { page, close } = await here.open();
    await sample(page, "Both trapezii and supraspinatus");
    await answered(page, "20553");
    await page.getByRole("radio", { name: /20552.*One\. The name counts/s }).check();
    await answered(page, "20552");
    await note(page).press("Control+End");
    await page.keyboard.type(" Done.");
    await answered(page, "20552");
    await page.getByRole("radio", { name: /20553.*Two\./s }).check();
    await answered(page, "20553");
    await close();
  });

  it("shows what a payer says on a card of its own, and never changes the code for it", async () => {
    const { page, close } = await here.open();
    await answered(page, "20553");
    await page.getByRole("combobox", { name: "Payer" }).fill("Medicare Part B");
    await page.getByRole("option", { name: "Medicare Part B", exact: true }).click();
    await page.getByRole("combobox", { name: "State" }).selectOption("FL");
    await page.getByRole("heading", { name: /Coverage: Medicare Part B, FL/ }).waitFor();
    expect(await codes(page)).toEqual(["20553"]);
    expect(await page.locator(".verdict").textContent()).toMatch(/Likely covered|Not covered|Cannot tell/);
    await close();
  });

  it("opens each step to the rule, its source and its tier, and leads to the library", async () => {
    const { page, close } = await here.open();
    await answered(page, "20553");
    const step = page.locator('.steps > li[data-outcome="true"]').first();
    await step.locator("summary").click();
    expect(await step.textContent()).toMatch(
      /in force from 2020-01-01.*CPT Changes 2003.*AMA.*families\/trigger-point\.yaml/s,
    );
    await step.getByRole("link", { name: "Open in the library" }).click();
    await page.getByRole("heading", { name: /20553 Trigger points/ }).waitFor();
    await close();
  });

  it("shows a muscle of the map in the note, and a word of the note on the map", async () => {
    const { page, close } = await here.open();
    await answered(page, "20553");
    const trapezius = page.locator('.bm-back [role="button"][aria-label^="left trapezius"]').first();
    await trapezius.focus();
    await page.keyboard.press("Enter");
    expect(await selected(page)).toBe("thoracic trapezius");
    await expect.poll(() => trapezius.getAttribute("aria-pressed")).toBe("true");
    await page.getByRole("button", { name: /left supraspinatus.*line 8/ }).click();
    const supraspinatus = page.locator('.bm-back [role="button"][aria-label^="left supraspinatus"]').first();
    await expect.poll(() => supraspinatus.getAttribute("aria-pressed")).toBe("true");
    expect(await trapezius.getAttribute("aria-pressed")).toBe("false");
    await close();
  });
});

describe.skipIf(!hasBrowser)("out of the Desk", () => {
  it("copies the answer as plain text", async () => {
    const { page, close } = await here.open();
    await answered(page, "20553");
    await page.getByRole("button", { name: "Copy answer" }).click();
    await page.getByText("Copied").waitFor();
    const text = await clipboard(page);
    expect(text).toMatch(/^20553 x1 /);
    expect(text).not.toMatch(/[<>\t\u00a0]/);
    await close();
  });

  it("copies a question that names no code and no count", async () => {
    const { page, close } = await here.open();
    await sample(page, "Paraspinous list");
    const question = page.locator(".question").last();
    await question.waitFor();
    await question.getByRole("button", { name: "Copy question" }).click();
    await expect.poll(() => clipboard(page)).toMatch(/Please name the muscle/);
    expect(await clipboard(page)).not.toMatch(/\b205\d\d\b|three or more|CPT/);
    await close();
  });
});
