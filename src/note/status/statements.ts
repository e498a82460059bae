/** What the note says of the session as a whole. */
import { STATEMENT_WORDS } from "../../rulebook/cue-words.ts";
import type { StatementFact } from "../facts.ts";
import type { Segment } from "../page/layout.ts";
import { MEANS } from "../lexicon/lexicon.ts";
import { firstWith, hitBefore, hitFrom, holds, isOneOf, nextWith, some, type Page, saysAny } from "../page/page.ts";
import { DEED } from "../lexicon/deed-words.ts";
import { hasWord } from "../page/single-words.ts";
import { ELSEWHERE } from "../page/sections.ts";
import { isShorthand, SURGICAL } from "./ground.ts";
import { yearBeside } from "./bearing.ts";
import { negated } from "./near.ts";
import type { Hit } from "../lexicon/scan.ts";
import { WORD } from "../text/tokens.ts";
import type { SectionSigns } from "./signs.ts";
import { labelSide } from "../sides/sides.ts";
import { SAYS, NOT_NOW } from "../lexicon/says.ts";

/** All but the words that sum up, which summaries.ts asks for where they stand. */
const STATEMENTS: ReadonlySet<string> = new Set(STATEMENT_WORDS.filter((word) => word !== "summing-up"));

/** Sections whose words say nothing of the session. */
const SILENT = new Set<string>(ELSEWHERE);

/** They only help to read the note; no rule asks for them. */
const UNTOLD = new Set([
  "surgery",
  "operation",
  "coding-question",
  "no-needling",
  "skin-lesion",
  "lesson",
  "about",
  "letter",
  "arthrogram",
  "research",
]);

/** Statements by cue words (category `statement`), each kind once, with its first place. */
export function statementsIn(
  p: Page,
  note: SectionSigns,
): { facts: StatementFact[]; says: ReadonlyMap<string, number> } {
  const facts: StatementFact[] = [];
  const says = new Map<string, number>();
  const short = isShorthand(p);
  const needles = note.needled + note.needling > 0 && note.injected + note.injection === 0;
  for (let no = 0; no < p.segments.length; no++) {
    const seg = p.segments[no] as Segment;
    if (seg.section === "consent" && consentDenied(p, no))
      says.set("not-performed", (says.get("not-performed") ?? 0) + 1);
    if (!holds(p, no, MEANS.statement) || SILENT.has(seg.section)) continue;
    let aside: boolean | undefined;
    for (let h = firstWith(p, no, MEANS.statement); h >= 0; h = nextWith(p, no, MEANS.statement, h)) {
      const hit = p.hits[h] as Hit;
      const cue = hit.entry.by.statement;
      if (cue === undefined || !STATEMENTS.has(cue.gives)) continue;
      // "Arthrocentesis, left knee. Not done": the whole sentence says it.
      if (
        cue.id === "called-off" &&
        (hit.from !== seg.from || !CALLED_OFF.has(seg.section) || holds(p, no, MEANS.term | MEANS.side))
      )
        continue;
      // "Left side: not performed" says it of that side, not of the session.
      if (
        (cue.gives === "not-performed" || cue.gives === "no-needling") &&
        (labelSide(p, seg) !== "unspecified" || sideBefore(p, hit))
      )
        continue;
      // In a note of some length a word about money, mail or rules stands beside what was done; at its head it says what the text is.
      if (cue.gives === "about" && !(short || no < OPENING)) continue;
      // "Authorization request" over a text: what it names is to come.
      if (cue.gives === "paperwork") {
        says.set("about", 1);
        if (no > 1 || !seg.first || hit.from - seg.from > 2) continue;
      }
      if (cue.gives !== "trigger-point" || !(aside ??= elsewhere(p, no))) {
        // Closing a wound weighs twice among the words of surgery, an operation for which the note is written outweighs all.
        const weight = WEIGHT[cue.gives] ?? 0;
        const kind =
          weight > 0
            ? "surgery"
            : cue.gives === "paperwork"
              ? "not-performed"
              : needles && cue.id === "no-injection"
                ? "nothing-injected"
                : cue.gives;
        const n = says.get(kind) ?? 0;
        says.set(kind, n + (cue.gives === "operation" && titles(p, no, hit) ? SURGICAL : weight || 1));
        if (n === 0 && !UNTOLD.has(kind)) facts.push(statement(p, hit, kind as StatementFact["says"]));
        // An operation of another day makes nothing of today a part of it.
        if (cue.id === "operations" && !says.has("operation") && !(aside ??= elsewhere(p, no)) && !dated(p, seg))
          says.set("operation", 1);
      }
    }
  }
  return { facts, says };
}

/** Segments that say what kind of text it is. */
const OPENING = 2;
const CALLED_OFF = new Set(["none", "procedure", "not-done"]);
const WEIGHT: Readonly<Record<string, number>> = { surgery: 1, operation: 1, closure: 2 };

