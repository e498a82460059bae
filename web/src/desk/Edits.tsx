/** What NCCI, unit limits and the fee schedule say of the lines; and diagnosis words with codes to look at. */
import { memo } from "react";
import type { Amount, Determination } from "../../../src/coding/determination.ts";
import { lineOf } from "../../../src/explain/words.ts";
import { answer as say } from "../strings/answer.ts";
import { useDesk } from "./state.ts";

export const Edits = memo((props: Pick<Determination, "lines" | "edits">) => {
  const caveats = props.edits.filter((f) => f.severity === "info");
  const edits = props.edits.filter((f) => f.severity !== "info");
  const amounts = props.lines.flatMap((l) => (l.amount === undefined ? [] : [{ line: l, amount: l.amount }]));
  if (props.lines.length === 0 || (props.edits.length === 0 && amounts.length === 0)) return null;
  const first = amounts[0]?.amount;
  return (
    <section className="part">
      <h3>{say.edits}</h3>
      {edits.length === 0 ? (
        <p className="quiet">{say.noEdits}</p>
      ) : (
        <ul className="plain">
          {edits.map((f, i) => (
            <li key={i}>
              {f.reason} {f.remedy} <span className="quiet">{f.code}</span>
            </li>
          ))}
        </ul>
      )}
      {caveats.length > 0 && (
        <details className="quiet">
          <summary>{say.editCaveats(caveats.length)}</summary>
          <ul className="plain">
            {caveats.map((f, i) => (
              <li key={i}>
                {f.reason} {f.remedy}
              </li>
            ))}
          </ul>
        </details>
      )}
      {first !== undefined && (
        <>
          <h4>{say.amounts}</h4>
          <table className="lines amounts">
            <tbody>
              {amounts.map(({ line, amount }, i) => (
                <tr key={i}>
                  <th scope="row">{[line.code, ...line.modifiers].join("-")}</th>
                  <td>{paid(amount)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="quiet">{say.amountsHelp(first.release, first.inForce, first.factor)}</p>
        </>
      )}
    </section>
  );
});

function paid({ line, applies }: Amount): string {
  const one = (n: number | null, where: string): string =>
    `${n === null ? say.notPaid : `$${n.toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ",")}`} ${where}`;
  const facility = one(line.facility, say.facility);
  const other = one(line.nonFacility, say.nonFacility);
  if (applies === "facility") return facility;
  return applies === "nonFacility" ? other : `${other}, ${facility}`;
}

export const Diagnoses = memo(({ seen: list }: { readonly seen: Determination["diagnoses"] }) => {
  const { noteAnswered, show } = useDesk();
  const note = noteAnswered();
  if (list.length === 0) return null;
  return (
    <section className="part">
      <h3>{say.diagnoses}</h3>
      <p className="quiet">{say.diagnosesHelp}</p>
      <ul className="plain">
        {list.map((seen, i) => {
          const place = seen.evidence[0];
          return (
            <li key={i}>
              {place === undefined ? (
                seen.says
              ) : (
                <button
                  type="button"
                  className="link"
                  aria-label={say.goTo(seen.says, lineOf(note, place.start))}
                  onClick={() => show(place.start, place.end)}
                >
                  {seen.says}
                </button>
              )}{" "}
              {seen.candidates.length === 0 ? (
                <span className="quiet">{say.noIcd}</span>
              ) : (
                <details>
                  <summary className="quiet">
                    {seen.candidates
                      .slice(0, 3)
                      .map((c) => c.code)
                      .join(", ")}
                    {seen.candidates.length > 3 ? ` ${say.more(seen.candidates.length - 3)}` : ""}
                  </summary>
                  <ul className="plain">
                    {seen.candidates.map((c) => (
                      <li key={c.code}>
                        <span className="number">{c.code}</span> {c.says}
                      </li>
                    ))}
                  </ul>
                </details>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
});
