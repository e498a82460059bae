/** Kept, not kept, not said: what notes write of the picture. */
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { compileRulebook } from "../../rulebook/node/load.ts";
import type { Rulebook } from "../../rulebook/types.ts";
import type { GuidanceFact } from "../facts.ts";
import { makeReader } from "../read.ts";

const { book } = compileRulebook(fileURLToPath(new URL("../../../rulebook", import.meta.url)));
const read = makeReader(book as Rulebook);

function kept(sentence: string): boolean | null | undefined {
  const note = `PROCEDURE: Left knee joint injected under US guidance, 40 mg Kenalog and 4 mL lidocaine. ${sentence}`;
  return read(note).facts.find((f): f is GuidanceFact => f.kind === "guidance" && f.use === "guide")?.imageKept;
}

describe("the picture of the guidance", () => {
  it.each([
    "Images saved.",
    "Static images and cine in PACS.",
    "Clips archived.",
    "Picture printed to chart.",
    "Two stills pushed to PACS.",
    "Image printed and placed in the record.",
    "Before and after pics are on the system.",
    "Loop filed under today's encounter.",
    "Screenshot saved to the media tab.",
    "No complications, images saved.",
    "Images saved, no hematoma.",
  ])("was kept: %s", (sentence) => expect(kept(sentence)).toBe(true));

  it.each([
    "Images not saved.",
    "Image was not stored.",
    "Nothing saved.",
    "No stills.",
    "Did not save images.",
    "Images could not be saved.",
    "No recording made.",
    "Printer out of paper, no image.",
    "Images were not kept.",
  ])("was not kept: %s", (sentence) => expect(kept(sentence)).toBe(false));

  it.each([
    "Tolerated well.",
    "Nice image of the needle tip.",
    "MRI images in PACS reviewed.",
    "X-ray images from the outside clinic were uploaded.",
  ])("is not told of: %s", (sentence) => expect(kept(sentence)).toBeNull());

  it.each([
    ["Plan: Left knee joint injected today under US guidance, 40 mg Kenalog. Images archived.", true],
    ["Plan: Left knee joint injected today under US guidance, 40 mg Kenalog. Images will be archived next time.", null],
    ["PROCEDURE: Left knee joint injected under US guidance, 40 mg Kenalog.\n\nPlan: MRI, images to PACS.", null],
  ])("in a plan counts where it tells what was done: %s", (note, is) => {
    const guided = read(note).facts.find((f): f is GuidanceFact => f.kind === "guidance" && f.use === "guide");
    expect(guided?.imageKept).toBe(is);
  });
});
