/**
 * What the core needs, fetched beside the code: the book and the edit tables at once, policies when a payer is named,
 * ICD-10-CM when a diagnosis is looked up.
 */
import bookUrl from "../../../dist/rulebook.json?url";
import editsUrl from "../../../dist/edits.json?url";
import diagnosesUrl from "../../../dist/diagnoses.json?url";
import policiesUrl from "../../../dist/policies.json?url";
import { makeDecider, type Decider } from "../../../src/coding/decide.ts";
import type { Determination, Encounter } from "../../../src/coding/determination.ts";
import { makeEngine } from "../../../src/coding/determine.ts";
import { makeEdits } from "../../../src/coding/edits/make-edits.ts";
import { loadBook } from "../../../src/rulebook/book.ts";
import type { DiagnosisBook, EditBook } from "../../../src/rulebook/edit-types.ts";
import { changeDays } from "../../../src/rulebook/on.ts";
import type { PolicyBook } from "../../../src/rulebook/policy-types.ts";
import type { Rulebook } from "../../../src/rulebook/types.ts";
import { once } from "./once.ts";

export interface Core {
  readonly book: Rulebook;
  readonly decide: Decider;
  readonly days: readonly string[];
  /** The whole engine. Waits only when a table must be fetched first. */
  readonly determine: (encounter: Encounter) => Promise<Determination>;
  readonly policies: () => Promise<PolicyBook>;
}

/** Thrown inside the engine to say that a table is not here yet. */
const NOT_HERE = Symbol("not here yet");

/**
 * Loads the book and the edit tables and makes the engine on them. `onBook` is called as soon as the book is there.
 * Rejects when a file is missing or is no book.
 */
export async function loadCore(onBook: (book: Rulebook) => void): Promise<Core> {
  const edits = json<EditBook>(editsUrl);
  edits.catch(() => undefined);
  const book = loadBook(await (await get(bookUrl)).text());
  onBook(book);
  let icd: DiagnosisBook | null = null;
  const decide = makeDecider(book);
  const engine = makeEngine(book, {
    decide,
    edits: makeEdits(await edits, () => {
      if (icd === null) throw NOT_HERE;
      return icd;
    }),
  });
  const determine = async (encounter: Encounter): Promise<Determination> => {
    try {
      return engine(encounter);
    } catch (error) {
      if (error !== NOT_HERE) throw error;
      icd = await json<DiagnosisBook>(diagnosesUrl);
      return engine(encounter);
    }
  };
  return {
    book,
    decide,
    days: changeDays(book),
    determine,
    policies: once(() => json<PolicyBook>(policiesUrl)),
  };
}

async function get(url: string): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error("missing");
  return response;
}

const json = async <T>(url: string): Promise<T> => (await get(url)).json() as Promise<T>;
