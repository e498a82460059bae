/** Files dropped on the Desk, in every form; and notes that mean harm. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { docx, NOTE, pdf, rtf } from "../../src/formats/read/testing/make.ts";
import { answered, codes, hasBrowser, note, site } from "./page.ts";

const here = site();

/** Drops a file as a file manager does. */
async function drop(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([file, list]) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(list)], file));
      return data;
    },
    [name, [...bytes]] as const,
  );
  for (const type of ["dragover", "drop"]) await page.dispatchEvent(".pane.note", type, { dataTransfer: transfer });
}

describe.skipIf(!hasBrowser)("a dropped file", () => {
  it.each([
    ["note.txt", async () => new TextEncoder().encode(NOTE.join("\r\n"))],
    ["note.docx", docx],
    ["note.pdf", pdf],
    ["note.rtf", async () => rtf()],
  ])("%s becomes the note, and is answered", async (name, make) => {
    const { page, complaints, close } = await here.open();
    await answered(page, "20553");
    await drop(page, name, await make());
    await page.getByText(`${name} was read`).waitFor();
    const text = await note(page).inputValue();
    for (const line of NOTE.slice(0, 3)) expect(text).toContain(line);
    await answered(page, "20553");
    expect(complaints).toEqual([]);
    await close();
  });

  it("that is a scan is refused with what to do, and the note stays", async () => {
    const { page, close } = await here.open();
    await answered(page, "20553");
    const before = await note(page).inputValue();
    await drop(page, "scan.pdf", await pdf([[]]));
    await page.getByText(/no text: it is a scan.*NP6016/).waitFor();
    expect(await note(page).inputValue()).toBe(before);
    await close();
  });

  it("can be chosen instead of dropped", async () => {
    const { page, close } = await here.open();
    await page
      .getByTestId("file")
      .setInputFiles({ name: "n.txt", mimeType: "text/plain", buffer: Buffer.from("Left trapezius injected.") });
    await answered(page, "20552");
    await close();
  });
});

describe.skipIf(!hasBrowser)("a hostile note", () => {
  it("is text, whatever it looks like", async () => {
    const { page, complaints, close } = await here.open();
    await note(page).fill(
      'Trigger points injected: left trapezius<img src=x onerror="alert(1)"><script>alert(2)</script> [x](javascript:alert(3)) {{7*7}} \u0000\ufffe',
    );
    await answered(page, "20552");
    await page.getByRole("link", { name: "Documents" }).click();
    await page.locator(".paper").waitFor();
    expect(await page.locator("img, iframe, .backdrop script, .paper script, a[href^=javascript]").count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });

  it("that turns the direction of writing is said to, and put right on request", async () => {
    const { page, close } = await here.open();
    await note(page).fill("Trigger point injected: \u202eleft\u202c trapezius.");
    await page.getByText("2 invisible direction characters").waitFor();
    await page.getByRole("button", { name: "Remove them" }).click();
    expect(await note(page).inputValue()).toBe("Trigger point injected: left trapezius.");
    await answered(page, "20552");
    await close();
  });

  it("of a megabyte is answered, and the page goes on answering", async () => {
    const { page, close } = await here.open();
    await answered(page, "20553");
    const line =
      "Injected left trapezius, right levator scapulae (x3) and <b>bilateral</b> rhomboids with lidocaine.\n";
    await page.evaluate((t) => navigator.clipboard.writeText(t), line.repeat(Math.ceil(1_048_576 / line.length)));
    await note(page).focus();
    await page.keyboard.press("Control+A");
    await page.keyboard.press("Control+V");
    await page.waitForFunction(
      () => Number(document.getElementById("answer")?.dataset["answers"]) > 1_000_000,
      undefined,
      { timeout: 20_000 },
    );
    expect(await codes(page)).toEqual(["20553"]);
    const busy = await page.evaluate(async () => {
      const started = performance.now();
      await new Promise((done) => setTimeout(done, 0));
      return performance.now() - started;
    });
    expect(busy).toBeLessThan(500);
    await note(page).fill("Left trapezius injected.");
    await answered(page, "20552");
    expect(await codes(page)).toEqual(["20552"]);
    await close();
  });
});
