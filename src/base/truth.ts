import type { Range } from "./range.ts";

/**
 * Four-valued logic. `unknown` is an answer: it never falls into an else branch.
 * `n/a` means that the question does not arise (no image to keep when no guidance was used).
 */
export type Truth = "true" | "false" | "unknown" | "n/a";

/** True when every part is true; false as soon as one is false; `n/a` parts do not count. */
export function all(parts: readonly Truth[]): Truth {
  let seen: Truth = "n/a";
  for (const p of parts) {
    if (p === "false") return "false";
    if (p === "unknown") seen = "unknown";
    else if (p === "true" && seen === "n/a") seen = "true";
  }
  return seen;
}

/** True as soon as one part is true; false when every part is false; `n/a` parts do not count. */
export function any(parts: readonly Truth[]): Truth {
  let seen: Truth = "n/a";
  for (const p of parts) {
    if (p === "true") return "true";
    if (p === "unknown") seen = "unknown";
    else if (p === "false" && seen === "n/a") seen = "false";
  }
  return seen;
}

/** The other truth; unknown and not applicable stay what they are. */
export function not(t: Truth): Truth {
  return t === "true" ? "false" : t === "false" ? "true" : t;
}

/** Is every value of `found` inside `asked` (true), none of them (false), or some (unknown)? */
export function within(found: Range, asked: Range): Truth {
  const top = asked.max ?? Infinity;
  const foundTop = found.max ?? Infinity;
  if (found.min >= asked.min && foundTop <= top) return "true";
  if (found.min > top || foundTop < asked.min) return "false";
  return "unknown";
}
