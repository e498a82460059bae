/** `families/<id>.yaml`: what a family takes and how it chooses between its codes. */
import { z } from "zod";
import { cited } from "./authority.ts";
import { codeNumber, count, date, endDate, flag, id, range, shape, span, text } from "./leaf.ts";
import { agentClass, countedThing, modality, per, size, spineRegion, structureKind, technique } from "./words.ts";

const condition = z.discriminatedUnion("kind", [
  shape({ kind: z.literal("count"), range }),
  shape({ kind: z.literal("size"), is: size }),
  shape({ kind: z.literal("structure"), kinds: z.array(structureKind).min(1) }),
  shape({ kind: z.literal("image"), modality: z.literal("ultrasound"), kept: flag }),
  shape({ kind: z.literal("imaging"), used: flag }),
  shape({ kind: z.literal("agent"), classes: z.array(agentClass).min(1) }),
  shape({ kind: z.literal("spine"), is: z.array(spineRegion).min(1) }),
  shape({ kind: z.literal("place"), range }),
  shape({ kind: z.literal("sides"), is: z.enum(["one", "both", "both-or-unsaid"]) }),
  shape({ kind: z.literal("catheter"), left: flag }),
]);

const row = shape({
  code: codeNumber,
  when: z.array(condition),
  floor: flag.exactOptional(),
  anySize: flag.exactOptional(),
  each: flag.exactOptional(),
  says: text,
  cite: cited,
});

/** The whole file. */
export const family = shape({
  id,
  title: text,
  priority: count,
  takes: shape({
    techniques: z.array(technique).min(1),
    kinds: z.array(structureKind).min(1).exactOptional(),
    structures: z.array(id).min(1).exactOptional(),
    agents: z.array(agentClass).min(1).exactOptional(),
    notAgents: z.array(agentClass).min(1).exactOptional(),
    imaging: z.enum(["required", "absent"]).exactOptional(),
    regions: z.array(id).min(1).exactOptional(),
    purposes: z.array(id).min(1).exactOptional(),
    notPurposes: z.array(id).min(1).exactOptional(),
  }),
  per,
  limbs: z.record(id, z.array(id).min(1)).exactOptional(),
  editions: z.array(shape({ ...span, counts: countedThing, rows: z.array(row), cite: cited })),
  companions: z.array(modality),
  questions: z.record(id, shape({ asks: text, options: z.array(text).min(1), why: text })),
  coverage: shape({ from: date, until: endDate }),
  reviewBy: date,
  notCoded: shape({
    because: text,
    asks: z.enum(["structure", "purpose", "imaging", "levels"]).exactOptional(),
    cite: cited,
  }).exactOptional(),
});
