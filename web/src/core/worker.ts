/**
 * The core in the page: book, reader, engine, payers. It keeps nothing of a note after it has answered. The book
 * is fetched once, beside the code; the policies when the first payer is named or looked up.
 */
import bookUrl from "../../../dist/rulebook.json?url";
import policiesUrl from "../../../dist/policies.json?url";
import { makeDecider, type Decider } from "../../../src/coding/decide.ts";
import type { Determination, Encounter } from "../../../src/coding/determination.ts";
import { makeEngine, type Engine } from "../../../src/coding/determine.ts";
import { answerText } from "../../../src/explain/answer.ts";
import { citeSearch } from "../../../src/explain/cite.ts";
import { beliefsFor } from "../../../src/explain/heard.ts";
import { cover } from "../../../src/policy/cover.ts";
import { loadBook } from "../../../src/rulebook/book.ts";
import { changeDays } from "../../../src/rulebook/on.ts";
import type { PolicyBook } from "../../../src/rulebook/policy-types.ts";
import type { Rulebook } from "../../../src/rulebook/types.ts";
import { marksOf } from "./marks.ts";
import type { Answer, Ask, Catalogue, Era, Found, Reply } from "./messages.ts";
import { timeline } from "./timeline.ts";

const post = (reply: Reply): void => (self as unknown as { postMessage(m: Reply): void }).postMessage(reply);

interface Core {
  readonly book: Rulebook;
  readonly engine: Engine;
  readonly decide: Decider;
  readonly days: readonly string[];
}

const core = load();
let policies: Promise<PolicyBook> | null = null;
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

async function load(): Promise<Core> {
  try {
    const book = loadBook(await (await get(bookUrl)).text());
    const days = changeDays(book);
    const { terms: _t, cues: _c, plainWords: _p, ...rest } = book;
    post({ kind: "ready", catalogue: { ...rest, changeDays: days } satisfies Catalogue });
    return { book, engine: makeEngine(book), decide: makeDecider(book), days };
  } catch (error) {
    post({ kind: "failed", seq: null, what: "book" });
    throw error;
  }
}

async function get(url: string): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error("missing");
  return response;
}

const loadPolicies = (): Promise<PolicyBook> =>
  (policies ??= get(policiesUrl).then((r) => r.json() as Promise<PolicyBook>));

function respond(c: Core, ask: Ask): Promise<unknown> {
  switch (ask.kind) {
    case "answer":
      return answer(c, ask.encounter);
    case "timeline":
      return eras(c, ask.encounter, ask.seq);
    case "search":
      return Promise.resolve(search(c.book, ask.words));
    case "policies":
      return loadPolicies();
  }
}

async function answer({ book, engine }: Core, encounter: Encounter): Promise<Answer> {
  const determination = engine(encounter);
  const coverage = encounter.payer === undefined ? null : cover(determination, encounter, await loadPolicies());
  return {
    determination,
    coverage,
    marks: marksOf(determination, book),
    heard: beliefsFor(determination, book),
    text: textOf(determination, encounter, book),
  };
}

/** Very long notes would make a very long text; it is written when it is of use to a person. */
function textOf(d: Determination, { note }: Encounter, book: Rulebook): string {
  return note !== undefined && note.length > 200_000
    ? answerText(d, book, { detail: "line" })
    : answerText(d, book, note === undefined ? {} : { note });
}

/** Null when a newer question came meanwhile. */
async function eras(c: Core, encounter: Encounter, seq: number): Promise<readonly Era[] | null> {
  const { facts } = c.engine(encounter);
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

function search(book: Rulebook, words: string): readonly Found[] {
  const page = citeSearch(words, book);
  return page.kind === "page" ? (page.data as readonly Found[]) : [];
}
