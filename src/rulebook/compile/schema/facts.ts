/**
 * What must be found in a source's own text for a citation of it to stand: `facts/*.yaml`; which file holds the
 * text, `facts/texts.yaml`; and what a check of them found, `verified.yaml`, which only the check writes.
 */
import { z } from "zod";
import { id, shape, text } from "./leaf.ts";

/**
 * How near the text at hand is to the source: the whole text; the beginning or a part of it; another's quotation;
 * another's account of what it says; data built from the official file.
 */
export const textIs = z.enum(["text", "excerpt", "quotation", "digest", "data"]);

/** `of`: the codes and families whose rules rest on it; without it, all that cite the source. */
export const fact = shape({
  source: id,
  of: z.array(text).min(1).exactOptional(),
  says: text,
  find: z.array(text).min(1),
});

/** `mark`: only passages that hold it speak of this source (a dossier on many). */
export const sourceText = shape({ source: id, file: text, is: textIs, mark: text.exactOptional() });

/** `verified.yaml`, under `verified`: a fact that was found, in which text; `hash` is of that text's bytes. */
export const verified = shape({ source: id, find: text, file: text, is: textIs, hash: text });
