/** Advice that circulates and is wrong, no longer so, or unproven: what is said, where it comes from, what holds. */
import { standingOf } from "../../../src/explain/belief-words.ts";
import { useDesk } from "../desk/state.ts";
import { hrefOf } from "../shell/route.ts";
import { Sourced } from "../shell/Sourced.tsx";
import { library as say } from "../strings/library.ts";
import { useShown } from "./shown.ts";

export function Beliefs({ id }: { readonly id: string | undefined }) {
  const { book } = useDesk();
  useShown(id);
  return (
    <>
      <h2>{say.tabs.beliefs}</h2>
      {book.beliefs.map((b) => (
        <details className="entry" key={b.id} id={`entry-${b.id}`} open={b.id === id}>
          <summary>
            <h3>
              “{b.claim}” <span className="tier">{say.verdict[b.verdict]}</span>
            </h3>
          </summary>
          <div className="entry-more">
            <p>
              <strong>{say.answer}:</strong> {b.answer}
            </p>
            <ul className="plain">
              {b.cite.map((c, i) => (
                <li key={i}>
                  <Sourced id={c.source} cite={c} />
                </li>
              ))}
            </ul>
            {b.saidBy.length === 0 && <p className="quiet">{standingOf(b, book)}</p>}
            {b.saidBy.length > 0 && (
              <>
                <p className="quiet">{say.heardFrom}</p>
                <ul className="plain">
                  {b.saidBy.map((c, i) => (
                    <li key={i}>
                      <Sourced id={c.source} cite={c} />
                    </li>
                  ))}
                </ul>
              </>
            )}
            <p className="quiet">
              {b.codes.map((code) => (
                <a key={code} className="number spaced" href={hrefOf("library", "codes", code)}>
                  {code}
                </a>
              ))}
            </p>
          </div>
        </details>
      ))}
    </>
  );
}
