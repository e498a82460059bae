/** `imaging/*.yaml` and `drugs/*.yaml`: what is reported beside a procedure. */
import { z } from "zod";
import { cited } from "./authority.ts";
import { amount, codeNumber, flag, id, shape, span, text } from "./leaf.ts";
import { agentClass, modality } from "./words.ts";

export const imagingRule = shape({
  code: codeNumber,
  modality,
  ...span,
  needsImage: flag,
  says: text,
  families: z.array(id).min(1),
  cite: cited,
});

export const drug = shape({
  id,
  name: text,
  agent: agentClass,
  lines: z.array(
    shape({
      code: codeNumber,
      ...span,
      unit: shape({ amount, measure: z.enum(["mg", "unit", "mL", "dose"]) }),
      cite: cited,
    }),
  ),
});
