/** The trace: each rule that was tried, open for where it is written, by whom, from when, and how it was read. */
import { memo } from "react";
import { inForce } from "../../../src/base/dates.ts";
import { printRange } from "../../../src/base/range.ts";
import type { Determination, Step } from "../../../src/coding/determination.ts";
import { hrefOf } from "../shell/route.ts";
import { Sourced } from "../shell/Sourced.tsx";
import { answer as say } from "../strings/answer.ts";
import { useDesk } from "./state.ts";

export const Why = memo(({ trace, day }: { readonly trace: Determination["trace"]; readonly day: string }) => {
  if (trace.length === 0) return null;
  return (
    <section className="part" id="why">
      <h3>{say.why}</h3>
      <p className="quiet">{say.whyHelp}</p>
      <ol className="steps">
        {trace.map((step, i) => (
          <OneStep key={i} step={step} day={day} />
        ))}
      </ol>
    </section>
  );
});

function OneStep({ step, day }: { readonly step: Step; readonly day: string }) {
  const { book } = useDesk();
  const code = step.rule.split("/").find((part) => book.codes[part] !== undefined);
  const edition = code === undefined ? undefined : inForce(book.codes[code]?.editions ?? [], day);
  return (
    <li data-outcome={step.outcome}>
      <details>
        <summary>
          <span className="outcome">{say.outcome[step.outcome]}</span>
          <span className="step-says">
            {code !== undefined && <span className="number">{code} </span>}
            {step.says}
          </span>
        </summary>
        <div className="step-more">
          {step.found !== undefined && step.found !== null && (
            <p>
              {say.found}: {foundText(step.found)}
            </p>
          )}
          {edition !== undefined && <p>{say.inForce(edition.from, edition.until)}</p>}
          <ul className="plain">
            {step.citations.map((id) => (
              <li key={id}>
                <Sourced id={id} cite={edition?.cite.find((c) => c.source === id)} />
              </li>
            ))}
          </ul>
          <p className="quiet">
            {say.rule} {step.rule}, rulebook/{step.file}:{step.line}.{" "}
            {code !== undefined && <a href={hrefOf("library", "codes", code)}>{say.toLibrary}</a>}
          </p>
        </div>
      </details>
    </li>
  );
}

function foundText(found: NonNullable<Step["found"]>): string {
  return typeof found === "object" ? printRange(found) : String(found);
}
