/** What people have been told, shown where the note or the claim exhibits it. */
import { describe, expect, it } from "vitest";
import type { BilledLine } from "../coding/determination.ts";
import { standingOf } from "./belief-words.ts";
import { beliefsFor, signsOf } from "./heard.ts";
import { book, decide, determined } from "./testing/cases.ts";

const line = (code: string, units = 1, modifiers: readonly string[] = []): BilledLine => ({ code, units, modifiers });
const heard = (note: string, ...billed: readonly BilledLine[]): readonly string[] =>
  beliefsFor(decide({ note, dateOfService: "2025-06-02", billed }), book, billed).map((b) => b.id);
const ONE = "PROCEDURE: Trigger point injection of the left trapezius with 1 cc of 1% lidocaine.";

describe("beliefs", () => {
  it.each([
    ["twelve injections into one muscle", determined("twelve-injections-one-muscle").note, [], "per-injection"],
    ["levels charted for muscles", determined("paraspinous-list").note, [], "per-level"],
    ["more units than one", ONE, [line("20552", 4)], "per-injection"],
    ["a second line with 59", ONE, [line("20552"), line("20552", 1, ["59"])], "second-line-with-59"],
    ["both codes at once", ONE, [line("20552"), line("20553")], "one-line-per-muscle"],
    ["modifier 50", ONE, [line("20552", 1, ["50"])], "sides-need-modifier-50"],
    ["RT", ONE, [line("20552", 1, ["RT"])], "rt-lt-on-20553"],
    ["96372 for the drug", ONE, [line("20552"), line("96372")], "96372-for-the-drug"],
    ["J2001 for the lidocaine", ONE, [line("20552"), line("J2001")], "lidocaine-j2001"],
    ["a visit with 25", ONE, [line("20552"), line("99213", 1, ["25"])], "visit-always-with-injection"],
    ["the higher code", ONE, [line("20553")], "steroid-makes-it-20553"],
    ["printed in the note", `CPT: 20553\n${ONE}`, [], "steroid-makes-it-20553"],
  ])("%s", (_, note, billed, id) => expect(heard(note, ...billed)).toContain(id));

  it("guidance that was done and left off the claim", () => {
    const note = `${ONE}\nUltrasound guidance was used; an image was saved and shows the needle in the muscle.`;
    expect(heard(note, line("20552"))).toContain("guidance-is-bundled");
  });

  it("two at most, and none on a plain note", () => {
    expect(heard(ONE)).toEqual([]);
    expect(heard(ONE, line("20553", 4, ["50", "RT", "59"]), line("96372"), line("J2001"))).toHaveLength(2);
  });

  it("every sign that a belief names is one that can be found", () => {
    const known =
      /^(?:claimed|units)-[a-z0-9]{2,5}$|^together-[a-z0-9]{5}-[a-z0-9]{5}$|^(?:guidance-left-out|many-injections-few-muscles|levels|sides-decide|group-word|parts|groups)$/;
    for (const b of book.beliefs) for (const sign of b.shownBy ?? []) expect(sign).toMatch(known);
    expect([...signsOf(decide({ note: ONE }), [])]).toEqual([]);
  });

  it("answers every belief that people were heard to hold: who says it, since when it is wrong, what to say", () => {
    const held = [
      "eight-muscle-groups",
      "muscle-groups-are-counted",
      "per-injection",
      "per-level",
      "second-line-with-59",
      "96372-for-the-drug",
      "sides-need-modifier-50",
      "guidance-is-bundled",
      "lidocaine-j2001",
      "needle-is-an-injection",
      "rt-lt-on-20553",
      "trigger-finger-is-a-trigger-point",
      "visit-always-with-injection",
      "one-line-per-muscle",
    ];
    for (const id of held) {
      const belief = book.beliefs.find((b) => b.id === id);
      expect(belief?.answer, id).toBeTruthy();
      expect(belief!.saidBy.length + belief!.cite.length, id).toBeGreaterThan(0);
    }
  });
});

describe("beside a belief's answer", () => {
  const words = (id: string): string =>
    standingOf(
      book.beliefs.find((b) => b.id === id)!,
      book,
    );
  it("stands since when it is wrong, and who says it", () => {
    expect(words("per-injection")).toMatch(/^Wrong since 2002-01-01\. Nobody with authority says it\. Heard in: /);
    expect(words("muscle-groups-are-counted")).toMatch(/^So it was before 2003-01-01\. Heard in: /);
  });
  it("stands that no page is known, or that a government page is heard in it", () => {
    expect(words("96372-for-the-drug")).toBe("Nobody with authority says it. No page that says it is known here.");
    expect(words("guidance-is-bundled")).toMatch(/Heard in: LCD L36859 .*coverage and not code/);
  });
});
