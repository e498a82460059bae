import { useEffect, useState } from "react";
import type { Found } from "../core/messages.ts";
import { useDesk } from "../desk/state.ts";
import { hrefOf } from "../shell/route.ts";
import { library as say } from "../strings/library.ts";

export function Results({ words, onPick }: { readonly words: string; readonly onPick: () => void }) {
  const { core } = useDesk();
  const [found, setFound] = useState<readonly Found[] | null>(null);
  useEffect(() => {
    let current = true;
    const timer = setTimeout(() => {
      core.ask("search", { words }).then(
        (hits) => current && setFound(hits),
        () => current && setFound([]),
      );
    }, 80);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [core, words]);
  if (found === null) return <p role="status" />;
  return (
    <>
      <h2>{say.found}</h2>
      <p className="quiet" role="status">
        {found.length === 0 ? say.nothing : say.results(found.length)}
      </p>
      <ol className="results">
        {found.map((f) => (
          <li key={f.id}>
            <span className="tag quiet">{say.kinds[f.kind]}</span>
            <h3>
              <Where found={f} onPick={onPick} />
            </h3>
            <p>{f.text.length > 280 ? `${f.text.slice(0, 277).trimEnd()}…` : f.text}</p>
          </li>
        ))}
      </ol>
    </>
  );
}

function Where({ found, onPick }: { readonly found: Found; readonly onPick: () => void }) {
  const { book } = useDesk();
  const id = found.id.replace(/^\w+ /, "");
  const point = book.conventions.find((c) => c.letter === id);
  const to: Readonly<Record<Found["kind"], () => string>> = {
    code: () => hrefOf("library", "codes", found.id),
    contested: () => hrefOf("library", "contested", point?.id ?? id),
    belief: () => hrefOf("library", "beliefs", id),
    source: () => hrefOf("library", "sources", id),
    policy: () => hrefOf("library", "policies", id),
    denial: () => hrefOf("documents", "appeal", id),
    template: () => hrefOf("documents", "template", id),
    example: () => hrefOf("library", "codes", found.codes[0] ?? ""),
    gap: () => hrefOf("library", "codes"),
  };
  return (
    <a href={to[found.kind]()} onClick={onPick}>
      {found.title}
    </a>
  );
}
