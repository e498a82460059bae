/** What payers require, by state: a map of tiles to choose a state, and the documents that hold there. */
import { TextInput } from "@mantine/core";
import { useMemo, useState } from "react";
import type { Policy, PolicyBook, PolicyRule } from "../../../src/rulebook/policy-types.ts";
import { Sourced } from "../shell/Sourced.tsx";
import { coverage } from "../strings/answer.ts";
import { library as say } from "../strings/library.ts";
import { StateTiles } from "./StateTiles.tsx";
import { useShown } from "./shown.ts";
import { usePolicies } from "./usePolicies.ts";

export function Policies({ id }: { readonly id: string | undefined }) {
  const book = usePolicies();
  if (book === null) return <p role="status" />;
  return <Loaded book={book} id={id} />;
}

function Loaded({ book, id }: { readonly book: PolicyBook; readonly id: string | undefined }) {
  const [state, setState] = useState<string | null>(null);
  const [words, setWords] = useState("");
  useShown(id);
  const places = useMemo(() => new Map(book.policies.map((p) => [p.id, statesOf(p, book)])), [book]);
  const tally = useMemo(() => {
    const by = new Map<string, number>();
    for (const states of places.values()) for (const s of states) by.set(s, (by.get(s) ?? 0) + 1);
    return by;
  }, [places]);
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const names = new Map(book.payers.map((p) => [p.id, p.name]));
  const payersOf = (p: Policy): string => p.payers.map((x) => names.get(x) ?? x).join(", ");
  const shown = book.policies.filter((p) => {
    const where = places.get(p.id) as ReadonlySet<string>;
    const text = `${payersOf(p)} ${p.number ?? ""} ${p.title}`.toLowerCase();
    const here = state === null || where.has(state) || where.size === 0;
    return p.id === id || (here && wanted.every((w) => text.includes(w)));
  });
  return (
    <>
      <h2>{say.tabs.policies}</h2>
      <StateTiles tally={tally} state={state} onPick={setState} />
      <div className="filters">
        <TextInput label={say.payer} value={words} onChange={(event) => setWords(event.target.value)} />
        <p className="quiet" role="status">
          {shown.length === 0 ? say.nowhere : say.policies(shown.length)}
        </p>
      </div>
      {shown.map((p) => (
        <OnePolicy
          key={p.id}
          p={p}
          open={p.id === id}
          payers={payersOf(p)}
          states={places.get(p.id) as ReadonlySet<string>}
          book={book}
        />
      ))}
    </>
  );
}

/** States in which a document holds, as far as it says; empty: not tied to any. */
function statesOf(p: Policy, book: PolicyBook): ReadonlySet<string> {
  if (p.states.length > 0) return new Set(p.states);
  if (p.jurisdictions.length > 0)
    return new Set(book.contractors.filter((c) => p.jurisdictions.includes(c.jurisdiction)).map((c) => c.state));
  return new Set(book.payers.filter((x) => p.payers.includes(x.id)).flatMap((x) => x.states));
}

function OnePolicy(props: {
  readonly p: Policy;
  readonly open: boolean;
  readonly payers: string;
  readonly states: ReadonlySet<string>;
  readonly book: PolicyBook;
}) {
  const { p, open, payers, states, book } = props;
  return (
    <details className="entry" id={`entry-${p.id}`} open={open}>
      <summary>
        <h3>
          {p.number !== null && <span className="number">{p.number} </span>}
          {p.title}
        </h3>
        <span className="quiet">
          {payers}. {states.size === 0 ? say.everywhere : [...states].sort().join(" ")}.{" "}
          {p.from === null ? say.undated : say.until(p.from, p.until)}.
        </span>{" "}
        <span className="tier">{say.read[p.read]}</span>
      </summary>
      <div className="entry-more">
        <ul className="plain">
          {p.rules.map((r: PolicyRule) => (
            <li key={r.id}>
              {r.says} {r.standing !== "decides" && <span className="quiet">({coverage.weight[r.standing]})</span>}
            </li>
          ))}
        </ul>
        {p.unread.map((u, i) => (
          <p key={i} className="quiet">
            {u.says}
          </p>
        ))}
        {p.notes.map((n, i) => (
          <p key={i} className="quiet">
            {n.says}
          </p>
        ))}
        <ul className="plain">
          {p.cite.map((c, i) => (
            <li key={i}>
              <Sourced id={c.source} cite={c} more={book.sources} />
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
