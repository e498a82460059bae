/**
 * What a heading, an assessment, a bill or a closing line claims to have been treated, held against the description that
 * tells of it structure by structure. The description decides: what a summary adds to it does not count, what a heading
 * adds is in doubt. Where the description tells of no structure, or points back to the list, the list stands.
 */
import type { NotePlace } from "../../base/finding.ts";
import { Borne } from "./borne.ts";
import { hasWord } from "../page/single-words.ts";
import { DEED } from "../lexicon/deed-words.ts";
import type { StatementFact } from "../facts.ts";
import { isTreated, type Work } from "../structures/work.ts";
import { is, MEANS, ROLE } from "../lexicon/lexicon.ts";
import { Named } from "../structures/named.ts";
import { hitBefore, holds, isLink, some, type Page } from "../page/page.ts";

/** Nouns that name the procedure without saying that it was done. */
export const TITLE_CUES: ReadonlySet<string> = new Set(["injection", "drawing", "needling", "block"]);

/** Sections that look back at the description; in the later three, only beside something that was described. */
const AFTER: Readonly<Record<string, "alone" | "beside">> = {
  assessment: "alone",
  billing: "alone",
  plan: "beside",
  outcome: "beside",
  indication: "beside",
};

/**
 * Marks what the description does not bear out: a summary's claim becomes `other`, a heading's is in doubt. Gives a
 * statement for each, with the places of both. `work` is in order of the note.
 */
export function summaries(p: Page, work: readonly Work[]): StatementFact[] {
  const treated = work.filter(isTreated);
  if (treated.length === 0) return [];
  const claims = new Set(treated.filter((w) => isTitle(w) || looksBack(p, w) !== null));
  let told = treated.filter((w) => !claims.has(w));
  for (const w of [...retold(p, told), ...listed(p, told)]) claims.add(w);
  for (const w of work) if (AFTER[w.seg.section] === "alone" && !isTreated(w) && namedAsDone(p, w)) claims.add(w);
  if (claims.size === 0) return [];
  told = told.filter((w) => !claims.has(w));
  // An addendum adds to the note; it does not say that the rest was not done.
  const body = told.filter((w) => w.seg.section !== "addendum" && w.draft.kind !== "region");
  const first = body[0];
  if (first === undefined) return [];
  const description = new Borne(p, work, told, claims);
  const kinds = new Set(body.filter((w) => w.verdict.verb).map((w) => w.draft.kind));
  const borne = new Set([...claims].filter((w) => description.bears(w)));
  const besides = new Set([...borne].map((w) => w.draft.segment));
  const muscles = body.some((b) => b.draft.kind === "muscle" || b.draft.kind === "group");
  const out: StatementFact[] = [];
  for (const w of claims) {
    const { kind, segment } = w.draft;
    const back = looksBack(p, w) ?? (isTitle(w) || w.draft.from < first.draft.from ? null : "alone");
    if (borne.has(w) || kind === "region") {
      // A general word for what the description names one by one.
      const restates = kind === "region" ? muscles : kind === "group" && description.tellsMemberOf(w);
      if (back !== null && restates) w.verdict = { ...w.verdict, status: "other", because: "restated" };
      continue;
    }
    const beside = besides.has(segment);
    if (!beside && (back === "beside" || !kinds.has(kind))) continue;
    if (back === null && description.leavesOpen(w)) continue;
    // With an amount of its own it is told of here, unless something beside it only repeats the description.
    if (back !== null && !beside && holds(p, segment, MEANS.unit)) continue;
    if (back === null) w.headingOnly = true;
    else w.verdict = { status: "other", because: "not in the description", verb: true };
    out.push(conflict(p, w, description.told(w) ?? first));
  }
  return out;
}

/** A title, or a field that names the procedure. Items and rows are the record itself. */
function isTitle(w: Work): boolean {
  return !w.verdict.verb && TITLE_CUES.has(w.verdict.because) && w.seg.kind !== "item" && w.seg.kind !== "row";
}

/** Does it stand where a note looks back at what was done? */
function looksBack(p: Page, w: Work): "alone" | "beside" | null {
  if (some(p, w.draft.segment, MEANS.statement, ({ statement }) => statement?.gives === "summing-up")) return "alone";
  // A description may follow the indication without a heading of its own.
  if (w.seg.section === "indication" && w.verdict.verb) return null;
  return AFTER[w.seg.section] ?? null;
}

