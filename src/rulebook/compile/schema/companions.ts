/** `imaging/*.yaml` and `drugs/*.yaml`: what is reported beside a procedure. */
import { z } from "zod";
import { cited } from "./authority.ts";
import { amount, codeNumber, flag, id, modifier, shape, span, text } from "./leaf.ts";
import { agentClass, formOccasion, modality } from "./words.ts";

/** `imaging/*.yaml`, under `imaging`: the code beside a procedure for one kind of guidance. */
export const imagingRule = shape({
  code: codeNumber,
  modality,
  ...span,
  needsImage: flag,
  says: text,
  families: z.array(id).min(1),
  cite: cited,
});

/** `forms.yaml`: how lines are written on a claim, and who wants it so. */
export const form = shape({
  id,
  modifier,
  when: formOccasion,
  adds: flag.exactOptional(),
  payer: id.exactOptional(),
  who: text,
  says: text,
  ...span,
  cite: cited,
});

/** `drugs/*.yaml`, under `drugs`: a drug with the supply codes of its amounts, in mg, units, mL or doses. */
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
