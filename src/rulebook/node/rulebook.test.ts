/** The rulebook that ships: sound, small, and on every boundary day exactly what its files say. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { inForce, type Span } from "../../base/dates.ts";
import { writeBook } from "../book.ts";
import { PROBLEMS } from "../compile/problems.ts";
import { imagingOn, suppliesOn } from "../on.ts";
import { showFinding } from "../show.ts";
import { compileRulebook, readRulebook } from "./load.ts";

const ROOT = new URL("../../../", import.meta.url);
const dir = fileURLToPath(new URL("rulebook", ROOT));
const { book, findings } = compileRulebook(dir);
const raw = readRulebook(dir).filter((f) => f.path.endsWith(".yaml"));
/** What the files say, read without the compiler. */
interface Raw {
  readonly code: string;
  readonly id: string;
  readonly editions: readonly (Dated & {
    readonly covers?: string;
    readonly rows?: readonly { readonly code: string }[];
  })[];
  readonly imaging: readonly (Dated & { readonly code: string; readonly families: readonly string[] })[];
  readonly drugs: readonly { readonly id: string; readonly lines: readonly (Dated & { readonly code: string })[] }[];
}

interface Dated {
  readonly from: string;
  readonly until: string | null;
}

const under = (folder: string): { path: string; data: Raw }[] =>
  raw.filter((f) => f.path.startsWith(folder)).map((f) => ({ path: f.path, data: parse(f.text) as Raw }));

const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

/**
 * By equality of dates alone, with no comparison that could share a mistake with the code under test: on its first
 * day an edition holds; on its end the one that begins that day; the day before it begins, the one that ends there.
 */
function boundaries<T extends Dated>(editions: readonly T[]): { day: string; holds: T | undefined }[] {
  return editions.flatMap((e) => [
    { day: e.from, holds: e },
    { day: dayBefore(e.from), holds: editions.find((other) => other.until === e.from) },
    ...(e.until === null
      ? []
      : [
          { day: e.until, holds: editions.find((other) => other.from === e.until) },
          { day: dayBefore(e.until), holds: e },
        ]),
  ]);
}

const dates = (span: Span | Dated | undefined) => (span === undefined ? undefined : [span.from, span.until]);

describe("the rulebook", () => {
  it("is sound", () => {
    expect(findings.map(showFinding)).toEqual([]);
    expect(book).not.toBeNull();
  });

  it("is small enough for a page", () => {
    expect(gzipSync(writeBook(book!)).length).toBeLessThan(400_000);
  });
});

describe.runIf(book !== null)("on the day before, on, and after every date", () => {
  it.each(under("codes/"))("$path", ({ data }) => {
    for (const { day, holds } of boundaries(data.editions)) {
      const found = inForce(book!.codes[data.code]!.editions, day);
      expect([day, dates(found)]).toEqual([day, dates(holds)]);
      expect(found?.covers).toBe(holds?.covers);
    }
  });

  it.each(under("families/"))("$path", ({ data }) => {
    const family = book!.families.find((f) => f.id === data.id)!;
    for (const { day, holds } of boundaries(data.editions)) {
      const found = inForce(family.editions, day);
      expect([day, dates(found)]).toEqual([day, dates(holds)]);
      expect(found?.rows.map((row) => row.code)).toEqual(holds?.rows?.map((row) => row.code));
    }
  });

  const imaging = under("imaging/").flatMap((f) => f.data.imaging);
  it.each(imaging)("imaging $code from $from", (rule) => {
    const codes = (day: string, family: string) =>
      imagingOn(book!, family, day).filter((r) => r.code === rule.code && r.from === rule.from);
    for (const family of rule.families) {
      expect(codes(rule.from, family)).toHaveLength(1);
      expect(codes(dayBefore(rule.from), family)).toHaveLength(0);
      if (rule.until === null) continue;
      expect(codes(dayBefore(rule.until), family)).toHaveLength(1);
      expect(codes(rule.until, family)).toHaveLength(0);
    }
  });

  const drugs = under("drugs/").flatMap((f) => f.data.drugs);
  it.each(drugs.filter((d) => d.lines.length > 0))("$id", ({ id, lines }) => {
    const drug = book!.drugs.find((d) => d.id === id)!;
    for (const line of lines) {
      const has = (day: string) => suppliesOn(drug, day).some((l) => l.code === line.code && l.from === line.from);
      expect(has(line.from)).toBe(true);
      expect(has(dayBefore(line.from))).toBe(false);
      if (line.until === null) continue;
      expect(has(dayBefore(line.until))).toBe(true);
      expect(has(line.until)).toBe(false);
    }
  });
});

describe("docs/findings.md", () => {
  it("lists every finding of the rulebook, with the severity and the meaning it has", () => {
    const text = readFileSync(new URL("docs/findings.md", ROOT), "utf8");
    const listed = [...text.matchAll(/^\| (NP1\d{3}) \| (\w+) \| (.+?) \|/gm)].map(([, code, severity, means]) => [
      code,
      severity,
      means,
    ]);
    expect(listed).toEqual(Object.entries(PROBLEMS).map(([code, { severity, means }]) => [code, severity, means]));
  });
});
