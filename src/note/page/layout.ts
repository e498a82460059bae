/**
 * The shape of a note: lines, list items, table rows, fields, sentences, and the section each stands in.
 * A segment is the stretch in which a cue word may act on a structure.
 */
import { bullet } from "./bullets.ts";
import { holdsStructure, pastChoices } from "./entries.ts";
import { type Head, headingAt, inlineHeading, isRow, saysToday, soapLetter } from "./headings.ts";
import { EARLIER_TEXT, endOfPaste, pasted, ruledAt, type Pasted } from "./pasted.ts";
import { isNumbered, ProblemList } from "./problem-list.ts";
import type { Hit } from "../lexicon/scan.ts";
import { sentenceEnds } from "./sentences.ts";
import { HAS, MARK, MARK_ID, PARAGRAPH_START, type Tokens } from "../text/tokens.ts";

export interface Segment {
  readonly from: number;
  readonly to: number;
  /** `gives` of the section's heading cue; "none" before the first heading. */
  readonly section: string;
  /** Counts headings, so that two PROCEDURE sections stay apart. */
  readonly sectionNo: number;
  readonly kind: "sentence" | "item" | "row" | "field" | "heading";
  readonly paragraph: number;
  readonly line: number;
  /** Indentation in characters, for lists under a lead line. */
  readonly indent: number;
  /** Tick box at the start of the item; null when there is none. */
  readonly tick: boolean | null;
  /** Token after the field label or heading that it begins with, the colon; `from` when there is none. */
  readonly labelEnd: number;
  readonly first: boolean;
}

/** Where the text of a segment begins: past its label and the colon, where it has one. */
export const bodyOf = ({ from, labelEnd }: Segment): number => (labelEnd > from ? labelEnd + 1 : from);

/** Sections that go on past a blank line even when their text began on the heading's own line. */
const LASTING = new Set(["procedure", "addendum", "copied", "education"]);

/** "Consent: Y", "EBL: none", "Allergies: NKDA": a short answer on the heading's own line; the next field is no part of it. */
const ASIDES = new Set(["consent", "outcome", "context", "indication", "medication", "guidance"]);
const ASIDE = 7;
/** What is in the syringe is longer, and so is a diagnosis over a numbered list; they end with their line all the same. */
const LONG_ASIDE = 16;

