import { describe, expect, it } from "vitest";
import type { Family, Rulebook } from "../rulebook/types.ts";
import { makeDecider } from "./decide.ts";
import { smallBook } from "./small-book.ts";
import { answer } from "./small-decide.ts";
import { injected } from "./small-facts.ts";

const on = (book: Rulebook, date: string, ...facts: readonly ReturnType<typeof injected>[]) =>
  makeDecider(book)(facts, { date });
/** The small book with one family changed. */
const withFamily = (id: string, change: (family: Family) => Family): Rulebook => ({
  ...smallBook,
  families: smallBook.families.map((f) => (f.id === id ? change(f) : f)),
});

describe("a rulebook on a day", () => {
  it("fires no rule whose code has no edition in force, and says so", () => {
    const codes = { ...smallBook.codes, "20552": { ...smallBook.codes["20552"]!, editions: [] } };
    const d = on({ ...smallBook, codes }, "2025-06-02", injected("trapezius"));
    expect(d.lines).toEqual([]);
    expect(d.status).toBe("query");
    expect(d.findings.map((f) => f.code)).toEqual(["NP3034", "NP3031"]);
  });

  it("knows no rule of a family outside the dates it covers", () => {
    const book = withFamily("joint", (f) => ({ ...f, coverage: { from: "2010-01-01", until: null } }));
    expect(answer(on(book, "2009-12-31", injected("knee")))).toBe("none");
    expect(answer(on(book, "2010-01-01", injected("knee")))).toBe("determined 20610-LT");
  });

  it("declares the gaps of a family, and a review that is due", () => {
    const gaps = [{ id: "g", says: "add-on lines", family: "joint", because: "no source" }];
    const book = { ...withFamily("joint", (f) => ({ ...f, reviewBy: "2025-06-02" })), gaps };
    expect(on(book, "2025-06-02", injected("knee")).findings.map((f) => f.code)).toEqual(["NP3030", "NP3032"]);
    expect(on(book, "2025-06-01", injected("knee")).findings.map((f) => f.code)).toEqual(["NP3030"]);
    expect(on(book, "2025-06-02", injected("trapezius")).findings).toEqual([]);
  });

  it("reports the least, and both rules, when two of them apply and disagree", () => {
    const book = withFamily("trigger-point", (f) => ({
      ...f,
      editions: f.editions.map((e) => ({ ...e, rows: e.rows.map((r) => ({ ...r, when: [] })) })),
    }));
    const d = on(book, "2025-06-02", injected("trapezius"));
    expect(answer(d)).toBe("query 20552");
    expect(d.findings.find((f) => f.code === "NP3033")?.rules).toHaveLength(2);
  });

  it("may choose by the number of structures, one doubtful or not", () => {
    const book = withFamily("joint", (f) => ({
      ...f,
      editions: f.editions.map((e) => ({
        ...e,
        rows: [
          { ...e.rows[0]!, code: "20605", when: [{ kind: "count", range: { min: 1, max: 1 } }] },
          { ...e.rows[1]!, code: "20610", when: [{ kind: "count", range: { min: 2, max: null } }] },
        ],
      })),
    }));
    expect(answer(on(book, "2025-06-02", injected("knee")))).toBe("determined 20605-LT");
    expect(answer(on(book, "2025-06-02", injected("knee"), injected("wrist")))).toBe("determined 20610-LT 20610-LT");
    const doubtful = on(book, "2025-06-02", injected("knee", "left", { doubts: ["done-unclear"] }));
    expect(answer(doubtful)).toBe("query");
  });
});
