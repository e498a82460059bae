/**
 * A text that teaches how such things are done - a page of a textbook, a leaflet, the steps of a technique - is no note:
 * "Identify the joint line. Insert the needle. Inject 40 mg of triamcinolone." It tells of nothing that was done to anybody.
 */
import { DEED } from "../lexicon/deed-words.ts";
import type { Segment } from "../page/layout.ts";
import { MEANS } from "../lexicon/lexicon.ts";
import { hitFrom, isOneOf, meansFrom, type Page } from "../page/page.ts";
import { deedWord } from "../page/single-words.ts";
import { CAPITAL, NUMBER, WORD } from "../text/tokens.ts";
import { bodyOf } from "../page/layout.ts";

/** So many signs that it teaches; one or two may stand in the plan of any note. */
const LESSON = 3;
/** A phrase of textbooks says more than a sentence that begins with a bare verb. */
const PHRASE = 2;

/** So many words of research are of many patients, and of no visit; one who takes part in a study is seen today. */
const STUDY = 2;
const TODAY = /\btoday\b/i;

/** Does the text teach, and tell of no visit? */
export function isLesson(p: Page, says: ReadonlyMap<string, number>): boolean {
  if ((says.get("research") ?? 0) >= STUDY && !TODAY.test(p.t.text)) return true;
  let signs = PHRASE * (says.get("lesson") ?? 0);
  for (let no = 0; no < p.segments.length && signs < LESSON; no++) {
    const seg = p.segments[no];
    if (seg === undefined || seg.section === "plan") continue;
    if ((deedWord(p, bodyOf(seg)) & DEED.recipe) !== 0) signs++;
    // "... with alcohol Allow the area to dry Inject 0.4 mL Fan it": sentences that only their capitals part.
    if (seg.to - seg.from >= RUN_ON) signs += stepsIn(p, seg);
  }
  return (signs >= LESSON || isSchedule(p)) && !TOLD.test(p.t.text);
}

/** "08:00 Adams - L knee Synvisc", "08:30 Baker - TPI": the day of a clinic, a line for each patient. */
function isSchedule(p: Page): boolean {
  let names = 0;
  if (!p.segments.slice(0, HEAD).some(({ from }) => isTime(p, from))) return false;
  for (let k = 0; k < p.t.n && names < PATIENTS; k++)
    if (isTime(p, k) && onNewLine(p, k) && namesPatient(p, k + 3)) names++;
  return names >= PATIENTS;
}

/** Segments among which the first time stands; lines with a name that make a schedule. */
const HEAD = 3;
const PATIENTS = 2;

const isTime = ({ t }: Page, k: number): boolean =>
  t.type[k] === NUMBER && t.isMark(k + 1, ":") && t.type[k + 2] === NUMBER && t.end[k] === t.start[k + 1];

/** Asked of the text: a line that goes on in the next one is no longer known as a line. */
const onNewLine = ({ t }: Page, k: number): boolean => k === 0 || t.text.slice(t.end[k - 1], t.start[k]).includes("\n");

/** A word with a capital that the book does not know, set off by a mark, and a structure or an act on its line. */
function namesPatient(p: Page, from: number): boolean {
  const { t } = p;
  const at = isOneOf(p, from, HALVES) ? from + 1 : from;
  if (t.type[at] !== WORD || ((t.flags[at] as number) & CAPITAL) === 0 || hitFrom(p, at) !== undefined) return false;
  if (/ed$|ing$/.test(t.textOf(at)) || !(t.isMark(at + 1, "-") || t.isMark(at + 1, ":") || t.isMark(at + 1, ",")))
    return false;
  for (let k = at + 2; k < t.n && !(isTime(p, k) && onNewLine(p, k)); k++)
    if ((meansFrom(p, k) & (MEANS.term | MEANS.act)) !== 0) return true;
  return false;
}

const HALVES = ["am", "pm", "a", "p"];

/** Tokens of a sentence that has lost its full stops, at least. */
const RUN_ON = 40;

/** Bare verbs with a capital in the middle of a sentence that is not written in capitals, after a word without one. */
function stepsIn({ t, lex }: Page, { from, to }: Segment): number {
  let steps = 0;
  for (let k = from + 1; k < to; k++)
    if (
      ((t.flags[k] as number) & CAPITAL) !== 0 &&
      t.type[k] === WORD &&
      ((lex.deeds[t.id[k] as number] ?? 0) & DEED.recipe) !== 0 &&
      t.type[k - 1] === WORD &&
      ((t.flags[k - 1] as number) & CAPITAL) === 0
    )
      steps++;
  return steps;
}

/** What is told of a visit is told in the past, or of today: "is injected" tells of none. */
const TOLD =
  /\b(?:was|were|tolerated|tolerates|tol|today|gave|did|I|we)\b|(?<!\b(?:is|are|be|being|been|then) (?:(?:slowly|gently|carefully|directly) )?)\b(?:injected|aspirated|drained|needled|given|placed|prepped|infiltrated)\b/;
