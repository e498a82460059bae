/** `book.yaml`: the book's own edition and the dates it claims to know. */
import { date, shape, text } from "./leaf.ts";

/** The whole of it: the version, and the horizon as days, `until` not included. */
export const book = shape({ version: text, horizon: shape({ from: date, until: date }) });
