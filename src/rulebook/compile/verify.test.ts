/** The citation checker, on a small rulebook and texts made for it. */
import { describe, expect, it } from "vitest";
import { verifyFiles, type TextAtHand } from "./verify.ts";

const source = (id: string): string =>
  `  - { id: ${id}, title: T, publisher: P, date: "2003", tier: newsletter, how: in-part, address: null }`;
const files = (facts: string, texts = "", verified = "") => [
  { path: "sources/s.yaml", text: `sources:\n${source("letter")}\n${source("quoter")}\n` },
  { path: "facts/f.yaml", text: `facts:\n${facts}` },
  { path: "facts/texts.yaml", text: `texts: ${texts === "" ? "[]" : `\n${texts}`}` },
  { path: "verified.yaml", text: `verified: ${verified === "" ? "[]" : `\n${verified}`}` },
];
const fact = (find: string): string => `  - { source: letter, says: Our words., find: ["${find}"] }\n`;
const text = (name: string, words: string): TextAtHand => ({ name, text: words, hash: "sha256-1" });
const outcome = (find: string, texts: readonly TextAtHand[], ...rest: [string?, string?]): string =>
  verifyFiles(files(fact(find), ...rest), texts).facts[0]!.outcome;

describe("a fact", () => {
  const letter = text(
    "letter.txt",
    "Since 2003 the code 20552 is reported once a session.\n\nAnother matter: 20553 stands apart.",
  );
  it.each([
    ["20552 once session", "found"],
    ["session 20552", "found"],
    ["20552 ONCE", "found"],
    ["20552 twice", "contradicted"],
    ["2055", "contradicted"],
    ["20552 20553", "contradicted"],
  ])("%s is %s", (find, is) => expect(outcome(find, [letter])).toBe(is));

  it("is not at hand without a text, and recorded when it was found before", () => {
    expect(outcome("20552", [])).toBe("not-at-hand");
    const before = `  - { source: letter, find: "20552", file: "letter.txt", is: excerpt, hash: sha256-1 }\n`;
    expect(outcome("20552", [], "", before)).toBe("recorded");
  });

  it("that a text contradicts is not saved by an earlier record", () => {
    const before = `  - { source: letter, find: "20552 twice", file: "letter.txt", is: excerpt, hash: sha256-1 }\n`;
    expect(outcome("20552 twice", [letter], "", before)).toBe("contradicted");
  });

  it("stands in one row of a table, not across rows", () => {
    const table = text("letter.csv", "20552,1\n20553,2\n");
    expect([outcome("20552 1", [table]), outcome("20552 2", [table])]).toEqual(["found", "contradicted"]);
  });

  it("is not found in markup or scripts", () =>
    expect(outcome("20552", [text("letter.html", "<p title=20552>Nothing</p><script>20552</script>")])).toBe(
      "contradicted",
    ));

  it("in a dossier counts only near the mark of its source", () => {
    const dossier = text("dossier.txt", `S07 says 20552 once.\n\nS08 says 20553 twice.`);
    const mark = `  - { source: letter, file: "dossier.txt", is: digest, mark: "S07" }\n`;
    expect(outcome("20552 once", [dossier], mark)).toBe("found");
    expect(outcome("20553 twice", [dossier], mark)).toBe("contradicted");
  });
});
