/** Questions to the provider never lead (AHIMA/ACDIS practice): they name no code that would follow and no money. */
import type { Finding } from "../../../base/finding.ts";
import type { Loaded } from "../load.ts";
import { problem } from "../problems.ts";

const LEADING = /\b(?:[A-Z]\d{4}|\d{5}|\d{4}T)\b|[$€]|\b(?:pay|paid|payment|reimburse\w*|bill(?:ed|able)?|covered)\b/i;

/** Words of a question or its options that lead. */
export function checkQuestions(loaded: Loaded): readonly Finding[] {
  return loaded.families.flatMap((entry) =>
    Object.entries(entry.value.questions).flatMap(([key, { asks, options }]) =>
      [asks, ...options].flatMap((words, k) => {
        const found = LEADING.exec(words);
        if (found === null) return [];
        return [
          problem(
            "NP1065",
            `Expected a question without code or money, found ${found[0]}.`,
            "Ask for what was done, in the doctor's words.",
            [entry.place(["questions", key, ...(k === 0 ? ["asks"] : ["options", k - 1])])],
          ),
        ];
      }),
    ),
  );
}
