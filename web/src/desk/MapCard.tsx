/** The body map beside the note: a muscle of the one shows its words in the other, both ways. Loaded after the answer. */
import { lazy, Suspense, useMemo } from "react";
import type { Mark as MapMark, MarkState } from "../body/marks.ts";
import type { Answer, Catalogue } from "../core/messages.ts";
import { answer as answerWords, map as say } from "../strings.ts";
import { useActive } from "./active.ts";
import { useDesk } from "./state.ts";

const BodyMap = lazy(() => import("../body/BodyMap.tsx").then((m) => ({ default: m.BodyMap })));

/** Structures that are muscles, or words for several of them. */
const KINDS: ReadonlySet<string> = new Set(["muscle", "group"]);
const STRENGTH: Readonly<Record<MarkState, number>> = { examined: 0, uncertain: 1, injected: 2 };

type Placed = MapMark & { readonly start: number; readonly end: number };

/** Each muscle and side once, in its strongest state, with its first place in the note. */
export function mapMarks(answer: Answer, book: Pick<Catalogue, "structures">): readonly Placed[] {
  const found = new Map<string, Placed>();
  for (const mark of answer.marks)
    for (const { id, side, state } of mark.of) {
      const structure = book.structures[id];
      if (structure === undefined || !KINDS.has(structure.kind)) continue;
      const key = `${id} ${side}`;
      const before = found.get(key);
      if (before !== undefined && STRENGTH[before.state] >= STRENGTH[state]) continue;
      const { start, end } = mark;
      const name = say.named(structure.name, side);
      found.set(key, { id, side, state, name, start, end, ...(structure.members && { members: structure.members }) });
    }
  return [...found.values()];
}

export function MapCard() {
  const { book, show, answered } = useDesk();
  const answer = answered?.answer ?? null;
  const active = useActive();
  const marks = useMemo(() => (answer === null ? [] : mapMarks(answer, book)), [answer, book]);
  const words = useMemo(
    () => ({
      ...say.words,
      marked: (m: MapMark, state: MarkState) => say.marked(m.name, say.words[state]),
      plain: (id: string) => book.structures[id]?.name ?? id,
    }),
    [book],
  );
  if (marks.length === 0) return null;
  const selected = marks.find((m) => active?.of.some((o) => o.id === m.id && o.side === m.side)) ?? null;
  return (
    <section className="pane map" aria-labelledby="map-title">
      <h2 id="map-title">{answerWords.map}</h2>
      <Suspense fallback={<div className="map-place" />}>
        <BodyMap
          marks={marks}
          selected={selected}
          words={words}
          onPick={(m) => {
            const placed = marks.find((x) => x.id === m.id && x.side === m.side);
            if (placed !== undefined) show(placed.start, placed.end);
          }}
        />
      </Suspense>
    </section>
  );
}
