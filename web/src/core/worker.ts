/**
 * The core in the page: reader and engine at once; payers, search and documents when they are first asked for. It keeps
 * nothing of a note after it has answered.
 */
import type { Determination, Encounter } from "../../../src/coding/determination.ts";
import { answerText } from "../../../src/explain/answer.ts";
import { beliefsFor } from "../../../src/explain/heard.ts";
import { notCounted } from "../../../src/explain/tell.ts";
import type { Coverage } from "../../../src/policy/types.ts";
import { changeDays } from "../../../src/rulebook/on.ts";
import type { Rulebook } from "../../../src/rulebook/types.ts";
import { loadCore, type Core } from "./load.ts";
import { marksOf } from "./marks.ts";
import {
  DRAWN,
  SEEN,
  type Answer,
  type Ask,
  type Catalogue,
  type Era,
  type Found,
  type Mark,
  type Reply,
  type Seen,
} from "./messages.ts";
import { once } from "./once.ts";
import { timeline } from "./timeline.ts";

const post = (reply: Reply): void => (self as unknown as { postMessage(m: Reply): void }).postMessage(reply);

const coverage = once(() => import("../../../src/policy/cover.ts"));
const searching = once(() => import("../../../src/explain/cite.ts"));
const papers = once(() => import("./paper.ts"));

const core = loadCore(announce).catch((error: unknown) => {
  post({ kind: "failed", seq: null, what: "book" });
  throw error;
});
/** The number of the newest question: slow work for an older one stops. */
let newest = 0;

self.addEventListener("message", (event: MessageEvent<Ask>) => {
  const ask = event.data;
  if (ask.kind === "answer" || ask.kind === "timeline") newest = ask.seq;
  core
    .then((c) => respond(c, ask))
    .then(
      (result) => post({ kind: "result", seq: ask.seq, result }),
      // What went wrong is not told: a message could carry text of a note.
      () => post({ kind: "failed", seq: ask.seq, what: "inside" }),
    );
});

function announce(book: Rulebook): void {
  const { terms: _t, cues: _c, plainWords: _p, ...rest } = book;
  post({ kind: "ready", catalogue: { ...rest, changeDays: changeDays(book) } satisfies Catalogue });
}

function respond(c: Core, ask: Ask): Promise<unknown> {
  switch (ask.kind) {
    case "answer":
      return answer(c, ask.encounter);
    case "timeline":
      return eras(c, ask.encounter, ask.seq);
    case "search":
      return search(c, ask.words);
    case "policies":
      return c.policies();
    case "paper":
      return papers().then(({ paper }) => paper(c, ask.paper, ask.encounter, ask.about));
  }
}

async function answer({ book, determine, policies }: Core, encounter: Encounter): Promise<Answer> {
  const decided = await determine(encounter);
  const asked = encounter.payer !== undefined && decided.dateOfService !== "";
  const covered = asked ? await coveredBy(decided, encounter, policies) : null;
  const determination: Determination = { ...decided, coverage: covered };
  return {
    determination: light(determination),
    coverage: covered,
    seen: seenIn(determination),
    marks: drawn(marksOf(determination, book), encounter.note ?? ""),
    heard: beliefsFor(determination, book),
    text: textOf(determination, encounter, book),
  };
}

async function coveredBy(
  decided: Determination,
  encounter: Encounter,
  policies: Core["policies"],
): Promise<Coverage | null> {
  const [{ cover }, book] = await Promise.all([coverage(), policies()]);
  return cover(decided, encounter, book);
}

/** Without what the page does not show: most of a long note's answer is the places of its words, said many times. */
function light(d: Determination): Determination {
  const evidence: Determination["trace"][number]["evidence"] = [];
  return {
    ...d,
    facts: [],
    lines: d.lines.map((line) => ({ ...line, because: line.because.map((b) => ({ ...b, evidence })) })),
    trace: d.trace.map((step) => ({ ...step, evidence })),
  };
}

/** All marks of a note that is drawn with them; of a longer one the first of each structure, for the map. */
function drawn(marks: readonly Mark[], note: string): readonly Mark[] {
  if (note.length <= DRAWN) return marks;
  const seen = new Set<string>();
  return marks.filter((m) => {
    const key = `${m.tone} ${m.title}`;
    return m.of.length > 0 && !seen.has(key) && seen.add(key);
  });
}

/** Structures named and not treated, by what became of them: the first few of each. */
function seenIn(d: Determination): readonly Seen[] {
  return [...notCounted(d)].map(([status, list]) => ({
    status,
    shown: list.slice(0, SEEN).map(({ id, text, side, start, end }) => ({ id, text, side, start, end })),
    more: Math.max(0, list.length - SEEN),
  }));
}

/** Very long notes would make a very long text; it is written when it is of use to a person. */
function textOf(d: Determination, { note }: Encounter, book: Rulebook): string {
  return note !== undefined && note.length > 200_000
    ? answerText(d, book, { detail: "line" })
    : answerText(d, book, note === undefined ? {} : { note });
}

/** Null when a newer question came meanwhile. */
async function eras(c: Core, encounter: Encounter, seq: number): Promise<readonly Era[] | null> {
  const { facts } = await c.determine(encounter);
  const { conventions, setting, payer } = encounter;
  const steps = timeline(c.decide, c.book, c.days, facts, {
    ...(conventions && { conventions }),
    ...(setting && { setting }),
    ...(payer !== undefined && { payer }),
  });
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - since < 8) continue;
    await new Promise((resume) => setTimeout(resume, 0));
    if (newest !== seq) return null;
    since = performance.now();
  }
}

/** The payers' documents are looked through too: they come with the first search. */
async function search({ book, policies }: Core, words: string): Promise<readonly Found[]> {
  const [{ citeSearch }, known] = await Promise.all([searching(), policies()]);
  const page = citeSearch(words, book, { policies: known });
  return page.kind === "page" ? page.data : [];
}
