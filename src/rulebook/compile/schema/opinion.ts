/** `conventions/<id>.yaml`, `beliefs/*.yaml`, `gaps.yaml`: where authorities differ, err or are silent. */
import { z } from "zod";
import { cited, citedOrNot } from "./authority.ts";
import { codeNumber, date, id, shape, text } from "./leaf.ts";

/** `conventions/<id>.yaml`: a contested point and its positions. */
export const convention = shape({
  id,
  letter: text,
  asks: text,
  positions: z.array(shape({ id, says: text, cite: citedOrNot })).min(1),
  default: id.nullable(),
  workingRule: text,
  amaText: text,
  cite: cited,
});

/** `beliefs/*.yaml`, under `beliefs`: a common claim, and why it loses. */
export const belief = shape({
  id,
  claim: text,
  /** Other ways in which people say or ask it: for looking it up. */
  askedAs: z.array(text).min(1).exactOptional(),
  verdict: z.enum(["wrong", "superseded", "unproven"]),
  since: date.exactOptional(),
  answer: text,
  /** Signs in a note or a claim that call it up (src/explain/heard.ts). */
  shownBy: z.array(id).min(1).exactOptional(),
  saidBy: citedOrNot,
  cite: citedOrNot,
  codes: z.array(codeNumber),
});

/** `denials.yaml`: why payers refuse, and which question an appeal must answer. */
export const denial = shape({
  id,
  codes: z.array(text),
  words: z.array(text).min(1),
  says: text,
  concerns: z.enum(["units", "together", "level", "modifier", "documentation", "coverage", "elsewhere"]),
  cite: cited,
});

/** `search.yaml`: a word that people search by, and the book's words for it. */
export const searchWord = shape({ say: text, also: z.array(text).min(1) });

/** `gaps.yaml`, under `gaps`: what could not be encoded. */
export const gap = shape({ id, says: text, family: id.exactOptional(), because: text });
