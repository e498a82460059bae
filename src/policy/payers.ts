/** From the payer an encounter names to the payer of the book, and from a state to its Medicare contractor. */
import type { Finding } from "../base/finding.ts";
import type { Contractor, Payer, PolicyBook } from "../rulebook/policy-types.ts";
import { countyDecides, severalPlans, noSuchState, stateNeeded, unknownCounty, unknownPayer } from "./problems.ts";

export interface Found {
  readonly payer: Payer | null;
  readonly findings: readonly Finding[];
}

/** A name in the form in which names are compared: small letters, digits and "&", one blank between words. */
export const nameKey = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9&]+/g, " ")
    .trim();

/** Does the payer answer to the name? By its id, its name, or what else it is called. */
export const answersTo = (payer: Payer, name: string): boolean => namesOf(payer).includes(nameKey(name));

const namesOf = (payer: Payer): readonly string[] => [payer.id, payer.name, ...payer.also].map(nameKey);

/**
 * The payer meant by `name`, in `state` (two letters) when that decides ("bcbs" in MA). A name that nobody knows
 * gives null and NP4001; a name that several plans answer to gives the wider payer and says which they are: NP4006,
 * or NP4002 without a state.
 */
export function findPayer(book: PolicyBook, name: string, state: string | null): Found {
  const wanted = nameKey(name);
  const named = book.payers.find((p) => answersTo(p, name));
  const members = book.payers.filter((p) => p.of !== undefined && (p.of === named?.id || nameKey(p.of) === wanted));
  if (named === undefined && members.length === 0)
    return { payer: null, findings: [unknownPayer(name, alike(book, wanted))] };
  if (members.length === 0) return { payer: named!, findings: [] };
  if (state === null) return { payer: named ?? null, findings: [stateNeeded(named?.name ?? name)] };
  const there = members.filter((p) => p.states.includes(state));
  if (there.length === 1) return { payer: there[0]!, findings: [] };
  if (there.length === 0)
    return { payer: named ?? null, findings: named === undefined ? [unknownPayer(name, [])] : [] };
  return {
    payer: named ?? null,
    findings: [
      severalPlans(
        named?.name ?? name,
        there.map((p) => p.id),
      ),
    ],
  };
}

/** Payers whose names share a word with it. */
function alike(book: PolicyBook, wanted: string): readonly string[] {
  const words = new Set(wanted.split(" ").filter((w) => w.length > 3));
  return book.payers
    .filter((p) => namesOf(p).some((n) => n.split(" ").some((w) => words.has(w))))
    .map((p) => p.id)
    .slice(0, 3);
}

export interface Places {
  /** More than one when a county is needed and not given; the rest of the state first. */
  readonly contractors: readonly Contractor[];
  readonly findings: readonly Finding[];
}

/** Does the county decide the Part B contractor somewhere in the state? `state`: two letters. */
export const countiesMatter = (book: PolicyBook, state: string): boolean =>
  book.contractors.some((c) => c.state === state && c.counties !== undefined);

/** The Part B contractors that may serve a place. `state`: two letters, null when none was given. NP4002, NP4005, NP4009, NP4011 say what keeps it open. */
export function contractorsOf(book: PolicyBook, state: string | null, county: string | undefined): Places {
  if (state === null) return { contractors: [], findings: [stateNeeded("Medicare")] };
  const all = book.contractors.filter((c) => c.state === state);
  if (all.length === 0) return { contractors: [], findings: [noSuchState(state)] };
  const parts = all.filter((c) => c.counties !== undefined);
  const rest = all.filter((c) => c.counties === undefined);
  if (parts.length === 0) return { contractors: rest, findings: [] };
  if (county !== undefined) {
    const wanted = nameKey(county).replace(/ (?:county|city)$/, "");
    const part = parts.find((c) => c.counties!.includes(wanted));
    return { contractors: part ? [part] : rest, findings: part ? [] : [unknownCounty(county, state)] };
  }
  const words = parts.map((c) => `${c.counties!.join(", ")} go to ${c.name}`).join("; ");
  return { contractors: [...rest, ...parts], findings: [countyDecides(state, rest.map((c) => c.name).join(), words)] };
}
