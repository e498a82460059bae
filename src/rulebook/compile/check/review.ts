/** Rules that should have been looked at again by a day. The day is given: nothing here knows what day it is. */
import type { IsoDate } from "../../../base/dates.ts";
import type { Finding } from "../../../base/finding.ts";
import type { Loaded } from "../load.ts";
import { problem } from "../problems.ts";

/** NP1070: families whose review was due on or before `asOf`. */
export function checkReview(loaded: Loaded, asOf: IsoDate): readonly Finding[] {
  return loaded.families
    .filter((e) => e.value.reviewBy <= asOf)
    .map((e) =>
      problem(
        "NP1070",
        `Expected ${e.value.id} to be reviewed by ${e.value.reviewBy}; it is ${asOf}.`,
        "Check the rules against their sources, then set a later day.",
        [e.place(["reviewBy"])],
      ),
    );
}
