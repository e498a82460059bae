/**
 * Every finding that the command line itself can give (NP9xxx): about files, options and encounters as they
 * were handed over. One list, so that no number is used twice. No text of a note ever stands in one: a
 * reason names a place, a size or an option, never what the note says.
 */
import { finding, type Finding, type RulePlace } from "../base/finding.ts";
import { shown } from "../base/shown.ts";

/** Largest note, encounter line or facts file that is read, in bytes: 5 MiB, some 1,500 printed pages. */
export const LIMIT = 5 * 1024 * 1024;

/** Thrown to stop with findings instead of an answer. Exit code 1. */
export class Refused extends Error {
  readonly findings: readonly Finding[];
  constructor(...findings: Finding[]) {
    super("refused");
    this.findings = findings;
  }
}

const error = (code: string, reason: string, remedy: string): Finding =>
  finding({ code, severity: "error", reason, remedy });

// ---- files ----------------------------------------------------------------------------------------

/** NP9001: no file of that name. */
export const missing = (name: string): Finding =>
  error("NP9001", `${shown(name)}: expected a file, found nothing of that name.`, "Check the name and the folder.");

/** NP9002: a folder where a file was expected. */
export const isFolder = (name: string): Finding =>
  error("NP9002", `${shown(name)}: expected a file, found a folder.`, "Name the files in it, as in folder/*.txt.");

/** NP9001 for a folder. `holds`: what was to be in it, as in "a rulebook". */
const noFolder = (name: string, holds: string): Finding =>
  error("NP9001", `${shown(name)}: expected a folder with ${holds}, found nothing of that name.`, "Check the name.");

/** NP9012: a file where a folder was expected. `holds`: what was to be in the folder. */
export const isFile = (name: string, holds: string): Finding =>
  error(
    "NP9012",
    `${shown(name)}: expected a folder with ${holds}, found a file.`,
    "Name the folder, not a file in it.",
  );

/** NP9003: the file is there and cannot be read. `why`: a few words, or the system's own error code. */
export const unreadable = (name: string, why: string): Finding =>
  error(
    "NP9003",
    `${shown(name)}: the file is there but cannot be read (${why}).`,
    "Check its permissions, or copy it somewhere readable.",
  );

/** NP9001, NP9002 or NP9003 for what the file system threw while a file was opened or read. */
export function refusal(name: string, error: unknown): Finding {
  const code = codeOf(error);
  if (code === "ENOENT" || code === "ENOTDIR" || code === "ENAMETOOLONG") return missing(name);
  if (code === "EISDIR") return isFolder(name);
  return unreadable(name, code === "EACCES" || code === "EPERM" ? "not permitted" : code);
}

/** NP9001, NP9012 or NP9003 for what the file system threw while a folder was read. `holds`: what was to be in it. */
export function refusalOfFolder(name: string, holds: string, error: unknown): Finding {
  const code = codeOf(error);
  return code === "ENOENT" || code === "ENAMETOOLONG"
    ? noFolder(name, holds)
    : code === "ENOTDIR"
      ? isFile(name, holds)
      : refusal(name, error);
}

/** The system's own code of what a call threw. */
const codeOf = (error: unknown): string => (error as { readonly code?: string }).code ?? "unknown";

/** NP9004: more than `LIMIT` bytes. */
export const tooLarge = (name: string): Finding =>
  error(
    "NP9004",
    `${shown(name)}: expected at most ${LIMIT / 1024 / 1024} MB, found more.`,
    "Give one note at a time; many encounters go one a line through --jsonl.",
  );

/** NP9005: nothing but blank space. */
export const empty = (name: string): Finding =>
  error(
    "NP9005",
    `${shown(name)}: expected the text of a note, found nothing but blank space.`,
    "Check that the note was saved or piped.",
  );

/** NP9006: not plain text. `what`: what it is instead, as in "a PDF". */
export const binary = (name: string, what: string): Finding =>
  error(
    "NP9006",
    `${shown(name)}: expected plain text, found ${what}.`,
    "Save or export the note as plain text (.txt, UTF-8) and give that.",
  );

