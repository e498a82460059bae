/** The body map beside the note: a muscle of the one shows its words in the other, both ways. Loaded after the answer. */
import { lazy, memo, Suspense, useCallback, useMemo, useRef, type RefObject } from "react";
import type { Mark as MapMark, MarkState } from "../body/marks.ts";
import type { Catalogue, Mark } from "../core/messages.ts";
import { share } from "../core/share.ts";
import { answer as answerWords } from "../strings/answer.ts";
import { map as say } from "../strings/desk.ts";
import { useActive } from "./active.ts";
import { useDesk, useNow } from "./state.ts";

const BodyMap = lazy(() => import("../body/BodyMap.tsx").then((m) => ({ default: m.BodyMap })));

/** Structures that are muscles, or words for several of them. */
const KINDS: ReadonlySet<string> = new Set(["muscle", "group"]);
const STRENGTH: Readonly<Record<MarkState, number>> = { examined: 0, uncertain: 1, injected: 2 };

interface Placed {
  readonly mark: MapMark;
  readonly start: number;
  readonly end: number;
}

/** Each muscle and side once, in its strongest state, with its first place in the note. */
export function mapMarks(marks: readonly Mark[], book: Pick<Catalogue, "structures">): readonly Placed[] {
  const found = new Map<string, Placed>();
  for (const { of, start, end } of marks)
    for (const { id, side, state } of of) {
      const structure = book.structures[id];
      if (structure === undefined || !KINDS.has(structure.kind)) continue;
      const key = `${id} ${side}`;
      const before = found.get(key);
      if (before !== undefined && STRENGTH[before.mark.state] >= STRENGTH[state]) continue;
      const name = say.named(structure.name, side);
      const mark = { id, side, state, name, ...(structure.members && { members: structure.members }) };
      found.set(key, { mark, start, end });
    }
  return [...found.values()];
}

const NONE: readonly Mark[] = [];

export function MapCard() {
  const { book } = useDesk();
  const marks = useNow().answered?.answer?.marks ?? NONE;
  const placed = useMemo(() => mapMarks(marks, book), [marks, book]);
  // Typing moves places far more often than it changes what is drawn.
  const last = useRef<readonly MapMark[]>([]);
  last.current = share(
    last.current,
    placed.map((p) => p.mark),
  );
  const places = useRef(placed);
  places.current = placed;
  return last.current.length === 0 ? null : <Drawn marks={last.current} places={places} />;
}

interface DrawnProps {
  readonly marks: readonly MapMark[];
  readonly places: RefObject<readonly Placed[]>;
}

const Drawn = memo(({ marks, places }: DrawnProps) => {
  const { book, show } = useDesk();
  const active = useActive();
  const words = useMemo(
    () => ({
      ...say.words,
      marked: (m: MapMark, state: MarkState) => say.marked(m.name, say.words[state]),
      plain: (id: string) => book.structures[id]?.name ?? id,
    }),
    [book],
  );
  const pick = useCallback(
    (m: MapMark) => {
      const found = places.current.find((p) => p.mark.id === m.id && p.mark.side === m.side);
      if (found !== undefined) show(found.start, found.end);
    },
    [places, show],
  );
  const selected = marks.find((m) => active?.of.some((o) => o.id === m.id && o.side === m.side)) ?? null;
  const map = useMemo(
    () => (
      <Suspense fallback={<div className="map-place" />}>
        <BodyMap marks={marks} selected={selected} words={words} onPick={pick} />
      </Suspense>
    ),
    [marks, selected, words, pick],
  );
  return (
    <section className="pane map" aria-labelledby="map-title">
      <h2 id="map-title">{answerWords.map}</h2>
      {map}
    </section>
  );
});
