/** Facts in the order of the note: by where they begin, then by where they end, then as they were found. */
import type { Fact } from "./facts.ts";

/** Merges further facts into those found before, in place. What stands in order already is only gone through. */
export function addInOrder(facts: Fact[], more: readonly Fact[]): void {
  if (more.length === 0) return;
  const next = isOrdered(more) ? more : more.toSorted((a, b) => a.start - b.start || a.end - b.end);
  let i = facts.length - 1;
  let j = next.length - 1;
  for (const fact of next) facts.push(fact); // makes room, and is right where nothing has to move
  for (let k = facts.length - 1; i >= 0 && j >= 0; k--) {
    const [a, b] = [facts[i] as Fact, next[j] as Fact];
    if (follows(a, b)) {
      facts[k] = a;
      i--;
    } else {
      facts[k] = b;
      j--;
    }
  }
  for (; j >= 0; j--) facts[j] = next[j] as Fact;
}

function isOrdered(facts: readonly Fact[]): boolean {
  for (let i = 1; i < facts.length; i++) if (follows(facts[i - 1] as Fact, facts[i] as Fact)) return false;
  return true;
}

/** Does `a` belong behind `b`? */
function follows(a: Fact, b: Fact): boolean {
  return a.start > b.start || (a.start === b.start && a.end > b.end);
}
