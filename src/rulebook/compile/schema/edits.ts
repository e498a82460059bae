/** `edits/edits.yaml` and `diagnoses/words.yaml`: what the tables beside them mean, in words. */
import { z } from "zod";
import { cited } from "./authority.ts";
import { codeNumber, flag, id, modifier, shape, text } from "./leaf.ts";

const words = z.record(text, text);

/** `edits/edits.yaml`: the words for what edit tables say. */
export const editRules = shape({
  modifiers: z.array(shape({ id: modifier, bypasses: flag, onBoth: flag.exactOptional(), asks: text })).min(1),
  rationales: words,
  asks: words,
  separate: shape({ modifier, codes: z.array(codeNumber), cite: cited }),
  adjudication: words,
  status: words,
  visits: shape({ codes: z.array(codeNumber), global: z.array(text) }),
  cite: cited,
});

/** The beginning of an ICD-10-CM code, in quotes or not: `M79.1`. */
const stem = z.string().regex(/^[A-Z][0-9A-Z]{2}(?:\.[0-9A-Z]{1,4})?$/);

/** `diagnoses/words.yaml`, under `words`: a note's words for a condition, and the ICD-10-CM codes they may mean. */
export const diagnosisWords = shape({
  not: z.array(text),
  cite: cited,
  diagnoses: z.array(shape({ id, name: text, words: z.array(text).min(1), look: z.array(stem).min(1) })).min(1),
});
