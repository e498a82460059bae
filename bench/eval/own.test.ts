/** Every note of our own gets its answer, but for the declared misses, which must fail in the declared way. */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadEngine } from "./engine.ts";
import { ownNotes } from "./own.ts";
import { differences, isKnownMiss, said } from "./own-verdict.ts";
import { encounterOf } from "./score.ts";

const root = join(import.meta.dirname, "../..");
const notes = ownNotes(join(root, "bench/corpus"));
const engine = loadEngine(root);
const knows = (code: string): boolean => code in engine.book.codes;

describe.each([...new Set(notes.map((n) => n.file))])("%s", (file) => {
  const here = notes.filter((n) => n.file === file);
  test.each(here.filter((n) => n.miss === null).map((n) => [n.sample.id, n.sample.why, n] as const))(
    "%s: %s",
    (_id, _why, note) => {
      expect(differences(note, engine.determine(encounterOf(note.sample)), knows)).toEqual([]);
    },
  );
});

test("declared misses are wrong in the declared way", () => {
  const declared = notes.filter((n) => n.miss !== null);
  const answers = declared.map((n) => ({ n, d: engine.determine(encounterOf(n.sample)) }));
  const mended = answers.filter(({ n, d }) => differences(n, d, knows).length === 0).map(({ n }) => n.sample.id);
  expect(mended, "these are right now: take their miss away").toEqual([]);
  const other = answers.filter(({ n, d }) => !isKnownMiss(n, d)).map(({ n, d }) => `${n.sample.id}: ${said(d)}`);
  expect(other, "these are wrong in another way than declared").toEqual([]);
});

test("the corpus is as large and as mixed as it says", () => {
  const of = (family: string): number => notes.filter((n) => n.sample.family === family).length;
  expect(notes.length).toBeGreaterThanOrEqual(150);
  // Of the notes with something to code: those of trigger points with nothing to code carry the family `none`.
  const nothing = notes.filter((n) => n.sample.answers[0].status === "none");
  expect(of("trigger_point") / (notes.length - nothing.length)).toBeGreaterThan(0.4);
  expect(nothing.length).toBeGreaterThanOrEqual(30);
});
