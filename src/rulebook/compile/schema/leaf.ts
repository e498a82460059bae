/**
 * The small values all rule files are made of. Each says in plain words what it expects (`error`) and
 * which finding it is when it is not met (`params`); source/validate.ts makes the finding.
 */
import { z } from "zod";
import { isDate } from "../../../base/dates.ts";
import type { Problem } from "../problems.ts";

/** What a leaf carries for the finding. */
export interface LeafParams {
  readonly np: Problem;
  readonly remedy: string;
  /** Text that YAML may have read as a number: the remedy is then to write it in quotes. */
  readonly textual?: true;
}

function leaf<T>(test: (value: unknown) => value is T, expected: string, np: Problem, remedy: string) {
  return z.custom<T>(test, { error: expected, params: { np, remedy } satisfies LeafParams });
}

/** A leaf of text in a certain form. */
function textual(test: (value: string) => boolean, form: string, np: Problem, remedy: string) {
  return z.custom<string>((v) => typeof v === "string" && test(v), {
    error: (issue) => (typeof issue.input === "string" || np !== "NP1012" ? form : "text"),
    params: { np, remedy, textual: true } satisfies LeafParams,
  });
}

const written = (value: unknown): value is string => typeof value === "string";

/** One or more words of text, on any number of lines. */
export const text = textual(
  (v) => v !== "" && v.length <= 4000 && v.trim() === v.replace(/\n$/, "") && !/[^\P{Cc}\n]|[\p{Cf}\p{Cs}]/u.test(v),
  "text without spaces at its ends and without invisible characters",
  "NP1012",
  "Write words here, on one or more lines.",
);

/** Lower case letters and digits joined by hyphens. */
export const id = textual(
  (v) => v.length <= 80 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(v),
  "an id of lower-case letters, digits and hyphens",
  "NP1016",
  "Write it like levator-scapulae.",
);

/** A CPT or HCPCS code: five characters, always in quotes. */
export const codeNumber = textual(
  (v) => /^[0-9A-Z][0-9]{3}[0-9A-Z]$/.test(v),
  "a code of five characters in quotes",
  "NP1013",
  'Write it in quotes, as in "20552".',
);

/** A day of the calendar, written YYYY-MM-DD and without quotes or with them. */
export const date = leaf(
  (v): v is string => written(v) && isDate(v),
  "a day of the calendar written YYYY-MM-DD",
  "NP1014",
  "Write it as in 2003-01-01.",
);

/** An end: the first day it no longer holds; null while none is known. */
export const endDate = leaf(
  (v): v is string | null => v === null || (written(v) && isDate(v)),
  "a day of the calendar written YYYY-MM-DD, or null",
  "NP1014",
  "Write the first day it no longer holds, as in 2004-01-01, or null when no end is known.",
);

const whole = (v: unknown): v is number => typeof v === "number" && Number.isInteger(v) && v >= 0 && v <= 1000;

/** `[1, 2]`, `[3, null]`: least and most, null for no end. */
export const range = leaf(
  (v): v is readonly [number, number | null] =>
    Array.isArray(v) && v.length === 2 && whole(v[0]) && (v[1] === null || (whole(v[1]) && v[1] >= v[0])),
  "a range [least, most] of whole numbers, most not below least",
  "NP1017",
  "Write it as [1, 2], or [3, null] when there is no end.",
).transform(([min, max]) => ({ min, max }));

/** A whole number, 0 or more. */
export const count = leaf(whole, "a whole number", "NP1012", "Write a number without quotes.");

/** A number above 0. */
export const amount = leaf(
  (v): v is number => typeof v === "number" && Number.isFinite(v) && v > 0,
  "a number above 0",
  "NP1012",
  "Write a number without quotes.",
);

/** true or false. */
export const flag = leaf(
  (v): v is boolean => typeof v === "boolean",
  "true or false",
  "NP1012",
  "Write true or false.",
);

/** A modifier, several at once ("RT/LT"), or a run ("FA-F9"). */
export const modifier = textual(
  (v) => /^[0-9A-Z]{2}(?:[-/][0-9A-Z]{2})*$/.test(v),
  'a modifier of two characters in quotes, several as "RT/LT" or "FA-F9"',
  "NP1012",
  'Write it in quotes, as in "50".',
);

/** A map with exactly these keys; `error` holds the known ones for "did you mean". */
export function shape<T extends z.core.$ZodLooseShape>(fields: T) {
  return z.strictObject(fields, {
    error: (issue) => (issue.code === "unrecognized_keys" ? Object.keys(fields).join(" ") : undefined),
  });
}

/** `from`, `until`: keys of everything dated. */
export const span = { from: date, until: endDate };
