/**
 * Where on the body the note's muscles are: injected ones filled, uncertain ones striped, examined ones outlined, deep ones
 * hatched over their landmark. What has no drawing is listed, so that nothing marked is ever hidden.
 */
import { useMemo, type ReactElement } from "react";
import "./body.css";
import { FigureView, type FigureWords } from "./FigureView.tsx";
import { BODY_FIGURES, INSETS, holdsMark, isDrawn, shownOn, type Half, type Mark } from "./marks.ts";

export type { Mark, MarkSide, MarkState } from "./marks.ts";

export interface BodyMapWords extends FigureWords {
  readonly injected: string;
  readonly uncertain: string;
  readonly examined: string;
  readonly deep: string;
  readonly notDrawn: string;
}

interface Props {
  readonly marks: readonly Mark[];
  readonly selected: Mark | null;
  readonly onPick: (mark: Mark) => void;
  readonly words: BodyMapWords;
}

const LEGEND = ["injected", "deep", "uncertain", "examined"] as const;

export function BodyMap({ marks, selected, onPick, words }: Props): ReactElement {
  const shown = useMemo(() => shownOn(marks), [marks]);
  const undrawn = marks.filter((mark) => !isDrawn(mark));
  const insets = INSETS.filter((figure) => holdsMark(figure, shown));
  const halves = (["right", "left"] as const).filter((half: Half) =>
    marks.some((m) => m.side === half || (m.side !== "left" && m.side !== "right")),
  );
  const common = { shown, selected, onPick, words };
  return (
    <div className="bm">
      <div className="bm-bodies">
        {BODY_FIGURES.map((figure) => (
          <FigureView key={figure.id} figure={figure} {...common} />
        ))}
      </div>
      {insets.length > 0 && (
        <div className="bm-insets">
          {insets.flatMap((figure) =>
            figure.facing === "one"
              ? halves.map((only) => <FigureView key={figure.id + only} figure={figure} only={only} {...common} />)
              : [<FigureView key={figure.id} figure={figure} {...common} />],
          )}
        </div>
      )}
      <ul className="bm-legend">
        {LEGEND.map((kind) => (
          <li key={kind}>
            <span className={`bm-swatch bm-swatch-${kind}`} aria-hidden="true" />
            {words[kind]}
          </li>
        ))}
      </ul>
      {undrawn.length > 0 && (
        <p className="bm-undrawn">
          {words.notDrawn}{" "}
          {undrawn.map((mark) => (
            <button
              key={mark.id + mark.side}
              type="button"
              aria-pressed={mark === selected}
              onClick={() => onPick(mark)}
            >
              {mark.name}
            </button>
          ))}
        </p>
      )}
    </div>
  );
}