/** Cuts the note into segments. `hitAt[i]` is the index of the hit that begins at token i, or -1. */
export function layout(t: Tokens, hits: readonly Hit[], hitAt: Int32Array): Segment[] {
  const out: Segment[] = [];
  const { id } = t;
  let section = "none";
  let sectionNo = 0;
  let paragraph = 0;
  let copied: Pasted = null;
  let soap = false;
  let inline = false;
  let host = section;
  // The text of `host` began on its heading's own line: it ends with its paragraph.
  let brief = false;
  let aside = false;
  const problems = new ProblemList();
  for (let line = 0; line < t.lineCount; line++) {
    const a = t.lines[line] as number;
    const b = t.lineEnd(line);
    const colons = t.holds(line, HAS.colon);
    const parted = ((t.flags[a] as number) & PARAGRAPH_START) !== 0;
    if (parted) paragraph++;
    const indent = (t.start[a] as number) - (t.lineAt[line] as number);
    const letter = soapLetter(t, a, b, soap);
    if (letter !== null) soap = true;
    const body = letter === null ? bullet(t, a, b) : { at: a, tick: null };
    const row = isRow(t, line, b);
    const end = copied === null ? null : endOfPaste(t, body.at, b);
    const head = letter ?? end ?? headingAt(t, hits, hitAt, ruledAt(t, body.at, b), b, colons);
    const isItem = body.at > a && !(head === null && bulleted(t, hits, hitAt, a, body, b));
    const plain = head === null || head.section === "field";
    if (copied === null && (aside || (plain && inline && !row && parted && (!isItem || section === "consent")))) {
      [section, inline] = [aside && !(brief && parted) ? host : "none", false];
      sectionNo++;
      aside = false;
    }
    const back = body.at > a && copied === null ? problems.item(t, a, indent, section) : null;
    if (back !== null) {
      [section, inline, aside] = [back, false, false];
      sectionNo++;
    }
    if (head !== null && !row) {
      if (head.section !== "field" && head.colon + 1 >= b) problems.close();
      else if (head.section !== "field" && body.at === a) problems.inside();
      copied = pasted(copied, head, parted, copied !== null && saysToday(t, body.at, b), t, b);
      const before = section;
      if (head.section !== "field")
        section = copied !== null || EARLIER_TEXT.has(head.section) ? "copied" : head.section;
      if (head.section !== "field") {
        sectionNo++;
        aside = ASIDES.has(head.section) && isShort(t, hits, hitAt, head, b);
        // "Date of service: 06/02/2025" at the head of a note: what follows is the note, not more of the date.
        if ((aside || head.colon === b) && section === "context" && before === "none") section = before;
        inline = head.colon + 1 < b && !LASTING.has(head.section);
        if (!aside) [host, brief] = [section, inline];
      }
    }
    const { tick } = body;
    let from = body.at;
    let first = true;
    if (head !== null && head.colon + 1 >= b) {
      const labelEnd = head.colon;
      out.push({ from, to: b, section, sectionNo, kind: "heading", paragraph, line, indent, tick, labelEnd, first });
      continue;
    }
    const kind = row ? "row" : isItem ? "item" : head !== null ? "field" : "sentence";
    let labelEnd = head !== null ? pastChoices(t, head.colon, b) : from;
    for (let k = from; k + 1 < b; k++) {
      const mark = (id[k] as number) - MARK_ID;
      if (mark !== FULL_STOP && mark !== SEMICOLON && mark !== QUESTION && mark !== EXCLAMATION) continue;
      const next = mark === SEMICOLON ? inlineHeading(t, hits, hitAt, k + 1, b, colons) : null;
      const field = next !== null && !holdsStructure(hits, hitAt, k + 1, next.colon) ? next : null;
      if (field === null && !sentenceEnds(t, hits, hitAt, k)) continue;
      out.push({ from, to: k + 1, section, sectionNo, kind, paragraph, line, indent, tick, labelEnd, first });
      from = k + 1;
      first = false;
      const inner = field ?? inlineHeading(t, hits, hitAt, from, b, colons);
      // "Dx: M79.18. L gluteus medius 2 cc": the answer ends with its sentence.
      if (aside && copied === null) {
        section = host;
        sectionNo++;
        aside = false;
      }
      labelEnd = inner !== null ? inner.colon : from;
      if (inner !== null && inner.section !== "field") {
        problems.inside();
        section = copied !== null || EARLIER_TEXT.has(inner.section) ? "copied" : inner.section;
        sectionNo++;
        aside = ASIDES.has(section) && isShort(t, hits, hitAt, inner, b);
        inline = !LASTING.has(section);
        if (!aside) [host, brief] = [section, inline];
      }
    }
    if (from < b) out.push({ from, to: b, section, sectionNo, kind, paragraph, line, indent, tick, labelEnd, first });
  }
  return out;
}

const EXCLAMATION = 33;
const FULL_STOP = 46;
const SEMICOLON = 59;
const QUESTION = 63;

/** Does a short answer follow the colon, and no more than that in its sentence ("Consent: signed. ASA: no.")? */
function isShort(t: Tokens, hits: readonly Hit[], hitAt: Int32Array, { section, colon }: Head, b: number): boolean {
  if (colon + 1 >= b) return false;
  for (let k = colon + 1; k < b && k - colon <= ASIDE; k++) if (sentenceEnds(t, hits, hitAt, k)) return true;
  if (b - colon <= ASIDE) return true;
  if (b - colon > LONG_ASIDE || !(section === "medication" || (section === "indication" && isNumbered(t, b))))
    return false;
  for (let k = colon + 1; k < b - 1; k++) if (sentenceEnds(t, hits, hitAt, k)) return false;
  return true;
}

/** Tokens of a list item at most, when it has more than one sentence. */
const ITEM = 25;

/** A paragraph with a bullet before it: no item of a list. */
function bulleted(
  t: Tokens,
  hits: readonly Hit[],
  hitAt: Int32Array,
  a: number,
  body: { at: number; tick: boolean | null },
  b: number,
): boolean {
  if (t.type[a] !== MARK || body.tick !== null || b - a <= ITEM) return false;
  for (let k = body.at; k + 1 < b; k++) if (sentenceEnds(t, hits, hitAt, k)) return true;
  return false;
}
