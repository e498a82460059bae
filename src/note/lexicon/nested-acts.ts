/** Phrases that hold another: a heading that also says that something was injected, an act that says what is treated. */
import type { Cue } from "../../rulebook/types.ts";
import type { Phrase } from "./shorts.ts";

/** "Muscles injected" is a heading and also says that something was injected; "intercostal block" is a nerve and an act. */
export function nestActs(all: Iterable<Phrase>): void {
  const list = [...all];
  const pointIn = firstWithin(
    list.flatMap((p) => p.cues.filter((c) => c.category === "statement" && c.gives === "trigger-point")),
  );
  const actIn = firstWithin(
    list.flatMap((p) => p.cues.filter((c) => c.category === "act")).sort((a, b) => b.words.length - a.words.length),
  );
  for (const p of list) {
    // "Each trigger point" points back, "trigger point injection" is an act; both also say what is treated.
    const pointed = p.cues.find((c) => c.category === "reference" || c.category === "act");
    const point = pointed && pointIn(pointed.words);
    if (point !== undefined && !p.cues.includes(point)) p.cues.push(point);
    const named = p.terms.find((t) => t.strength === "name" || / (?:block|injection)s?$/.test(t.words));
    const heading =
      p.cues.find((c) => c.category === "heading" || c.category === "statement" || c.category === "purpose") ??
      (named && { words: named.words, gives: "" });
    if (
      heading === undefined ||
      p.cues.some((c) => c.category === "act") ||
      heading.gives.startsWith("not") ||
      heading.gives.startsWith("no-") ||
      heading.gives === "needle-only"
    )
      continue;
    const inner = actIn(heading.words);
    if (inner !== undefined) p.cues.push(inner);
  }
}

/** The first of the cues whose words stand whole in a phrase: its stretches are looked up, so that the number of cues costs nothing. */
function firstWithin(cues: readonly Cue[]): (phrase: string) => Cue | undefined {
  const rank = new Map<string, number>();
  cues.forEach((c, i) => rank.has(c.words) || rank.set(c.words, i));
  return (phrase) => {
    const words = phrase.split(" ");
    let first = cues.length;
    for (let i = 0; i < words.length; i++) {
      let stretch = "";
      for (let k = i; k < words.length; k++) {
        stretch = k === i ? (words[k] as string) : `${stretch} ${words[k]}`;
        first = Math.min(first, rank.get(stretch) ?? first);
      }
    }
    return cues[first];
  };
}
