/** What the payer says: a card of its own, since it never changes the code. */
import { memo } from "react";
import type { Coverage, Requirement } from "../../../src/policy/types.ts";
import { hrefOf } from "../shell/route.ts";
import { answer, coverage as say } from "../strings/answer.ts";
import { library } from "../strings/library.ts";

export const CoverageCard = memo(({ coverage }: { readonly coverage: Coverage | null }) => {
  if (coverage === null)
    return (
      <section className="part card" data-quiet>
        <h3>{answer.coverage}</h3>
        <p className="quiet">{say.none}</p>
      </section>
    );
  const { payer, requirements } = coverage;
  const shown = requirements.filter((r) => r.status !== "not-applicable");
  return (
    <section className="part card" data-covered={coverage.covered}>
      <h3>
        {answer.coverage}: {[payer.name, payer.state, payer.contractor].filter(Boolean).join(", ")}
      </h3>
      <p className="verdict">{say.covered[coverage.covered]}</p>
      <BillAs coverage={coverage} />
      {coverage.nextEligible !== null && <p>{say.next(coverage.nextEligible)}</p>}
      <Bullets title={say.settles} items={coverage.settles} />
      {shown.length > 0 && (
        <details>
          <summary>{say.requirements(shown.length)}</summary>
          <ul className="requirements">
            {shown.map((r) => (
              <One key={r.id} r={r} />
            ))}
          </ul>
        </details>
      )}
      {coverage.policies.length > 0 && (
        <details>
          <summary>
            {say.policies}: {coverage.policies.map((p) => p.number ?? p.title).join(", ")}
          </summary>
          <ul className="plain">
            {coverage.policies.map((p) => (
              <li key={p.id}>
                <a href={hrefOf("library", "policies", p.id)}>{[p.number, p.title].filter(Boolean).join(" ")}</a>{" "}
                <span className="quiet">{p.from === null ? library.undated : answer.inForce(p.from, p.until)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {coverage.conflicts.map((c, i) => (
        <p key={i}>{c.says}</p>
      ))}
      {coverage.notes.map((n, i) => (
        <p key={i} className="quiet">
          {n.says}
        </p>
      ))}
      {coverage.findings.map((f, i) => (
        <p key={i} className="quiet">
          {f.reason} {f.remedy}
        </p>
      ))}
    </section>
  );
});

function BillAs({ coverage }: { readonly coverage: Coverage }) {
  if (coverage.billAs.length === 0) return null;
  if (!coverage.billAs.some((b) => b.changed)) return <p className="quiet">{say.asIs}</p>;
  return (
    <>
      <p className="quiet">{say.billAs}</p>
      <ul className="plain">
        {coverage.billAs.map((b, i) => (
          <li key={i}>
            <strong className="number">
              {[b.code, ...b.modifiers].join("-")} × {b.units}
            </strong>{" "}
            {b.says}
          </li>
        ))}
      </ul>
    </>
  );
}

const Bullets = ({ title, items }: { readonly title: string; readonly items: readonly string[] }) =>
  items.length === 0 ? null : (
    <>
      <p className="quiet">{title}</p>
      <ul className="plain">
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </>
  );

const One = ({ r }: { readonly r: Requirement }) => (
  <li data-status={r.status}>
    <span className="req-status">{say.status[r.status]}</span>
    <span>
      {r.says} <span className="quiet">{r.found}</span>
      {r.weight !== "decides" && <span className="quiet"> ({say.weight[r.weight]})</span>}
    </span>
  </li>
);
