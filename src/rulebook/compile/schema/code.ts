/** `codes/<code>.yaml`: one code with its editions. */
import { z } from "zod";
import { cited } from "./authority.ts";
import { codeNumber, flag, id, modifier, range, shape, span, text } from "./leaf.ts";
import { countedThing, per } from "./words.ts";

const edition = shape({
  ...span,
  covers: text,
  says: text,
  counts: countedThing,
  range: range.exactOptional(),
  per,
  change: text.exactOptional(),
  notes: z.array(text).exactOptional(),
  modifiers: z.array(shape({ modifier, allowed: flag, cite: cited })).exactOptional(),
  cite: cited,
});

/** The whole file. The title is in words of our own. */
export const code = shape({ code: codeNumber, family: id, title: text, editions: z.array(edition).min(1) });
