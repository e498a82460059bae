/** The same note under every edition of the rules: a slider whose stops are the days on which something changed. */
import { useEffect, useId, useRef, type CSSProperties } from "react";
import type { Era } from "../core/messages.ts";
import { timeline as say } from "../strings/desk.ts";
import { useDesk, useNow, useWritten } from "./state.ts";

const yearOf = (day: string): string => (day.endsWith("-01-01") ? day.slice(0, 4) : day.slice(0, 7));
const answerOf = (era: Era): string =>
  era.codes.length === 0 ? (era.status === "query" ? say.ask : say.none) : era.codes.join(" + ");

/** The era a day lies in; the last one when it lies behind all. */
export function eraAt(eras: readonly Era[], day: string): number {
  const at = eras.findLastIndex((e) => e.from <= day);
  return Math.max(0, at);
}

export function TimeSlider() {
  const { change } = useDesk();
  const { eras, answered } = useNow();
  const { encounter } = useWritten();
  const help = useId();
  const track = useRef<HTMLDivElement>(null);
  const day = encounter.dateOfService ?? answered?.answer?.determination.dateOfService;
  const at = eras === null || day === undefined ? -1 : eraAt(eras, day);
  // Where there is no room for all, the one in force is brought into sight; sideways only.
  useEffect(() => {
    const on = track.current?.querySelector<HTMLElement>("[data-on]");
    if (track.current && on) track.current.scrollLeft = on.offsetLeft - track.current.offsetLeft - 100;
  }, [at, eras?.length]);
  if (eras === null || eras.length === 0 || day === undefined || day === "") return null;
  const era = eras[at] as Era;
  const before = at > 0 ? (eras[at - 1] as Era) : null;
  const to = (index: number): void => {
    const target = eras[Math.min(eras.length - 1, Math.max(0, index))] as Era;
    if (target !== era) change({ dateOfService: target.from });
  };
  return (
    <section className="timeline" aria-labelledby="timeline-title">
      <div className="timeline-head">
        <h2 id="timeline-title">{say.title}</h2>
        <p className="timeline-why" id={help} aria-live="polite">
          <strong>{say.value(era.from, era.until, answerOf(era))}.</strong>{" "}
          {before === null
            ? say.first
            : [
                answerOf(before) === answerOf(era) ? say.same : say.changed(answerOf(before), answerOf(era)),
                ...era.why,
              ].join(" ")}
        </p>
      </div>
      <div className="track" ref={track} style={{ "--stops": eras.length } as CSSProperties}>
        <div className="eras" aria-hidden="true">
          {eras.map((e, i) => (
            <button
              type="button"
              key={e.from}
              tabIndex={-1}
              className="era"
              data-on={i === at || undefined}
              data-status={e.status}
              data-same={i > 0 && answerOf(e) === answerOf(eras[i - 1] as Era) ? true : undefined}
              onClick={() => to(i)}
            >
              <span className="year">{yearOf(e.from)}</span>
              <span className="codes">{answerOf(e)}</span>
            </button>
          ))}
        </div>
        {eras.length > 1 && (
          <input
            id="timeline"
            type="range"
            min={0}
            max={eras.length - 1}
            step={1}
            value={at}
            aria-label={say.label}
            aria-valuetext={say.value(era.from, era.until, answerOf(era))}
            aria-describedby={help}
            onChange={(event) => to(Number(event.target.value))}
          />
        )}
      </div>
    </section>
  );
}
