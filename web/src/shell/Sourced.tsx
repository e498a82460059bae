/** A source in one line, with its tier, date and how it was read, and the way to its page in the library. */
import type { Citation } from "../../../src/rulebook/types.ts";
import { useDesk } from "../desk/state.ts";
import { hows, tiers } from "../strings.ts";
import { hrefOf } from "./route.ts";

export function Sourced({ id, cite }: { readonly id: string; readonly cite?: Citation | undefined }) {
  const { book } = useDesk();
  const source = book.sources[id];
  if (source === undefined) return <>{id}</>;
  const via = cite?.via === undefined ? "" : ` (${book.sources[cite.via]?.title ?? cite.via})`;
  return (
    <span className="sourced">
      <a href={hrefOf("library", "sources", id)}>{source.title}</a>
      {cite?.locator === undefined ? "" : `, ${cite.locator}`}
      <span className="quiet">
        {" "}
        {source.publisher}, {source.date}.{" "}
      </span>
      <span className="tier" data-tier={source.tier}>
        {tiers[source.tier]}
      </span>
      <span className="quiet">
        {" "}
        {hows[cite?.how ?? source.how]}
        {via}.
      </span>
      {cite?.claim !== undefined && <span> {cite.claim}</span>}
    </span>
  );
}
