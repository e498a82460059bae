/** `policy`: what a payer requires on a day and in a place, without a note. */
import { isDate } from "../base/dates.ts";
import { notADate } from "../coding/problems.ts";
import { lastDay } from "../explain/days.ts";
import { payersText, surveyText } from "../explain/policy-page.ts";
import { survey, type Survey } from "../policy/survey.ts";
import { addPolicies, loadBook, loadPolicies } from "./engine.ts";
import { needsPayer, notACode, Refused, unknownPayer, unknownState } from "./findings.ts";
import { painter, print, printJson, WIDTH } from "./output.ts";
import { knownPayers, payerOf, stateOf } from "./places.ts";

export interface PolicyOptions {
  readonly payer?: string;
  readonly state?: string;
  readonly county?: string;
  readonly on?: string;
  readonly code?: string;
  readonly rulebook?: string;
  readonly json?: boolean;
}

/**
 * Prints the payer's documents and rules; without a payer, the payers known. Gives the exit code. Throws Refused as
 * `surveyOf` does, and for options that say nothing without a payer (NP9032).
 */
export async function policy(options: PolicyOptions): Promise<number> {
  if (options.rulebook !== undefined) await addPolicies(options.rulebook);
  const book = loadPolicies();
  if (options.payer === undefined) {
    const idle = (["state", "county", "on", "code"] as const).filter((name) => options[name] !== undefined);
    if (idle.length > 0) throw new Refused(needsPayer(idle.map((name) => `--${name}`)));
    if (options.json) await printJson({ kind: "payers", payers: book.payers });
    else await print(payersText(book.payers, new Set(book.policies.flatMap((p) => p.payers)), WIDTH));
    return 0;
  }
  const found = surveyOf({ ...options, payer: options.payer }, options.on ?? lastDay(loadBook()));
  if (options.json) await printJson(found);
  else await print(surveyText(found, { width: WIDTH, color: painter(process.stdout) }));
  return 0;
}

/**
 * What a payer requires on an ISO day. Throws Refused for a payer (NP9022), state (NP9023), day (NP3001) or code (NP9033)
 * that is none.
 */
export function surveyOf(options: PolicyOptions & { readonly payer: string }, day: string): Survey {
  const payer = payerOf(options.payer);
  const code = options.code?.trim().toUpperCase();
  const state = options.state === undefined ? undefined : stateOf(options.state);
  const wrong = [
    ...(payer === undefined
      ? [
          unknownPayer(
            "--payer",
            options.payer,
            knownPayers().map((p) => p.id),
          ),
        ]
      : []),
    ...(options.state !== undefined && state === undefined ? [unknownState("--state", options.state)] : []),
    ...(isDate(day) ? [] : [notADate(day)]),
    ...(code === undefined || /^[0-9A-Z]{5}$/.test(code) ? [] : [notACode(code)]),
  ];
  if (wrong.length > 0) throw new Refused(...wrong);
  return survey(loadPolicies(), {
    payer: payer!,
    day,
    ...(state !== undefined && { state }),
    ...(options.county !== undefined && { county: options.county }),
    ...(code !== undefined && { code }),
  });
}
