/** The codes of the small book for tests. */
import type { Citation, Code, CodeEdition } from "../rulebook/types.ts";

/** One citation of a source, read in full. */
export const cite = (source: string): readonly Citation[] => [{ source, how: "in-full" }];

const edition = (
  from: string,
  until: string | null,
  per: CodeEdition["per"],
  modifiers: readonly string[] = [],
): CodeEdition => ({
  from,
  until,
  per,
  covers: "",
  says: "",
  counts: per === "session" ? "muscle" : "structure",
  modifiers: modifiers.map((modifier) => ({ modifier, allowed: true, cite: [] })),
  cite: cite("book"),
});
const code = (number: string, family: string, ...editions: readonly CodeEdition[]): Code => ({
  code: number,
  family,
  title: number,
  editions: editions.map((e) => ({ ...e, says: `Code ${number}.` })),
});

const SIDED = ["50", "RT", "LT"];
/** Codes of every kind that the mechanisms know. */
export const CODES: readonly Code[] = [
  code(
    "20550",
    "tendon",
    edition("1999-01-01", "2002-01-01", "session"),
    edition("2002-01-01", null, "structure", [...SIDED, "FA-F9"]),
  ),
  code("20551", "tendon", edition("2002-01-01", null, "structure", ["RT", "LT"])),
  code("20552", "trigger-point", edition("2002-01-01", null, "session")),
  code("20553", "trigger-point", edition("2002-01-01", null, "session")),
  code("20560", "dry-needling", edition("2020-01-01", null, "session")),
  code("20561", "dry-needling", edition("2020-01-01", null, "session")),
  code("20605", "joint", edition("1999-01-01", null, "structure", SIDED)),
  code("20606", "joint", edition("2015-01-01", null, "structure", SIDED)),
  code("20610", "joint", edition("1999-01-01", null, "structure", SIDED)),
  code("20611", "joint", edition("2015-01-01", null, "structure", SIDED)),
  code("20999", "other", edition("1999-01-01", null, "session")),
];