/** NP9007: not UTF-8. `byte`: the first one that is not, counted from 0. */
export const notUtf8 = (name: string, byte: number): Finding =>
  error(
    "NP9007",
    `${shown(name)}: expected UTF-8, found a byte that is not, at byte ${byte + 1}.`,
    "Save it as UTF-8; a file from older Windows programs: iconv -f WINDOWS-1252 -t UTF-8 OLD > NEW.",
  );

/** NP9008: UTF-16. */
export const utf16 = (name: string): Finding =>
  error(
    "NP9008",
    `${shown(name)}: expected UTF-8, found UTF-16.`,
    "Save it as UTF-8; or: iconv -f UTF-16 -t UTF-8 OLD > NEW.",
  );

/** NP9009: not JSON. `expected`: what was to be there, as in "an encounter". */
export const badJson = (name: string, expected: string): Finding =>
  error(
    "NP9009",
    `${shown(name)}: expected ${expected}, found text that is not JSON.`,
    "Check brackets, commas and quotes.",
  );

/** NP9010: a file could not be written. `failure`: what the file system threw. */
export function refusalToWrite(name: string, failure: unknown): Finding {
  const code = codeOf(failure);
  const why =
    code === "ENOENT" || code === "ENOTDIR"
      ? "its folder does not exist"
      : code === "EACCES" || code === "EPERM" || code === "EROFS"
        ? "not permitted"
        : code === "ENOSPC"
          ? "no space is left"
          : code;
  return error(
    "NP9010",
    `${shown(name)}: the file cannot be written (${why}). Nothing was written.`,
    "Name a folder that exists and that you may write to.",
  );
}

/** NP9011: a file name that says no format. `known`: the endings that do, without their dots. */
export const unknownFormat = (name: string, known: readonly string[]): Finding =>
  error(
    "NP9011",
    `${shown(name)}: expected a file name whose ending says its format.`,
    `Let it end with ${known.map((k) => `.${k}`).join(", ")}.`,
  );

// ---- options and fields ------------------------------------------------------------------------------

/**
 * NP9022: a payer that is not known. `where`: the option or field it stood in. `known`: the ids of all payers, of
 * which those that begin like it are shown.
 */
export function unknownPayer(where: string, value: string, known: readonly string[]): Finding {
  const like = known.filter((id) => id.slice(0, 3) === value.trim().slice(0, 3).toLowerCase()).slice(0, 8);
  const some = like.length > 0 ? like : ["medicare", "medicaid", "commercial", "workers-comp"];
  return error(
    "NP9022",
    `${where}: "${shown(value)}" is not a payer known here.`,
    `Give one of rulebook/policies/payers.yaml (such as ${some.join(", ")}), or other.`,
  );
}

/** NP9023: a state that is none. `where`: the option or field it stood in. */
export const unknownState = (where: string, value: string): Finding =>
  error("NP9023", `${where}: expected a state's two letters, found "${shown(value)}".`, "Write it as in FL.");

/** NP9024: a contested point that the rulebook does not have. `known`: the ids of those it has. */
export const unknownConvention = (value: string, known: readonly string[]): Finding =>
  error(
    "NP9024",
    `--convention: the rulebook has no contested point "${shown(value)}".`,
    `It has: ${known.join(", ")}.`,
  );

/** NP9025: a position that the contested point `id` does not have. `known`: the ids of those it has. */
export const unknownPosition = (id: string, value: string, known: readonly string[]): Finding =>
  error("NP9025", `--convention: "${shown(value)}" is no position on ${id}.`, `Choose one of: ${known.join(", ")}.`);

/** NP9026: a field of another form than expected. `where`: the field, with the line it stood in. */
export const wrongField = (where: string, expected: string, found: string): Finding =>
  error(
    "NP9026",
    `${where}: expected ${expected}, found ${found}.`,
    "Correct it; docs/cli.md shows the shape of an encounter.",
  );

/** NP9027: a field that encounters do not have. `where`: the file or line it stood in. */
export const unknownField = (where: string, field: string): Finding =>
  error(
    "NP9027",
    `${where}: an encounter has no field "${shown(field)}".`,
    "Remove it, or correct its name; a misspelt field would change nothing.",
  );

