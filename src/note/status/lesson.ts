/**
 * A text that teaches how such things are done - a page of a textbook, a leaflet, the steps of a technique - is no note:
 * "Identify the joint line. Insert the needle. Inject 40 mg of triamcinolone." It tells of nothing that was done to anybody.
 */
import { DEED } from "../lexicon/deed-words.ts";
import type { Page } from "../page/page.ts";
import { deedWord } from "../page/single-words.ts";

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
    if ((deedWord(p, seg.labelEnd > seg.from ? seg.labelEnd + 1 : seg.from) & DEED.recipe) !== 0) signs++;
  }
  return signs >= LESSON && !TOLD.test(p.t.text);
}

/** What is told of a visit is told in the past, or of today: "is injected" tells of none. */
const TOLD =
  /\b(?:was|were|tolerated|tolerates|tol|today|gave|did|I|we)\b|(?<!\b(?:is|are|be|being|been|then) )\b(?:injected|aspirated|drained|needled|given|placed|prepped|infiltrated)\b/;
