/**
 * What makes a question to a provider lead (AHIMA/ACDIS practice): a code, money, a count that would be
 * enough, or a form that can only be agreed with. Questions of the book are checked for it when it is
 * compiled, and a query as a whole before it is written.
 */

/** Words that may stand nowhere in a query, not even where the record is quoted. */
const CODES_AND_MONEY =
  /\b(?:[A-Z]\d{4}|\d{5}|\d{4}T)\b|[$€]|\b(?:CPT|HCPCS|NCCI|RVU|coding|coder|codes?|pay(?:s|ing|er|ers|ment|ments)?|paid|reimburs\w*|bill(?:s|ed|ing|able)?|cover(?:ed|age)|denied|denials?|medicare|insur\w+|revenue|charges?)\b/i;

/** A number of structures that would be enough for something. */
const COUNTS =
  /\b(?:\d+|one|two|three|four|five|several|multiple)\s+or\s+(?:more|fewer|less|two|three)\b|\b(?:at least|more than|fewer than)\s+(?:\d+|two|three|four|five)\b|\bhow many\b|\b(?:\d+|two|three|four|five)\s+(?:\w+\s+)?(?:muscles?|structures?|groups?)\b/i;

/** Asks for a yes: allowed only for what stands in the record already, and then needless. */
const YES_OR_NO =
  /^(?:was|were|did|do|does|is|are|has|have|had|can|could|would|should|isn't|wasn't|didn't|please confirm|do you agree|would you agree)\b/i;

/**
 * The first words that lead (source `ahima-acdis-query-2022`), or null. `record`: where the note is quoted, which may
 * hold counts and yes-or-no forms, never codes or money.
 */
export function leads(text: string, part: "question" | "option" | "record"): string | null {
  const patterns =
    part === "question"
      ? [CODES_AND_MONEY, COUNTS, YES_OR_NO]
      : part === "option"
        ? [CODES_AND_MONEY, COUNTS]
        : [CODES_AND_MONEY];
  for (const pattern of patterns) {
    const found = pattern.exec(text);
    if (found !== null) return found[0];
  }
  return null;
}
