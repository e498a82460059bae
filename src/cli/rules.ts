/** `explain`, `history`, `compare`, `cite`: what the rulebook says, without a note. */
import { isDate } from "../base/dates.ts";
import { notADate, outsideHorizon } from "../coding/problems.ts";
import { citeSearch } from "../explain/cite.ts";
import { oneCode } from "../coding/edits/one-code.ts";
import { lastDay } from "../explain/days.ts";
import { oneCodeLines } from "../explain/edits-text.ts";
import { wrap } from "../explain/wrap.ts";
import { licensedDescriptor } from "./licensed.ts";
import { explainCode, historyText, type Page } from "../explain/code-page.ts";
import { compareText } from "../explain/compare-page.ts";
import type { Rulebook, Tier } from "../rulebook/types.ts";
import { knownPayers, payerOf } from "./places.ts";
import { loadBook, loadEdits, loadExamples, loadPolicies } from "./engine.ts";
import { Refused, unknownPayer } from "./findings.ts";
import { print, printJson, WIDTH } from "./output.ts";

interface Options {
  readonly json?: boolean;
  readonly on?: string;
}

/**
 * The rule of a code, on a day or now. Gives the exit code. Rejects with Refused, as all of these do: NP3001, NP3002
 * for the day, NP5001, NP5002 for the code.
 */
export async function explain(given: string, options: Options): Promise<number> {
  const book = loadBook();
  const code = given.toUpperCase();
  const asked = day(options, book);
  const page = explainCode(given, book, asked);
  if (page.kind === "refused") return show(page, options);
  const tables = oneCode(code, loadEdits(), asked.on ?? lastDay(book));
  const licensed = licensedDescriptor(code);
  const more = [
    ...oneCodeLines(tables, code, WIDTH),
    ...(licensed === null
      ? []
      : ["", "The AMA's descriptor, from the file of your licence", ...wrap(licensed, WIDTH, 2, 2)]),
  ];
  return show(
    { ...page, text: [page.text, ...more].join("\n"), data: { ...(page.data as object), tables, licensed } },
    options,
  );
}

/** Every edition of a code. */
export async function history(code: string, options: Options): Promise<number> {
  return show(historyText(code, loadBook(), { width: WIDTH }), options);
}

/** Two codes side by side. */
export async function compare(a: string, b: string, options: Options): Promise<number> {
  const book = loadBook();
  return show(compareText(a, b, book, day(options, book)), options);
}

/**
 * Full-text search over everything written in the book. Rejects with Refused for a payer that is not known (NP9022),
 * and when nothing is found (NP5003).
 */
export async function cite(words: readonly string[], options: CiteFilters): Promise<number> {
  const book = loadBook();
  const { payer, code, tier } = options;
  const known = payer === undefined ? undefined : payerOf(payer);
  if (payer !== undefined && known === undefined)
    throw new Refused(
      unknownPayer(
        "--payer",
        payer,
        knownPayers().map((p) => p.id),
      ),
    );
  const filters = {
    ...day(options, book),
    ...(known !== undefined && { payer: known }),
    ...(code !== undefined && { code }),
    ...(tier !== undefined && { tier }),
  };
  return show(
    citeSearch(words.join(" "), book, { policies: loadPolicies(), examples: loadExamples(), ...filters }),
    options,
  );
}

interface CiteFilters extends Options {
  readonly payer?: string;
  readonly code?: string;
  readonly tier?: Tier;
}

function day({ on }: Options, book: Rulebook): { readonly width: number; readonly on?: string } {
  if (on === undefined) return { width: WIDTH };
  if (!isDate(on)) throw new Refused(notADate(on));
  if (on < book.horizon.from || on >= book.horizon.until) throw new Refused(outsideHorizon(on, book.horizon));
  return { width: WIDTH, on };
}

async function show(page: Page<unknown>, { json }: Options): Promise<number> {
  if (page.kind === "refused") throw new Refused(page.finding);
  if (json) await printJson(page.data);
  else await print(page.text);
  return 0;
}
