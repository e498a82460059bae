/** What stands beside the procedures on a claim: drugs by their units, and how lines are written. */
import type { Span } from "../base/dates.ts";
import type { Citation } from "./authority.ts";
import type { AgentClass, FormOccasion } from "./words.ts";

/** How lines are written on a claim, and who wants it so. It changes no code. */
export interface ClaimForm extends Span {
  readonly id: string;
  readonly modifier: string;
  readonly when: FormOccasion;
  /** The modifier is written on the lines it is about; without it the form is only shown. */
  readonly adds?: boolean;
  /** Only for this payer. */
  readonly payer?: string;
  readonly who: string;
  readonly says: string;
  readonly cite: readonly Citation[];
}

export interface Drug {
  readonly id: string;
  readonly name: string;
  readonly agent: AgentClass;
  readonly lines: readonly DrugLine[];
}

export interface DrugLine extends Span {
  readonly code: string;
  /** Amount of the drug that one unit stands for. */
  readonly unit: { readonly amount: number; readonly measure: "mg" | "unit" | "mL" | "dose" };
  readonly cite: readonly Citation[];
}
