/** One figure of the body with its marks. */
import { useId, useMemo, type ReactElement, type KeyboardEvent } from "react";
import type { Drawn, Figure } from "./figure.ts";
import { inOrder, shownAt, type Half, type Mark, type Shown } from "./marks.ts";
import { bothHalves, closed } from "./shape.ts";

export interface FigureWords {
  /** "left trapezius: injected. Show it in the note." */
  readonly marked: (mark: Mark, state: Shown["state"]) => string;
  /** Name of a muscle nobody marked, for the pointer. */
  readonly plain: (id: string) => string;
  readonly left: string;
  readonly right: string;
}

interface Props {
  readonly figure: Figure;
  readonly shown: ReadonlyMap<string, Shown>;
  readonly selected: Mark | null;
  readonly onPick: (mark: Mark) => void;
  readonly words: FigureWords;
  /** For a figure of one side: which. */
  readonly only?: Half;
}

/** Which half is drawn mirrored: x grows to the viewer's right, which is the person's left from the front. */
function flipped(figure: Figure, half: Half): boolean {
  return figure.facing === "back" ? half === "left" : half === "right";
}

interface Shape {
  readonly drawn: Drawn;
  readonly half: Half;
  readonly d: string;
}

export function FigureView({ figure, shown, selected, onPick, words, only }: Props): ReactElement {
  const ids = useId();
  const single = only !== undefined;
  const mirrored = only === "left";
  const { shapes, outline, landmarks } = useMemo(() => {
    const halves: readonly Half[] = only === undefined ? ["right", "left"] : [only];
    const flip = (half: Half): boolean => (single ? false : flipped(figure, half));
    return {
      shapes: inOrder(figure).flatMap((drawn): Shape[] =>
        halves.map((half) => ({ drawn, half, d: closed(drawn.shape, flip(half)) })),
      ),
      outline: figure.outline === "" ? null : single ? closed(figure.outline) : bothHalves(figure.outline),
      landmarks: halves.flatMap((half) => figure.landmarks.map((l) => closed(l, flip(half)))),
    };
  }, [figure, only, single]);
  const [left, top, width] = figure.viewBox.split(" ").map(Number) as [number, number, number, number];
  const viewersLeft = figure.facing === "front" ? words.right : words.left;
  const viewersRight = figure.facing === "front" ? words.left : words.right;
  const title = single ? `${figure.title} (${only === "left" ? words.left : words.right})` : figure.title;

  const isFilled = (s: Shape): boolean => shownAt(shown, s.drawn.id, s.half) !== undefined;
  const plain = shapes.filter((s) => !isFilled(s) && s.drawn.deep === undefined);
  const marked = shapes.filter(isFilled);
  return (
    <svg className={`bm-figure bm-${figure.id}`} viewBox={figure.viewBox} role="group" aria-label={title}>
      <defs>
        {outline !== null && (
          <clipPath id={`${ids}skin`}>
            <path d={outline} />
          </clipPath>
        )}
        <pattern
          id={`${ids}stripes`}
          className="bm-stripes"
          width="7"
          height="7"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect className="bm-stripe-ground" width="7" height="7" />
          <rect className="bm-stripe" width="3" height="7" />
        </pattern>
        <pattern
          id={`${ids}hatch`}
          width="4.5"
          height="4.5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(-45)"
        >
          <rect className="bm-hatch-ground" width="4.5" height="4.5" />
          <rect className="bm-hatch" width="2.4" height="4.5" />
        </pattern>
      </defs>
      <g transform={mirrored ? `translate(${2 * left + width} 0) scale(-1 1)` : undefined}>
        {outline !== null && <path className="bm-skin" d={outline} aria-hidden="true" />}
        <g clipPath={outline === null ? undefined : `url(#${ids}skin)`}>
          {outline === null &&
            landmarks.map((d) => <path key={d} className="bm-skin bm-line" d={d} aria-hidden="true" />)}
          {plain.map((s) => (
            <path key={s.drawn.id + s.half} className="bm-muscle" d={s.d} aria-hidden="true">
              <title>{`${s.half === "left" ? words.left : words.right} ${words.plain(s.drawn.id)}`}</title>
            </path>
          ))}
          {marked.map((s) => {
            const { mark, state } = shownAt(shown, s.drawn.id, s.half) as Shown;
            const fill =
              state === "uncertain"
                ? `url(#${ids}stripes)`
                : state === "injected" && s.drawn.deep
                  ? `url(#${ids}hatch)`
                  : undefined;
            const label = words.marked(mark, state);
            const onKeyDown = (event: KeyboardEvent): void => {
              if (event.key !== "Enter" && event.key !== " ") return;
              event.preventDefault();
              onPick(mark);
            };
            return (
              <path
                key={s.drawn.id + s.half}
                id={`${figure.id}-${s.drawn.id}-${s.half}`}
                className={`bm-muscle bm-marked bm-${state}${mark === selected ? " bm-selected" : ""}`}
                style={fill === undefined ? undefined : { fill }}
                d={s.d}
                role="button"
                tabIndex={0}
                aria-label={label}
                aria-pressed={mark === selected}
                onClick={() => onPick(mark)}
                onKeyDown={onKeyDown}
              >
                <title>{label}</title>
              </path>
            );
          })}
        </g>
        {outline !== null && landmarks.map((d) => <path key={d} className="bm-line" d={d} aria-hidden="true" />)}
        {outline !== null && <path className="bm-outline" d={outline} aria-hidden="true" />}
      </g>
      {!single && (
        <g className="bm-letters" aria-hidden="true" fontSize={width / 23}>
          <text x={left + 8} y={top + width / 20}>
            {viewersLeft.charAt(0).toUpperCase()}
          </text>
          <text x={left + width - 8} y={top + width / 20} textAnchor="end">
            {viewersRight.charAt(0).toUpperCase()}
          </text>
        </g>
      )}
    </svg>
  );
}
