/**
 * Reads a note: text in, facts out. Deterministic; every fact keeps its offsets into the original.
 * The path is tokens -> spelling -> phrases -> layout -> structures -> lists -> status -> links.
 */
import type { Rulebook } from "../rulebook/types.ts";
import { amend } from "./whole/amend.ts";
import { withoutBareNames } from "./structures/bare-names.ts";
import { blankStructure } from "./deeds/blanks.ts";
import { clinicalIn } from "./whole/clinical.ts";
import { clinicalWords, type ClinicalWords } from "./whole/clinical-words.ts";
import { countsIn } from "./given/counts.ts";
import { datesIn } from "./whole/dates.ts";
import { deedsIn } from "./deeds/deeds.ts";
import { eachDigit } from "./pointing/each-digit.ts";
import type { CountFact, Fact, Reading } from "./facts.ts";
import { enteredPlaces } from "./deeds/entered.ts";
import { factsOf } from "./whole/finish.ts";
import { isTreated, type Work } from "./structures/work.ts";
import { follow } from "./pointing/follow.ts";
import { Given } from "./given/given.ts";
import { guidanceIn } from "./given/guidance.ts";
import { labelsIn } from "./whole/labels.ts";
import { levelFields } from "./structures/levels.ts";
import { lexicon, type Lexicon } from "./lexicon/lexicon.ts";
import { pageOf, Room } from "./page/page-of.ts";
import { missingNouns } from "./pointing/missing.ts";
import { isLesson } from "./status/lesson.ts";
import { groundOf } from "./status/ground.ts";
import { addInOrder } from "./order.ts";
import { numberedSites } from "./pointing/numbered-sites.ts";
import { place } from "./status/place.ts";
import { pointsDone } from "./deeds/points-done.ts";
import { dateSessions } from "./whole/sessions.ts";
import { signs, type SectionSigns } from "./status/signs.ts";
import { guidedApart } from "./given/services.ts";
import { sidesFromElsewhere } from "./sides/side-elsewhere.ts";
import { mend, speller, type Speller } from "./lexicon/spelling.ts";
import { purposesIn } from "./status/purposes.ts";
import { doneIn, statementsIn } from "./status/statements.ts";
import { agents, madeReady, substancesIn, type Agents } from "./given/substances.ts";
import { asSeen, inPlacesOf } from "./text/seen.ts";
import { outlasted } from "./whole/outlasted.ts";
import { summaries } from "./whole/summaries.ts";
import { supplied } from "./given/supply.ts";
import { targets } from "./deeds/targets.ts";
import { tokenise } from "./text/tokenise.ts";
import { Tokens } from "./text/tokens.ts";
import { withTotals } from "./given/totals.ts";
import { unnamedKind, unnamedMuscles, unnamedPlace } from "./deeds/unnamed.ts";
import { untoldIn, withoutFound } from "./deeds/untold.ts";
import { withdrawn } from "./whole/withdrawn.ts";

/** A note in, what it says out. `criteria`: also what it says on a payer's criteria, which no code rests on. */
export type Reader = (text: string, criteria?: boolean) => Reading;

/** Makes a reader for a rulebook. The reader keeps no memory of the notes it has read. */
export function makeReader(book: Rulebook): Reader {
  const lex = lexicon(book);
  const spell = speller(lex);
  const known = agents(book.drugs);
  let criteria: ClinicalWords | null = null;
  const tokens = new Tokens();
  const room = new Room();
  return (text, asked = false) => {
    tokenise(text, lex.table, tokens);
    const seen = asSeen(text, tokens.signs);
    if (seen !== null) tokenise(seen.text, lex.table, tokens);
    const reading = read(lex, spell, known, asked ? (criteria ??= clinicalWords(book)) : null, tokens, room);
    return seen === null ? reading : inPlacesOf(text, seen, reading);
  };
}

