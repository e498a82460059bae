/**
 * The labelled sets, brought into one shape. Nothing here knows the engine.
 * The folder's own README says what every field means; where it leaves a list out, it is left out here.
 */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

export type SetName = "written" | "real" | "cases" | "own";
export type LabelStatus = "determined" | "query" | "none";

export interface CodeLabel {
  readonly code: string;
  readonly units: number;
  readonly modifiers: readonly string[];
}

/** One answer that is right. `companions` and `elsewhere` are null where the set does not label them. */
export interface Answer {
  readonly status: LabelStatus;
  readonly codes: readonly CodeLabel[];
  readonly companions: readonly CodeLabel[] | null;
  readonly elsewhere: readonly CodeLabel[] | null;
}

export interface MentionLabel {
  readonly kind: string;
  readonly id: string | null;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly side: string;
  readonly status: string;
}

export interface DrugLabel {
  readonly name: string;
  readonly dose: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface GuidanceLabel {
  readonly modality: string;
  readonly imageKept: boolean | null;
}

type Span2 = readonly [number, number | null];
export interface CountLabel {
  readonly byName: Span2;
  readonly bySide: Span2;
}

export interface Sample {
  readonly set: SetName;
  readonly id: string;
  readonly family: string;
  /** What kind of author or document; the traps in it. For rates by group. */
  readonly voice: string;
  readonly tags: readonly string[];
  readonly dateOfService: string | null;
  readonly payer: string | null;
  readonly note: string;
  /** The main answer first, then the other defensible ones. */
  readonly answers: readonly [Answer, ...Answer[]];
  readonly why: string;
  readonly contested: boolean;
  /** Are the modifiers of `codes` labelled? */
  readonly modifiersLabelled: boolean;
  readonly mentions: readonly MentionLabel[] | null;
  readonly drugs: readonly DrugLabel[] | null;
  /** Undefined: not labelled. Null: labelled as none. */
  readonly guidance: GuidanceLabel | null | undefined;
  /** Undefined: not labelled. Null: nothing is counted by muscle. */
  readonly counts: { readonly injected?: CountLabel; readonly needledOnly?: CountLabel } | null | undefined;
}

/** Codes of the labelled families: only these are compared as `codes`. 20999 is dry needling before 2020. */
const FAMILY_CODES = /^(?:20526|2055[0-3]|2056[01]|2060[0456]|2061[01]|20999)$/;
export const isFamilyCode = (code: string): boolean => FAMILY_CODES.test(code);

/** Guidance and drug codes, which stand beside a procedure. */
export const isCompanion = (code: string): boolean => /^(?:J\d{4}|76003|76942|77002)$/.test(code);

/** A code both sets leave out on purpose, because its units are read two ways. */
export const UNLABELLED_DRUG = "J0702";

// The raw records, as far as they are used. They are checked by the folder's own program, not again here.
interface RawLine {
  code: string;
  units?: number;
  modifiers?: string[];
  sides?: string[];
}
interface RawAnswer {
  status: LabelStatus;
  codes: RawLine[];
  companions?: RawLine[];
  elsewhere?: RawLine[];
}
interface RawWritten {
  id: string;
  family: string;
  voice: string;
  tags: string[];
  dateOfService: string;
  payer: string | null;
  note: string;
  expected: RawAnswer & { acceptable: RawAnswer[]; counts: Sample["counts"]; why: string };
  facts: MentionLabel[];
  drugs: DrugLabel[];
  guidance: GuidanceLabel | null;
}
interface RawReal {
  id: string;
  family: string;
  genre: string;
  negativeKind?: string;
  difficulty: string;
  guidance: { modality: string } | null;
  expected: { status: LabelStatus; codes: RawLine[]; acceptable?: RawLine[][] };
  why: string;
}
interface RawCase {
  id: string;
  dateOfService: string | null;
  payer: string | null;
  text: string;
  contested: boolean;
  contestedWhy: string;
  expected: {
    status: LabelStatus;
    codes: RawLine[];
    notes: string;
    alsoAcceptable?: { status: LabelStatus; codes: string[] }[];
  };
}

const SIDE_MODIFIER: Readonly<Record<string, string>> = { left: "LT", right: "RT" };
const line = (r: RawLine): CodeLabel => ({
  code: r.code,
  units: r.units ?? 1,
  modifiers: r.modifiers ?? (r.sides ?? []).map((s) => SIDE_MODIFIER[s] ?? s),
});
const lines = (rs: readonly RawLine[]): CodeLabel[] => rs.map(line);

function written(r: RawWritten): Sample {
  const main: Answer = {
    status: r.expected.status,
    codes: lines(r.expected.codes),
    companions: lines(r.expected.companions ?? []),
    elsewhere: lines(r.expected.elsewhere ?? []),
  };
  const other = (a: RawAnswer): Answer => ({
    status: a.status,
    codes: lines(a.codes),
    companions: a.companions ? lines(a.companions) : main.companions,
    elsewhere: a.elsewhere ? lines(a.elsewhere) : main.elsewhere,
  });
  return {
    set: "written",
    id: r.id,
    family: r.family,
    voice: r.voice,
    tags: r.tags,
    dateOfService: r.dateOfService,
    payer: r.payer,
    note: r.note,
    answers: [main, ...r.expected.acceptable.map(other)],
    why: r.expected.why,
    contested: false,
    modifiersLabelled: true,
    mentions: r.facts,
    drugs: r.drugs,
    guidance: r.guidance,
    counts: r.expected.counts,
  };
}

function real(r: RawReal, note: string): Sample {
  const answer = (codes: readonly RawLine[]): Answer => ({
    status: r.expected.status,
    codes: lines(codes),
    companions: null,
    elsewhere: null,
  });
  const positive = r.family !== "none";
  return {
    set: "real",
    id: r.id,
    family: r.family,
    voice: r.genre,
    tags: [`difficulty-${r.difficulty}`, ...(r.negativeKind ? [r.negativeKind] : [])],
    dateOfService: null,
    payer: null,
    note,
    answers: [answer(r.expected.codes), ...(r.expected.acceptable ?? []).map(answer)],
    why: r.why,
    contested: false,
    modifiersLabelled: positive,
    mentions: null,
    drugs: null,
    guidance: positive ? (r.guidance ? { modality: r.guidance.modality, imageKept: null } : null) : undefined,
    counts: undefined,
  };
}

/** In this set one list holds every code; it is taken apart into the three lists of the other sets. */
function split(status: LabelStatus, all: readonly CodeLabel[]): Answer {
  const codes = all.filter((l) => isFamilyCode(l.code));
  const companions = all.filter((l) => isCompanion(l.code));
  return { status, codes, companions, elsewhere: all.filter((l) => !codes.includes(l) && !companions.includes(l)) };
}

/** `J3301x3`: a code and its units. */
function shorthand(text: string): CodeLabel {
  const m = /^([A-Z0-9]+?)(?:x(\d+))?$/.exec(text);
  return { code: m?.[1] ?? text, units: Number(m?.[2] ?? 1), modifiers: [] };
}

function fromCase(r: RawCase): Sample {
  const main = split(r.expected.status, lines(r.expected.codes));
  const others = (r.expected.alsoAcceptable ?? []).map((a) => split(a.status, a.codes.map(shorthand)));
  return {
    set: "cases",
    id: r.id,
    family: familyOf(main),
    voice: r.contested ? "contested" : "uncontested",
    tags: [],
    dateOfService: r.dateOfService,
    payer: r.payer,
    note: r.text,
    answers: [main, ...others],
    why: [r.expected.notes, r.contestedWhy].filter(Boolean).join(" "),
    contested: r.contested,
    modifiersLabelled: true,
    mentions: null,
    drugs: null,
    guidance: undefined,
    counts: undefined,
  };
}

function familyOf(a: Answer): string {
  const code = a.codes[0]?.code;
  if (code === undefined) return (a.companions ?? []).length > 0 ? "drug" : "elsewhere";
  if (code === "20526") return "carpal_tunnel";
  if (code === "20550" || code === "20551") return "tendon_ligament";
  if (code === "20552" || code === "20553") return "trigger_point";
  return code.startsWith("206") ? "joint_bursa" : "dry_needling";
}

/** Reads the three labelled sets; null when the folder is not there. */
export function labelled(folder: string): Sample[] | null {
  if (!existsSync(join(folder, "written.jsonl"))) return null;
  const text = (name: string): string => readFileSync(join(folder, name), "utf8");
  const rows = text("written.jsonl")
    .split("\n")
    .filter(Boolean)
    .map((l) => JSON.parse(l) as RawWritten);
  return [
    ...rows.map(written),
    ...(JSON.parse(text("labels.json")) as RawReal[]).map((r) => real(r, text(join("notes", `${r.id}.txt`)))),
    ...(JSON.parse(text("cases.json")) as RawCase[]).map(fromCase),
  ];
}

export interface Transcription {
  readonly id: string;
  readonly specialty: string;
  readonly title: string;
  readonly note: string;
  /** Also among the labelled notes. */
  readonly labelled: boolean;
}

/** Unlabelled transcriptions; null when they are not there. */
export function transcriptions(folder: string): Transcription[] | null {
  const file = join(folder, "mtsamples.jsonl.gz");
  if (!existsSync(file)) return null;
  const flat = (s: string): string => s.replace(/\s+/g, " ").trim();
  const known = new Set(
    readdirSync(join(folder, "notes")).map((f) => flat(readFileSync(join(folder, "notes", f), "utf8"))),
  );
  return gunzipSync(readFileSync(file))
    .toString("utf8")
    .split("\n")
    .filter(Boolean)
    .map((l) => {
      const r = JSON.parse(l) as Omit<Transcription, "labelled">;
      return { ...r, labelled: known.has(flat(r.note)) };
    });
}
