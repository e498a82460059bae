/** The count on the note's own words: a row of named structures, each of which shows its place in the note. */
import { memo } from "react";
import { printRange } from "../../../src/base/range.ts";
import type { CountElement, Counts } from "../../../src/coding/determination.ts";
import { lineOf, STATUS_WORDS } from "../../../src/explain/words.ts";
import type { Seen } from "../core/messages.ts";
import { answer as say } from "../strings/answer.ts";
import { useDesk } from "./state.ts";

/** At most this many of one kind; the rest are in the note. */
const SHOWN = 24;

export const Count = memo(({ counts }: { readonly counts: Counts }) => {
  const { elements } = counts;
  if (elements.length === 0) return null;
  return (
    <section className="part">
      <h3>{say.count}</h3>
      <p className="total">
        <strong>{total(counts)}</strong> <Both counts={counts} />
      </p>
      <ul className="chips">
        {elements.slice(0, SHOWN).map((e, i) => (
          <Chip key={i} element={e} />
        ))}
        {elements.length > SHOWN && <li className="quiet">{say.more(elements.length - SHOWN)}</li>}
      </ul>
      <Stated counts={counts} />
    </section>
  );
});

function total(counts: Counts): string {
  if (counts.groups !== undefined) return say.groups(printRange(counts.groups));
  const muscles = counts.muscles ?? counts.needled;
  return muscles === undefined ? say.structures(counts.elements.length) : say.muscles(printRange(muscles));
}

function Both({ counts }: { readonly counts: Counts }) {
  const { byName, bySide } = counts;
  if (byName === undefined || bySide === undefined || printRange(byName) === printRange(bySide)) return null;
  return (
    <span className="quiet">
      {say.byName(printRange(byName))}, {say.bySide(printRange(bySide))}
    </span>
  );
}

function Chip({ element }: { readonly element: CountElement }) {
  const { noteAnswered, show } = useDesk();
  const note = noteAnswered();
  const place = element.evidence.find((p) => p.end > p.start);
  const open = element.muscles.min !== element.muscles.max;
  // The name carries its range in brackets; here the range stands apart.
  const name = element.name.replace(/ \([^)]*\)$/, "");
  const line = place === undefined ? 0 : lineOf(note, place.start);
  return (
    <li>
      <button
        type="button"
        className="chip"
        data-open={open || undefined}
        disabled={place === undefined}
        onClick={() => place && show(place.start, place.end)}
      >
        <span>{name}</span> {open && <span className="range">{printRange(element.muscles)}</span>}{" "}
        {place !== undefined && (
          <>
            <span className="at">{say.atLine(line)}</span> <span className="unseen">{say.showInNote}</span>
          </>
        )}
      </button>
    </li>
  );
}

function Stated({ counts }: { readonly counts: Counts }) {
  const parts = [
    ...(counts.sites === null ? [] : [say.injectionSites(counts.sites)]),
    ...(counts.needlePasses === null ? [] : [say.passes(counts.needlePasses)]),
  ];
  return parts.length === 0 ? null : <p className="quiet">{say.sites(parts)}</p>;
}

/** By status, in words: examined only, planned, at an earlier time. */
export const SeenList = memo(({ seen }: { readonly seen: readonly Seen[] }) => {
  const { noteAnswered, show, book } = useDesk();
  const note = noteAnswered();
  if (seen.length === 0) return null;
  return (
    <section className="part" data-quiet>
      <h3>{say.seen}</h3>
      <dl className="seen">
        {seen.map(({ status, shown, more }) => (
          <div key={status}>
            <dt>{STATUS_WORDS[status]}</dt>
            <dd>
              {shown.map((m, i) => {
                const name = m.id === null ? m.text : (book.structures[m.id]?.name ?? m.text);
                const sided = m.side === "left" || m.side === "right" ? `${m.side} ${name}` : name;
                return (
                  <button
                    type="button"
                    className="link"
                    key={i}
                    aria-label={say.goTo(sided, lineOf(note, m.start))}
                    onClick={() => show(m.start, m.end)}
                  >
                    {sided}
                  </button>
                );
              })}
              {more > 0 && <span>{say.more(more)}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
});
