/**
 * Reads a note: text in, facts out. Deterministic; every fact keeps its offsets into the original.
 * The path is tokens -> spelling -> phrases -> layout -> structures -> lists -> status -> links.
 */
import type { Rulebook } from "../rulebook/types.ts";
import { amend } from "./amend.ts";
import { blankStructure } from "./blanks.ts";
import { withoutChoices } from "./choices.ts";
import { unclothed } from "./clothes.ts";
import { clinicalIn } from "./clinical.ts";
import { clinicalWords, type ClinicalWords } from "./clinical-words.ts";
import { countsIn } from "./counts.ts";
import { datesIn } from "./dates.ts";
import { deedsIn } from "./deeds.ts";
import { digitsOf } from "./digits.ts";
import type { Fact, Reading } from "./facts.ts";
import { enteredPlaces } from "./entered.ts";
import { factsOf, type Work } from "./finish.ts";
import { follow } from "./follow.ts";
import { Given } from "./given.ts";
import { guidanceIn } from "./guidance.ts";
import { labelsIn } from "./labels.ts";
import { layout, type Segment } from "./layout.ts";
import { levelFields } from "./levels.ts";
import { lexicon, MEANS, type Lexicon } from "./lexicon.ts";
import type { Page, Walk } from "./page.ts";
import { scan, type Hit } from "./scan.ts";
import { missingNouns } from "./missing.ts";
import { groundOf } from "./ground.ts";
import { addInOrder } from "./order.ts";
import { place } from "./place.ts";
import { dateSessions } from "./sessions.ts";
import { signs } from "./signs.ts";
import { guidedApart } from "./services.ts";
import { sidesFromElsewhere } from "./side-elsewhere.ts";
import { mend, speller, type Speller } from "./spelling.ts";
import { purposesIn } from "./purposes.ts";
import { doneIn, statementsIn } from "./statements.ts";
import { agents, madeReady, substancesIn, type Agents } from "./substances.ts";
import { summaries } from "./summaries.ts";
import { supplied } from "./supply.ts";
import { targets } from "./targets.ts";
import { tokenise } from "./tokenise.ts";
import { Tokens } from "./tokens.ts";
import { withTotals } from "./totals.ts";
import { unnamedKind, unnamedMuscles, unnamedPlace } from "./unnamed.ts";
import { untoldIn } from "./untold.ts";
import { unwrap } from "./wraps.ts";

/** A note in, what it says out. `criteria`: also what it says on a payer's criteria, which no code rests on. */
export type Reader = (text: string, criteria?: boolean) => Reading;

/** Makes a reader for a rulebook. The reader keeps no memory of the notes it has read. */
export function makeReader(book: Rulebook): Reader {
  const lex = lexicon(book);
  const spell = speller(lex);
  const known = agents(book.drugs);
  let criteria: ClinicalWords | null = null;
  const tokens = new Tokens();
  return (text, asked = false) => {
    const bare = unclothed(text);
    const reading = read(bare, lex, spell, known, asked ? (criteria ??= clinicalWords(book)) : null, tokens);
    return bare === text ? reading : inWordsOf(text, reading);
  };
}

