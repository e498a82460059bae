/** `rulebook verify`: do the texts at hand hold what citations rest on? */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readRulebook, readTexts } from "../rulebook/node/load.ts";
import { verifyFiles, type FactChecked, type Verified } from "../rulebook/compile/verify.ts";
import { factNotInText, Refused, refusalOfFolder } from "./findings.ts";
import { complain, print, printJson } from "./output.ts";
import { writeWhole } from "./write.ts";

export interface VerifyOptions {
  readonly texts: string;
  readonly record?: boolean;
  readonly json?: boolean;
}

/** How many of a list are shown before "and N more". */
const SHOWN = 20;

/**
 * Checks the facts of a rulebook (of this checkout, when no folder is given) and prints what was found and what stays
 * unverified; with `record`, writes verified.yaml into it. Gives the exit code: 1, with NP9060 for each, when a text
 * says otherwise. Throws Refused when a folder cannot be read.
 */
export async function verify(folder: string | undefined, options: VerifyOptions): Promise<number> {
  const dir = folder ?? fileURLToPath(new URL("../rulebook", import.meta.url));
  const texts = read(options.texts, "the texts of sources", readTexts);
  const result = verifyFiles(read(dir, "a rulebook", readRulebook), texts);
  const of = (outcome: FactChecked["outcome"]) => result.facts.filter((f) => f.outcome === outcome);
  const contradicted = of("contradicted");
  if (options.record === true && contradicted.length === 0)
    writeWhole(join(dir, "verified.yaml"), new TextEncoder().encode(recordOf(result)));
  if (options.json) await printJson({ kind: "rulebook-verify", ...result });
  else await print(report(result, of));
  complain(contradicted.map((f) => factNotInText(f.source, f.find, f.file ?? "", f.place)));
  return contradicted.length > 0 ? 1 : 0;
}

function read<T>(dir: string, holds: string, how: (dir: string) => T): T {
  try {
    return how(dir);
  } catch (error) {
    throw new Refused(refusalOfFolder(dir, holds, error));
  }
}

function report(result: Verified, of: (outcome: FactChecked["outcome"]) => readonly FactChecked[]): string {
  const found = [...of("found"), ...of("recorded")];
  const by = ["text", "data", "quotation", "excerpt", "digest"].map(
    (is) => `${found.filter((f) => f.is === is).length} ${is}`,
  );
  const resting = result.rules.filter((r) => r.checked).length;
  const open = result.rules.filter((r) => !r.checked);
  return [
    `Facts that citations rest on: ${result.facts.length}.`,
    `  found now           ${of("found").length}`,
    `  found before        ${of("recorded").length}`,
    `  text not at hand    ${of("not-at-hand").length}`,
    `  text says otherwise ${of("contradicted").length}`,
    `  found in: ${by.join(", ")}`,
    `Rules that decide: ${result.rules.length}; resting on a checked citation: ${resting}.`,
    ...list(
      "Not at hand:",
      of("not-at-hand").map((f) => `${f.source}: ${f.find}`),
    ),
    ...list(
      "Rules whose citations nothing was checked of:",
      open.map((r) => `${r.what} (${r.place.file}:${r.place.line})`),
    ),
  ].join("\n");
}

function list(title: string, items: readonly string[]): string[] {
  if (items.length === 0) return [];
  const more = items.length > SHOWN ? [`  and ${items.length - SHOWN} more`] : [];
  return [title, ...items.slice(0, SHOWN).map((i) => `  ${i}`), ...more];
}

/** The record: sorted, so that checking again without new texts changes nothing. */
function recordOf(result: Verified): string {
  const rows = result.facts
    .filter((f) => f.outcome === "found" || f.outcome === "recorded")
    .map(
      (f) =>
        `  - { source: ${f.source}, find: ${JSON.stringify(f.find)}, file: ${JSON.stringify(f.file)}, is: ${f.is}, hash: ${f.hash} }`,
    );
  return [
    "# Written by `needlepoint rulebook verify --record`: facts that were found in a source's text, in which text, and its hash.",
    "# `is` says what the text is: the source itself, a part of it, another's quotation or account of it, or official data.",
    "verified:",
    ...rows.sort(),
    "",
  ].join("\n");
}
