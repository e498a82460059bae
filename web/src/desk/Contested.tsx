/** Contested points that this note touches: both answers, and the switch for the organisation's choice. */
import { memo } from "react";
import { printRange } from "../../../src/base/range.ts";
import type { Contested as Point } from "../../../src/coding/determination.ts";
import { answer as say } from "../strings/answer.ts";
import { useDesk, useWritten } from "./state.ts";

export const Contested = memo(({ contested }: { readonly contested: readonly Point[] }) => {
  if (contested.length === 0) return null;
  return (
    <section className="part">
      <h3>{say.contested}</h3>
      <p className="quiet">{say.contestedHelp}</p>
      {contested.map((point) => (
        <Choice key={point.convention} point={point} />
      ))}
    </section>
  );
});

function Choice({ point }: { readonly point: Point }) {
  const { change, book } = useDesk();
  const { encounter } = useWritten();
  const choose = (position: string): void =>
    change({ conventions: { ...encounter.conventions, [point.convention]: position } });
  // The choice shows at once; the answer follows.
  const chosen = encounter.conventions?.[point.convention] ?? point.applied;
  return (
    <fieldset className="choice">
      <legend>
        {point.asks} {!point.matters && <span className="quiet">{say.noDifferenceHere}</span>}
      </legend>
      <div className="positions">
        {point.answers.map((a) => (
          <label key={a.position} className="position" data-on={a.position === chosen || undefined}>
            <input
              type="radio"
              name={point.convention}
              checked={a.position === chosen}
              onChange={() => choose(a.position)}
            />
            <span className="gives">
              <strong>{a.codes.join(" or ") || say.status.none}</strong>
              <span className="quiet">{say.counts(printRange(a.count))}</span>
            </span>
            <span className="says">{a.says}</span>
            {a.citations.length > 0 && (
              <span className="quiet who">
                {say.saidBy}:{" "}
                {a.citations
                  .slice(0, 3)
                  .map((id) => book.sources[id]?.title ?? id)
                  .join("; ")}
              </span>
            )}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
