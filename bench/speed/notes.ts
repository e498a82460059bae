/**
 * Made procedure notes with known muscle mentions: 2.3 KB in the middle, the same bytes from the same seed
 * on any machine. No real note was read to make them.
 */
import { createHash } from "node:crypto";
import { LATIN_NAMES, SPOKEN } from "./vocabulary.ts";

/** mulberry32: small, seedable, good enough to pick words. */
export function prng(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export const pick = <T>(rnd: () => number, xs: readonly T[]): T => xs[Math.floor(rnd() * xs.length)] as T;
const title = (s: string): string => (s[0] ?? "").toUpperCase() + s.slice(1);

const HPI = [
  "The patient is a 54-year-old returning for follow-up of chronic neck and shoulder girdle pain.",
  "Pain is described as deep, aching and constant, rated 7/10 at its worst and 4/10 today.",
  "Symptoms began after a lifting incident at work and have persisted despite physical therapy and NSAIDs.",
  "Denies fever, chills, weight loss, bowel or bladder changes, or new weakness.",
  "Prior treatment gave about 60 percent relief lasting nearly ten weeks before symptoms returned.",
  "Home exercise program was reviewed and the patient reports doing it most days of the week.",
  "Sleep is disturbed three nights out of seven and driving more than thirty minutes aggravates the pain.",
  "No anticoagulant use. No known drug allergies. No history of bleeding disorder.",
];
const EXAM = [
  "On palpation there was a taut band with a local twitch response reproducing the familiar pain.",
  "Range of motion was limited by about twenty degrees with end-range discomfort.",
  "Strength was 5/5 throughout and sensation was intact to light touch.",
  "Gait was steady without an assistive device; reflexes were symmetric.",
  "Skin over the treatment area was clean, dry and intact with no sign of infection.",
];
const PROC = [
  "Risks, benefits and alternatives were discussed and written consent was obtained.",
  "A time-out was performed and the sites were marked with the patient seated.",
  "The skin was prepped with chlorhexidine and draped in the usual fashion.",
  "Negative aspiration was confirmed before each deposit of 1 mL of 1% lidocaine without epinephrine.",
  "The patient tolerated the procedure well with no immediate complication and was observed for fifteen minutes.",
];
const PLAN = [
  "Ice as needed for the first day, then resume stretching.",
  "Return in six weeks or sooner if symptoms worsen.",
  "Consider imaging if there is no response after the next visit.",
  "Continue current medications; no changes were made today.",
];

const SIDES = ["left", "right", "bilateral", "Left", "Right", "L", "R"];
type Sentence = (side: string, muscle: string) => string;
const SITE: readonly Sentence[] = [
  (s, m) => `${title(s)} ${m}: 25-gauge needle introduced, needling in a fan pattern.`,
  (s, m) => `The ${s} ${m} was injected with 1 mL of the mixture.`,
  (s, m) => `Trigger point identified in the ${s} ${m} and injected.`,
  (s, m) => `Injection into the ${s} ${m.toUpperCase()} without difficulty.`,
];
const UNTENDER: Sentence = (s, m) => `No tenderness over the ${s} ${m}.`;
const INTENDED: Sentence = (s, m) => `Will consider injecting the ${s} ${m} at the next visit.`;
const EARLIER: Sentence = (s, m) => `History of injection to the ${s} ${m} in March with good relief.`;
const OTHER = [UNTENDER, INTENDED, EARLIER];

function paragraph(rnd: () => number, pool: readonly string[], n: number): string {
  const out: string[] = [];
  for (let i = 0; i < n; i++) out.push(pick(rnd, pool));
  return out.join(" ");
}

// The order in which the picks are drawn fixes the bytes: keep it.
function note(rnd: () => number, i: number): string {
  const muscle = (): string => (rnd() < 0.7 ? pick(rnd, LATIN_NAMES) : pick(rnd, SPOKEN));
  const sites = 1 + Math.floor(rnd() * 6);
  const lines: string[] = [];
  for (let k = 0; k < sites; k++) lines.push(pick(rnd, SITE)(pick(rnd, SIDES), muscle()));
  return [
    `PROCEDURE NOTE ${String(i).padStart(6, "0")}`,
    `DATE OF SERVICE: 2025-${String(1 + (i % 12)).padStart(2, "0")}-${String(1 + (i % 28)).padStart(2, "0")}`,
    "",
    "HISTORY OF PRESENT ILLNESS:",
    `${paragraph(rnd, HPI, 6 + Math.floor(rnd() * 4))} ${pick(rnd, OTHER)(pick(rnd, SIDES), muscle())}`,
    "",
    "PHYSICAL EXAM:",
    `${paragraph(rnd, EXAM, 4 + Math.floor(rnd() * 4))} ${UNTENDER(pick(rnd, SIDES), muscle())}`,
    "",
    "PROCEDURE:",
    paragraph(rnd, PROC, 5),
    ...lines,
    "",
    "ASSESSMENT AND PLAN:",
    `${paragraph(rnd, PLAN, 4)} ${INTENDED(pick(rnd, SIDES), muscle())}`,
    "",
  ].join("\n");
}

export function madeNotes(n = 5000, seed = 20550): string[] {
  const rnd = prng(seed);
  return Array.from({ length: n }, (_, i) => note(rnd, i));
}

/** SHA-256 of 5,000 notes joined by line ends, first 16 digits; other digits mean that old figures no longer compare. */
export const ANCHOR = "088223916b32b5c9";
export const fingerprint = (notes: readonly string[]): string =>
  createHash("sha256").update(notes.join("\n")).digest("hex").slice(0, 16);
