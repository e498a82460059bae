/** Lines as the tables ask of them, whether decided here or billed. */
import type { Who } from "./problems.ts";

export interface EditLine {
  readonly code: string;
  readonly units: number;
  readonly modifiers: readonly string[];
}

export interface Subject {
  readonly who: Who;
  readonly lines: readonly EditLine[];
  /** Each code once, in order. */
  readonly codes: readonly string[];
}

/** Lines with their codes, each code once, in their order. */
export function subject(who: Who, lines: readonly EditLine[]): Subject {
  const codes: string[] = [];
  for (const { code } of lines) if (!codes.includes(code)) codes.push(code);
  return { who, lines, codes };
}

/** Does the line carry the modifier? */
export const has = (line: EditLine, modifier: string): boolean => line.modifiers.includes(modifier);