function read(
  text: string,
  lex: Lexicon,
  spell: Speller,
  known: Agents,
  criteria: ClinicalWords | null,
  t: Tokens,
): Reading {
  tokenise(text, lex.table, t);
  mend(lex, spell, t);
  const page = pageOf(lex, t);
  const told = signs(page);
  const { facts: statements, says } = statementsIn(page, told.note);
  const digits = digitsOf(t);
  const dates = datesIn(text, digits);
  const named = page.segments.map((_, no) => substancesIn(page, no, known));
  const substances = says.has("not-performed") && told.note.injected === 0 ? madeReady(page, named) : named;
  const deeds = deedsIn(page, substances, says);
  const given = new Given(page.segments, substances);
  const ground = groundOf(page, told, says, given, substances, dates);
  const work = place(ground);
  follow(page, work);
  const untold = targets(page, work, deeds, says);
  enteredPlaces(page, work, ground.note, says, given);
  for (const w of missingNouns(page, work)) work.push(w);
  sortWork(work);
  levelFields(page, work);
  amend(page, work);
  dateSessions(page, work, dates);
  const conflicts = summaries(page, work);
  sidesFromElsewhere(page, work);
  const counts = countsIn(page);
  const guidance = guidedApart(page, work, guidanceIn(page, work));
  const done = doneIn(page);
  const facts: Fact[] = [];
  addInOrder(facts, factsOf(page, work, given, says));
  addInOrder(facts, unnamedMuscles(page, work, counts));
  if (!says.has("surgery") && !says.has("not-performed")) {
    addInOrder(facts, unnamedKind(page, work, ground.shorthand));
    addInOrder(facts, unnamedPlace(page, work, substances));
  }
  addInOrder(facts, withTotals(page, supplied(page, substances, work), work, counts));
  addInOrder(facts, guidance);
  addInOrder(facts, counts);
  addInOrder(facts, labelsIn(text, digits));
  addInOrder(facts, statements);
  addInOrder(facts, conflicts);
  addInOrder(facts, done);
  addInOrder(facts, untoldIn(page, work, untold, done.length > 0));
  addInOrder(facts, blankStructure(page));
  addInOrder(facts, purposesIn(page));
  if (criteria !== null) addInOrder(facts, clinicalIn(page, criteria));
  return Object.freeze({ kind: "reading", facts: Object.freeze(facts), dates, findings: NO_FINDINGS });
}

/** In order of the note, as nearly all are already. */
function sortWork(work: Work[]): void {
  for (let i = 1; i < work.length; i++)
    if ((work[i - 1] as Work).draft.from > (work[i] as Work).draft.from) {
      work.sort((a, b) => a.draft.from - b.draft.from);
      return;
    }
}

/** A reading of the bare text, each fact in the words of the text it was read from. */
function inWordsOf(text: string, reading: Reading): Reading {
  const facts = reading.facts.map((f) => Object.freeze({ ...f, text: text.slice(f.start, f.end) }));
  return Object.freeze({ ...reading, facts: Object.freeze(facts) });
}

const NO_FINDINGS: Reading["findings"] = Object.freeze([]);

/** What a tick box begins with, or looks like. */
const TICKS = ["[", "☐", "☑", "☒", "□", "( )", "(x)", "(X)"];

function pageOf(lex: Lexicon, t: Tokens, again = false): Page {
  const hits = withoutChoices(t, scan(lex, t));
  const hitAt = new Int32Array(t.n + 1).fill(-1);
  const hitEnd = new Int32Array(t.n + 1).fill(-1);
  const means = new Int32Array(hits.length);
  let hasAct = false;
  for (let i = 0; i < hits.length; i++) {
    const { from, to, entry } = hits[i] as Hit;
    hitAt[from] = i;
    hitEnd[to] = i;
    means[i] = entry.bits;
    if ((entry.bits & (MEANS.act | MEANS.substance)) !== 0 || entry.by.statement?.gives === "coding-question")
      hasAct = true;
  }
  if (unwrap(lex, t, hits, hitAt) && !again) return pageOf(lex, t, true);
  const segments = layout(t, hits, hitAt);
  const ranges = new Int32Array(segments.length * 2);
  const bits = new Int32Array(segments.length);
  let h = 0;
  for (let i = 0; i < segments.length; i++) {
    const seg = segments[i] as Segment;
    while (h < hits.length && (hits[h] as Hit).from < seg.from) h++;
    ranges[2 * i] = h;
    let held = 0;
    for (; h < hits.length && (hits[h] as Hit).from < seg.to; h++) held |= means[h] as number;
    bits[i] = held;
    ranges[2 * i + 1] = h;
  }
  const ticks = TICKS.some((mark) => t.text.includes(mark));
  return {
    lex,
    t,
    hits,
    hitAt,
    hitEnd,
    segments,
    ranges,
    means,
    bits,
    named: namesOf(hits),
    walks: { before: noWalk(), after: noWalk() },
    hasAct,
    ticks,
  };
}

const noWalk = (): Walk => ({ low: 1, high: 0, side: "unspecified" });

/** Asked only where a word has several meanings, so gathered only then. */
function namesOf(hits: readonly Hit[]): () => ReadonlySet<string> {
  let names: Set<string> | undefined;
  return () => {
    if (names !== undefined) return names;
    names = new Set<string>();
    for (const { entry } of hits) if ((entry.bits & MEANS.term) !== 0) for (const id of entry.sole) names.add(id);
    return names;
  };
}
