/** The documents made from a determination: proof sheet, query, across, template. */
import { describe, expect, it } from "vitest";
import { survey } from "../policy/survey.ts";
import { leads } from "../rulebook/leading.ts";
import { acrossOf } from "./across.ts";
import { asHtml } from "./as-html.ts";
import { asMarkdown } from "./as-markdown.ts";
import { asText } from "./as-text.ts";
import { bare, type Document, type Made } from "./document.ts";
import { proofOf } from "./proof.ts";
import { queryOf } from "./query.ts";
import { templateOf } from "./template.ts";
import { book, decide, determined, example, lasting, policies, SEED } from "./testing/cases.ts";

const document = (made: Made): Document => {
  if (made.kind === "refused") throw new Error(made.findings.map((f) => f.reason).join(" "));
  return made.document;
};
const golden = (name: string, ending: string): string => `golden/${name}.${ending}`;

describe("the proof sheet", () => {
  it.each(SEED)("%s, in every text format, as the golden files have it", async (name) => {
    const { note, d } = determined(name);
    const sheet = document(proofOf(d, note, book));
    await expect(lasting(asText(sheet))).toMatchFileSnapshot(golden(`proof-${name}`, "txt"));
    await expect(lasting(asMarkdown(sheet))).toMatchFileSnapshot(golden(`proof-${name}`, "md"));
    await expect(lasting(asHtml(sheet))).toMatchFileSnapshot(golden(`proof-${name}`, "html"));
  });

  it("is the same to the byte when it is made again", () => {
    const { note, d } = determined("three-muscles");
    expect(asHtml(document(proofOf(d, note, book)))).toBe(asHtml(document(proofOf(d, note, book))));
  });

  it("names no code that is neither in the determination nor in the rules it rests on", () => {
    for (const name of SEED) {
      const { note, d } = determined(name);
      const known = JSON.stringify([d, d.lines.map((l) => book.codes[l.code]), book.sources]);
      for (const [code] of asText(document(proofOf(d, note, book))).matchAll(/\b\d{5}\b/g))
        expect(known).toContain(code);
    }
  });

  it("refuses a determination of another rulebook, of another note, and with an unknown code", () => {
    const { note, d } = determined("three-muscles");
    const other = { ...d, receipt: { ...d.receipt, rulebook: "sha256-0" } };
    expect(proofOf(other, note, book)).toMatchObject({ kind: "refused", findings: [{ code: "NP5010" }] });
    expect(proofOf(d, example("one-muscle"), book)).toMatchObject({ kind: "refused", findings: [{ code: "NP5011" }] });
    const unknown = { ...d, lines: [{ ...d.lines[0]!, code: "99999" }] };
    expect(proofOf(unknown, note, book)).toMatchObject({ kind: "refused", findings: [{ code: "NP5012" }] });
  });

  it("hands on the finding of a date that the book does not know", () => {
    const { note } = determined("three-muscles");
    expect(proofOf(decide({ note, dateOfService: "1950-01-01" }), note, book)).toMatchObject({
      kind: "refused",
      findings: [{ code: "NP3002" }],
    });
  });
});