/** What the tokens of a note say. */
function read(
  lex: Lexicon,
  spell: Speller,
  known: Agents,
  criteria: ClinicalWords | null,
  t: Tokens,
  room: Room,
): Reading {
  mend(lex, spell, t);
  t.seal();
  const page = pageOf(lex, t, room);
  const told = signs(page);
  const { facts: statements, says } = statementsIn(page, told.note);
  const dates = datesIn(t);
  if (isLesson(page, says)) return Object.freeze({ kind: "reading", facts: NO_FACTS, dates, findings: NO_FINDINGS });
  const named = page.segments.map((_, no) => substancesIn(page, no, known));
  const substances = says.has("not-performed") && told.note.injected === 0 ? madeReady(page, named) : named;
  const given = new Given(page.segments, substances);
  const ground = groundOf(page, told, says, given, substances, dates);
  const work = place(ground);
  outlasted(page, work, substances);
  follow(page, work, says, ground.asksCode);
  eachDigit(page, work);
  // Before what is told without a verb, which may give it back, and once more after it.
  withoutBareNames(work);
  const untold = targets(
    page,
    work,
    ground.pictured || ground.aboutShort ? [] : deedsIn(page, work, substances, says),
    says,
  );
  // Again, for the sheaths that only a deed without a verb has treated.
  eachDigit(page, work);
  enteredPlaces(page, work, ground.note, says, given);
  for (const w of missingNouns(page, work)) work.push(w);
  sortWork(work);
  withoutBareNames(work);
  levelFields(page, work);
  numberedSites(page, work);
  amend(page, work);
  withdrawn(page, work);
  dateSessions(page, work, dates);
  const conflicts = summaries(page, work);
  sidesFromElsewhere(page, work);
  const counts = countsIn(page);
  const guidance = guidedApart(page, work, guidanceIn(page, work));
  const byVerb = says.has("about") && !work.some(isTreated) ? [] : doneIn(page);
  const points = byVerb.length === 0 && isOfPoints(says, counts, ground.note);
  const done = points ? pointsDone(page, work, substances) : byVerb;
  const facts: Fact[] = [];
  addInOrder(facts, factsOf(page, work, given, says));
  addInOrder(facts, unnamedMuscles(page, work, counts, ground.shorthand));
  if (!says.has("surgery") && !says.has("not-performed")) {
    const kind = unnamedKind(page, work, ground.shorthand);
    addInOrder(facts, kind.length > 0 ? kind : unnamedPlace(page, work, substances));
  }
  addInOrder(facts, withTotals(page, supplied(page, substances, work), work, counts));
  addInOrder(facts, guidance);
  addInOrder(facts, counts);
  addInOrder(facts, labelsIn(t));
  const asked = untoldIn(page, work, untold, done.length > 0);
  addInOrder(facts, asked.length > 0 ? withoutFound(page, statements) : statements);
  addInOrder(facts, conflicts);
  addInOrder(facts, done);
  addInOrder(facts, asked);
  addInOrder(facts, blankStructure(page, counts, given.drugs && !ground.notPerformed, done.length > 0));
  addInOrder(facts, purposesIn(page));
  if (criteria !== null) addInOrder(facts, clinicalIn(page, criteria));
  return Object.freeze({ kind: "reading", facts: Object.freeze(facts), dates, findings: NO_FINDINGS });
}

/** Trigger points, counted or with a sign that they were done, in a note that is no operation, no letter and no refusal. */
const isOfPoints = (says: ReadonlyMap<string, number>, counts: readonly CountFact[], note: SectionSigns): boolean =>
  says.has("trigger-point") &&
  (counts.length > 0 ? counts.some((c) => c.value > 0) : note.done > 0) &&
  !["surgery", "operation", "not-performed", "about", "letter"].some((word) => says.has(word));

/** In order of the note, as nearly all are already. */
function sortWork(work: Work[]): void {
  for (let i = 1; i < work.length; i++)
    if ((work[i - 1] as Work).draft.from > (work[i] as Work).draft.from) {
      work.sort((a, b) => a.draft.from - b.draft.from);
      return;
    }
}

const NO_FACTS: Reading["facts"] = Object.freeze([]);
const NO_FINDINGS: Reading["findings"] = Object.freeze([]);
