/** Printed codes. They are shown and compared with what was documented, never followed. */
import type { LabelFact } from "../facts.ts";
import type { Tokens } from "../text/tokens.ts";

const CPT = /\b(?:20[0-9]{3}|6[2-4][0-9]{3}|76942|7700[23]|77021|7600[35]|992[0-9]{2}|27096)\b/y;
const ICD = /\b[A-TV-Z][0-9][0-9A-Z]\.[0-9A-Z]{1,4}\b/y;

/** Codes printed in the note: a five-digit number of these families, and ICD-10-CM codes. */
export function labelsIn({ text, digitCount, digitAt, digitLength }: Tokens): LabelFact[] {
  const out: LabelFact[] = [];
  let end = 0;
  const add = (of: "cpt" | "icd10", value: string, start: number): void => {
    out.push(Object.freeze({ kind: "label", of, value, text: value, start, end: start + value.length }));
  };
  for (let i = 0; i < digitCount; i++) {
    const start = digitAt[i] as number;
    const length = digitLength[i] as number;
    if (length === 5) {
      if (!opensCode(text.charCodeAt(start))) continue;
      CPT.lastIndex = start;
      const code = CPT.exec(text)?.[0];
      const around = text.slice(Math.max(0, start - 2), start + length + 2);
      if (code !== undefined && !/[-/$#}]/.test(around)) add("cpt", code, start);
    } else if (length <= 2 && start > end && isCapital(text.charCodeAt(start - 1))) {
      ICD.lastIndex = start - 1;
      const code = ICD.exec(text)?.[0];
      if (code === undefined) continue;
      add("icd10", code, start - 1);
      end = start - 1 + code.length;
    }
  }
  return out;
}

/** Codes of these families begin with 2, 6, 7 or 9. */
function opensCode(c: number): boolean {
  return c === 50 || c === 54 || c === 55 || c === 57;
}

function isCapital(c: number): boolean {
  return c >= 65 && c <= 90;
}
