/** Points on which authorities differ or are silent: every position with who holds it. */
import type { Convention } from "../../../src/rulebook/types.ts";
import { useDesk } from "../desk/state.ts";
import { Sourced } from "../shell/Sourced.tsx";
import { library as say } from "../strings/library.ts";
import { useShown } from "./shown.ts";

export function ContestedPoints({ id }: { readonly id: string | undefined }) {
  const { book } = useDesk();
  useShown(id);
  return (
    <>
      <h2>{say.tabs.contested}</h2>
      {book.conventions.map((c) => (
        <Point key={c.id} c={c} open={c.id === id} />
      ))}
    </>
  );
}

function Point({ c, open }: { readonly c: Convention; readonly open: boolean }) {
  return (
    <details className="entry" id={`entry-${c.id}`} open={open}>
      <summary>
        <h3>{c.asks}</h3>
      </summary>
      <div className="entry-more">
        {c.positions.map((p) => (
          <section key={p.id} className="stand" data-on={p.id === c.default || undefined}>
            <p>
              {p.says} {p.id === c.default && <span className="tier">{say.default}</span>}
            </p>
            <ul className="plain">
              {p.cite.map((cite, i) => (
                <li key={i}>
                  <Sourced id={cite.source} cite={cite} />
                </li>
              ))}
            </ul>
          </section>
        ))}
        <p>
          <strong>{say.working}:</strong> {c.workingRule}
        </p>
        <p>
          <strong>{say.amaText}:</strong> {c.amaText}
        </p>
      </div>
    </details>
  );
}
