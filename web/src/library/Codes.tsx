/** Codes by family, and one code with every edition of its rule on a timeline. */
import { printRange } from "../../../src/base/range.ts";
import { besideCodes, besideOf } from "../../../src/explain/beside-page.ts";
import type { Code, CodeEdition } from "../../../src/rulebook/types.ts";
import { useDesk } from "../desk/state.ts";
import { hrefOf } from "../shell/route.ts";
import { Sourced } from "../shell/Sourced.tsx";
import { library as say } from "../strings/library.ts";

export function Codes({ code }: { readonly code: string | undefined }) {
  const { book } = useDesk();
  if (code !== undefined) {
    const found = Object.hasOwn(book.codes, code) ? book.codes[code] : undefined;
    return found === undefined ? <BesideCode code={code} /> : <OneCode code={found} />;
  }
  const families = book.families
    .map((f) => ({ f, codes: Object.values(book.codes).filter((c) => c.family === f.id) }))
    .filter(({ codes }) => codes.length > 0)
    .sort((a, b) => ((a.codes[0] as Code).code < (b.codes[0] as Code).code ? -1 : 1));
  return (
    <>
      <h2>{say.tabs.codes}</h2>
      {families.map(({ f, codes }) => (
        <section key={f.id} className="family">
          <h3>{f.title}</h3>
          <ul>
            {codes.map((c) => (
              <li key={c.code}>
                <a href={hrefOf("library", "codes", c.code)} className="number">
                  {c.code}
                </a>
                <span>{c.title}</span>
                <span className="quiet">{say.editions(c.editions.length)}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <section className="family">
        <h3>{say.besides}</h3>
        <ul>
          {besideCodes(book).map((c) => (
            <li key={c}>
              <a href={hrefOf("library", "codes", c)} className="number">
                {c}
              </a>
              <span>{besideOf(c, book)?.title}</span>
            </li>
          ))}
        </ul>
      </section>
      <section className="family">
        <h3>{say.gaps}</h3>
        <ul className="plain">
          {book.gaps.map((g) => (
            <li key={g.id}>
              {g.says} <span className="quiet">{g.because}</span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function OneCode({ code }: { readonly code: Code }) {
  const { book } = useDesk();
  const beliefs = book.beliefs.filter((b) => b.codes.includes(code.code));
  const others = Object.values(book.codes).filter((c) => c.family === code.family && c.code !== code.code);
  return (
    <>
      <h2 className="code-title">
        <span className="number">{code.code}</span> {code.title}
      </h2>
      {others.length > 0 && (
        <p className="quiet">
          {say.tabs.compare}:{" "}
          {others.map((o) => (
            <a key={o.code} className="number spaced" href={hrefOf("library", "compare", code.code, o.code)}>
              {o.code}
            </a>
          ))}
        </p>
      )}
      <ol className="editions">
        {code.editions.toReversed().map((e) => (
          <Edition key={e.from} e={e} />
        ))}
      </ol>
      {beliefs.length > 0 && (
        <section className="family">
          <h3>{say.tabs.beliefs}</h3>
          <ul className="plain">
            {beliefs.map((b) => (
              <li key={b.id}>
                <a href={hrefOf("library", "beliefs", b.id)}>“{b.claim}”</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** Imaging and drugs: rules and lines, without editions of their own. */
function BesideCode({ code }: { readonly code: string }) {
  const { book } = useDesk();
  const beside = besideOf(code, book);
  if (beside === undefined) return <p>{say.noCode}</p>;
  const titles = (ids: readonly string[]): string =>
    ids.map((id) => (book.families.find((f) => f.id === id)?.title ?? id).toLowerCase()).join(", ");
  return (
    <>
      <h2 className="code-title">
        <span className="number">{code}</span> {beside.title}
      </h2>
      <ol className="editions">
        {beside.rules.toReversed().map((r, i) => (
          <li key={i}>
            <h3 className="number">{say.until(r.from, r.until)}</h3>
            {"unit" in r ? (
              <p>{say.unit(`${r.unit.amount} ${r.unit.measure}`, r.drug)}</p>
            ) : (
              <>
                <p>{r.says}</p>
                <p className="quiet">{say.beside(titles(r.families))}</p>
              </>
            )}
            <ul className="plain">
              {r.cite.map((c, j) => (
                <li key={j}>
                  <Sourced id={c.source} cite={c} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </>
  );
}

function Edition({ e }: { readonly e: CodeEdition }) {
  return (
    <li>
      <h3 className="number">{say.until(e.from, e.until)}</h3>
      <p>{e.covers}</p>
      <p className="quiet">
        {say.counts}: {e.counts.replace("-", " ")}. {say.range}: {e.range === undefined ? say.any : printRange(e.range)}
        . {say.reported}: {say.per[e.per]}.
      </p>
      {e.change !== undefined && (
        <p>
          <strong>{say.changed}:</strong> {e.change}
        </p>
      )}
      {(e.notes ?? []).map((n) => (
        <p key={n}>{n}</p>
      ))}
      {e.modifiers !== undefined && e.modifiers.length > 0 && (
        <p className="quiet">
          {say.modifiers}:{" "}
          {e.modifiers.map((m) => `${m.modifier} ${m.allowed ? say.allowed : say.notAllowed}`).join(", ")}.
        </p>
      )}
      <details>
        <summary>{say.writtenIn}</summary>
        <ul className="plain">
          {e.cite.map((c, i) => (
            <li key={i}>
              <Sourced id={c.source} cite={c} />
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}