describe("hostile notes", () => {
  const note =
    "PROCEDURE: Trigger point injections with 1% lidocaine.\n" +
    'Injected: left trapezius <img src=x onerror="alert(1)"> \u202egnikam\u202c, **left** rhomboid minor | [x](javascript:1), left supraspinatus.\n';
  const sheet = document(proofOf(decide({ note, dateOfService: "2025-06-02" }), note, book));

  it("bring no markup into HTML", () => {
    expect(asHtml(sheet)).toContain("&lt;img");
    expect(asHtml(sheet)).not.toMatch(/<img|\u202e|href="javascript/);
  });
  it("bring no markup into Markdown", () => {
    expect(asMarkdown(sheet)).toContain("\\<img");
    expect(asMarkdown(sheet)).not.toMatch(/[^\\]<img|\u202e|[^\\]\]\(javascript/);
  });
  it("bring no marks of direction into text", () => expect(asText(sheet)).not.toMatch(/[\u202a-\u202e]/));
});

describe("the query to the provider", () => {
  it("the paraspinous list, as the golden files have it", async () => {
    const { note, d } = determined("paraspinous-list");
    const letter = document(queryOf(d, note, book));
    await expect(lasting(asText(letter))).toMatchFileSnapshot(golden("query-paraspinous-list", "txt"));
    await expect(lasting(asMarkdown(letter))).toMatchFileSnapshot(golden("query-paraspinous-list", "md"));
    await expect(lasting(asHtml(letter))).toMatchFileSnapshot(golden("query-paraspinous-list", "html"));
  });

  it("is not written when there is nothing to ask", () => {
    const { note, d } = determined("three-muscles");
    expect(queryOf(d, note, book)).toMatchObject({ findings: [{ code: "NP5013", severity: "info" }] });
  });

  it("no question of the book leads, and every one can be answered otherwise or not at all", () => {
    for (const family of book.families)
      for (const [key, q] of Object.entries(family.questions)) {
        expect([family.id, key, leads(q.asks, "question")]).toEqual([family.id, key, null]);
        for (const option of [...q.options, q.why]) expect(leads(option, "option")).toBeNull();
        expect(q.options.join()).toMatch(/other/i);
        expect(q.options.join()).toMatch(/unable to determine/i);
      }
  });

  it.each([
    ["Was the third muscle injected?", "Was"],
    ["Please name the muscles; three or more are needed.", "three or more"],
    ["Which muscles, for 20553?", "20553"],
    ["Which muscles? It pays better.", "pays"],
    ["Name at least 3 muscles.", "at least 3"],
  ])("a leading question is known as one: %s", (words, why) => expect(leads(words, "question")).toBe(why));

  it("repeats no code or money that the note itself names", () => {
    const note =
      "PROCEDURE: Trigger point injections (CPT 20553, billed to Medicare) with 1% lidocaine.\n" +
      "Injected: bilateral cervical paraspinals for 20553 payment per coder.\n";
    const d = decide({ note, dateOfService: "2025-06-02" });
    expect(d.queries.length).toBeGreaterThan(0);
    const letter = document(queryOf(d, note, book));
    const all = letter.blocks.flatMap((b) =>
      b.kind === "excerpt"
        ? b.lines.flatMap((l) => (l === null ? [] : [bare(l.words)]))
        : b.kind === "paragraph"
          ? [bare(b.words)]
          : b.kind === "list"
            ? b.items.map(bare)
            : [],
    );
    for (const words of [letter.title, letter.subtitle, letter.footer, ...all])
      expect(leads(words, "record")).toBeNull();
  });
});

describe("one note across the years", () => {
  it("three muscles, as the golden file has it", async () => {
    const made = acrossOf({ note: example("three-muscles") }, book, decide);
    await expect(lasting(asText(document(made)))).toMatchFileSnapshot(golden("across-three-muscles", "txt"));
  });
});

describe("templates", () => {
  const payer = (name: string, state: string) => (code: string) =>
    survey(policies, { payer: name, state, day: "2025-06-02", code });
  it("the trigger point form, as the golden file has it", async () => {
    await expect(lasting(asText(document(templateOf("trigger-point", book))))).toMatchFileSnapshot(
      golden("template-trigger-point", "txt"),
    );
  });
  it("the same with what Medicare asks of the record in Ohio, as the golden file has it", async () => {
    const made = templateOf("trigger-point", book, "2025-06-02", payer("medicare", "OH"));
    await expect(lasting(asText(document(made)))).toMatchFileSnapshot(golden("template-trigger-point-medicare", "txt"));
  });
  it("a payer whose text is not known is said to be so, and adds no field", () => {
    const form = asText(document(templateOf("joint", book, "2025-06-02", payer("medicare", "OH"))));
    expect(form).toMatch(/Nothing that Medicare Part B asks of the record/);
    expect(form).not.toContain("In the record");
  });
  it("a line to write on names a thing and never how much of it is enough", () => {
    for (const { id } of policies.payers) {
      const made = document(templateOf("trigger-point", book, "2025-06-02", payer(id, "OH")));
      for (const b of made.blocks) if (b.kind === "blank") expect(b.label).not.toMatch(/\d/);
    }
  });
  it("there is one for every family that is coded, and it holds a field for each condition of its rows", () => {
    for (const family of book.families.filter((f) => f.notCoded === undefined)) {
      const last = family.editions.at(-1)!;
      const text = asText(document(templateOf(family.id, book, last.from)));
      const kinds = new Set(last.rows.flatMap((r) => r.when.map((c) => c.kind)));
      expect(text).toContain("What was treated");
      expect(text).toContain("What was put in");
      if (kinds.has("image") || kinds.has("imaging")) expect(text).toContain("Guidance");
    }
  });
  it("fits 80 columns", () => {
    for (const line of asText(document(templateOf("joint", book))).split("\n")) expect(line.length).toBeLessThan(81);
  });
  it("refuses a family that the book lacks, or does not code", () => {
    expect(templateOf("nose", book)).toMatchObject({ findings: [{ code: "NP5004" }] });
    expect(templateOf("facet-unguided", book)).toMatchObject({ findings: [{ code: "NP5005" }] });
  });
});
