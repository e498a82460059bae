/** Where is it written? The questions that coders ask most, and the page that answers each. */
import { describe, expect, it } from "vitest";
import { compileRulebook } from "../rulebook/node/load.ts";
import { citeSearch, type CiteOptions } from "./cite.ts";
import { at, book } from "./testing/cases.ts";

const { policies, examples } = compileRulebook(at("rulebook"));
const found = (words: string, filter: CiteOptions = {}): readonly string[] => {
  const page = citeSearch(words, book, { policies: policies!, examples, ...filter });
  return page.kind === "page" ? page.data.map((e) => e.id) : [];
};

describe("the right page comes first", () => {
  it.each([
    ["the note calls it a trigger point but a bursa was injected", /bursa-charted/],
    ["Medicare LCD trigger point injections how often sessions", /^policy /],
    ["can I bill it four times units per injection", /per-injection/],
    ["which modifier on the second line 59", /second-line-with-59/],
    ["ultrasound was used but no picture was saved", /^(?:76942|2060[46]|20611|contested F)$/],
    ["count muscles not shots or trigger points", /per-injection/],
    ["no muscle named only levels paraspinous", /^contested M$/],
    ["denied as inclusive bundled", /^denial bundled$/],
    ["left and right trapezius two muscles", /^contested A$|left-and-right/],
    ["sides modifier 50 trigger point", /sides-need-modifier-50/],
    ["triamcinolone label says 40 code says 10 mg units", /^J3301$/],
    ["20550 for each trigger point before 2002", /20550-per-trigger-point/],
    ["what the doctor must write template trigger point injection", /^template trigger-point$/],
    ["when to use 20552 and when to use 20553", /^2055[23]$/],
    ["per muscle or per muscle group", /muscle-group/],
    ["only eight muscle groups", /eight-muscle-groups/],
    ["office visit 25 with a planned injection", /visit-always/],
    ["dry needling billed as trigger point injection without drug", /needle-is-an-injection/],
    ["96372 for giving the drug", /96372/],
    ["J2001 lidocaine", /lidocaine-j2001|^J2001$/],
    ["sacroiliac joint without fluoroscopy 20610", /si-joint-as-20610/],
    ["rhomboids one or two muscles group word", /^contested C$/],
  ])("%s", (words, page) => expect(found(words)[0]).toMatch(page));

  it("in spite of slips of the pen", () => {
    expect(found("muscel gruop")[0]).toMatch(/muscle-group/);
    expect(found("eigth muscel groups")[0]).toMatch(/eight-muscle-groups/);
    expect(found("dry neelding trigger point")[0]).toMatch(/needl|^2056[01]$|^contested I$/);
  });
});

describe("filters", () => {
  it("by day: what has dates must hold on it", () => {
    expect(found("dry needling muscles", { on: "2019-06-01" })).not.toContain("20560");
    expect(found("dry needling muscles", { on: "2020-06-01" })).toContain("20560");
  });
  it("by payer: only what that payer wrote", () => {
    const ids = found("trigger point injection sessions", { payer: "aetna" });
    expect(ids.length).toBeGreaterThan(0);
    for (const id of ids) expect(policies!.policies.find((p) => `policy ${p.id}` === id)?.payers).toContain("aetna");
  });
  it("by code: only what speaks of it", () => {
    const ids = found("muscles injection", { code: "20561" });
    expect(ids).toContain("20561");
    expect(ids).not.toContain("20553");
  });
  it("by tier: only what rests on such a source", () => {
    const ids = found("trigger point muscles", { tier: "forum" });
    expect(ids.length).toBeGreaterThan(0);
    for (const id of ids.filter((x) => x.startsWith("source "))) expect(book.sources[id.slice(7)]?.tier).toBe("forum");
  });
  it("nothing is said plainly", () => {
    expect(citeSearch("zzzzqqqq", book)).toMatchObject({ kind: "refused", finding: { code: "NP5003" } });
    expect(citeSearch("muscle", book, { code: "99999" })).toMatchObject({
      kind: "refused",
      finding: { code: "NP5003" },
    });
  });
});
