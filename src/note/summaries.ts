/**
 * What a heading, an assessment, a bill or a closing line claims to have been treated, held against the description that
 * tells of it structure by structure. The description decides: what a summary adds to it does not count, what a heading
 * adds is in doubt. Where the description tells of no structure, or points back to the list, the list stands.
 */
import type { StatementFact } from "./facts.ts";
import type { Work } from "./finish.ts";
import { MEANS } from "./lexicon.ts";
import { hitBefore, holds, isLink, some, type Page } from "./page.ts";
import { pointersIn } from "./pointers.ts";
import { borneOut, namesSame } from "./same.ts";

/** Nouns that name the procedure without saying that it was done. */
export const TITLE_CUES: ReadonlySet<string> = new Set(["injection", "needling", "block"]);

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
  if (body.length === 0) return [];
  const kinds = new Set(body.filter((w) => w.verdict.verb).map((w) => w.draft.kind));
  const segments = new Set([...claims].map((w) => w.draft.segment));
  const borne = new Set([...claims].filter((w) => borneOut(p, w, told, segments)));
  const out: StatementFact[] = [];
  for (const w of claims) {
    const beside = [...borne].some((x) => x.draft.segment === w.draft.segment);
    const back = looksBack(p, w) ?? (isTitle(w) || !told.some((t) => t.draft.from < w.draft.from) ? null : "alone");
    if (borne.has(w) || w.draft.kind === "region") {
      if (back !== null && restates(p, w, body)) w.verdict = { ...w.verdict, status: "other", because: "restated" };
      continue;
    }
    if (!beside && (back === "beside" || !kinds.has(w.draft.kind))) continue;
    if (back === null && (pointedAt(p, work, w) || reached(p, work, told, w))) continue;
    // With an amount of its own it is told of here, unless something beside it only repeats the description.
    if (back !== null && !beside && holds(p, w.draft.segment, MEANS.unit)) continue;
    if (back === null) w.headingOnly = true;
    else w.verdict = { status: "other", because: "not in the description", verb: true };
    out.push(conflict(p, w, told.find((t) => namesSame(p, t.draft, w.draft)) ?? (body[0] as Work)));
  }
  return out;
}

const isTreated = (w: Work): boolean => w.verdict.status === "injected" || w.verdict.status === "needled";

/** A title, or a field that names the procedure. Items and rows are the record itself. */
function isTitle(w: Work): boolean {
  return !w.verdict.verb && TITLE_CUES.has(w.verdict.because) && w.seg.kind !== "item" && w.seg.kind !== "row";
}

/** Does it stand where a note looks back at what was done? */
function looksBack(p: Page, w: Work): "alone" | "beside" | null {
  if (some(p, w.draft.segment, MEANS.statement, ({ statement }) => statement?.gives === "summing-up")) return "alone";
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
  const named = new Set(
    items.filter((w) => described.some((d) => namesSame(p, d.draft, w.draft))).map((w) => w.seg.sectionNo),
  );
  return items.filter(({ seg }) => named.has(seg.sectionNo) && !sections.has(seg.sectionNo));
}

/**
 * Sentences that only name the procedure with its places ("injections of the trapezius and levator were performed") and
 * repeat one of them that is told of in detail elsewhere.
 */
function retold(p: Page, told: readonly Work[]): Work[] {
  const detailed = told.filter((w) => holds(p, w.draft.segment, MEANS.unit));
  if (detailed.length === 0) return [];
  return told.filter((w) => {
    const { segment } = w.draft;
    if (w.seg.kind !== "sentence" || w.draft.sites !== null || holds(p, segment, MEANS.unit | MEANS.substance))
      return false;
    if (!w.verdict.verb || !holds(p, segment, MEANS.act)) return false;
    if (some(p, segment, MEANS.act, ({ act }) => act !== undefined && tellsHow(act.gives, act.words))) return false;
    return told.some((x) => x.draft.segment === segment && detailed.some((d) => namesSame(p, d.draft, x.draft)));
  });
}

/** "Injections were performed" names the procedure; "was injected", "into" tell how it went. */
function tellsHow(gives: string, words: string): boolean {
  return gives !== "performed" && !TITLE_CUES.has(gives) && !/\b(?:injections?|tpis?)\b/.test(words);
}

/** In an assessment: "injections of the trapezius and levator were performed". It counts for nothing, and may contradict. */
function namedAsDone(p: Page, { draft, seg, verdict }: Work): boolean {
  if (!verdict.because.startsWith("section ")) return false;
  if (
    !some(
      p,
      draft.segment,
      MEANS.act | MEANS.status,
      (by) => by.act?.gives === "performed" || by.status?.gives === "done",
    )
  )
    return false;
  for (let k = draft.from; k > seg.from;) {
    const hit = hitBefore(p, k);
    if (hit?.entry.by.act !== undefined) return TITLE_CUES.has(hit.entry.by.act.gives);
    if (hit !== undefined && (hit.entry.bits & (MEANS.term | MEANS.side | MEANS.part)) !== 0) k = hit.from;
    else if (isLink(p, k - 1) || p.t.isMark(k - 1, ",") || OF.test(p.t.textOf(k - 1))) k--;
    else return false;
  }
  return false;
}

const OF = /^(?:of|to|in|into|the|for)$/i;

/** A general word for what the description names one by one. */
function restates(p: Page, w: Work, body: readonly Work[]): boolean {
  if (w.draft.kind === "region") return body.some((b) => b.draft.kind === "muscle" || b.draft.kind === "group");
  const members = w.draft.id === null ? undefined : p.lex.structures[w.draft.id]?.members;
  return members !== undefined && body.some((b) => b.draft.id !== null && members.includes(b.draft.id));
}

/**
 * The description comes to the structure without saying that it was injected ("the right sacroiliac joint was aligned"),
 * and tells of an injection without saying where.
 */
function reached(p: Page, work: readonly Work[], told: readonly Work[], claim: Work): boolean {
  const open = work.filter((w) => w !== claim && REACHED.has(w.verdict.because) && namesSame(p, w.draft, claim.draft));
  if (open.length === 0) return false;
  if (!borneOut(p, claim, [...told, ...open], new Set([claim.draft.segment]))) return false;
  const busy = new Set(work.filter(isTreated).map((w) => w.draft.segment));
  return open.some(({ seg }) =>
    p.segments.some(
      (s, no) =>
        s.sectionNo === seg.sectionNo &&
        !busy.has(no) &&
        some(p, no, MEANS.act, ({ act }) => act?.gives === "injected" || act?.gives === "performed"),
    ),
  );
}

/** Reasons that say no more than where the needle was, or nothing. */
const REACHED = new Set(["section procedure", "landmark-words", "no section"]);

/** "Each of the sites above was injected": the words point back to the heading, past no other structure. */
function pointedAt(p: Page, work: readonly Work[], w: Work): boolean {
  for (let no = w.draft.segment + 1; no < p.segments.length; no++) {
    if (!holds(p, no, MEANS.act | MEANS.substance | MEANS.unit | MEANS.reference)) continue;
    const seg = p.segments[no];
    if (seg === undefined) break;
    const at = some(p, no, MEANS.reference, ({ reference }) => reference?.gives === "above")
      ? seg.from
      : pointersIn(p, seg)[0]?.from;
    if (at === undefined) continue;
    const last = work.findLast((x) => x.draft.from < at && x.draft.kind !== "region");
    if (last?.draft.segment === w.draft.segment) return true;
  }
  return false;
}

function conflict(p: Page, claim: Work, told: Work): StatementFact {
  const place = ({ draft }: Work): { start: number; end: number } => ({
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
