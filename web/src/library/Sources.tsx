/** Every document cited, how far it was read, and what rests on it. */
import { HOWS, TIERS } from "../../../src/explain/citations.ts";
import { TextInput } from "@mantine/core";
import { useMemo, useState } from "react";
import { webAddress } from "../../../src/explain/document.ts";
import type { Citation, Source } from "../../../src/rulebook/types.ts";
import type { Catalogue } from "../core/messages.ts";
import { useDesk } from "../desk/state.ts";
import { hrefOf } from "../shell/route.ts";
import { library as say } from "../strings/library.ts";
import { useShown } from "./shown.ts";
import { usePolicies } from "./usePolicies.ts";

interface Use {
  readonly label: string;
  readonly href: string;
}

export function Sources({ id }: { readonly id: string | undefined }) {
  const { book } = useDesk();
  const policies = usePolicies();
  const [words, setWords] = useState("");
  const uses = useMemo(() => usesOf(book), [book]);
  const all = useMemo(
    () => Object.values({ ...policies?.sources, ...book.sources }).sort((a, b) => (a.title < b.title ? -1 : 1)),
    [book, policies],
  );
  useShown(policies === null ? undefined : id);
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = all.filter((s) => {
    const text = `${s.title} ${s.publisher} ${s.date} ${TIERS[s.tier]}`.toLowerCase();
    return s.id === id || wanted.every((w) => text.includes(w));
  });
  return (
    <>
      <h2>{say.tabs.sources}</h2>
      <div className="filters">
        <TextInput label={say.words} value={words} onChange={(e) => setWords(e.target.value)} />
        <p className="quiet" role="status">
          {say.sources(shown.length)}
        </p>
      </div>
      {shown.map((s) => (
        <OneSource key={s.id} s={s} open={s.id === id} uses={uses.get(s.id) ?? []} />
      ))}
    </>
  );
}

function OneSource(props: { readonly s: Source; readonly open: boolean; readonly uses: readonly Use[] }) {
  const { s, open, uses } = props;
  return (
    <details className="entry" id={`entry-${s.id}`} open={open}>
      <summary>
        <h3>{s.title}</h3>
        <span className="quiet">
          {s.publisher}, {s.date}.
        </span>{" "}
        <span className="tier" data-tier={s.tier}>
          {TIERS[s.tier]}
        </span>
      </summary>
      <div className="entry-more">
        <p>{HOWS[s.how]}.</p>
        {s.note !== undefined && <p>{s.note}</p>}
        {s.address !== null && (
          <p className="address">
            {webAddress(s.address) === undefined ? (
              s.address
            ) : (
              <a href={s.address} target="_blank" rel="noreferrer noopener">
                {s.address}
              </a>
            )}
          </p>
        )}
        {uses.length > 0 && (
          <p className="quiet">
            {say.citedBy}{" "}
            {uses.map((u) => (
              <a key={u.href} className="spaced" href={u.href}>
                {u.label}
              </a>
            ))}
          </p>
        )}
      </div>
    </details>
  );
}

/** Source id to the codes, points and beliefs that cite it. */
function usesOf(book: Catalogue): ReadonlyMap<string, readonly Use[]> {
  const uses = new Map<string, Use[]>();
  const note = (cites: readonly Citation[], use: Use): void => {
    for (const id of new Set(cites.flatMap((c) => [c.source, ...(c.via === undefined ? [] : [c.via])])))
      uses.set(id, [...(uses.get(id) ?? []), use]);
  };
  for (const c of Object.values(book.codes))
    note(
      c.editions.flatMap((e) => e.cite),
      { label: c.code, href: hrefOf("library", "codes", c.code) },
    );
  for (const c of book.conventions)
    note([...c.cite, ...c.positions.flatMap((p) => p.cite)], {
      label: c.asks,
      href: hrefOf("library", "contested", c.id),
    });
  for (const b of book.beliefs)
    note([...b.cite, ...b.saidBy], { label: `“${b.claim}”`, href: hrefOf("library", "beliefs", b.id) });
  return uses;
}