/** Is it the first sentence of the note, or the title of the procedure, with no injection named in it and no word of another day? */
function titles(p: Page, no: number, { from }: Hit): boolean {
  const seg = p.segments[no] as Segment;
  const titled = seg.section === "procedure" && (seg.labelEnd > seg.from || p.segments[no - 1]?.kind === "heading");
  if (!(titled || no === 0) || from - Math.max(seg.from, seg.labelEnd) > HEAD || elsewhere(p, no) || dated(p, seg))
    return false;
  if (hasWord(p, no, no + 1, DEED.span | DEED.after | DEED.visit)) return false;
  return !some(p, no, MEANS.act, ({ act }) => act?.gives === "injection" || act?.gives === "needling");
}

/** Tokens before the name of the operation in a title, at most. */
const HEAD = 12;

/** "Consent: declined", "Veteran consent: refused after discussion of risks": where nobody says what else was, all of it was. */
function consentDenied(p: Page, no: number): boolean {
  const { from, to: end, labelEnd } = p.segments[no] as Segment;
  if (labelEnd === from) return false;
  for (let h = firstWith(p, no, MEANS.status); h >= 0; h = nextWith(p, no, MEANS.status, h)) {
    const { entry, from: at, to } = p.hits[h] as Hit;
    // "Consent: signed, interpreter declined": of something else.
    if (at - labelEnd > ANSWER) return false;
    if (entry.by.status?.gives === "declined" && (to >= end || p.t.type[to] !== WORD || isOneOf(p, to, ALL)))
      return true;
  }
  return false;
}

/** Tokens from the colon to the answer, at most. */
const ANSWER = 2;
const ALL = ["after", "by", "today", "procedure", "injection", "injections"];

/** "Right not performed". */
const sideBefore = (p: Page, { from }: Hit): boolean => hitBefore(p, from)?.entry.by.side !== undefined;

/** "Arthroscopy in 2021". */
const dated = (p: Page, seg: Segment): boolean => YEAR.test(p.t.textFrom(seg.from, seg.to));
const YEAR = /\b(?:19|20)\d\d\b/;

/** Trigger points that are planned, past, declined or denied say nothing of what was treated. */
function elsewhere(p: Page, no: number): boolean {
  const section = (p.segments[no] as Segment).section;
  if (section === "not-done" || (section === "plan" && !carriedOut(p, no))) return true;
  return saysAny(p, no, NOT_NOW | SAYS.not);
}

/** "P: trigger point injections performed at three sites": in a plan, a verb of doing in the past. */
function carriedOut(p: Page, no: number): boolean {
  return some(p, no, MEANS.act, ({ act }) => act?.gives === "injected" || act?.gives === "needled");
}

/** A statement fact over a hit's words. */
export function statement(p: Page, hit: { from: number; to: number }, says: StatementFact["says"]): StatementFact {
  const start = p.t.start[hit.from] as number;
  const end = p.t.end[hit.to - 1] as number;
  return Object.freeze({ kind: "statement", says, text: p.t.text.slice(start, end), start, end });
}

/** Sections that tell what was done today. */
const TELLING = new Set(["procedure", "none", "addendum", "context", "medication", "outcome"]);

/** A statement that something was injected or needled, at its first place, outside history, plan and examination. */
export function doneIn(p: Page): StatementFact[] {
  const out: StatementFact[] = [];
  let injected: Hit | null = null;
  let needled: Hit | null = null;
  for (let no = 0; no < p.segments.length && (injected === null || needled === null); no++) {
    if (!holds(p, no, MEANS.act) || !(TELLING.has((p.segments[no] as Segment).section) || toldInPlan(p, no))) continue;
    for (let h = firstWith(p, no, MEANS.act); h >= 0; h = nextWith(p, no, MEANS.act, h)) {
      const hit = p.hits[h] as Hit;
      const act = hit.entry.by.act?.gives;
      if (act === "injected" && injected === null && isTold(p, hit)) injected = hit;
      else if (act === "needled" && needled === null && isTold(p, hit)) needled = hit;
    }
  }
  if (injected !== null) out.push(statement(p, injected, "injection-done"));
  if (needled !== null) out.push(statement(p, needled, "needling-done"));
  return out;
}

/** A plan that tells of points as treated, and puts nothing off. */
const toldInPlan = (p: Page, no: number): boolean =>
  (p.segments[no] as Segment).section === "plan" &&
  some(p, no, MEANS.statement, ({ statement: s }) => s?.gives === "trigger-point") &&
  !elsewhere(p, no);

function isTold(p: Page, hit: Hit): boolean {
  return !negated(p, { hit }) && !answeredNo(p, hit) && !yearBeside(p, { hit });
}

/** "Injected: none today", "Muscles injected: N/A". */
function answeredNo(p: Page, hit: Hit): boolean {
  if (!p.t.isMark(hit.to, ":")) return false;
  const next = hitFrom(p, hit.to + 1);
  return (
    next?.entry.by.status?.gives === "not" ||
    /^(?:none|no|n|na|nothing|0)$/i.test(p.t.textOf(Math.min(hit.to + 1, p.t.n - 1)))
  );
}
