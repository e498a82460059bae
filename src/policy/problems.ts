/** Every finding that looking up a payer's policies can give (NP4xxx). One list, so that no number is used twice. */
import { finding, type Finding } from "../base/finding.ts";
import { shown } from "../base/shown.ts";

const warning = (code: string, reason: string, remedy: string): Finding =>
  finding({ code, severity: "warning", reason, remedy });
const info = (code: string, reason: string, remedy: string): Finding =>
  finding({ code, severity: "info", reason, remedy });

/** NP4001: the payer is not one the policies know. `near`: ids that look like it; may be empty. */
export const unknownPayer = (payer: string, near: readonly string[]): Finding =>
  warning(
    "NP4001",
    `"${shown(payer)}" is not a payer known here, so nothing is said of its policy.`,
    near.length > 0
      ? `Did you mean ${near.join(" or ")}?`
      : "Write the policy down in a file of your own, or check the name.",
  );

/** NP4002: which policy holds depends on the state, and none is given. */
export const stateNeeded = (payer: string): Finding =>
  warning(
    "NP4002",
    `Which policy of ${payer} holds depends on the state, and none is given.`,
    "Give the state of the service.",
  );

/** NP4003: the payer is known, and no policy of it on these services is. */
export const nonePolicy = (payer: string): Finding =>
  info(
    "NP4003",
    `No policy of ${payer} on these services was found.`,
    "Ask the payer for its policy; a file of your own can hold it.",
  );

/** NP4004: policies of the payer are known, none for that day. `known`: their dates, in words. */
export const noneInForce = (payer: string, day: string, known: string): Finding =>
  warning(
    "NP4004",
    `No policy text of ${payer} is known for ${day}; known: ${known}.`,
    "Ask for the text that held on that day.",
  );

/**
 * NP4005: the county decides the Medicare contractor and none is given. `rest`: the contractor of the state at large.
 * `part`: who goes to which other one, in words.
 */
export const countyDecides = (state: string, rest: string, part: string): Finding =>
  warning("NP4005", `In ${state} the county decides the contractor: ${part}, elsewhere ${rest}.`, "Give the county.");

/** NP4006: more than one plan answers to that name in the state. `plans`: their ids. */
export const severalPlans = (payer: string, plans: readonly string[]): Finding =>
  warning("NP4006", `More than one plan answers to ${payer} there: ${plans.join(", ")}.`, "Name the plan by its id.");

/** NP4007: `n` sessions of the history fall on or after the date of service; they were not counted. */
export const lateHistory = (n: number): Finding =>
  info(
    "NP4007",
    `${n} of the sessions given as history fall on or after the date of service and were not counted.`,
    "Give earlier sessions only.",
  );

/** NP4010: `n` entries of the history could not be read; limits that count sessions stay open. */
export const historyGaps = (n: number): Finding =>
  warning(
    "NP4010",
    `${n} ${n === 1 ? "entry" : "entries"} of the history could not be read; limits that count sessions stay open.`,
    "Correct the history, and ask again.",
  );

/** NP4011: the state is none that a Medicare contractor serves. */
export const noSuchState = (state: string): Finding =>
  warning("NP4011", `"${shown(state)}" is no state that a Medicare contractor serves.`, "Write two letters, as in FL.");

/** NP4012: a policy was to be looked at again by `reviewBy`, an ISO day before the date of service. */
export const reviewDue = (policy: string, reviewBy: string): Finding =>
  info(
    "NP4012",
    `${policy} was to be looked at again by ${reviewBy}, before the date of service; it may have changed.`,
    "Open the payer's present document.",
  );

/** NP4013: the answer was made with other policies. `was`, `is`: their hashes. */
export const otherPolicies = (was: string, is: string): Finding =>
  warning(
    "NP4013",
    `The answer's coverage was made with the policies ${was}; these are ${is}.`,
    "Replay it with the rulebook of that time, and with the policies of your own that it names.",
  );

/** NP4008: there is no line that a policy could speak of. */
export const nothingToCover = (): Finding =>
  info("NP4008", "There is no line that this payer's policies could speak of.", "Settle the code first.");

/** NP4009: the county is none of those that go to another contractor; the rest of the state was taken. */
export const unknownCounty = (county: string, state: string): Finding =>
  info(
    "NP4009",
    `"${shown(county)}" is not one of the places of ${state} that go to another contractor.`,
    "The rest of the state was taken.",
  );

/** NP4014: a county was given where none decides which texts hold. `where`: the payer, with its state. */
export const idleCounty = (county: string, where: string): Finding =>
  info(
    "NP4014",
    `The county "${shown(county)}" was not looked at: for ${where} no county decides which texts hold.`,
    "Leave it out, or check the state.",
  );

/** Is it said already that nobody knows which plan or place is meant? Then nothing was looked up. */
export const isUnplaced = (findings: readonly Finding[]): boolean => findings.some((f) => UNPLACED.has(f.code));

/** No state, several plans, no such state. */
const UNPLACED: ReadonlySet<string> = new Set(["NP4002", "NP4006", "NP4011"]);
