/** `book.yaml`: the book's own edition and the dates it claims to know. */
import { date, shape, text } from "./leaf.ts";

export const book = shape({ version: text, horizon: shape({ from: date, until: date }) });
