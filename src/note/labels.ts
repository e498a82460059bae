/** Printed codes. They are shown and compared with what was documented, never followed. */
import type { LabelFact } from "./facts.ts";

const CPT = /\b(?:20[0-9]{3}|6[2-4][0-9]{3}|76942|7700[23]|77021|7600[35]|992[0-9]{2}|27096)\b/g;
const ICD = /\b[A-TV-Z][0-9][0-9A-Z]\.[0-9A-Z]{1,4}\b/g;

/** Codes printed in the note: a five-digit number of these families, and ICD-10-CM codes. */
export function labelsIn(text: string): LabelFact[] {
  const out: LabelFact[] = [];
  for (const [of, pattern] of [
    ["cpt", CPT],
    ["icd10", ICD],
  ] as const)
    for (const m of text.matchAll(pattern)) {
      const around = text.slice(Math.max(0, m.index - 2), m.index + m[0].length + 2);
      if (of === "cpt" && /[-/$#]/.test(around)) continue;
      out.push(
        Object.freeze({ kind: "label", of, value: m[0], text: m[0], start: m.index, end: m.index + m[0].length }),
      );
    }
  return out;
}
