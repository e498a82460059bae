/** How fast notes are read and answered, alone and beside a natural-language library and the floor. */
import type { Engine } from "../eval/engine.ts";
import { quantile, rate, spread, type Row, type Section } from "./measure.ts";
import { fingerprint, ANCHOR, madeNotes } from "./notes.ts";
import { peer } from "./peers.ts";
import { TERMS } from "./vocabulary.ts";

const megabytes = (notes: readonly string[]): number => notes.reduce((n, t) => n + t.length, 0) / 1e6;

/** One pass over the code units: nothing that looks at every character can be quicker. */
function onePass(notes: readonly string[]): number {
  const word = new Uint8Array(65536);
  for (let c = 0; c < 128; c++) word[c] = /\w/.test(String.fromCharCode(c)) ? 1 : 0;
  let n = 0;
  for (const t of notes) for (let i = 0; i < t.length; i++) n += word[t.charCodeAt(i)] as number;
  return n;
}

export async function readerSection(engine: Engine, quick: boolean): Promise<Section> {
  const notes = madeNotes(quick ? 1000 : 5000);
  const runs = quick ? 3 : 7;
  const all = (f: (note: string) => unknown) => (): void => {
    for (const n of notes) f(n);
  };
  const encounters = notes.map((note, i) => ({ id: String(i), note }));
  const rows: Row[] = [
    await rate("one pass over the characters", "notes/s", notes.length, () => onePass(notes), { runs, role: "floor" }),
    await rate("Needlepoint, every fact", "notes/s", notes.length, all(engine.read), {
      runs,
      role: "own",
      note: `${count(engine, notes)} facts`,
    }),
    await rate("the same, by volume", "MB/s", megabytes(notes), all(engine.read), { runs }),
    await rate(
      "Needlepoint, note to answer",
      "encounters/s",
      notes.length,
      () => {
        for (const e of encounters) engine.determine(e);
      },
      { runs },
    ),
  ];
  const wink = await winkRows(notes.slice(0, quick ? 100 : 600));
  rows.push(...wink);
  return {
    title: "Reading notes",
    about:
      `${notes.length.toLocaleString("en-US")} made notes, ${megabytes(notes).toFixed(1)} MB` +
      `${!quick && fingerprint(notes) !== ANCHOR ? " (NOT the notes of earlier figures)" : ""}, one core. The peer is given ${TERMS.length} terms and finds sentences, negation and entities; it tells nothing of status, side, list, dose or count.`,
    rows,
  };
}

const count = (engine: Engine, notes: readonly string[]): string =>
  notes.reduce((n, t) => n + engine.read(t).facts.length, 0).toLocaleString("en-US");

interface Wink {
  (
    model: unknown,
    pipe?: string[],
  ): {
    learnCustomEntities(p: unknown, o: unknown): void;
    readDoc(t: string): { customEntities(): { length(): number } };
  };
}

async function winkRows(notes: readonly string[]): Promise<Row[]> {
  const wink = (await peer("wink-nlp")) as Wink | null;
  const model = await peer("wink-eng-lite-web-model");
  if (wink === null || model === null) return [];
  const rows: Row[] = [];
  for (const [name, pipe] of [
    ["wink-nlp", ["sbd", "negation", "cer"]],
    ["wink-nlp, default pipe", undefined],
  ] as const) {
    const nlp = wink(model, pipe && [...pipe]);
    nlp.learnCustomEntities([{ name: "muscle", patterns: TERMS }], {
      matchValue: false,
      usePOS: false,
      useEntity: false,
    });
    let found = 0;
    const work = (): void => {
      found = 0;
      for (const n of notes) found += nlp.readDoc(n).customEntities().length();
    };
    rows.push({
      ...(await rate(name, "notes/s", notes.length, work, { runs: 3, warm: 1, role: "peer" })),
      note: `${notes.length} notes, ${found} entities`,
    });
  }
  return rows;
}

/** Each note by itself: what one person waits for. */
export async function latencySection(engine: Engine, quick: boolean): Promise<Section> {
  const notes = madeNotes(quick ? 1000 : 5000);
  globalThis.gc?.();
  for (const note of notes) engine.determine({ id: "w", note });
  const p50: number[] = [];
  const p99: number[] = [];
  const max: number[] = [];
  for (let run = 0; run < 5; run++) {
    const ms = notes.map((note) => {
      const start = performance.now();
      engine.determine({ id: "n", note });
      return performance.now() - start;
    });
    p50.push(quantile(ms, 0.5));
    p99.push(quantile(ms, 0.99));
    max.push(Math.max(...ms));
  }
  return {
    title: "One note",
    about: `Note to answer with its full trace, each of ${notes.length.toLocaleString("en-US")} notes timed by itself.`,
    rows: [
      spread("p50", "ms", p50),
      spread("p99", "ms", p99),
      spread("slowest", "ms", max, { note: "garbage collection included" }),
    ],
  };
}
