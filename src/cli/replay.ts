/** `replay`: makes a recorded answer again and compares it, byte for byte. */
import type { Determination, Receipt } from "../coding/determination.ts";
import { otherEngine, otherRulebook } from "../coding/problems.ts";
import { ENGINE_VERSION, replay as makeAgain, type Replay } from "../coding/receipt.ts";
import { coverageOf } from "../policy/coverage-of.ts";
import { otherPolicies } from "../policy/problems.ts";
import { encounterIn } from "./code.ts";
import { isRecord } from "./encounter.ts";
import { loadBook, loadEngine } from "./engine.ts";
import { notAReceipt, Refused } from "./findings.ts";
import { nameOf, readJson } from "./input.ts";
import { encounterOf, type EncounterOptions } from "./options.ts";
import { complain, print, printJson } from "./output.ts";

/**
 * `file` holds what `code --json` printed, or its receipt; `input` the note or encounter it was made from. Without an
 * input only engine and rulebook are compared. Gives the exit code: 0 when the answer holds, else 1, with NP3080 to
 * NP3085 or NP4013. Rejects with Refused when a file cannot be read, or `file` is no answer (NP9040).
 */
export async function replay(
  file: string,
  input: string | undefined,
  options: EncounterOptions & { json?: boolean },
): Promise<number> {
  const past = pastOf(await readJson(file, "a determination or its receipt"), nameOf(file));
  const book = loadBook();
  if (input === undefined) {
    const receipt = "receipt" in past ? past.receipt : past;
    const findings = [
      ...(receipt.engine === ENGINE_VERSION ? [] : [otherEngine(receipt.engine, ENGINE_VERSION)]),
      ...(receipt.rulebook === book.hash ? [] : [otherRulebook(receipt.rulebook, book.hash)]),
    ];
    if (options.json) await printJson({ kind: "replay", same: null, findings });
    else if (findings.length === 0)
      await print("Same engine, same rulebook. Give the note too, to make the answer again.");
    complain(findings);
    return findings.length === 0 ? 0 : 1;
  }
  const encounter = await encounterIn(input, await encounterOf(options, book));
  const result = withPolicies(past, makeAgain(loadEngine(book), past, withId(encounter, past)));
  if (options.json) await printJson(result);
  else if (result.same) await print("The same answer, byte for byte.");
  complain(result.findings);
  return result.same ? 0 : 1;
}

/** An answer that differs because the payer's policies are others says so. */
function withPolicies(past: Determination | Receipt, result: Replay): Replay {
  const was = "receipt" in past ? coverageOf(past)?.receipt.policies : undefined;
  const is = coverageOf(result.determination)?.receipt.policies;
  if (was === undefined || is === undefined || was === is) return result;
  return { ...result, same: false, findings: [...result.findings, otherPolicies(was, is)] };
}

/** A note has no id of its own; the answer to an encounter has, and it is part of the input. */
function withId<T extends { readonly id?: string }>(encounter: T, past: Determination | Receipt): T {
  return encounter.id === undefined && "id" in past && past.id !== "" ? { ...encounter, id: past.id } : encounter;
}

function pastOf(value: unknown, name: string): Determination | Receipt {
  const receipt = isRecord(value) && isRecord(value["receipt"]) ? value["receipt"] : value;
  const isReceipt =
    isRecord(receipt) && ["engine", "rulebook", "input"].every((key) => typeof receipt[key] === "string");
  if (!isReceipt) throw new Refused(notAReceipt(name));
  return value as Determination | Receipt;
}
