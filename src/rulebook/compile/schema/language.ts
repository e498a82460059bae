/** `language/*.yaml`: cue words. The category stands once at the head of the file. */
import { z } from "zod";
import { amount, flag, id, shape, text } from "./leaf.ts";
import { cueCategory } from "./words.ts";

/** What stands at the head of the file and holds for all its cues. */
export const cueHead = { category: cueCategory };

/** One meaning with all the words for it. */
export const cue = shape({
  ...cueHead,
  id,
  gives: text,
  words: z.array(text).min(1),
  direction: z.enum(["forward", "backward", "both"]).exactOptional(),
  reach: z.enum(["clause", "sentence", "line", "section"]).exactOptional(),
  pseudo: flag.exactOptional(),
  bare: flag.exactOptional(),
  capitals: flag.exactOptional(),
  value: amount.exactOptional(),
  note: text.exactOptional(),
});
