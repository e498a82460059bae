/** The options that say more about an encounter than its note does: date, payer, facts, history, conventions. */
import { isDate } from "../base/dates.ts";
import type { Encounter, PastSession } from "../coding/determination.ts";
import { notADate, outsideHorizon } from "../coding/problems.ts";
import type { Fact } from "../note/facts.ts";
import type { Rulebook } from "../rulebook/types.ts";
import { isRecord } from "./encounter.ts";
import { addPolicies } from "./engine.ts";
import { Refused, unknownConvention, unknownPayer, unknownPosition, unknownState, wrongField } from "./findings.ts";
import { jsonOf, nameOf, readJson, readText } from "./input.ts";
import { complain } from "./output.ts";
import { knownPayers, payerOf, stateOf } from "./places.ts";

export interface EncounterOptions {
  readonly date?: string;
  readonly payer?: string;
  readonly state?: string;
  readonly county?: string;
  readonly facts?: string;
  readonly history?: string;
  readonly rulebook?: string;
  readonly convention?: readonly string[];
}

/**
 * What the options say, checked against the book. Rejects with Refused: a finding for each that is wrong (NP3001,
 * NP3002, NP9022 to NP9025), and for a file that cannot be read.
 */
export async function encounterOf(options: EncounterOptions, book: Rulebook): Promise<Partial<Encounter>> {
  if (options.rulebook !== undefined) await addPolicies(options.rulebook);
  const findings = [];
  const { date, payer, state } = options;
  if (date !== undefined) {
    if (!isDate(date)) findings.push(notADate(date));
    else if (date < book.horizon.from || date >= book.horizon.until) findings.push(outsideHorizon(date, book.horizon));
  }
  const knownPayer = payer === undefined ? undefined : payerOf(payer);
  if (payer !== undefined && knownPayer === undefined)
    findings.push(
      unknownPayer(
        "--payer",
        payer,
        knownPayers().map((p) => p.id),
      ),
    );
  const knownState = state === undefined ? undefined : stateOf(state);
  if (state !== undefined && knownState === undefined) findings.push(unknownState("--state", state));
  const choices = conventionsOf(options.convention ?? [], book);
  findings.push(...choices.findings);
  if (findings.length > 0) throw new Refused(...findings);
  return {
    ...(date !== undefined && { dateOfService: date }),
    ...(knownPayer !== undefined && { payer: knownPayer }),
    ...(knownState !== undefined && { state: knownState }),
    ...(options.county !== undefined && { county: options.county }),
    ...(options.facts !== undefined && { facts: await factsIn(options.facts) }),
    ...(options.history !== undefined && (await historyIn(options.history))),
    ...(options.convention !== undefined && { conventions: choices.chosen }),
  };
}

function conventionsOf(given: readonly string[], book: Rulebook) {
  const chosen: Record<string, string> = {};
  const findings = [];
  for (const choice of given) {
    const [id = "", position = ""] = choice.split("=", 2);
    const convention = book.conventions.find((c) => c.id === id);
    if (convention === undefined)
      findings.push(
        unknownConvention(
          id,
          book.conventions.map((c) => c.id),
        ),
      );
    else if (!convention.positions.some((p) => p.id === position))
      findings.push(
        unknownPosition(
          id,
          position,
          convention.positions.map((p) => p.id),
        ),
      );
    else chosen[id] = position;
  }
  return { chosen, findings };
}

/** Facts from a JSON file: a list, or anything that carries one as `facts` (a reading, a determination). */
async function factsIn(file: string): Promise<readonly Fact[]> {
  const expected = "facts (a JSON list, or an object with `facts`)";
  return listOf(await readJson(file, expected), file, "facts", expected) as readonly Fact[];
}

/** Earlier sessions: JSON, or else a table. Rows that cannot be read are told, and counted as gaps. */
async function historyIn(file: string): Promise<Pick<Encounter, "history" | "historyGaps">> {
  const text = await readText(file);
  if (/^\s*[[{]/.test(text)) {
    const expected = "earlier sessions (a JSON list, or an object with `history`)";
    return {
      history: listOf(jsonOf(text, nameOf(file), expected), file, "history", expected) as readonly PastSession[],
    };
  }
  const { historyFromCsv } = await import("../formats/history.ts");
  const { sessions, gaps, findings } = historyFromCsv(text, nameOf(file));
  if (findings.some((f) => f.severity === "error")) throw new Refused(...findings);
  complain(findings);
  return { history: sessions, ...(gaps > 0 && { historyGaps: gaps }) };
}

function listOf(value: unknown, file: string, key: string, expected: string): readonly unknown[] {
  const list = isRecord(value) ? value[key] : value;
  if (!Array.isArray(list)) throw new Refused(wrongField(nameOf(file), expected, "something else"));
  return list;
}