/** NP9028: a note and facts at once. `where`: the file or line they stood in. */
export const noteAndFacts = (where: string): Finding =>
  error("NP9028", `${where}: expected a note or facts, found both.`, "Give one of the two.");

/** NP9029: neither a note nor facts. `where`: the file or line they were missed in. */
export const neither = (where: string): Finding =>
  error("NP9029", `${where}: expected a note or facts, found neither.`, 'Give "note" (text) or "facts" (a list).');

/** NP9030: neither a rulebook nor a policy in the folder named for one. */
export const noPolicies = (name: string): Finding =>
  error(
    "NP9030",
    `${shown(name)}: expected a rulebook (with book.yaml), or policies of your own (.yaml), found neither.`,
    "Put each policy in a file of its own there; docs/policies.md shows one.",
  );

/** NP9032: options of `policy` that say nothing without a payer. `options`: those that were given. */
export const needsPayer = (options: readonly string[]): Finding =>
  error(
    "NP9032",
    `${options.join(", ")}: expected --payer as well, found none; the list of payers is of all places and days.`,
    `Add --payer, as in --payer medicare --state FL, or leave ${options.join(", ")} out.`,
  );

/** NP9033: `--code` of another form than codes have. */
export const notACode = (value: string): Finding =>
  error("NP9033", `--code: expected a code of five characters, found "${shown(value)}".`, "Write it as in 20552.");

/** NP9031: a line of `--billed` that is none. */
export const notALine = (value: string): Finding =>
  error(
    "NP9031",
    `--billed: expected a code with modifiers and units, found "${shown(value)}".`,
    "Write lines as in 20553-59x1,20552.",
  );

/**
 * NP9060: a text at hand does not hold what a citation rests on. `source`: its id. `fact`: what was to be found.
 * `file`: the text at hand. `place`: where the citation stands in the rulebook.
 */
export const factNotInText = (source: string, fact: string, file: string, place: RulePlace): Finding =>
  finding({
    code: "NP9060",
    severity: "error",
    rules: [place],
    citations: [source],
    reason: `The text of ${source} at hand (${shown(file)}) does not hold "${shown(fact)}", which a citation rests on.`,
    remedy: "Read the passage again: correct the claim and what is to be found, or the text at hand.",
  });

// ---- replay ------------------------------------------------------------------------------------------

/** NP9040: neither a determination nor a receipt. */
export const notAReceipt = (name: string): Finding =>
  error(
    "NP9040",
    `${shown(name)}: expected a determination or its receipt, found something else.`,
    "Give what `code --json` printed.",
  );

// ---- the page ----------------------------------------------------------------------------------------

/** NP9050: the page is missing or could not be built. */
export const noPage = (): Finding =>
  error(
    "NP9050",
    "The page is missing, or could not be built.",
    "See what the build said above; or run `npm run build`.",
  );

/** NP9051: the port of `serve` is taken, or may not be used. */
export const portTaken = (port: number): Finding =>
  error(
    "NP9051",
    `Port ${port} is taken on this machine, or may not be used.`,
    "Give another: --port 0 takes any that is free.",
  );

// ---- the rest ----------------------------------------------------------------------------------------

/** NP9091: neither a rulebook folder nor a compiled book. */
export const notABook = (name: string): Finding =>
  error(
    "NP9091",
    `${shown(name)}: expected a rulebook folder or a compiled book, found another file.`,
    "Name the folder with book.yaml in it, or a dist/rulebook.json.",
  );

/** NP9090: the compiled rulebook is missing or damaged. */
export const noBook = (): Finding =>
  error("NP9090", "The compiled rulebook is missing or damaged.", "Run `npm run build`.");

/** NP9999: a fault inside Needlepoint. What went wrong is not shown, since a message could carry text of a note. */
export const inside = (): Finding =>
  error(
    "NP9999",
    "Something failed inside Needlepoint; nothing was answered.",
    "Report it with this code and the command, without the note.",
  );
