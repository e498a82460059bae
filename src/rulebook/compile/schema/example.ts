/** `examples/*.yaml`: worked examples. Their form is checked here; whether they hold, by whoever runs them. */
import { z } from "zod";
import { cited } from "./authority.ts";
import { codeNumber, count, date, id, modifier, range, shape, text } from "./leaf.ts";

const line = shape({ code: codeNumber, units: count, modifiers: z.array(modifier).exactOptional() });
const status = z.enum(["determined", "query", "none"]);

/** One example: a note or facts, a date, where it comes from, and the answer. */
export const example = shape({
  id,
  title: text,
  dateOfService: date,
  status: z.enum(["current", "superseded", "contested", "open", "payer-specific"]),
  cite: cited,
  note: z.string().exactOptional(),
  facts: z.array(z.record(z.string(), z.unknown())).exactOptional(),
  expect: shape({
    status,
    lines: z.array(line),
    also: z.array(shape({ status, lines: z.array(line) })).exactOptional(),
    contested: z.array(id).exactOptional(),
    counts: shape({
      byName: range.exactOptional(),
      bySide: range.exactOptional(),
      muscles: range.exactOptional(),
    }).exactOptional(),
  }),
  skip: text.exactOptional(),
});