/** Items that name procedures ("2. Trigger point injection, right levator"), where another section describes one of them. */
function listed(p: Page, told: readonly Work[]): Work[] {
  const items = told.filter(
    ({ verdict, seg, draft }) =>
      !verdict.verb && TITLE_CUES.has(verdict.because) && seg.kind === "item" && !holds(p, draft.segment, MEANS.unit),
  );
  if (items.length === 0) return [];
  const described = told.filter((w) => w.verdict.verb);
  const sections = new Set(described.map((w) => w.seg.sectionNo));
  const named = new Named(p, described);
  const lists = new Set(items.filter((w) => named.of(w).length > 0).map((w) => w.seg.sectionNo));
  return items.filter(({ seg }) => lists.has(seg.sectionNo) && !sections.has(seg.sectionNo));
}

/**
 * Sentences that only name the procedure with its places ("injections of the trapezius and levator were performed") and
 * repeat one of them that is told of in detail elsewhere.
 */
function retold(p: Page, told: readonly Work[]): Work[] {
  const plain = told.filter((w) => onlyNames(p, w));
  if (plain.length === 0) return [];
  const detailed = new Named(
    p,
    told.filter((w) => holds(p, w.draft.segment, MEANS.unit)),
  );
  const repeats = new Set(plain.filter((w) => detailed.of(w).length > 0).map((w) => w.draft.segment));
  return plain.filter((w) => repeats.has(w.draft.segment));
}

/** Does its sentence name the procedure without a word of how it went: no amount, no substance, no "into"? */
function onlyNames(p: Page, { draft, seg, verdict }: Work): boolean {
  const no = draft.segment;
  if (seg.kind !== "sentence" || draft.sites !== null || !verdict.verb) return false;
  // "The same was done on the left" tells how.
  if (hasWord(p, no, no + 1, DEED.same)) return false;
  if (!holds(p, no, MEANS.act) || holds(p, no, MEANS.unit | MEANS.substance)) return false;
  return !some(p, no, MEANS.act, ({ act }) => act !== undefined && tellsHow(act.gives, act.words));
}

/** "Injections were performed" names the procedure; "was injected", "into" tell how it went. */
function tellsHow(gives: string, words: string): boolean {
  return gives !== "performed" && !TITLE_CUES.has(gives) && !/\b(?:injections?|tpis?)\b/.test(words);
}

const SAID = MEANS.act | MEANS.status;

/** In an assessment: "injections of the trapezius and levator were performed". It counts for nothing, and may contradict. */
function namedAsDone(p: Page, { draft, seg, verdict }: Work): boolean {
  if (!verdict.because.startsWith("section ")) return false;
  if (!some(p, draft.segment, SAID, (by) => by.act?.gives === "performed" || by.status?.gives === "done")) return false;
  for (let k = draft.from; k > seg.from && draft.from - k < MOST;) {
    const hit = hitBefore(p, k);
    if (hit?.entry.by.act !== undefined) return TITLE_CUES.has(hit.entry.by.act.gives);
    if (hit !== undefined && (hit.bits & LISTED) !== 0) k = hit.from;
    else if (isLink(p, k - 1) || is(p.lex, p.t.id[k - 1] as number, ROLE.open) || p.t.isMark(k - 1, ",")) k--;
    else return false;
  }
  return false;
}

const LISTED = MEANS.term | MEANS.side | MEANS.part;
/** Tokens of a list between the noun and a structure of it. */
const MOST = 40;

function conflict(p: Page, claim: Work, told: Work): StatementFact {
  const place = ({ draft }: Work): NotePlace => ({
    start: p.t.start[draft.from] as number,
    end: p.t.end[draft.to - 1] as number,
  });
  const { start, end } = place(claim);
  const name = claim.draft.id === null ? undefined : p.lex.structures[claim.draft.id]?.name;
  const side = claim.draft.side === "unspecified" ? "" : `${claim.draft.side} `;
  return Object.freeze({
    kind: "statement",
    says: "summary-conflict",
    value: `${side}${name ?? p.t.text.slice(start, end)}`,
    against: Object.freeze(place(told)),
    text: p.t.text.slice(start, end),
    start,
    end,
  });
}
