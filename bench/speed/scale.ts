/** Two questions of growth: a dictionary ten times as large, and one note of a megabyte made to hurt. */
import type { Structure, Term } from "../../src/rulebook/types.ts";
import { makeReader } from "../../src/note/read.ts";
import type { Engine } from "../eval/engine.ts";
import { spread, times, type Row, type Section } from "./measure.ts";
import { HOSTILE } from "./hostile.ts";
import { madeNotes, pick, prng } from "./notes.ts";

const STEMS =
  "flex extens abduct rotat levat depress tens obturat suprasp infrasp pect glut brach femor tibi fibul crur cap cerv thorac lumb pelv dors plant palm".split(
    " ",
  );
const ENDS = "or eus alis inus icus oideus aris atus ialis ens".split(" ");
const LAST =
  "longus brevis major minor medius profundus superficialis anterior posterior medialis lateralis superior inferior communis proprius".split(
    " ",
  );

/** The book's terms and nine times as many invented ones of the same shape. */
export function tenfold(engine: Engine): Engine["book"] {
  const rnd = prng(99);
  const known = new Set(engine.book.terms.map((t) => t.words));
  const structures: Record<string, Structure> = { ...engine.book.structures };
  const terms: Term[] = [...engine.book.terms];
  const word = (): string => pick(rnd, STEMS) + pick(rnd, ENDS);
  while (terms.length < 10 * engine.book.terms.length) {
    const words = `${word()} ${word()} ${pick(rnd, LAST)}${rnd() < 0.3 ? ` ${pick(rnd, LAST)}` : ""}`;
    if (known.has(words)) continue;
    known.add(words);
    const id = words.replaceAll(" ", "-");
    structures[id] = { id, kind: "muscle", name: words, paired: true };
    terms.push({ words, targets: [id], strength: "name" });
  }
  return { ...engine.book, structures, terms };
}

export async function dictionarySection(engine: Engine, quick: boolean): Promise<Section> {
  const notes = madeNotes(quick ? 1000 : 5000);
  const book = tenfold(engine);
  const large = makeReader(book);
  const runs = quick ? 3 : 7;
  const work = (read: (note: string) => unknown) => (): void => {
    for (const n of notes) read(n);
  };
  const one: number[] = [];
  const ten: number[] = [];
  // Turn about, so that a busy moment of the machine hits both; the first turn warms.
  for (let run = 0; run <= runs; run++) {
    for (const [read, into] of [
      [engine.read, one],
      [large, ten],
    ] as const) {
      const [ms = 0] = await times(work(read), 1, 0);
      if (run > 0) into.push(ms);
    }
  }
  const build = (b: Engine["book"]): Promise<number[]> => times(() => makeReader(b), 3, 1);
  return {
    title: "A dictionary ten times as large",
    about: `${engine.book.terms.length.toLocaleString("en-US")} terms against ${book.terms.length.toLocaleString("en-US")}; the same notes.`,
    rows: [
      spread(
        "as it is",
        "notes/s",
        one.map((ms) => (1000 * notes.length) / ms),
      ),
      spread(
        "ten times",
        "notes/s",
        ten.map((ms) => (1000 * notes.length) / ms),
      ),
      spread(
        "time for time",
        "x",
        one.map((ms, i) => (ten[i] as number) / ms),
      ),
      spread("making the reader", "ms", await build(engine.book)),
      spread("making the large one", "ms", await build(book)),
    ],
  };
}

/** Milliseconds for a quarter of the text beyond which the rest is not tried: the row is bad enough as it is. */
const PATIENCE = 1500;

export async function hostileSection(engine: Engine, quick: boolean): Promise<Section> {
  const MB = 1 << 20;
  const rows: Row[] = [];
  for (const [name, make] of Object.entries(HOSTILE)) {
    const text = make(quick ? MB >> 2 : MB);
    const runs = quick ? 1 : 3;
    const quarter = await times(() => engine.read(text.slice(0, text.length / 4)), runs, 1);
    if (Math.min(...quarter) > PATIENCE) {
      rows.push(spread(name, "ms", quarter, { note: "a quarter of the text; the whole was not waited for" }));
      continue;
    }
    const whole = await times(() => engine.read(text), runs, 0);
    const [answer = 0] = await times(() => engine.determine({ id: "h", note: text }), 1, 0);
    const growth = Math.min(...whole) / Math.min(...quarter) / 4;
    rows.push(
      spread(name, "ms", whole, {
        note: `x${growth.toFixed(2)} of linear over n to 4n; with the answer ${answer.toFixed(0)} ms`,
      }),
    );
  }
  rows.sort((a, b) => b.median - a.median);
  return {
    title: "One note of a megabyte, made to hurt",
    about: "Reader alone, slowest first; below 1.3 of linear is linear within the noise.",
    rows,
  };
}
