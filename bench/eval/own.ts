/**
 * The notes of our own in `bench/corpus/`: one YAML file a kind of author, each note with the answer it should get.
 * `bench/corpus/README.md` says what the fields mean. A field that is wrong is an error naming the file and the note.
 */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { isDate } from "../../src/base/dates.ts";
import { isCompanion, isFamilyCode, type Answer, type CodeLabel, type LabelStatus, type Sample } from "./corpus.ts";

type Bounds = readonly [least: number, most: number | null];

/** A note of our own: the sample, the muscles it should count, and the answer it is known to get wrongly, if it is. */
export interface OwnNote {
  readonly file: string;
  readonly sample: Sample;
  /** Muscles by side; null where the label does not say. */
  readonly muscles: Bounds | null;
  /** Codes of guidance, in full; null where the label does not say. */
  readonly imaging: readonly string[] | null;
  readonly miss: KnownMiss | null;
}

/** An answer known to be wrong, and why it still is. */
export interface KnownMiss {
  readonly answer: Answer;
  readonly because: string;
}

const FIELDS = "id voice family date status codes acceptable muscles imaging why miss note".split(" ");
const FAMILIES = "trigger_point dry_needling tendon_ligament carpal_tunnel joint_bursa ganglion none".split(" ");
const STATUSES: readonly string[] = ["determined", "query", "none"];

type Raw = Readonly<Record<string, unknown>>;
const isRecord = (x: unknown): x is Raw => typeof x === "object" && x !== null && !Array.isArray(x);
const isText = (x: unknown): x is string => typeof x === "string" && x.trim() !== "";
const isTexts = (x: unknown): x is string[] => Array.isArray(x) && x.every(isText);
const isBounds = (x: unknown): x is Bounds =>
  Array.isArray(x) && x.length === 2 && Number.isInteger(x[0]) && (x[1] === null || x[1] >= x[0]);

/** `20550 x2`: a code and its units. */
function codeLabel(text: string): CodeLabel | null {
  const m = /^([0-9A-Z]{5})(?: x([1-9]\d?))?$/.exec(text);
  return m ? { code: m[1] as string, units: Number(m[2] ?? 1), modifiers: [] } : null;
}

/** Every note of a folder of YAML files, in the order of files and notes. Throws an error that names the place. */
export function ownNotes(folder: string): OwnNote[] {
  const files = readdirSync(folder).filter((f) => f.endsWith(".yaml"));
  const notes = files.sort().flatMap((file) => {
    const raw: unknown = parse(readFileSync(join(folder, file), "utf8"));
    if (!isRecord(raw) || !Array.isArray(raw.notes)) throw new Error(`${file}: expected a list called notes`);
    return raw.notes.map((n: unknown, i) => ownNote(file, i, n));
  });
  const seen = new Set<string>();
  for (const { file, sample } of notes) {
    if (seen.has(sample.id)) throw new Error(`${file}: the id ${sample.id} is used twice`);
    seen.add(sample.id);
  }
  return notes;
}

function ownNote(file: string, index: number, raw: unknown): OwnNote {
  if (!isRecord(raw)) throw new Error(`${file}: note ${index + 1} is not a list of fields`);
  const name = isText(raw.id) ? raw.id : `note ${index + 1}`;
  const need = (ok: boolean, says: string): void => {
    if (!ok) throw new Error(`${file}, ${name}: ${says}`);
  };
  const answer = (a: Raw, where: string): Answer => {
    need(STATUSES.includes(a.status as string), `${where}: status must be one of ${STATUSES.join(", ")}`);
    need(isTexts(a.codes) || (Array.isArray(a.codes) && a.codes.length === 0), `${where}: codes must be a list`);
    const codes = (a.codes as string[]).map((text) => {
      const label = codeLabel(text);
      need(label !== null && !isCompanion(label.code), `${where}: "${text}" is not a procedure code like "20550 x2"`);
      return label as CodeLabel;
    });
    const elsewhere = codes.filter((c) => !isFamilyCode(c.code));
    need(a.status !== "none" || codes.length === 0, `${where}: status none has no codes`);
    return {
      status: a.status as LabelStatus,
      codes: codes.filter((c) => isFamilyCode(c.code)),
      companions: null,
      elsewhere,
    };
  };
  const extra = Object.keys(raw).filter((k) => !FIELDS.includes(k));
  need(extra.length === 0, `unknown field ${extra.join(", ")}; known are ${FIELDS.join(", ")}`);
  need(
    isText(raw.id) && isText(raw.voice) && isText(raw.why) && isText(raw.note),
    "id, voice, why and note are needed",
  );
  need(FAMILIES.includes(raw.family as string), `family must be one of ${FAMILIES.join(", ")}`);
  need(isDate(raw.date as string), "date must be a date like 2024-03-12");
  need(raw.muscles === undefined || isBounds(raw.muscles), "muscles must be [least, most], most null where open");
  need(raw.imaging === undefined || isTexts(raw.imaging) || (raw.imaging as []).length === 0, "imaging must be a list");
  const others = raw.acceptable ?? [];
  need(Array.isArray(others) && others.every(isRecord), "acceptable must be a list of answers");
  const miss = raw.miss ?? null;
  need(miss === null || (isRecord(miss) && isText(miss.because)), "miss needs because");
  return {
    file,
    sample: {
      set: "own",
      id: raw.id as string,
      family: raw.family as string,
      voice: raw.voice as string,
      tags: [file.replace(/\.yaml$/, "")],
      dateOfService: raw.date as string,
      payer: null,
      note: raw.note as string,
      answers: [answer(raw, "answer"), ...(others as Raw[]).map((a) => answer(a, "acceptable"))],
      why: raw.why as string,
      contested: (others as Raw[]).length > 0,
      modifiersLabelled: false,
      mentions: null,
      drugs: null,
      guidance: undefined,
      counts: undefined,
    },
    muscles: (raw.muscles as Bounds | undefined) ?? null,
    imaging: (raw.imaging as string[] | undefined) ?? null,
    miss:
      miss === null ? null : { answer: answer(miss as Raw, "miss"), because: (miss as { because: string }).because },
  };
}
