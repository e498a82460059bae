/** The body map draws what the note can name, and hides nothing. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Rulebook } from "../../../src/rulebook/types.ts";
import { BODY_FIGURES, INSETS, holdsMark, isDrawn, shownAt, shownOn, type Mark } from "./marks.ts";
import { bothHalves, closed } from "./shape.ts";

const book = JSON.parse(readFileSync(new URL("../../../dist/rulebook.json", import.meta.url), "utf8")) as Rulebook;
const figures = [...BODY_FIGURES, ...INSETS];
const mark = (id: string, more: Partial<Mark> = {}): Mark => ({
  id,
  side: "left",
  state: "injected",
  name: `left ${id}`,
  ...more,
});

describe("the figures", () => {
  it("draw every muscle commonly named in these notes", () => {
    const common = Object.values(book.structures).filter((s) => s.kind === "muscle" && s.common === true);
    expect(common.length).toBeGreaterThan(90);
    expect(common.filter((s) => !isDrawn(mark(s.id))).map((s) => s.id)).toEqual([]);
  });

  it("draw nothing that the rulebook does not know as a muscle", () => {
    const ids = figures.flatMap((f) => f.muscles.map((m) => m.id));
    expect(ids.filter((id) => book.structures[id]?.kind !== "muscle")).toEqual([]);
  });

  it("draw a muscle once a figure and inside its frame", () => {
    for (const figure of figures) {
      const ids = figure.muscles.map((m) => m.id);
      expect(new Set(ids).size, figure.id).toBe(ids.length);
      const [left, top, width, height] = figure.viewBox.split(" ").map(Number) as [number, number, number, number];
      for (const { id, shape } of figure.muscles)
        for (const word of shape.replaceAll("!", "").split(" ")) {
          const [x, y] = word.split(",").map(Number) as [number, number];
          expect(x >= left && x <= left + width && y >= top && y <= top + height, `${figure.id} ${id} ${word}`).toBe(
            true,
          );
        }
    }
  });
});

describe("marks", () => {
  it("mark the side that is named, on that side alone", () => {
    const shown = shownOn([mark("trapezius")]);
    expect(shownAt(shown, "trapezius", "left")?.state).toBe("injected");
    expect(shownAt(shown, "trapezius", "right")).toBeUndefined();
  });

  it("mark both sides as uncertain when no side is given", () => {
    const shown = shownOn([mark("trapezius", { side: "unspecified" })]);
    expect(["left", "right"].map((h) => shownAt(shown, "trapezius", h as "left")?.state)).toEqual([
      "uncertain",
      "uncertain",
    ]);
  });

  it("mark the members of a group word as uncertain: the word does not say which", () => {
    const shown = shownOn([mark("rhomboids", { members: ["rhomboid-major", "rhomboid-minor"] })]);
    expect(shownAt(shown, "rhomboid-minor", "left")?.state).toBe("uncertain");
  });

  it("let an injected muscle win over the same muscle examined", () => {
    const shown = shownOn([mark("trapezius"), mark("trapezius", { state: "examined" })]);
    expect(shownAt(shown, "trapezius", "left")?.state).toBe("injected");
  });

  it("tell what has no drawing, for the list beside the map", () => {
    expect(isDrawn(mark("stapedius"))).toBe(false);
    expect(isDrawn(mark("rhomboids", { members: ["rhomboid-major"] }))).toBe(true);
  });

  it("call for an inset only when it holds something", () => {
    const shown = shownOn([mark("quadratus-plantae")]);
    expect(INSETS.filter((f) => holdsMark(f, shown)).map((f) => f.id)).toEqual(["sole"]);
  });
});

describe("shapes", () => {
  it("pass through their points, and mirror at the midline", () => {
    expect(closed("1,2! 5,2! 3,6!")).toBe("M1 2C1 2 5 2 5 2C5 2 3 6 3 6C3 6 1 2 1 2Z");
    expect(closed("1,2! 5,2! 3,6!", true)).toBe("M-1 2C-1 2 -5 2 -5 2C-5 2 -3 6 -3 6C-3 6 -1 2 -1 2Z");
  });

  it("join two halves without a seam on the midline", () => {
    expect(bothHalves("0,0! 4,2! 0,6!")).toBe("M0 0C0 0 4 2 4 2C4 2 0 6 0 6C0 6 -4 2 -4 2C-4 2 0 0 0 0Z");
  });
});
