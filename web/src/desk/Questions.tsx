/** The question to the doctor: one that does not lead, with its places in the note, ready to copy. */
import { memo } from "react";
import type { Query } from "../../../src/coding/determination.ts";
import { lineOf } from "../../../src/explain/words.ts";
import { Copy } from "../shell/Copy.tsx";
import { answer as say } from "../strings/answer.ts";
import { useDesk } from "./state.ts";

export const Questions = memo(({ queries }: { readonly queries: readonly Query[] }) => {
  if (queries.length === 0) return null;
  return (
    <section className="part" data-tone="ask">
      <h3>{say.ask}</h3>
      {queries.map((q) => (
        <Question key={q.id} q={q} />
      ))}
    </section>
  );
});

function Question({ q }: { readonly q: Query }) {
  const { noteAnswered, show } = useDesk();
  const note = noteAnswered();
  const places = placesOf(q);
  const about = places.slice(0, 6);
  return (
    <div className="question">
      <p className="asks">{q.asks}</p>
      {about.length > 0 && (
        <p className="quiet about">
          {say.about}{" "}
          {about.map((p, i) => (
            <button type="button" key={i} className="link" onClick={() => show(p.start, p.end)}>
              “{words(note, p)}”, {say.atLine(lineOf(note, p.start))}
            </button>
          ))}
          {places.length > about.length && <span>{say.more(places.length - about.length)}</span>}
        </p>
      )}
      <ul className="options">
        {q.options.map((o) => (
          <li key={o}>{o}</li>
        ))}
      </ul>
      <p className="quiet">
        {say.because}: {q.why}
      </p>
      <Copy text={questionText(q, note)} label={say.copyQuestion} />
    </div>
  );
}

/** In note order, each place once: both sides of a muscle may stand on the same words. */
function placesOf(q: Query): Query["indicators"] {
  const places = q.indicators.filter((p) => p.end > p.start).toSorted((a, b) => a.start - b.start || a.end - b.end);
  return places.filter((p, i) => p.start !== places[i - 1]?.start || p.end !== places[i - 1]?.end);
}

const words = (note: string, p: { readonly start: number; readonly end: number }): string =>
  note.slice(p.start, Math.min(p.end, p.start + 60)).replace(/\s+/g, " ");

/** Plain lines that paste cleanly into a message. */
function questionText(q: Query, note: string): string {
  const about = placesOf(q)
    .slice(0, 6)
    .map((p) => `${say.about} ${say.atLine(lineOf(note, p.start))}: "${words(note, p)}"`);
  return [q.asks, ...about, ...q.options.map((o) => `[ ] ${o}`)].join("\n");
}
