/** `proof`, `query`, `appeal`, `across`, `template`: documents, printed as text or written to a file in the format its name asks for. */
import { isDate } from "../base/dates.ts";
import type { BilledLine, Determination, Encounter } from "../coding/determination.ts";
import { notADate, outsideHorizon } from "../coding/problems.ts";
import { appealOf } from "../explain/appeal.ts";
import { acrossOf } from "../explain/across.ts";
import { asText } from "../explain/as-text.ts";
import type { Document, Made } from "../explain/document.ts";
import { notDetermination } from "../explain/problems.ts";
import { proofOf } from "../explain/proof.ts";
import { queryOf } from "../explain/query.ts";
import { lastDay } from "../explain/days.ts";
import { templateOf } from "../explain/template.ts";
import { FORMATS, formatOf } from "../formats/files.ts";
import type { Rulebook } from "../rulebook/types.ts";
import { encounterIn } from "./code.ts";
import { isRecord } from "./encounter.ts";
import { loadBook, loadEngine } from "./engine.ts";
import { notALine, Refused, unknownFormat } from "./findings.ts";
import { readJson, readText } from "./input.ts";
import { encounterOf, type EncounterOptions } from "./options.ts";
import { complain, print, printJson, WIDTH } from "./output.ts";
import { surveyOf } from "./policy.ts";
import { writeWhole } from "./write.ts";

export interface DocumentOptions extends EncounterOptions {
  readonly json?: boolean;
  readonly out?: string;
  /** The note of a determination that is given as JSON. */
  readonly note?: string;
  readonly on?: string;
  /** Appeal: a code of the remittance, or words. */
  readonly denial?: string;
  /** Appeal: the lines of the claim, as in "20553-59x1,20552". */
  readonly billed?: string;
}

/** What a document is made from. */
export interface Basis {
  readonly d: Determination;
  readonly note: string | null;
  readonly encounter: Encounter | null;
}

/** The proof sheet. Gives the exit code and throws Refused for input that cannot be read, as all of these do. */
export async function proof(file: string, options: DocumentOptions): Promise<number> {
  const book = loadBook();
  const { d, note } = await basisIn(file, options, book);
  return give(proofOf(d, note, book), options);
}

/** The question to the provider. */
export async function query(file: string, options: DocumentOptions): Promise<number> {
  const book = loadBook();
  const { d, note } = await basisIn(file, options, book);
  return give(queryOf(d, note, book), options);
}

/** The appeal, or the page that says why there is none to write. */
export async function appeal(file: string, options: DocumentOptions): Promise<number> {
  const book = loadBook();
  const billed = options.billed === undefined ? undefined : linesOf(options.billed);
  const { d, note, encounter } = await basisIn(file, options, book);
  const request = { denial: options.denial ?? "", billed: billed ?? encounter?.billed ?? [] };
  return give(appealOf(d, request, note, book), options);
}

/** "20553-59x1,20552": lines of a claim. Throws Refused for what is not one. */
function linesOf(text: string): readonly BilledLine[] {
  return text.split(",").map((part) => {
    const [, code, modifiers = "", units = "1"] =
      /^\s*([0-9A-Z]\d{3}[0-9A-Z])((?:-[0-9A-Z]{2})*)(?:x(\d{1,3}))?\s*$/i.exec(part) ?? [];
    if (code === undefined || Number(units) === 0) throw new Refused(notALine(part));
    return {
      code: code.toUpperCase(),
      units: Number(units),
      modifiers: modifiers.toUpperCase().split("-").filter(Boolean),
    };
  });
}

/** One note under the rules of several days. */
export async function across(file: string, options: DocumentOptions): Promise<number> {
  const book = loadBook();
  const encounter = await encounterIn(file, await encounterOf(options, book));
  return give(acrossOf(encounter, book, loadEngine(book)), options);
}

/** What a note must show, for a family. */
export async function template(family: string, options: DocumentOptions): Promise<number> {
  const book = loadBook();
  const on = options.on ?? lastDay(book);
  if (!isDate(on)) throw new Refused(notADate(on));
  if (on < book.horizon.from || on >= book.horizon.until) throw new Refused(outsideHorizon(on, book.horizon));
  const { payer, state, county } = options;
  const asked = { ...(state !== undefined && { state }), ...(county !== undefined && { county }) };
  const payerOf = payer === undefined ? undefined : (code: string) => surveyOf({ payer, code, ...asked }, on);
  return give(templateOf(family, book, on, payerOf), options);
}

/**
 * A note or an encounter is decided; a determination (`code --json`) is taken as it is, with its note if that is
 * given. Throws Refused when the file is none of these.
 */
export async function basisIn(file: string, options: DocumentOptions, book: Rulebook): Promise<Basis> {
  if (file.endsWith(".json")) {
    const value = await readJson(file, "an encounter or a determination");
    if (isRecord(value) && value["kind"] === "determination") {
      if (!isDetermination(value)) throw new Refused(notDetermination());
      return { d: value, note: options.note === undefined ? null : await readText(options.note), encounter: null };
    }
  }
  const encounter = await encounterIn(file, await encounterOf(options, book));
  return { d: loadEngine(book)(encounter), note: encounter.note ?? null, encounter };
}

function isDetermination(value: Record<string, unknown>): value is Record<string, unknown> & Determination {
  const lists = ["lines", "facts", "queries", "wouldChange", "contested", "conflicts", "findings", "trace"];
  const receipt = value["receipt"];
  return (
    lists.every((key) => Array.isArray(value[key])) &&
    isRecord(value["counts"]) &&
    Array.isArray(value["counts"]["elements"]) &&
    typeof value["dateOfService"] === "string" &&
    isDate(value["dateOfService"]) &&
    isRecord(receipt) &&
    ["engine", "rulebook", "input"].every((key) => typeof receipt[key] === "string")
  );
}

/**
 * Prints or writes what was made. Findings go to standard error; gives 1 for an error among them, else 0. Throws
 * Refused when the file cannot be written or its name says no format.
 */
export async function give(made: Made, options: DocumentOptions): Promise<number> {
  if (made.kind === "refused") {
    complain(made.findings);
    if (options.json) await printJson(made);
    return made.findings.some((f) => f.severity === "error") ? 1 : 0;
  }
  if (options.out !== undefined) await write(made.document, options.out);
  else if (options.json) await printJson(made.document);
  else await print(asText(made.document, WIDTH));
  return 0;
}

async function write(document: Document, file: string): Promise<void> {
  const format = formatOf(file);
  if (format === null) throw new Refused(unknownFormat(file, Object.keys(FORMATS)));
  writeWhole(file, await FORMATS[format](document));
}
