/** `code`: the answer for notes, facts or encounters. */
import type { Encounter } from "../coding/determination.ts";
import { answerText, type Detail } from "../explain/answer.ts";
import { checkEncounter } from "./encounter.ts";
import { loadBook, loadEngine } from "./engine.ts";
import { Refused } from "./findings.ts";
import { nameOf, readJson, readNote } from "./input.ts";
import { encounterOf, type EncounterOptions } from "./options.ts";
import { complain, painter, print, printJson, WIDTH } from "./output.ts";
import { progress } from "./progress.ts";

export interface CodeOptions extends EncounterOptions {
  readonly json?: boolean;
  readonly detail?: Detail;
}

/**
 * Prints the answer for each file (`-`: standard input; `.json`: an encounter; without any: the facts). A file that
 * cannot be answered gives its findings, and the others are still answered. Gives the exit code: 1 when there was an
 * error among them. Rejects with Refused when the options are wrong.
 */
export async function code(files: readonly string[], options: CodeOptions): Promise<number> {
  const book = loadBook();
  const defaults = await encounterOf(options, book);
  const decide = loadEngine(book);
  const bar = progress("notes", files.length);
  const json: unknown[] = [];
  let exit = 0;
  const inputs: readonly (string | null)[] = files.length === 0 ? [null] : files;
  for (const [i, file] of inputs.entries()) {
    try {
      const encounter = await encounterIn(file, defaults);
      const determination = decide(encounter);
      if (determination.findings.some((f) => f.severity === "error")) exit = 1;
      if (options.json) json.push(determination);
      else {
        if (files.length > 1) await print(`${i > 0 ? "\n" : ""}== ${nameOf(file ?? "")}`);
        const color = painter(process.stdout);
        await print(
          answerText(determination, book, {
            width: WIDTH,
            color,
            ...(options.detail !== undefined && { detail: options.detail }),
            ...(encounter.note !== undefined && { note: encounter.note }),
            ...(encounter.billed !== undefined && { billed: encounter.billed }),
          }),
        );
      }
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      complain(error.findings);
      if (options.json) json.push({ kind: "refused", id: null, findings: error.findings });
      exit = 1;
    }
    await bar.at(i + 1);
  }
  bar.stop();
  if (options.json) await printJson(json.length === 1 ? json[0] : json);
  return exit;
}

/** A note from a file of any form; doubts about how it was read are said at once. */
async function noteIn(file: string): Promise<{ readonly note: string }> {
  const { text, doubts } = await readNote(file);
  complain(doubts);
  return { note: text };
}

/**
 * The encounter in a file; null: the options alone are one. Rejects with Refused when it cannot be read, or is none.
 */
export async function encounterIn(file: string | null, defaults: Partial<Encounter>): Promise<Encounter> {
  const given = file === null ? {} : file.endsWith(".json") ? await readJson(file, "an encounter") : await noteIn(file);
  const { encounter, findings } = checkEncounter(given, defaults, file === null ? "--facts" : nameOf(file));
  if (encounter === null) throw new Refused(...findings);
  return encounter;
}
