/** Questions to the provider never lead (AHIMA/ACDIS practice): no code, no money, no count that would be enough, no mere yes. */
import type { Finding } from "../../../base/finding.ts";
import { leads } from "../../leading.ts";
import type { Loaded } from "../load.ts";
import { problem } from "../problems.ts";

/** NP1065: words of a question, its options or its reason that lead (AHIMA/ACDIS practice, see ../../leading.ts). */
export function checkQuestions(loaded: Loaded): readonly Finding[] {
  return loaded.families.flatMap((entry) =>
    Object.entries(entry.value.questions).flatMap(([key, { asks, options, why }]) =>
      [asks, why, ...options].flatMap((words, k) => {
        const found = leads(words, k === 0 ? "question" : "option");
        if (found === null) return [];
        return [
          problem(
            "NP1065",
            `Expected a question without code, money, a count that would be enough or a mere yes, found "${found}".`,
            "Ask for what was done, in the doctor's words.",
            [entry.place(["questions", key, ...(k === 0 ? ["asks"] : k === 1 ? ["why"] : ["options", k - 2])])],
          ),
        ];
      }),
    ),
  );
}
